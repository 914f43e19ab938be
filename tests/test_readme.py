"""What the README promises: of its first two commands, of all others, of the files that it names."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from guide import FENCE, OURSELVES, READMES, Done, commands, follow, give
from places import ROOT

PAGE, VIETNAMESE = READMES


@pytest.fixture(scope="module")
def clone(copies: Callable[[str], Path]) -> Path:
    return copies("clone")


@pytest.fixture(scope="module")
def done(clone: Path) -> dict[str, Done]:
    """Do all that it says, once."""
    return follow(PAGE, clone)


def test_the_two_commands_come_first() -> None:
    assert commands(PAGE)[:2] == ["make report", "make test"]


def test_make_alone_lists_every_target_with_a_line(clone: Path) -> None:
    said = give(clone, "make").stdout.splitlines()
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.M)
    assert [line.split()[1] for line in said] == targets
    assert all(len(line.split()) > 3 for line in said)


def test_it_works_from_top_to_bottom(done: dict[str, Done]) -> None:
    assert set(done) == set(commands(PAGE)) - {OURSELVES}


def test_make_report_says_where_the_report_is(clone: Path, done: dict[str, Done]) -> None:
    pages = [line for line in done["make report"].stdout.splitlines() if line.endswith(".html")]
    made = [f"reports/04-CTr-HU/2023-03-14/my-duc.{code}.html" for code in ("vi", "en")]
    assert pages == [*made, "reports/index.html"]
    assert all((clone / page).is_file() for page in pages)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_every_file_that_the_readme_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"`((?:src|notebooks|docs)/[\w./]+)`|\]\(([\w./]+)\)", text)
    assert named
    assert [a or b for a, b in named if not (ROOT / (a or b)).exists()] == []


def blocks(page: Path) -> list[tuple[str, list[str]]]:
    """Give the blocks of code of a page; of the tree only the paths, whose remarks are words."""
    found = re.findall(FENCE, page.read_text("utf-8"), re.M | re.S)
    return [
        (kind, [line.split()[0] if kind == "text" else line for line in body.splitlines()])
        for kind, body in found
    ]


def test_the_vietnamese_readme_has_one_do_the_same() -> None:
    assert blocks(VIETNAMESE) == blocks(PAGE)


def test_the_vietnamese_readme_names_the_same_commands_files_and_options() -> None:
    named = [set(re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))) for page in READMES]
    assert named[0] == named[1]
