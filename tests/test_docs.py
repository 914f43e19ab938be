"""The pages of the documentation: what they say is there is, and what they have one do works."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from filling import entries
from guide import PAGES, READMES, Step, commands, follow, give_quickly, steps
from pictures import SHOTS, files
from places import ROOT

from giaoban.charts.shapes import (
    CHECKED,
    CLOCK,
    DOWN,
    HALF,
    PLUS,
    RING,
    SIDEWAYS,
    UP,
    UPWARD,
    WARNING,
)
from giaoban.cli import main
from giaoban.language.formatting import language
from giaoban.tables.schema import table_schema
from giaoban.tables.titles import find_code
from giaoban.wording.codes import CHANGE, PROGRESS, STATUS, TERMS, VERDICT

# Commands that no page can have its reader give and be done with, and why.
NOT_RUN = {
    "explore": "JupyterLab runs until it is stopped",
    "menu": "it asks until Enter ends it",
    "outbox": "there is one only after something was sent",
}
# The README is followed in tests/test_readme.py, which holds the Vietnamese one to the same; of
# other pages in two languages, which are held to do the same, one is: of the analyst's the Vietnamese.
ANALYST, TWIN = ROOT / "docs/analyst.vi.md", ROOT / "docs/analyst.md"
IN_TWO = sorted((ROOT / "docs").glob("*.vi.md"))
UNFOLLOWED = {*READMES, TWIN, *IN_TWO} - {ANALYST}
FOLLOWED = [page for page in PAGES if any(steps(page)) and page not in UNFOLLOWED]
OPTION = r"(?<![\w-])--?[a-z][\w-]*"
PICTURES = ROOT / "docs/pictures"
IMAGE = r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)"


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture(scope="module")
def followed(copies: Callable[[str], Path]) -> Callable[[Path], Path]:
    """Give what does all that a page says, once, in a copy of its own."""

    @cache
    def done(page: Path) -> Path:
        folder = copies(page.stem)
        follow(page, folder)
        return folder

    return done


@pytest.mark.parametrize("page", FOLLOWED, ids=name)
def test_a_page_works_from_top_to_bottom(page: Path, followed: Callable[[Path], Path]) -> None:
    assert followed(page).is_dir()


@pytest.fixture(scope="module")
def analysed(followed: Callable[[Path], Path]) -> Path:
    """Give the folder in which an analyst did all that the page says, with the report in English."""
    folder = followed(ANALYST)
    report = [line for line in commands(TWIN) if line.startswith("giaoban report demo --meeting")]
    assert give_quickly(folder, report[-1]).returncode == 0
    return folder


@pytest.mark.parametrize(("page", "code"), [(TWIN, "en"), (ANALYST, "vi")])
def test_what_the_analyst_typed_stands_in_the_report_as_the_page_says(
    page: Path, code: str, analysed: Path
) -> None:
    folder = analysed
    made = "demo/2025-12-30/mau"
    changes = pd.read_csv(
        folder / "data/processed" / made / "changes.csv",
        usecols=["indicator", "period", "kind", "before", "after"],
        dtype=str,
        keep_default_na=False,
    )
    assert {
        ("cadres-degree", "2024", "revised", "97.2", "97.4"),
        ("cadres-theory", "2025", "new", "", "89.0"),
    } <= set(changes.itertuples(index=False, name=None))
    report = (folder / f"reports/{made}.{code}.html").read_text("utf-8")
    say, told = language(code).say, page.read_text("utf-8")
    for word in (say(CHANGE["revised"].name), say("the source does not say")):
        assert f"*{word}*" in told
        assert word in report


@pytest.mark.parametrize(("page", "code"), [(TWIN, "en"), (ANALYST, "vi")])
def test_the_chart_that_the_analyst_added_stands_under_its_heading(
    page: Path, code: str, analysed: Path
) -> None:
    (cell,) = (step for step in steps(page) if step.kind == "cell")
    file, _, heading = cell.file.partition(": ")
    assert f"*{heading}*" in page.read_text("utf-8")
    report = analysed / f"reports/demo/2025-12-30/mau.{code}.html"
    html = BeautifulSoup(report.read_text("utf-8"), "html.parser")
    (picture,) = html.select("section svg[aria-labelledby^='own-']")
    section = picture.find_parent("section", class_="part")
    assert section is not None
    assert section.h2 is not None
    assert section.h2.text == heading
    assert "&lt;Axes" not in str(section)
    assert section.select("img.picture") == []
    said = language(code).say
    assert {said("Value"), said("Target")} <= {text.text for text in picture.select("text")}
    title, description = picture.title, picture.desc
    assert title is not None
    assert description is not None
    assert title.text in cell.text
    assert re.search(r": \d+[.,]\d+%", description.text)
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("page", ["analyst.md", "analyst.vi.md"])
def test_a_list_of_contents_leads_to_every_heading(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    led = dict(re.findall(r"^- \[(.+)\]\(#(.+)\)$", text, re.M))
    headings = re.findall(r"^## (.+)$", text, re.M)
    assert list(led) == headings
    assert list(led.values()) == [
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
    ]


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


def test_the_script_makes_every_picture() -> None:
    # make bench draws the one of its page.
    made = {file for shot in SHOTS for file in files(shot)} | {"benchmarks.svg"}
    assert made == {path.name for path in PICTURES.iterdir()}


def test_no_picture_is_heavy() -> None:
    heavy = {p.name: size for p in PICTURES.iterdir() if (size := p.stat().st_size) > 100_000}
    assert heavy == {}


SIGNS = {
    CHECKED: "✔",
    PLUS: "✚",
    WARNING: "⚠",
    HALF: "◐",
    RING: "○",
    UP: "⬆",
    UPWARD: "⬈",
    CLOCK: "◷",
    SIDEWAYS: "➡",
    DOWN: "⬇",
}
VERDICTS = [*STATUS, *PROGRESS, "not_comparable", *VERDICT]


@pytest.mark.parametrize(("page", "code"), [("analyst.md", "en"), ("analyst.vi.md", "vi")])
def test_the_table_of_verdicts_has_each_with_the_shape_word_and_meaning_of_the_report(
    page: str, code: str
) -> None:
    say = language(code).say
    told = (ROOT / "docs" / page).read_text("utf-8")
    for verdict in VERDICTS:
        term = TERMS[verdict]
        word, meaning = say(term.name), say(term.meaning)
        sign = SIGNS[term.shape] if term.shape else ""
        (advice,) = re.findall(
            rf"^\| {sign} ?\| {word} \| {re.escape(meaning)} \| (.*) \|$", told, re.M
        )
        assert advice


def codes(name: str, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    for field in table_schema(name)["fields"]:
        if field["name"] in cells:
            yield field["name"], find_code(field, cells[field["name"]])


def told(step: Step) -> object:
    """Give a step without what differs from language to language."""
    if step.kind == "sheets":
        return [(name, dict(codes(name, cells))) for name, cells in entries(step.text)]
    return step.text.replace("--lang vi", "--lang en")


@pytest.mark.parametrize("page", IN_TWO, ids=name)
def test_a_page_does_the_same_in_both_languages(page: Path) -> None:
    twin = page.with_name(page.name.replace(".vi", ""))
    english, vietnamese = ([told(step) for step in steps(one)] for one in (twin, page))
    assert english == vietnamese
    options = [re.findall(OPTION, one.read_text("utf-8")) for one in (twin, page)]
    assert {*options[0]} == {*options[1]}
    for one, other in ((twin, page), (page, twin)):
        assert f"]({other.name})" in "".join(one.read_text("utf-8").splitlines(True)[:4])


def test_the_set_up_on_windows_is_that_of_make() -> None:
    assert "scripts/set_up.py\n" in (ROOT / "Makefile").read_text("utf-8")
    for page in ("analyst.md", "analyst.vi.md"):
        told = (ROOT / "docs" / page).read_text("utf-8")
        assert "```bat\npy scripts\\set_up.py\n```" in told
