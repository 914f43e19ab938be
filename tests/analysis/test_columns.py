"""The columns of each frame are stated once, and the sections ask for no others."""

from collections.abc import Callable
from inspect import getattr_static

import pytest
from fragments import SECTIONS
from places import RAW

from giaoban import analysis
from giaoban.analysis import Review, load
from giaoban.analysis.handed import computed
from giaoban.asof import ACTION_COLUMNS, FIGURE_COLUMNS
from giaoban.asof.vintage import CHANGE_COLUMNS
from giaoban.report.html import Fragment
from giaoban.report.page import Report

STATED = {
    "compared": analysis.COMPARED_COLUMNS,
    "against_targets": analysis.JUDGED_COLUMNS,
    "unpublished": analysis.UNPUBLISHED_COLUMNS,
    "paces": analysis.PACE_COLUMNS,
    "latest": analysis.LATEST_COLUMNS,
    "estimates": analysis.ESTIMATE_COLUMNS,
    "foreseen": analysis.VERDICT_COLUMNS,
    "history": analysis.HISTORY_COLUMNS,
    "office": analysis.OFFICE_COLUMNS,
    "verdicts": analysis.VERDICT_COLUMNS,
    "expected": [*FIGURE_COLUMNS, "least", "most"],
    "breaks": analysis.BREAK_COLUMNS,
    "likely_wholes": analysis.WHOLE_COLUMNS,
    "runs": [*analysis.COMPARED_COLUMNS, "run"],
    "trends": analysis.TREND_COLUMNS,
    "means": analysis.MEAN_COLUMNS,
    "projections": analysis.PROJECTION_COLUMNS,
    "control": analysis.CONTROL_COLUMNS,
    "claims": analysis.CLAIM_COLUMNS,
    "feasible_counts": analysis.FEASIBLE_COLUMNS,
    "counted_shares": analysis.COUNTED_COLUMNS,
    "compared_below": analysis.COMPARED_COLUMNS,
    "recast": analysis.RECAST_COLUMNS,
    "since_merger": analysis.COMPARED_COLUMNS,
    "below": analysis.JUDGED_COLUMNS,
    "rules": analysis.RULE_COLUMNS,
    "ranking": analysis.RANKING_COLUMNS,
    "funnel": analysis.FUNNEL_COLUMNS,
    "totals": analysis.TOTAL_COLUMNS,
    "gaps": analysis.GAP_COLUMNS,
    "needs": analysis.NEED_COLUMNS,
    "outlook": analysis.OUTLOOK_COLUMNS,
    "contributions": analysis.CONTRIBUTION_COLUMNS,
    "peers": analysis.PEER_COLUMNS,
    "asks": analysis.ASK_COLUMNS,
    "changes": CHANGE_COLUMNS,
    "target_changes": CHANGE_COLUMNS,
    "actions": ACTION_COLUMNS,
}


def cut(review: Review) -> Review:
    """Leave to each frame of a review only the columns that are stated."""
    kept = Review(review.known)
    kept.hand(**{name: getattr(review, name)[named] for name, named in STATED.items()})
    return kept


def test_every_frame_of_the_review_has_its_columns_stated() -> None:
    parts = {n for n in dir(Review) if isinstance(getattr_static(Review, n), computed)}
    assert parts == {*STATED, "gains"}


@pytest.mark.parametrize(
    ("programme", "meeting", "unit"),
    [
        ("04-CTr-HU", "2023-03-14", ""),
        ("demo", "2025-07-15", ""),
        ("demo", "2022-03-15", "xa-24"),
        ("demo", "2025-07-15", "xa-25"),
    ],
    ids=["the bundled programme", "the demo", "a unit without figures", "a merged unit"],
)
def test_a_frame_has_the_columns_that_are_stated(programme: str, meeting: str, unit: str) -> None:
    review = load(programme, meeting, unit, RAW)
    assert review.tables["figures"].columns.tolist() == FIGURE_COLUMNS
    found = {name: getattr(review, name).columns.tolist() for name in STATED}
    assert found == STATED


@pytest.mark.parametrize("programme", ["04-CTr-HU", "demo"])
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_asks_for_no_column_that_is_not_stated(
    programme: str, section: Callable[[Report], Fragment], reports: dict[str, Report]
) -> None:
    assert section(reports[programme]).html


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Give a report of each programme, of frames that have the stated columns alone."""
    reviews = {name: load(name, "latest", "", RAW) for name in ("04-CTr-HU", "demo")}
    folder = tmp_path_factory.mktemp("reports")
    return {name: Report(cut(review), "en", folder) for name, review in reviews.items()}
