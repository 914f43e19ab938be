"""Reference values: NIST StRD, Norris; the prediction intervals that R's predict.lm documents for
its data sets cars (Ezekiel 1930) and mtcars (Motor Trend 1974)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from norris import NORRIS_INTERCEPT, NORRIS_RESIDUAL_SD, NORRIS_SLOPE, NORRIS_X, NORRIS_Y

from giaoban.statistics import least_squares

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


def test_figures_on_a_line_to_their_last_decimal_leave_no_interval_whatever_their_size() -> None:
    rising = np.array([7_407_404.7, 7_407_406.8, 7_407_408.9])
    value, low, high = least_squares(np.array([2022.0, 2023.0, 2024.0]), rising).predict(2025)
    assert value == pytest.approx(7_407_411.0)
    assert low == value == high
