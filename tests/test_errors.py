import ast
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

from giaoban.errors import GiaobanError, Number, Text, nearest

MODULES = sorted((ROOT / "src/giaoban").rglob("*.py"))
# Where a call takes texts that the user reads.
READ = {"GiaobanError": (0,), "Text": (0,), "fault": (3, 5), "Check": (1,)}
# Where a check yields what it finds in a row.
FINDING = (1, 3)

MESSAGE = "no such unit (found {found}), {expected}"


def test_one_error_speaks_to_each_user_in_his_language(monkeypatch: pytest.MonkeyPatch) -> None:
    error = GiaobanError(MESSAGE, found="x", expected=nearest("x", ["a", "b"]))
    assert str(error) == "no such unit (found x), expected one of a, b"
    monkeypatch.setenv("LANGUAGE", "vi")
    assert str(error) == "không có đơn vị này (đã nhập x), cần một trong: a, b"


def test_an_error_comes_whole_from_another_process() -> None:
    error = GiaobanError(MESSAGE, exit_code=1, found="x", expected=nearest("x", ["a"]))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the line before
    assert (str(copy), copy.exit_code) == (str(error), 1)


def test_a_notebook_shows_the_sentence_alone(tmp_path: Path) -> None:
    asked = "from giaoban.errors import GiaobanError; raise GiaobanError('{a}', a='no such unit')"
    shown = subprocess.run(
        [sys.executable, "-m", "IPython", "-c", asked],
        env=os.environ | {"IPYTHONDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert (shown.returncode, shown.stdout) == (1, "no such unit\n")


def read_by_the_user(path: Path) -> Iterator[ast.expr]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            told = node.value.elts
            yield from (told[place] for place in FINDING if len(told) == 4)
        if isinstance(node, ast.Call):
            places = READ.get(ast.unparse(node.func).rpartition(".")[2], ())
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
