"""Reference values: the tests and the vignette "deviations" of the NHS-R community's package
NHSRplotthedots; NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.statistics.xmr import XmRChart, xmr_chart


def chart(*values: float) -> XmRChart:
    return xmr_chart(np.array(values, dtype=float))


def signals(found: XmRChart) -> np.ndarray:
    return np.array([found.outside, found.run, found.trend, found.two_of_three])


def test_the_limits_are_those_of_the_nist_handbook() -> None:
    found = chart(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
    # The handbook takes 3/1.128, of which 2.66 is the usual rounding.
    assert found.mean == pytest.approx(50.81)
    assert (found.lower, found.upper) == pytest.approx((45.8159, 55.8041), abs=1e-3)


def test_the_limits_are_those_of_making_data_count() -> None:
    found = chart(1, 2, 1, 2, 10, *[1, 2] * 6, 1)
    assert [round(v, 2) for v in (found.upper, found.mean, found.lower)] == [6.95, 1.94, -3.06]
    assert found.outside.tolist() == [i == 4 for i in range(18)]


@pytest.mark.parametrize(
    ("values", "signal"),
    [
        ([1, 2, 3, 3, 4, 5, 6], [False] * 7),
        ([1, 2, 3, 4, 5, 6, 7], [True] * 7),
        ([7, 6, 5, 4, 3, 2, 1], [True] * 7),
        ([1, 2, 3, 4, 5, 6], [False] * 6),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [False, *[True] * 7, False]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [False, *[True] * 7, False]),
    ],
)
def test_seven_that_only_rise_or_fall_are_a_trend(values: list[float], signal: list[bool]) -> None:
    assert chart(*values).trend.tolist() == signal


@pytest.mark.parametrize(("above", "signal"), [(6, False), (7, True), (8, True)])
def test_seven_on_one_side_of_the_mean_are_a_run(above: int, signal: bool) -> None:
    values = [1.0] * above + [-1.0] + [-1.0, 1.0] * 3
    values += [-sum(values)]
    found = chart(*values)
    assert found.run.tolist()[:above] == [signal] * above
    assert not found.run[above:].any()


def test_two_of_three_near_a_limit_are_a_signal_and_the_third_is_not() -> None:
    found = chart(*[0.5, -0.5] * 20, 2.3, 0.6, 2.3, -0.5)
    assert np.flatnonzero(found.two_of_three).tolist() == [40, 42]
    assert not found.outside.any()


def test_two_of_three_on_either_side_of_the_mean_are_no_signal() -> None:
    assert not chart(*[0.5, -0.5] * 20, 2.3, -0.6, 2.3, -0.5).two_of_three.any()


def test_nor_is_one_near_the_other_limit_right_before_them() -> None:
    found = chart(*[0.5, -0.5] * 20, -2.3, 2.3, 0.6, 2.3, -0.5)
    assert np.flatnonzero(found.two_of_three).tolist() == [41, 43]


def test_near_a_limit_is_what_lies_in_the_outer_third() -> None:
    assert chart(*[0.5, -0.5] * 20, 2.1, 0.6, 2.1, -0.5).two_of_three.any()
    assert not chart(*[0.5, -0.5] * 20, 1.6, 0.6, 1.6, -0.5).two_of_three.any()


def test_two_of_four_near_a_limit_are_no_signal() -> None:
    assert not chart(*[0.5, -0.5] * 20, 2.3, 0.6, 0.6, 2.3, -0.5).two_of_three.any()


@given(st.lists(st.integers(0, 100), min_size=8, max_size=30))
def test_a_chart_does_not_change_when_its_series_is_turned_upside_down(values: list[int]) -> None:
    up, down = chart(*values), chart(*(-v for v in values))
    assert np.array_equal(signals(up), signals(down))


@pytest.mark.parametrize("value", [97.3, 33.3, 93.1, 0.1])
def test_a_constant_series_has_no_signals(value: float) -> None:
    assert not signals(chart(*[value] * 12)).any()
