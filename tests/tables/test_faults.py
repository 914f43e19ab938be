import pytest

from giaoban.errors import Text, nearest
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
