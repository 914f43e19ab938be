import pytest

from giaoban.errors import Text, nearest
from giaoban.tables.faults import LINES, Fault, causes, listed
from giaoban.tables.filechecks import CELL


def test_a_fault_is_told_in_the_users_language_and_its_place_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = Text("{number} cells", number=3)
    fault = CELL.fault("a.csv", 2, "value", "not a number", cells, nearest("valu", ["value"]))
    assert str(fault) == "a.csv:2:value: not a number (found 3 cells), did you mean value?"
    monkeypatch.setenv("LANGUAGE", "vi")
    assert str(fault) == "a.csv:2:value: không phải số (hiện là 3 ô), có phải ý là value?"


def test_braces_in_what_was_found_stay() -> None:
    assert "found {x}" in str(CELL.fault("a.csv", 2, "value", "not text", "{x}", "expected text"))


def test_a_place_is_a_row_and_a_column_or_a_cell_or_a_sheet_alone() -> None:
    assert CELL.fault("a.csv", 2, "value", "", "", "").place == "a.csv:2:value"
    cell = CELL.fault("a.xlsx[Số liệu]", 2, "value", "", "", "", cell="D2")
    assert cell.place == "a.xlsx[Số liệu]:D2"
    assert CELL.fault("a.xlsx[Số liệu]", "", "", "", "", "").place == "a.xlsx[Số liệu]"


def test_a_place_and_what_was_found_stay_on_one_line() -> None:
    fault = Fault("a.csv", 1, "two\nlines", "not text", "x\ny", "expected text", check=CELL)
    assert str(fault) == "a.csv:1:two lines: not text (found x y), expected text"


def test_what_is_wrong_in_the_same_way_in_a_column_is_told_once() -> None:
    def wrong(row: int, column: str, found: str) -> Fault:
        return CELL.fault("a.csv", row, column, "not a date", found, "expected a date")

    faults = [wrong(2, "day", "x"), wrong(3, "day", "y"), wrong(4, "unit", "x")]
    faults += [wrong(row, "day", "x") for row in range(5, 12)]
    assert str(listed(causes(faults))).splitlines() == [
        "a.csv:2:day: not a date (found x), expected a date; the same at 5, 6, 7, 8, 9 and 2 more",
        "a.csv:3:day: not a date (found y), expected a date",
        "a.csv:4:unit: not a date (found x), expected a date",
    ]


def test_of_very_many_faults_the_first_are_listed() -> None:
    faults = [
        CELL.fault("a.csv", row, "day", "not a date", str(row), "expected a date")
        for row in range(LINES + 3)
    ]
    told = str(listed(causes(faults))).splitlines()
    assert len(told) == LINES + 1
    assert told[-1] == "and 3 faults more: mend these first"
