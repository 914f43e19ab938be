import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from giaoban.errors import Fault, GiaobanError, Number, Text, nearest

MODULES = sorted((ROOT / "src/giaoban").rglob("*.py"))
# Where a call takes texts that the user reads.
READ = {"GiaobanError": (0,), "Text": (0,), "Fault": (3, 5)}

MESSAGE = "no such unit (found {found}), {expected}"


def test_one_error_speaks_to_each_user_in_his_language(monkeypatch: pytest.MonkeyPatch) -> None:
    error = GiaobanError(MESSAGE, found="x", expected=nearest("x", ["a", "b"]))
    assert str(error) == "no such unit (found x), expected one of a, b"
    monkeypatch.setenv("LANGUAGE", "vi")
    assert str(error) == "không có đơn vị này (đã nhập x), cần một trong: a, b"


def test_a_fault_is_told_in_the_users_language_and_its_place_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = Text("{number} cells", number=3)
    fault = Fault("a.csv", 2, "value", "not a number", cells, nearest("valu", ["value"]))
    assert str(fault) == "a.csv:2:value: not a number (found 3 cells), did you mean value?"
    monkeypatch.setenv("LANGUAGE", "vi")
    assert str(fault) == "a.csv:2:value: không phải số (hiện là 3 ô), có phải ý là value?"


def test_braces_in_what_was_found_stay() -> None:
    assert "found {x}" in str(Fault("a.csv", 2, "value", "not text", "{x}", "expected text"))


def test_an_error_comes_whole_from_another_process() -> None:
    error = GiaobanError(MESSAGE, exit_code=1, found="x", expected=nearest("x", ["a"]))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the line before
    assert (str(copy), copy.exit_code) == (str(error), 1)


def read_by_the_user(path: Path) -> Iterator[ast.expr]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            places = READ.get(node.func.id, ())
            yield from (node.args[place] for place in places if place < len(node.args))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_every_message_with_words_is_marked_and_none_is_put_together_before_it_is_translated(
    path: Path,
) -> None:
    for text in read_by_the_user(path):
        assert not isinstance(text, ast.JoinedStr | ast.BinOp), ast.unparse(text)
        if isinstance(text, ast.Constant):
            assert not re.search(r"[a-z]", re.sub(r"{\w+}", "", str(text.value))), text.value


@pytest.mark.parametrize(("code", "shown"), [("en", "93.75"), ("vi", "93,75")])
def test_a_number_has_the_decimal_sign_of_the_users_language(
    monkeypatch: pytest.MonkeyPatch, code: str, shown: str
) -> None:
    monkeypatch.setenv("LANGUAGE", code)
    assert str(Number(93.75)) == shown
    assert str(Text("{number}", number=Number(93.75))) == shown
