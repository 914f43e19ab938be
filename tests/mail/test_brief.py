from pathlib import Path

import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup

from giaoban.mail.brief import CHANGES, CHARTS, Brief, brief


@pytest.fixture(params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def told(pages: dict[str, Path], name: str) -> Brief:
    return brief(pages[name])


@pytest.mark.parametrize(
    "hook",
    [
        "meta[name=giaoban-inputs]",
        ".masthead .eyebrow",
        ".masthead h1 + p",
        ".banner p",
        ".summary li > b",
        ".scorecard th [data-indicator]",
        ".scorecard .apart",
        "svg.chart[aria-labelledby]",
        "h2#summary",
        "h2#scorecard",
        "#changes",
    ],
)
def test_a_page_has_the_places_that_it_is_read_by(report_page: Path, hook: str) -> None:
    assert BeautifulSoup(report_page.read_text("utf-8"), "html.parser").select(hook)


def test_everything_that_a_message_says_is_there(told: Brief) -> None:
    parts = [told.lang, told.eyebrow, told.title, told.programme, told.banners, told.scorecard]
    assert all(parts)
    assert len(told.summary) == len([said for _, said in told.summary if said]) == 5
    assert len(told.columns) == len(set(told.columns)) == 5
    assert bool(told.changes) != bool(told.unchanged)
    assert {"summary", "scorecard", "changes"} <= told.headings.keys()
    assert all((row.indicator, row.name, row.figure, row.status) for row in told.scorecard)


def test_a_scorecard_row_says_what_the_page_says(pages: dict[str, Path]) -> None:
    row = brief(pages["04-CTr-HU.en"]).scorecard[0]
    assert row.figure == ("97.8%", "2022")
    assert row.change == ("not comparable", "the definition changed (+4.05 percentage points)")
    assert (row.target, row.status) == (("–",), ("no target published",))
    assert {"apart", "no_target"} <= set(row.marks)


def test_no_footnote_number_is_left(told: Brief, pages: dict[str, Path], name: str) -> None:
    soup = BeautifulSoup(pages[name].read_text("utf-8"), "html.parser")
    for mark in soup.select("sup"):
        mark.decompose()
    plain = " ".join(soup.get_text().split())
    assert [said for _, said in told.summary if said not in plain] == []


def test_charts_begin_with_the_targets_then_what_missed_or_may_not_be_compared(
    told: Brief,
) -> None:
    bad = [r.indicator for r in told.scorecard if {"not_met", "apart"} & set(r.marks)]
    first, *others = [chart.name for chart in told.charts]
    assert first == "targets"
    assert 2 <= len(told.charts) <= CHARTS
    assert others[:2] == [f"trend-{indicator}" for indicator in bad[:2]]
    assert all(chart.picture.is_file() for chart in told.charts)
    assert all(chart.heading and chart.title and chart.description for chart in told.charts)


def test_of_many_changes_the_first_are_told_and_how_many_more(pages: dict[str, Path]) -> None:
    told = brief(pages["demo.en"])
    soup = BeautifulSoup(pages["demo.en"].read_text("utf-8"), "html.parser")
    rows = soup.select("section[aria-labelledby=changes] tbody tr")
    assert sum(len(table.rows) for table in told.changes) == CHANGES
    assert told.more == len(rows) - CHANGES > 0
    assert told.changes[0].rows[0][2] == ("withdrawn",)


def test_of_very_many_indicators_the_first_are_told_and_how_many_more(
    pages: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = brief(pages["demo.en"])
    monkeypatch.setattr("giaoban.mail.brief.INDICATORS", 3)
    told = brief(pages["demo.en"])
    assert told.scorecard == whole.scorecard[:3]
    assert (whole.unlisted, told.unlisted) == (0, len(whole.scorecard) - 3)
