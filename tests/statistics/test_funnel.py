"""The limits are Spiegelhalter's (Statistics in Medicine 24 (2005) 1185–1202); they are held against
the binomial distribution of scipy itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from giaoban.statistics import binomial_limits

sizes = st.integers(1, 200)
shares = st.floats(0.02, 0.98)


def one(n: int, whole: float) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, level in (("warning", 0.95), ("alarm", 0.998)):
        low, high = binomial_limits(np.array([float(n)]), whole, level)
        found |= {f"{name}_low": low[0], f"{name}_high": high[0]}
    return found


@given(sizes, shares)
def test_a_count_lies_beyond_a_limit_just_where_its_chance_is_that_small(
    n: int, whole: float
) -> None:
    found = one(n, whole)
    for count in range(n + 1):
        for name, p in (("warning", 0.025), ("alarm", 0.001)):
            chances = binom.cdf(count, n, whole), binom.sf(count - 1, n, whole)
            if min(abs(chance - p) for chance in chances) > 1e-9:
                assert (count / n < found[f"{name}_low"] - 1e-12) == (chances[0] <= p)
                assert (count / n > found[f"{name}_high"] + 1e-12) == (chances[1] <= p)


@given(sizes, shares)
def test_the_limits_of_what_is_not_counted_are_the_mirror_image(n: int, whole: float) -> None:
    here, mirrored = one(n, whole), one(n, 1 - whole)
    assert here["warning_low"] == pytest.approx(1 - mirrored["warning_high"], abs=1e-9)
    assert here["alarm_high"] == pytest.approx(1 - mirrored["alarm_low"], abs=1e-9)


@given(sizes, shares)
def test_the_wider_limits_lie_outside_and_the_whole_within(n: int, whole: float) -> None:
    found = one(n, whole)
    assert 0 <= found["alarm_low"] <= found["warning_low"] <= whole
    assert whole <= found["warning_high"] <= found["alarm_high"] <= 1


def test_of_a_share_of_none_or_all_a_single_case_lies_beyond_the_limits() -> None:
    none, every = one(20, 0.0), one(20, 1.0)
    assert none["warning_low"] == none["alarm_low"] == 0 < none["alarm_high"] < 1 / 20
    assert 19 / 20 < every["alarm_low"] < 1 == every["alarm_high"] == every["warning_high"]


@pytest.mark.parametrize(
    ("n", "whole", "low", "high"),
    [(20, 0.5, 0.2558235294, 0.7441764706), (100, 0.1, 0.0403805956, 0.1677186116)],
)
def test_the_limits_are_interpolated(n: int, whole: float, low: float, high: float) -> None:
    found = one(n, whole)
    assert (found["warning_low"], found["warning_high"]) == pytest.approx((low, high))
