"""What is explored is what the report says, word for word and line for line."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import RAW

from giaoban.analysis import load
from giaoban.explore.screen import show
from giaoban.report import against_targets, trends_over_time
from giaoban.report.page import Report

pytestmark = pytest.mark.slow

CHOSEN = {
    "programme": "demo",
    "meeting_date": "2025-07-15",
    "unit": "mau",
    "indicator": "cadres-theory",
    "lang": "en",
    "raw_dir": str(RAW),
}


def shown(**changed: object) -> str:
    return show(**(CHOSEN | changed)).html  # type: ignore[arg-type]


def plain(html: str) -> str:
    """Give what is read, without footnotes and what draws it."""
    bare = re.sub(r"<style.*?</style>|<svg.*?</svg>|<sup.*?</sup>", "", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).strip()


def picture(html: str, name: str) -> str:
    """Cut out a chart."""
    (found,) = re.findall(rf'<svg class="chart"[^>]*"{name}-title [^>]*>.*?</svg>', html, re.S)
    return str(found)


def rows(html: str, caption: str) -> Iterator[str]:
    """Read a table row by row."""
    (table,) = re.findall(rf"<table><caption>{caption}</caption>.*?</table>", html, re.S)
    yield from map(plain, re.findall(r"<tr>.*?</tr>", table))


@pytest.fixture(scope="module", params=["vi", "en"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    review = load("demo", "2025-07-15", "mau", RAW)
    return Report(review, request.param, tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("indicator", ["orgs-rated", "members-admitted", "files-late"])
def test_chart_words_and_table_are_those_of_the_report(whole: Report, indicator: str) -> None:
    page = shown(indicator=indicator, lang=whole.code)
    report = trends_over_time(whole).html
    assert picture(page, f"trend-{indicator}") == picture(report, f"trend-{indicator}")
    title = whole.wording.title_of("indicator", indicator)
    (section,) = re.findall(rf"<section[^>]*><h3>{title}</h3>.*?</section>", report, re.S)
    (words,) = re.findall(r"</figure><div><p>(.*?)</p>", section, re.S)
    assert plain(words) in plain(page)
    caption = whole.say("Figures over the years")
    assert set(rows(section, caption)) <= set(rows(page, caption))


def test_the_targets_table_is_that_of_the_report(whole: Report) -> None:
    caption = whole.say("Targets and what the figures say")
    theirs = set(rows(against_targets(whole).html, caption))
    for indicator in ("orgs-rated", "complaints", "members-rated"):
        ours = set(rows(shown(indicator=indicator, lang=whole.code), caption))
        assert len(ours) > 1
        assert ours <= theirs


def test_the_verdict_stands_in_a_sentence() -> None:
    assert "Target 80% for 2024: not met (73.8%)." in plain(shown())
    assert "Target 90% for 2024: undetermined, since the figure or the target leaves a " in (
        plain(shown(indicator="members-rated"))
    )


def test_every_number_leads_to_a_note_that_is_there() -> None:
    page = shown(indicator="complaints")
    leads = set(re.findall(r'href="#(note-\w+)"', page))
    notes = set(re.findall(r'id="(note-\w+)"', page))
    assert leads == notes
    back = set(re.findall(r'href="#(cite-\w+)"', page))
    assert back <= set(re.findall(r'id="(cite-\w+)"', page))


def test_a_supposition_is_called_one_in_words_and_in_the_chart() -> None:
    page = shown(what_if=92.0)
    assert (
        "Supposed, not known: 92% in 2025. Targets are judged as if it were so, nothing else."
        in plain(page)
    )
    assert "Target 90% for 2025: exceeded (92% (supposed))." in plain(page)
    assert "2020–2024: rising (2025 supposed)" in picture(page, "trend-cadres-theory")
    assert "A supposition, no figure of the programme." in plain(page)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"indicator": "women-members", "what_if": 45.5}, "45.6% (forecast): 45.5% in 2024."),
        ({"years": (2020, 2022), "what_if": 92.0}, "73.2%: 92% in 2023."),
    ],
    ids=["a forecast", "a figure of a year left out"],
)
def test_what_it_takes_the_place_of_is_said(asked: dict[str, object], said: str) -> None:
    assert f"Supposed in place of {said} Targets are judged" in plain(shown(**asked))


def test_a_supposition_moves_no_pace() -> None:
    said = "From 2023 on, the target of 90% for 2025 asks for +8.4 percentage points a year."
    assert said in plain(shown(meeting_date="2024-03-12", what_if=80.0))


def test_of_some_years_it_says_so_and_keeps_to_them() -> None:
    page = shown(years=(2021, 2023))
    assert "Only figures of 2021 to 2023 are taken in" in plain(page)
    assert [row[:4] for row in rows(page, "Figures over the years")][1:] == ["2021", "2022", "2023"]


def test_of_years_without_figures_it_shows_none() -> None:
    assert plain(shown(years=(1990, 1999))).startswith("No figure of")


def test_one_figure_alone_is_shown_with_its_target() -> None:
    page = shown(
        programme="04-CTr-HU",
        meeting_date="2023-03-14",
        unit="my-duc",
        indicator="members-completed-well",
    )
    assert "Target 75% (worked out) for 2022: exceeded (over 89%)." in plain(page)
    assert "2022" in picture(page, "targets") or "over 89%" in picture(page, "targets")


def test_a_unit_without_figures_gets_a_sentence() -> None:
    page = shown(meeting_date="2022-03-15", unit="xa-24", indicator="files-late")
    assert plain(page).startswith("No figure of “Files settled late” was known for")


def test_the_faults_of_a_programme_are_shown_as_text(tmp_path: Path) -> None:
    folder = shutil.copytree(RAW / "04-CTr-HU", tmp_path / "bad")
    text = (folder / "figures.csv").read_text("utf-8").replace("93.75", "many", 1)
    (folder / "figures.csv").write_text(text, "utf-8")
    page = shown(programme="bad", raw_dir=str(tmp_path))
    assert "figures.csv:2:value: not a number (found many)" in plain(page)


@pytest.mark.parametrize("table", ["meetings", "indicators", "figures"])
def test_an_empty_programme_gets_a_sentence(tmp_path: Path, table: str) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    own = json.loads((RAW / "04-CTr-HU/datapackage.json").read_text("utf-8"))
    own["giaoban"].pop("source", None)
    tables = ("indicators", "figures", "meetings")
    own["resources"] = [{"name": name, "path": f"{name}.csv"} for name in tables]
    (folder / "datapackage.json").write_text(json.dumps(own), "utf-8")
    for name in tables:
        with (RAW / "04-CTr-HU" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            kept = list(csv.reader(file))[: 1 if name == table else 2]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(kept)
    shown = plain(show("empty", lang="en", raw_dir=str(tmp_path)).html)
    assert f"{table}.csv:-:-: no row, expected at least one" in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"lang": "xx"},
        {"programme": "nowhere"},
        {"meeting_date": "2020-01-01"},
        {"unit": "nowhere"},
        {"indicator": "nothing"},
        {"what_if": 101.0},
    ],
    ids=str,
)
def test_a_wrong_call_is_answered_with_text(wrong: dict[str, object]) -> None:
    assert '<pre class="problem"' in shown(**wrong)


def test_exploring_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(RAW, tmp_path / "data/raw")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    for programme in ("demo", "04-CTr-HU"):
        assert "<svg" in show(programme, lang="en").html
    assert sorted(tmp_path.rglob("*")) == before
