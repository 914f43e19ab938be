from pathlib import Path

import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup

from giaoban.errors import GiaobanError
from giaoban.mail.bodies import plain_text
from giaoban.mail.brief import ASKS, CHANGES, CHARTS, Brief, brief, shorter
from giaoban.render import picture_of


@pytest.fixture(params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def told(pages: dict[str, Path], name: str) -> Brief:
    return brief(pages[name])


def test_everything_that_a_message_says_is_there(told: Brief) -> None:
    page = told.page
    assert all([page.lang, page.eyebrow, page.title, page.subtitle, page.gaps, told.scorecard])
    assert len(page.summary) == len([said for _, said in page.summary if said]) >= 3
    assert len(page.scorecard.header) == len(set(page.scorecard.header)) == 5
    assert {"summary", "scorecard", "changes", "asks"} <= page.headings.keys()
    assert all((row.indicator, row.name, row.figure, row.status) for row in told.scorecard)


def test_a_scorecard_row_says_what_the_page_says(pages: dict[str, Path]) -> None:
    row = brief(pages["04-CTr-HU.en"]).scorecard[0]
    assert row.figure == ["97.8%", "2022"]
    assert row.change == ["not comparable", "the definition changed (+4.05 percentage points)"]
    assert (row.target, row.status) == (["–"], ["no target known"])
    assert (row.comparable, row.judged) == (False, "no_target")


def test_the_pace_stands_on_a_line_of_its_own(pages: dict[str, Path]) -> None:
    said = [row.status for row in brief(pages["demo.en"]).scorecard]
    assert ["not met", "moving away (target 3%, 2025)"] in said
    assert ["no target for 2024", "moving away (target 70%, 2025)"] in said


def test_a_page_of_an_older_giaoban_is_refused_in_words(tmp_path: Path) -> None:
    page = tmp_path / "u.vi.html"
    page.write_text("<html lang='vi'>")
    with pytest.raises(GiaobanError, match=r"u\.vi\.html: made by an older giaoban, make it anew"):
        brief(page)


def test_no_footnote_number_is_left(told: Brief, pages: dict[str, Path], name: str) -> None:
    soup = BeautifulSoup(pages[name].read_text("utf-8"), "html.parser")
    for mark in soup.select("sup"):
        mark.decompose()
    plain = " ".join(soup.get_text().split())
    assert [said for _, said in told.page.summary if said not in plain] == []


def test_charts_begin_with_the_targets_then_what_missed_or_may_not_be_compared(
    told: Brief, pages: dict[str, Path], name: str
) -> None:
    bad = [r.indicator for r in told.scorecard if r.judged == "not_met" or not r.comparable]
    first, *others = [chart.name for chart in told.charts]
    assert first == "targets"
    assert 2 <= len(told.charts) <= CHARTS
    assert others[:2] == [f"trend-{indicator}" for indicator in bad[:2]]
    assert all(picture_of(pages[name], chart.name).is_file() for chart in told.charts)
    assert all(chart.heading and chart.title and chart.description for chart in told.charts)


def test_of_many_changes_the_first_are_told_and_how_many_more(
    pages: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = brief(pages["demo.en"])
    assert [row[2] for table in whole.changes for row in table.rows] == [
        "withdrawn",
        "revised",
        "revised",
    ]
    assert whole.changes[0].note.startswith("New figures: 25, of ")
    assert (whole.more, CHANGES > 3) == (0, True)
    monkeypatch.setattr("giaoban.mail.brief.CHANGES", 2)
    told = brief(pages["demo.en"])
    assert [len(table.rows) for table in told.changes] == [2]
    assert told.more == 1


def test_what_to_ask_for_is_told_from_whom_and_of_much_how_much_more(
    pages: dict[str, Path],
) -> None:
    told = brief(pages["04-CTr-HU.en"])
    first = "the value of the target: Key cadres of communes and the town: intermediate"
    assert told.asks[0] == ["City of Hanoi", f"{first} political theory (2022)"]
    assert (len(told.asks), told.unasked) == (5, 0)
    long = brief(pages["demo.en"])
    assert (len(long.asks), long.unasked) == (ASKS, len(long.page.asks) - ASKS)
    assert f"And {long.unasked} more" in plain_text(long, [])


def test_the_points_come_before_what_is_lacking_and_nothing_empty_is_recited(
    pages: dict[str, Path], name: str
) -> None:
    told = plain_text(brief(pages[name]), [])
    page = brief(pages[name]).page
    assert told.index(page.headings["summary"]) < told.index(page.gaps[0][0])
    assert told.count(f"\n{page.headings['summary']}") == 1
    assert page.silent.get("changes", "No earlier") not in " ".join(told.split())


def test_each_shorter_version_says_less_than_the_one_before(told: Brief) -> None:
    said = [len(plain_text(version, [])) for version in (told, *shorter(told))]
    assert said == sorted(said, reverse=True)
    assert said[-1] < said[0] / 2


def test_of_very_many_indicators_the_first_are_told_and_how_many_more(
    pages: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = brief(pages["demo.en"])
    monkeypatch.setattr("giaoban.mail.brief.INDICATORS", 3)
    told = brief(pages["demo.en"])
    assert told.scorecard == whole.scorecard[:3]
    assert (whole.unlisted, told.unlisted) == (0, len(whole.scorecard) - 3)
