"""Reference values: Newcombe, Statistics in Medicine 17 (1998), table I on page 861 and table II
on page 879."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from giaoban.intervals import newcombe, stated_range, wilson


def one(*numbers: float) -> list[pd.Series]:
    return [pd.Series([float(n)]) for n in numbers]


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_newcombes_table_i_method_3(x: int, n: int, low: float, high: float) -> None:
    found = wilson(*one(x, n)).iloc[0]
    assert (found["low"], found["high"]) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_gives_his_table_ii_method_10(
    counts: tuple[int, ...], low: float, high: float
) -> None:
    found = newcombe(*one(*counts)).iloc[0]
    assert (found["low"], found["high"]) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_scipy(counts: tuple[int, int]) -> None:
    found = wilson(*one(*counts)).iloc[0]
    theirs = binomtest(*counts).proportion_ci(method="wilson")
    assert (found["low"], found["high"]) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_no_interval_is_invented_without_counts() -> None:
    nothing = pd.Series([math.nan, 3.0, 0.0])
    assert wilson(nothing, pd.Series([10.0, math.nan, 0.0])).isna().all(axis=None)


@pytest.mark.parametrize(
    ("value", "qualifier", "share", "expected"),
    [
        (89.0, ">", True, (89, 100, True, False)),
        (89.0, "<", True, (0, 89, False, True)),
        (100.0, ">=", True, (100, 100, False, False)),
        (460.0, ">", False, (460, math.inf, True, False)),
        (150.0, "~", False, (145, 155, False, False)),
        (12.5, "~", True, (12.45, 12.55, False, False)),
        (98.0, "~", True, (97.5, 98.5, False, False)),
        (math.nan, "=", True, (0, 100, False, False)),
    ],
)
def test_a_qualifier_leaves_its_range_open(
    value: float, qualifier: str, share: bool, expected: tuple[float, ...]
) -> None:
    found = stated_range(pd.Series([value]), pd.Series([qualifier]), pd.Series([share]))
    assert tuple(found.iloc[0]) == pytest.approx(expected)


@given(st.floats(0, 100), st.sampled_from(["=", ">=", ">", "<=", "<", "~"]))
def test_a_range_contains_the_value_that_was_stated(value: float, qualifier: str) -> None:
    span = stated_range(pd.Series([value]), pd.Series([qualifier]), pd.Series([True])).iloc[0]
    assert 0 <= span["low"] <= value <= span["high"] <= 100
