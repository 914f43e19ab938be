import pytest

from giaoban.errors import Text, nearest
from giaoban.tables.faults import Fault
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
