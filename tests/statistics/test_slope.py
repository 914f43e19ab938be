"""Reference values: Sen, Journal of the American Statistical Association 63 (1968) 1379–1389, and
Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, example 9.1, as the R packages
deming and NSM3 carry their data; NIST StRD, linear regression, data set Norris."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from norris import NORRIS_SLOPE, NORRIS_X, NORRIS_Y
from scipy.stats import kendalltau

from giaoban.statistics.slope import Slope, theil_sen


def slope(times: list[float], values: list[float]) -> Slope:
    return theil_sen(np.array(times, float), np.array(values, float), np.array(values, float))


def test_sens_example_has_his_slope_and_interval() -> None:
    found = slope([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78])
    assert found.estimate == pytest.approx(4)
    assert (found.low, found.high) == pytest.approx((26 / 7, 35 / 8))
    assert found.confidence == pytest.approx(0.96984, abs=5e-6)


def test_hollander_wolfe_and_chickens_example_9_1_has_the_slope_of_theils_estimator() -> None:
    found = slope([1, 2, 3, 4, 5], [1.26, 1.27, 1.12, 1.16, 1.03])
    assert found.estimate == pytest.approx(-0.05625)
    assert (found.low, found.high) == pytest.approx((-0.15, 0.04))
    assert found.confidence == pytest.approx(1 - 2 / 120)


def test_the_interval_of_nists_norris_data_holds_the_certified_slope() -> None:
    distinct = dict(zip(NORRIS_X, NORRIS_Y, strict=True))
    found = slope(list(distinct), list(distinct.values()))
    assert found.low <= NORRIS_SLOPE <= found.high
    assert found.estimate == pytest.approx(NORRIS_SLOPE, abs=0.002)
    assert found.verdict == "rising"


@pytest.mark.parametrize(("points", "confidence"), [(3, 2 / 3), (4, 11 / 12), (5, 59 / 60)])
def test_few_points_give_the_confidence_that_they_can(points: int, confidence: float) -> None:
    values = [float(v) for v in range(points)]
    assert slope(values, values).confidence == pytest.approx(confidence)


@pytest.mark.parametrize(
    ("points", "verdict"), [(3, "too_few_to_tell"), (4, "too_few_to_tell"), (5, "rising")]
)
def test_a_direction_is_said_only_where_95_percent_can_be_reached(
    points: int, verdict: str
) -> None:
    values = [float(v) for v in range(points)]
    assert slope(values, values).verdict == verdict


def test_just_95_percent_are_enough() -> None:
    assert Slope(1, 0.5, 2, 0.95).verdict == "rising"


def test_an_interval_that_ends_at_0_shows_no_direction() -> None:
    assert Slope(1, 0, 2, 0.96).verdict == Slope(-1, -2, 0, 0.96).verdict == "no_clear_trend"


@pytest.mark.parametrize("points", [5, 6, 7])
def test_the_stated_confidence_is_how_often_no_trend_lies_within(points: int) -> None:
    orders = list(permutations(range(points)))
    times = [float(t) for t in range(points)]
    found = [slope(times, [float(v) for v in order]) for order in orders]
    covered = sum(s.low <= 0 <= s.high for s in found) / len(orders)
    assert covered == pytest.approx(found[0].confidence)
    assert covered >= 0.95


@given(st.lists(st.integers(0, 1000), min_size=5, max_size=12, unique=True))
def test_a_trend_is_seen_just_where_kendalls_exact_test_sees_one(values: list[int]) -> None:
    times = [float(t) for t in range(len(values))]
    found = slope(times, [float(v) for v in values])
    p = kendalltau(times, values, method="exact").pvalue
    assert (found.verdict in ("rising", "falling")) == (p <= 0.05)


@given(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=12))
def test_an_interval_contains_its_estimate(values: list[float]) -> None:
    found = slope([float(t) for t in range(len(values))], values)
    assert found.low <= found.estimate <= found.high


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=3, max_size=8),
    st.data(),
)
def test_whatever_values_the_ranges_hold_their_interval_lies_within(
    ends: list[tuple[int, int]], data: st.DataObject
) -> None:
    least, most = (np.array([f(e) for e in ends], float) for f in (min, max))
    inside = np.array([data.draw(st.floats(a, b)) for a, b in zip(least, most, strict=True)])
    times = np.arange(len(ends), dtype=float)
    wide, exact = theil_sen(times, least, most), theil_sen(times, inside, inside)
    assert wide.low <= exact.low + 1e-9
    assert exact.high <= wide.high + 1e-9
