"""Reference values: NIST StRD, Norris; the prediction intervals that R's predict.lm documents for
its data sets cars (Ezekiel 1930) and mtcars (Motor Trend 1974)."""

import numpy as np
import pandas as pd
import pytest
from frames import compared, indicators, yearly
from hypothesis import given
from hypothesis import strategies as st
from norris import NORRIS_INTERCEPT, NORRIS_RESIDUAL_SD, NORRIS_SLOPE, NORRIS_X, NORRIS_Y

from giaoban.projection import least_squares, project

SPEED = [4,4,7,7,8,9,10,10,10,11,11,12,12,12,12,13,13,13,13,14,14,14,14,15,15,15,16,16,17,17,17,18,18,18,18,19,19,19,20,20,20,20,20,22,23,24,24,24,24,25]  # fmt: skip
DIST = [2,10,4,22,16,10,18,26,34,17,28,14,20,24,28,26,34,34,46,26,36,60,80,20,26,54,32,40,32,40,50,42,56,76,84,36,46,68,32,48,52,56,64,66,54,70,92,93,120,85]  # fmt: skip
WEIGHT = [2.620,2.875,2.320,3.215,3.440,3.460,3.570,3.190,3.150,3.440,3.440,4.070,3.730,3.780,5.250,5.424,5.345,2.200,1.615,1.835,2.465,3.520,3.435,3.840,3.845,1.935,2.140,1.513,3.170,2.770,3.570,2.780]  # fmt: skip
MILES = [21.0,21.0,22.8,21.4,18.7,18.1,14.3,24.4,22.8,19.2,17.8,16.4,17.3,15.2,10.4,10.4,14.7,32.4,30.4,33.9,21.5,15.5,15.2,13.3,19.2,27.3,26.0,30.4,15.8,19.7,15.0,21.4]  # fmt: skip


def test_norris_has_its_certified_line() -> None:
    line = least_squares(np.array(NORRIS_X), np.array(NORRIS_Y))
    assert line.slope == pytest.approx(NORRIS_SLOPE, rel=1e-12)
    assert line.intercept == pytest.approx(NORRIS_INTERCEPT, rel=1e-10)
    assert line.residual_sd == pytest.approx(NORRIS_RESIDUAL_SD, rel=1e-10)


@pytest.mark.parametrize(
    ("x", "y", "at", "expected"),
    [
        (SPEED, DIST, 12, (29.60981, -1.749529, 60.96915)),
        (WEIGHT, MILES, 3, (21.25171, 14.92987, 27.57355)),
    ],
    ids=["cars", "mtcars"],
)
def test_a_prediction_has_the_interval_that_r_gives(
    x: list[float], y: list[float], at: float, expected: tuple[float, ...]
) -> None:
    line = least_squares(np.array(x, float), np.array(y, float))
    assert line.predict(at) == pytest.approx(expected, rel=1e-6)


@given(st.lists(st.floats(0, 100), min_size=3, max_size=20), st.floats(-10, 40))
def test_a_prediction_lies_within_its_interval(values: list[float], at: float) -> None:
    line = least_squares(np.arange(len(values), dtype=float), np.array(values))
    value, low, high = line.predict(at)
    assert low <= value <= high


def ahead(*values: float, last_year: int = 2025, **about: str) -> pd.DataFrame:
    return project(compared(*yearly(*values)), indicators(**about), last_year)


def test_three_figures_lead_to_the_programmes_last_year() -> None:
    found = ahead(80.0, 82.0, 84.5).iloc[0]
    assert (found["year"], found["points"]) == (2025, 3)
    assert found["projected"] == pytest.approx(82 + 1 / 6 + 3 * 2.25)
    assert found["low"] < found["projected"] < found["high"]


def test_a_share_is_cut_off_at_what_is_possible() -> None:
    found = ahead(70.0, 92.0, 97.0).iloc[0]
    assert (found["projected"], found["high"]) == (100, 100)
    assert found["low"] < 100
    found = ahead(9.0, 3.0, 2.0, unit_measure="count").iloc[0]
    assert (found["projected"], found["low"]) == (0, 0)


@pytest.mark.parametrize("values", [(80.0, 82.0, 84.0), (90.0, 96.0, 102.0 - 1e-9)])
def test_no_certainty_is_invented_where_the_figures_lie_on_a_line(
    values: tuple[float, ...],
) -> None:
    found = ahead(*values).iloc[0]
    assert found["projected"] in (88, 100)
    assert found[["low", "high"]].isna().all()


@pytest.mark.parametrize(
    ("values", "last_year"), [((80.0, 82.0), 2025), ((80.0, 82.0, 84.5), 2023)]
)
def test_too_few_figures_or_no_time_left_lead_nowhere(
    values: tuple[float, ...], last_year: int
) -> None:
    assert ahead(*values, last_year=last_year).empty


def test_only_the_run_since_the_last_break_is_carried_on() -> None:
    rows = yearly(10.0, 20.0, 80.0, 82.0, 84.0, first=2019)
    rows[2]["obs_status"] = "B"
    found = project(compared(*rows), indicators(), 2025).iloc[0]
    assert (found["first_period"], found["points"]) == ("2021", 3)
    assert found["projected"] == pytest.approx(88)


def test_a_figure_that_is_no_number_but_a_range_is_not_carried_on() -> None:
    rows = yearly(80.0, 82.0, 84.0)
    rows[1]["qualifier"] = ">"
    assert project(compared(*rows), indicators(), 2025).empty


def test_a_rating_may_fall_below_0() -> None:
    found = ahead(-1.0, -2.0, -2.5, -4.0, unit_measure="rating").iloc[0]
    assert found["low"] < found["projected"] < -4
