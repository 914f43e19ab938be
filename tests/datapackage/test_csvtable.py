import csv
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal
from places import RAW

from giaoban.datapackage.csvtable import read_header, read_text
from giaoban.tables.filechecks import SHAPE
from giaoban.tables.texttable import TextTable

HEADER = "definition;title_vi;title_en;includes"


def read(folder: Path, text: str, encoding: str = "utf-8") -> TextTable:
    path = folder / "definitions.csv"
    path.write_bytes(text.encode(encoding))
    return read_text(path, "definitions")


def told(text: TextTable) -> list[str]:
    return [str(fault) for fault in text.faults]


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "sep=|", "sep=,"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_first_line_may_name_the_separator(
    line: str, encoding: str, ending: str, tmp_path: Path
) -> None:
    rows = [HEADER, "hoan-thanh;Hoàn thành, trở lên;Completed;", ";;;", "tot;Tốt;Good;"]
    separator = line.strip('"')[-1]
    rows = [row.replace(",", " -").replace(";", separator) for row in rows]
    text = read(tmp_path, ending.join([line, *rows, ""]), encoding)
    assert told(text) == []
    assert text.header == HEADER.split(";")
    assert list(text.frame.index) == [3, 5]
    assert list(text.frame["title_en"]) == ["Completed", "Good"]


def test_rows_are_those_of_the_file_below_such_a_line(tmp_path: Path) -> None:
    text = read(tmp_path, f"sep=;\n{HEADER};x\na;b;c;d\n")
    assert told(text) == [
        "definitions.csv:3:-: wrong number of cells (found 4 cells), expected 5, as many as the header",
    ]


def test_a_header_of_two_columns_is_not_taken_for_such_a_line(tmp_path: Path) -> None:
    text = read(tmp_path, "sep=;\ndefinition;title_vi\na;b\n")
    assert list(text.frame["title_vi"]) == ["b"]
    assert list(text.frame.index) == [3]


def test_text_after_a_closing_quotation_mark_is_a_fault(tmp_path: Path) -> None:
    rows = [
        HEADER,
        'a;"Hoàn thành" tốt;x;',
        'b;"nói ""tốt""; rồi";"two\nlines";',
        'c;"";y;',
        'd;"" z;"""q""" r;',
    ]
    text = read(tmp_path, "\n".join(rows))
    expected = "text after a closing quotation mark, write each quotation mark within a cell twice"
    assert told(text) == [f"definitions.csv:{row}:-: {expected}" for row in (2, 5)]


@pytest.mark.parametrize("cell", ['"nói ""tốt"" rồi"', 'cao 5" hơn', '"a;b"', '""', '""""'])
def test_quotation_marks_in_their_place_are_no_fault(cell: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, f"{HEADER}\na;{cell};x;\n")) == []


@pytest.mark.parametrize(
    ("separator", "day"), [(";", "2023-03-14"), ("\t", "2023-03-14"), (",", "14/3/2023")]
)
def test_days_with_the_day_first_are_read_where_no_commas_separate(
    tmp_path: Path, separator: str, day: str
) -> None:
    path = tmp_path / "meetings.csv"
    row = separator.join(["14/3/2023", "Hội nghị", "Meeting"])
    path.write_text(f"{separator.join(['meeting_date', 'title_vi', 'title_en'])}\n{row}\n", "utf-8")
    assert read_text(path, "meetings").frame["meeting_date"].tolist() == [day]


