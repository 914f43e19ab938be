"""What is wrong with files before a cell of them is read."""

import pytest
from places import RAW

from giaoban.datapackage import read_folder
from giaoban.tables import (
    COMPULSORY,
    READABLE,
    TABLES,
    TABLES_KNOWN,
    THERE,
    TextPackage,
    columns,
    compulsory_columns,
    missing_columns,
    missing_tables,
    spoken,
    tables_given,
    unreadable,
    wrong_columns,
)


def test_each_compulsory_table_that_is_not_there_is_missing_and_no_other() -> None:
    assert missing_tables(list(TABLES)) == missing_tables([*COMPULSORY]) == []
    faults = missing_tables(["figures", "claims"])
    assert [str(fault) for fault in faults] == [
        f"{name}.csv:-:-: missing table, expected the tables indicators, figures, meetings at least"
        for name in ("indicators", "meetings")
    ]
    assert {fault.check for fault in faults} == {THERE}


def test_the_description_of_a_programme_is_a_table_of_a_workbook_and_none_of_a_folder() -> None:
    folder = read_folder(RAW / "04-CTr-HU")
    assert tables_given(folder, "") == len(folder.tables) == 10
    book = TextPackage(folder.programme, folder.tables)
    assert tables_given(book, "") == 11
    assert [check.looks_at(book, "") for check in (THERE, TABLES_KNOWN)] == [11, 11]


@pytest.mark.parametrize("table", TABLES)
def test_each_compulsory_column_that_is_not_there_is_missing_and_no_other(table: str) -> None:
    needed = [*compulsory_columns(table), *(pair[0] for pair in spoken(table))]
    assert missing_columns("a.csv", table, needed, 1) == []
    faults = missing_columns("a.csv", table, ["colour"], 3)
    assert [(fault.row, fault.column) for fault in faults] == [(3, name) for name in needed]


def test_a_missing_column_is_told_with_all_those_that_may_be_there() -> None:
    (fault,) = missing_columns("meetings.csv", "meetings", ["title_en"], 1)
    expected = "expected meeting_date, title_vi, title_en, data_cutoff"
    assert str(fault) == f"meetings.csv:1:meeting_date: missing column, {expected}"


def test_of_the_columns_of_a_title_one_is_enough() -> None:
    for header in (["meeting_date", "title_en"], ["meeting_date", "title_vi"]):
        assert missing_columns("meetings.csv", "meetings", header, 1) == []
    (fault,) = missing_columns("meetings.csv", "meetings", ["meeting_date"], 1)
    expected = "expected title_vi, or title_en"
    assert str(fault) == f"meetings.csv:1:title_vi: missing column, {expected}"


def test_a_column_is_wrong_that_is_not_known_or_there_already() -> None:
    header = ["indicator", "valu", "unit", "unit", "period", "unit"]
    faults = wrong_columns("figures.csv", "figures", header, 2)
    assert {place: str(fault) for place, fault in faults.items()} == {
        1: "figures.csv:2:valu: unknown column, did you mean value?",
        3: "figures.csv:2:unit: column stands twice, expected once",
        5: "figures.csv:2:unit: column stands twice, expected once",
    }


def test_no_column_of_a_schema_is_wrong() -> None:
    assert [wrong_columns("a.csv", table, columns(table), 1) for table in TABLES] == [{}] * len(
        TABLES
    )


def test_a_table_that_cannot_be_read_stands_there_empty_with_its_fault() -> None:
    text = unreadable("a.csv", "meetings", 7, "the file is not UTF-8", "save it as CSV UTF-8")
    assert list(text.frame.columns) == columns("meetings")
    assert (len(text.frame), text.header) == (0, [])
    (fault,) = text.faults
    assert fault.check is READABLE
    assert str(fault) == "a.csv:7:-: the file is not UTF-8, save it as CSV UTF-8"


def test_in_a_workbook_such_a_fault_stands_at_a_cell() -> None:
    text = unreadable("a.xlsx[Số liệu]", "figures", "-", "no header", "add one", cell="A1")
    assert text.faults[0].place == "a.xlsx[Số liệu]:A1"
