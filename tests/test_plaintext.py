import unicodedata
from pathlib import Path

import pytest
from browsers import REPORTS
from wcwidth import wcswidth

from giaoban.brief import brief
from giaoban.plaintext import WIDTH, plain_text


@pytest.fixture(params=REPORTS)
def text(request: pytest.FixtureRequest, pages: dict[str, Path]) -> str:
    return plain_text(brief(pages[request.param]), ["a file.html"])


def test_no_line_is_longer_than_a_window_is_wide(text: str) -> None:
    assert max(wcswidth(line) for line in text.splitlines()) <= WIDTH


def test_letters_are_composed_so_that_each_is_one_sign(text: str) -> None:
    assert text == unicodedata.normalize("NFC", text)


def test_the_columns_of_the_scorecard_stand_one_below_the_other(text: str) -> None:
    lines = text.splitlines()
    rules = [n for n, line in enumerate(lines) if line.startswith("-----") and "  -----" in line]
    first, last = rules[0], next(n for n in range(rules[0], len(lines)) if not lines[n])
    edges = [n for n, sign in enumerate(lines[first]) if sign == " "]
    body = [line for line in lines[first + 1 : last] if not line.startswith("-----")]
    assert len(body) > 20
    assert [line for line in body for n in edges if line[n : n + 1].strip()] == []


def test_the_files_that_go_with_it_are_named_last(text: str) -> None:
    assert text.endswith("\n\n  a file.html\n")
