"""The columns of each frame are stated once, and the sections ask for no others."""

from collections.abc import Callable
from inspect import getattr_static

import numpy as np
import pytest
from fragments import SECTIONS
from places import RAW

from giaoban.analysis import Review, control_charts, load, rank_units
from giaoban.analysis.handed import Computed
from giaoban.analysis.trends import SIGNALS
from giaoban.asof import FIGURE_COLUMNS
from giaoban.report.html import Fragment
from giaoban.report.page import Report

PARTS = {name: getattr_static(Review, name) for name in dir(Review)}
STATED = {n: part.columns for n, part in PARTS.items() if isinstance(part, Computed)}
del STATED["gains"]  # A series.


def cut(review: Review) -> Review:
    """Leave to each frame of a review only the columns that are stated."""
    kept = Review(review.known)
    kept.hand(**{name: getattr(review, name)[named] for name, named in STATED.items()})
    return kept


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


def test_the_marks_of_a_frame_without_rows_are_yes_or_no_as_of_one_with_rows() -> None:
    review = load("demo", "latest", "", RAW)
    indicators, units = review.tables["indicators"], review.tables["units"]
    below, figures = review.below, review.tables["figures"]
    for frame in (rank_units(below.iloc[:0], indicators), rank_units(below, indicators)):
        assert frame["share"].dtype == bool
    for frame in (figures.iloc[:0], figures.iloc[:9], figures):
        assert set(control_charts(frame, indicators, units)[SIGNALS].dtypes) == {np.dtype(bool)}
