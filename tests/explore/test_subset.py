"""A part of a review finds what the whole review finds."""

import pandas as pd
import pytest
from places import RAW

from giaoban.analysis import Review, load
from giaoban.explore.subset import FOUND, between, on_indicator, years_of

WHOLES = [("04-CTr-HU", "2023-03-14"), ("demo", "2025-07-15"), ("demo", "2024-03-12")]


@pytest.fixture(scope="module", params=WHOLES, ids=" ".join)
def whole(request: pytest.FixtureRequest) -> Review:
    programme, meeting = request.param
    return load(programme, meeting, "", RAW)


# Rows that no figure, target or claim lends its number are counted anew; so are XmR stretches.
COUNTED = ("recast", "paces", "reached", "trends", "projections")


def of(review: Review, name: str, indicator: str) -> pd.DataFrame:
    found = getattr(review, name)
    found = found[found["indicator"] == indicator].drop(
        columns=["order", "stretch"], errors="ignore"
    )
    if name == "since_merger":
        # It counts the rows of what was recast.
        found = found.drop(columns="previous_row")
    return found.reset_index(drop=True) if name in COUNTED else found


@pytest.mark.slow
def test_of_each_indicator_it_finds_what_the_whole_finds_of_it(whole: Review) -> None:
    for indicator in whole.tables["indicators"]["indicator"]:
        part = on_indicator(whole, indicator)
        for name in FOUND:
            pd.testing.assert_frame_equal(
                of(part, name, indicator), of(whole, name, indicator), check_dtype=False, obj=name
            )


def test_it_holds_no_row_of_another_indicator(whole: Review) -> None:
    part = on_indicator(whole, "orgs-excellent")
    for name in ("figures", "targets", "claims", "records", "indicators"):
        assert set(part.tables[name]["indicator"]) <= {"orgs-excellent"}


@pytest.fixture(scope="module")
def demo() -> Review:
    return load("demo", "2025-07-15", "", RAW)


def test_of_some_years_the_slope_is_that_of_these_years(demo: Review) -> None:
    part = between(demo, 2021, 2023)
    (trend,) = part.trends.query("indicator == 'poor-households'").to_dict("records")
    assert (trend["first_period"], trend["last_period"]) == ("2021", "2023")
    # 3.12, 2.55, 1.96: slopes −0.57, −0.59 and, over two years, −0.58.
    assert trend["per_year"] == pytest.approx(-0.58)
    whole = demo.trends.query("indicator == 'poor-households'")
    assert whole["first_period"].tolist() == ["2020"]


def test_a_figure_belongs_to_the_year_in_which_its_period_ends(review: Review) -> None:
    assert len(between(review, 2022, 2022).compared.query("period == '2020/2022'")) == 1
    assert between(review, 2020, 2021).compared.query("period == '2020/2022'").empty


def test_its_years_run_from_the_first_figure_to_the_last(demo: Review) -> None:
    assert years_of(demo, "women-members") == [2020, 2021, 2022, 2023, 2024]
    assert years_of(demo, "inspections") == [2023, 2024, 2025]
    assert years_of(demo, "satisfaction") == []
