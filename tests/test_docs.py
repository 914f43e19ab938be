"""The pages of the documentation: what they say is there is, and what they have one do works."""

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from conftest import ROOT
from guide import OURSELVES, PAGES, commands, follow, steps

from giaoban.cli import main

# Commands that no page can have its reader give and be done with, and why.
NOT_RUN = {"outbox": "there is one only after something was sent"}
PICTURES = ROOT / "docs/pictures"
IMAGE = r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)"


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if any(steps(p))], ids=name)
def test_a_page_works_from_top_to_bottom(page: Path, copies: Callable[[str], Path]) -> None:
    folder = copies(page.stem)
    for step in steps(page):
        if step.text != OURSELVES:
            follow(folder, step)


def test_every_command_is_given_on_a_page() -> None:
    given = {
        found
        for page in PAGES
        for line in commands(page)
        for found in re.findall(r"\bgiaoban (\w+)", line)
    }
    assert set(main.commands) - given == set(NOT_RUN)


@pytest.mark.parametrize("command", main.commands)
def test_every_option_is_told_of_on_a_page_that_tells_of_its_command(command: str) -> None:
    told = [text for p in PAGES if f"giaoban {command}" in (text := p.read_text("utf-8"))]
    options = [p for p in main.commands[command].params if isinstance(p, click.Option)]
    names = [max(option.opts, key=len) for option in options]
    assert [n for n in names if not any(re.search(rf"{n}\b", text) for text in told)] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_leads_to_files_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_picture_is_shown_and_described() -> None:
    shown = {
        (page.parent / found["path"]).resolve(): found["alt"]
        for page in PAGES
        for found in re.finditer(IMAGE, page.read_text("utf-8"))
    }
    assert set(shown) == set(PICTURES.iterdir())
    assert [path.name for path, alt in shown.items() if len(alt.split()) < 4] == []


def test_no_picture_is_heavy() -> None:
    heavy = {p.name: size for p in PICTURES.iterdir() if (size := p.stat().st_size) > 150_000}
    assert heavy == {}
