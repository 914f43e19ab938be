"""The limits are Spiegelhalter's (Statistics in Medicine 24 (2005) 1185–1202); they are held against
the binomial distribution of scipy itself."""

import pandas as pd
import pytest
from frames import compared
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from giaoban.funnel import funnel, limits

sizes = st.integers(1, 200)
shares = st.floats(0.02, 0.98)


def one(n: int, whole: float) -> pd.Series:
    return limits(pd.Series([float(n)]), whole).iloc[0]


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


@pytest.mark.parametrize(
    ("n", "whole", "low", "high"),
    [(20, 0.5, 0.2558235294, 0.7441764706), (100, 0.1, 0.0403805956, 0.1677186116)],
)
def test_the_limits_are_interpolated(n: int, whole: float, low: float, high: float) -> None:
    found = one(n, whole)
    assert (found["warning_low"], found["warning_high"]) == pytest.approx((low, high))


def places(*counts: tuple[int, int]) -> list[str]:
    rows = [
        {"unit": f"u{i}", "period": "2022", "value": 100 * k / n, "numerator": k, "denominator": n}
        for i, (k, n) in enumerate(counts)
    ]
    return funnel(compared(*rows))["place"].tolist()


def test_a_small_unit_is_not_shamed_by_noise() -> None:
    assert places((1, 2), (90, 100), (91, 100), (89, 100)) == ["within"] * 4


def test_a_large_unit_that_differs_stands_out() -> None:
    assert places((60, 100), (90, 100), (90, 100), (90, 100))[0] == "far_below"


def test_a_unit_without_counts_is_left_out() -> None:
    row = {"period": "2022", "value": 90.0}
    assert funnel(compared(row)).empty
