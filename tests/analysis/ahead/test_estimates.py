"""What a running year may come to stands beside its months so far, and counts nowhere."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from frames import compared, figures, indicators

from giaoban.analysis import Review, expected, load, year_estimates

Append = Callable[..., None]
NEW = {"unit": "my-duc", "qualifier": "=", "reported_on": "2023-03-14"}
NEW |= {"source": "myduc-2023-03-15", "indicator": "members-admitted"}
SO_FAR = NEW | {"period": "2023-01/2023-02", "value": "30"}


def of(programme: Path) -> pd.DataFrame:
    review = load(str(programme), "latest", "", programme)
    return review.estimates[review.estimates["indicator"] == "members-admitted"]


def test_the_months_so_far_are_carried_on_in_proportion_and_nothing_more_is_claimed(
    programme: Path, append: Append
) -> None:
    append("figures", **SO_FAR)
    row = of(programme).iloc[0]
    assert (row["by"], row["period"], row["so_far"], row["value"]) == ("pace", "2023", 30, 180)
    assert row["years"] == 0
    assert pd.isna(row["low"])


@pytest.mark.parametrize(("day", "expected"), [("2023-12-30", ["2023"]), ("2023-12-31", [])])
def test_on_its_last_day_a_year_is_over(day: str, expected: list[str]) -> None:
    half: dict[str, object] = {"period": "2023-01/2023-06", "value": 30.0}
    found = compared(half, unit_measure="count")
    about, cutoff = indicators(unit_measure="count"), pd.Timestamp(day)
    told = year_estimates(found, found.head(0), about, cutoff)
    assert told["period"].tolist() == expected


def test_the_share_of_the_same_months_in_earlier_years_gives_bounds(
    programme: Path, append: Append
) -> None:
    append("figures", **SO_FAR)
    for year, part, whole in (("2021", 20, 160), ("2022", 30, 150)):
        append("figures", **(NEW | {"period": f"{year}-01/{year}-02", "value": str(part)}))
        append("figures", **(NEW | {"period": year, "value": str(whole)}))
    row = of(programme).iloc[0]
    # 20% and 12.5% of their years.
    assert (row["low"], row["high"], row["years"]) == (150, 240, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2023-02"},  # January is missing.
        {"qualifier": ">"},
        {"value": "", "obs_status": "O"},
        {"obs_status": "F"},
    ],
)
def test_without_an_exact_sum_from_the_first_month_on_there_is_no_pace(
    programme: Path, append: Append, change: dict[str, str]
) -> None:
    append("figures", **(SO_FAR | change))
    assert of(programme).empty


@pytest.mark.parametrize(("part", "whole"), [(0.0, 160.0), (170.0, 160.0)])
def test_months_that_had_nothing_of_their_year_or_more_than_all_give_no_bounds(
    part: float, whole: float
) -> None:
    rows: list[dict[str, object]] = [
        {"period": "2022-01/2022-02", "value": part},
        {"period": "2022", "value": whole},
        {"period": "2023-01/2023-02", "value": 30.0},
    ]
    table, about = compared(*rows, unit_measure="count"), indicators(unit_measure="count")
    (row,) = year_estimates(table, table.head(0), about, pd.Timestamp("2023-03-14")).to_dict(
        "records"
    )
    assert (row["value"], row["years"]) == (180, 0)


@pytest.mark.parametrize(("part", "whole", "bound"), [(160.0, 160.0, 30), (0.5, 2.0, 120)])
def test_months_that_had_all_of_their_year_or_half_a_tonne_of_two_give_bounds(
    part: float, whole: float, bound: float
) -> None:
    rows: list[dict[str, object]] = [
        {"period": "2022-01/2022-02", "value": part},
        {"period": "2022", "value": whole},
        {"period": "2023-01/2023-02", "value": 30.0},
    ]
    measure: dict[str, str | bool] = {"unit_measure": "number", "additive": True}
    table, day = compared(*rows, **measure), pd.Timestamp("2023-03-14")
    (row,) = year_estimates(table, table.head(0), indicators(**measure), day).to_dict("records")
    assert (row["low"], row["high"], row["years"]) == (bound, bound, 1)


def test_the_year_in_which_a_series_broke_is_on_this_side_of_the_break(
    programme: Path, append: Append
) -> None:
    append("figures", **SO_FAR)
    for period, value in (("2021-01/2021-02", "20"), ("2021", "160")):
        append("figures", **(NEW | {"period": period, "value": value, "obs_status": "B"}))
    assert of(programme).iloc[0][["years", "low"]].tolist() == [1, 240]


@pytest.mark.parametrize(
    ("period", "cutoff"),
    [("2022", "2022-12-31"), ("2022", "2023-03-14"), ("2023-07/2023-12", "2023-03-14")],
)
def test_what_is_expected_of_a_year_that_is_over_or_of_half_a_one_is_no_estimate_of_a_year(
    period: str, cutoff: str
) -> None:
    row: dict[str, object] = {"period": period, "value": 90.0, "obs_status": "F"}
    ahead, about = expected(figures(row), indicators()), indicators()
    assert year_estimates(ahead.head(0), ahead, about, pd.Timestamp(cutoff)).empty


def test_no_share_is_taken_across_a_break(programme: Path, append: Append) -> None:
    append("figures", **SO_FAR)
    append("figures", **(NEW | {"period": "2020-01/2020-02", "value": "20"}))
    append("figures", **(NEW | {"period": "2020", "value": "160"}))
    append("figures", **(NEW | {"period": "2021", "value": "160", "obs_status": "B"}))
    assert of(programme).iloc[0]["years"] == 0


def test_of_what_is_counted_by_school_years_no_calendar_year_is_estimated(
    programme: Path, append: Append
) -> None:
    append("figures", **SO_FAR)
    append("figures", **(NEW | {"period": "2021-09/2022-08", "value": "150"}))
    assert of(programme).empty


@pytest.mark.parametrize("status", ["F", "E"])
def test_what_the_office_expects_of_a_year_not_over_is_its_estimate_and_no_figure(
    programme: Path, append: Append, status: str
) -> None:
    append("figures", **(NEW | {"period": "2023", "value": "170", "obs_status": status}))
    review = load(str(programme), "latest", "", programme)
    row = review.estimates.iloc[0]
    assert (row["by"], row["period"], row["value"]) == ("office", "2023", 170)
    assert "2023" not in set(review.compared["period"])


def test_an_estimate_of_a_year_that_was_over_is_a_figure(programme: Path, append: Append) -> None:
    append("figures", **(NEW | {"period": "2022", "value": "150", "obs_status": "E"}))
    review = load(str(programme), "latest", "", programme)
    assert review.estimates.empty
    ours = review.compared[review.compared["indicator"] == "members-admitted"]
    assert "2022" in set(ours["period"])


def test_no_verdict_takes_an_estimate_in(demo_review: Review) -> None:
    assert set(demo_review.estimates["by"]) == {"office", "pace"}
    without = Review(demo_review.known)
    without.hand(estimates=demo_review.estimates.head(0))
    for name in ("verdicts", "latest", "paces", "trends", "projections", "claims"):
        pd.testing.assert_frame_equal(getattr(without, name), getattr(demo_review, name))
