import pytest

from giaoban.workbook.sheetxml import (
    SheetMarks,
    letters,
    number_formats,
    read_marks,
    shows_percent,
)

SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<cols><col min="2" max="3" hidden="1"/><col min="4" max="9" width="12"/></cols>
<sheetData>{rows}</sheetData><extLst><f>A1</f></extLst></worksheet>"""


def marks(rows: str, percent: set[int] | None = None, stale: bool = False) -> SheetMarks:
    return read_marks(
        "p.xlsx[figures]",
        SHEET.format(rows=rows).encode(),
        dict.fromkeys(percent or (), "0%"),
        stale,
    )


def test_hidden_rows_and_columns_are_seen() -> None:
    found = marks('<row r="3" hidden="1"/><row hidden="true"/><row r="9" hidden="0"/>')
    assert (found.hidden_rows, found.hidden_columns) == ({3, 4}, {2, 3})


@pytest.mark.parametrize(
    "blank", ['<row r="2" s="1"/>', '<row r="2"><c r="A2" s="1"/><c r="B2"/></row>', "<row/>"]
)
def test_rows_that_are_only_formatted_change_nothing(blank: str) -> None:
    row = '<row r="{}" hidden="{}"><c r="B{}" t="e"><v>#N/A</v></c></row>'
    rows = [row.format(n, int(n > 1), n) for n in (1, 3, 4)]
    with_blank = marks(rows[0] + blank + rows[1] + rows[2])
    assert with_blank == marks("".join(rows))
    assert (with_blank.rows, with_blank.hidden_rows) == (4, {3, 4})


def test_errors_and_formulas_without_a_value_are_seen() -> None:
    found = marks(
        '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A1+1</f><v/></c>'
        '<c r="C2" t="str"><f>""</f><v></v></c><c r="D2"><f>1+1</f><v>2</v></c></row>'
    )
    assert found.errors == {(2, 1): "#DIV/0!"}
    assert found.uncalculated == {(2, 2): "=A1+1"}


def test_where_no_value_counts_each_formula_is_without_one() -> None:
    found = marks(
        '<row r="1"><c r="A1"><f>1+1</f><v>0</v></c><c r="B1"><v>0</v></c></row>', None, True
    )
    assert found.uncalculated == {(1, 1): "=1+1"}


def test_numbers_in_a_style_of_percent_are_seen_and_texts_are_not() -> None:
    row = '<row r="1"><c r="AA1" s="4"><v>0.5</v></c><c t="s" s="4"><v>0</v></c><c s="4"/></row>'
    found = marks(row, {4})
    assert found.percents == {(1, 27)}
    assert (found.rows, found.columns, found.last) == (1, 28, "AB1")


FORMATS = [
    ("0%", True),
    ("0.0 %", True),
    ("[Red]0%;[Blue]-0%", True),
    ('0"%"', False),
    (r"0\%", False),
    ("0_%", False),
    ("[$%-42A]0", False),
    ("0.00", False),
]


@pytest.mark.parametrize(("code", "percent"), FORMATS)
def test_a_format_shows_percent_where_its_sign_is_no_mere_text(code: str, percent: bool) -> None:
    quoted = code.replace('"', "&quot;")
    xml = f"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <numFmts><numFmt numFmtId="164" formatCode="{quoted}"/></numFmts>
    <cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>"""
    formats = number_formats(xml.encode())
    assert [shows_percent(formats[style]) for style in (1, 2)] == [percent, True]


@pytest.mark.parametrize(
    ("column", "called"),
    [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_are_called_as_spreadsheets_do(column: int, called: str) -> None:
    assert letters(column) == called


def test_number_formats_are_given_by_column_and_kept_in_few_bytes() -> None:
    found = marks(
        '<row r="2"><c r="B2" s="1"><v>1</v></c><c r="C2"><v>1</v></c><c r="D2" s="1"/></row>'
        '<row r="9"><c r="B9" s="2"><v>1</v></c><c r="B10" s="1" t="str"><v>a</v></c></row>',
        {1, 2},
    )
    assert [found.formats(column) for column in (1, 2, 3, 4)] == [{}, {2: "0%", 9: "0%"}, {}, {}]
    assert len(found.styles[2].tobytes()) <= 2 * 2 * 8