@pytest.mark.parametrize(
    "path", sorted(RAW.glob("*/*.csv")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_table_separated_by_semicolons_is_the_same_table(path: Path, tmp_path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    saved = tmp_path / path.name
    with saved.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    text = read_text(saved, path.stem)
    assert text.faults == []
    assert_frame_equal(text.frame, read_text(path, path.stem).frame)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("above", ["", "sep={0}\n", "\n{0}{0}\nsep={0}\n"])
@pytest.mark.parametrize("blank", ["\n", "\r\n \r\n", "{0}{0}{0}\n", '"";""\n\n'])
def test_blank_rows_above_the_header_are_passed_over(
    above: str, blank: str, separator: str, tmp_path: Path
) -> None:
    before = (above + blank).format(separator)
    rows = f"{HEADER}\n\ntot;Tốt;Good;\n".replace(";", separator)
    text = read(tmp_path, before + rows)
    assert told(text) == []
    assert text.header == HEADER.split(";")
    first = before.count("\n") + 1
    assert list(text.frame.index) == [first + 2]
    assert list(text.frame["title_vi"]) == ["Tốt"]


@pytest.mark.parametrize("text", ["", "\n", "sep=;\n", "sep=;\n;;\n\n"])
def test_a_file_of_blank_rows_is_empty(text: str, tmp_path: Path) -> None:
    (said,) = told(read(tmp_path, text))
    assert ": the file is empty, expected definition, title_vi, " in said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "cp1252"])
def test_a_file_in_another_encoding_is_told_to_be_saved_as_utf_8(
    encoding: str, tmp_path: Path
) -> None:
    rows = f"{HEADER}\ntot;Ty l\u00ea d\u00e2n;Good;\n".replace(";", "\t")
    (said,) = told(read(tmp_path, rows, encoding))
    assert "the file is not UTF-8, save it as CSV UTF-8" in said


@pytest.mark.parametrize(
    ("text", "row", "header", "separator"),
    [
        ("a,b\n1;2;3,4\n", 1, ["a", "b"], ","),
        ("\n;;\n a ; b;\n", 3, ["a", "b", ""], ";"),
        ("a\tb;c\td\n", 1, ["a", "b;c", "d"], "\t"),
        ("sep=|\n\na|b,c\n", 3, ["a", "b,c"], "|"),
        ('"tên, ngắn";b;"hai\ndòng"\n', 1, ["tên, ngắn", "b", "hai\ndòng"], ";"),
        ("a\n", 1, ["a"], ","),
        ("", 1, [], ","),
        ("sep=;\n", 2, [], ";"),
    ],
)
def test_the_header_is_the_first_row_with_something_in_it_and_tells_what_separates(
    tmp_path: Path, text: str, row: int, header: list[str], separator: str
) -> None:
    (tmp_path / "a.csv").write_text(text, "utf-8-sig", newline="")
    assert read_header(tmp_path / "a.csv") == (row, header, separator)


def test_a_row_of_another_length_is_left_out_and_told_of_in_its_row(tmp_path: Path) -> None:
    text = read(tmp_path, f"{HEADER}\na;b;c;\na;b;c;d;e\n\na;b\nd;e;f;\n")
    assert list(text.frame.index) == [2, 6]
    assert [(fault.check, fault.row, str(fault.found)) for fault in text.faults] == [
        (SHAPE, 3, "5 cells"),
        (SHAPE, 5, "2 cells"),
    ]


@pytest.mark.parametrize("marks", ["\ufeff", "\ufeff\ufeff", "\ufeff\ufeff\ufeff"])
@pytest.mark.parametrize("above", ["", "sep=;\n", "\n;;\n"])
def test_byte_order_marks_at_the_head_of_a_file_are_passed_over(
    marks: str, above: str, tmp_path: Path
) -> None:
    header = HEADER.replace("definition", '"definition"')
    text = read(tmp_path, f"{marks}{above}{header}\ntot;Tốt;Good;\n")
    assert told(text) == []
    assert text.header == HEADER.split(";")
    assert text.frame["title_vi"].tolist() == ["Tốt"]


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u00ad", "\u202a"])
def test_signs_that_nobody_sees_are_no_part_of_a_column_s_name(sign: str, tmp_path: Path) -> None:
    header = HEADER.replace("title_vi", f"{sign}title{sign}_vi")
    text = read(tmp_path, f"{header}\n\u200btot\ufeff;{sign}Tốt;Good;\n")
    assert told(text) == []
    assert text.frame["definition"].tolist() == ["tot"]


def test_days_at_midnight_and_years_as_broken_numbers_are_read_as_people_write_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "figures.csv"
    rows = ["indicator,unit,period,reported_on", "a,b,2021.0,2023-03-14 00:00:00", "a,b,2020/2022,"]
    path.write_text("\n".join(rows), "utf-8")
    frame = read_text(path, "figures").frame
    assert frame["period"].tolist() == ["2021", "2020/2022"]
    assert frame["reported_on"].tolist()[0] == "2023-03-14"


@pytest.mark.parametrize("sign", ["|", "^", "¦"])
def test_cells_that_an_unheard_sign_separates_are_one_fault(sign: str, tmp_path: Path) -> None:
    rows = [HEADER, "hoan-thanh;Hoàn thành, trở lên;Completed;"]
    text = read(tmp_path, "\n".join(row.replace(";", sign) for row in rows))
    assert told(text) == [
        f"definitions.csv:1:-: the cells are separated by “{sign}”, "
        "expected commas, semicolons or tabs: save it as CSV UTF-8"
    ]
