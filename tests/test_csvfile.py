import csv
from pathlib import Path

import pytest

from giaoban.csvfile import read_text
from giaoban.package import check_package
from giaoban.texttable import TextTable

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
        "definitions.csv:2:x: unknown column, expected one of definition, title_vi, title_en, "
        "includes",
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


@pytest.mark.parametrize(("separator", "day"), [(";", "2023-03-14"), (",", "14/3/2023")])
def test_days_with_the_day_first_are_read_where_excel_separates_by_semicolons(
    tmp_path: Path, separator: str, day: str
) -> None:
    path = tmp_path / "meetings.csv"
    row = separator.join(["14/3/2023", "Hội nghị", "Meeting"])
    path.write_text(f"{separator.join(['meeting_date', 'title_vi', 'title_en'])}\n{row}\n", "utf-8")
    assert read_text(path, "meetings").frame["meeting_date"].tolist() == [day]


def test_a_column_of_days_may_be_empty_where_excel_separates_by_semicolons(
    programme: Path,
) -> None:
    path = programme / "units.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    days = rows[0].index("valid_from")
    rows = [rows[0], *([*row[:days], "", *row[days + 1 :]] for row in rows[1:])]
    path.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    package, faults = check_package(programme)
    assert faults == []
    assert package.tables["units"]["valid_from"].isna().all()
