"""Reference values: Newcombe, Statistics in Medicine 17 (1998), table I on page 861 and table II
on page 879."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from giaoban.statistics import newcombe, wilson


def one(*numbers: float) -> list[np.ndarray]:
    return [np.array([float(n)]) for n in numbers]


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
    low_end, high_end = wilson(*one(x, n))
    assert (low_end[0], high_end[0]) == pytest.approx((low, high), abs=5e-5)


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
        # Worked out from the formula: 1 − √(2 · 0.7935²).
        ((1, 1, 0, 1), -0.1221, 1.0000),
    ],
)
def test_newcombe_gives_his_table_ii_method_10(
    counts: tuple[int, ...], low: float, high: float
) -> None:
    low_end, high_end = newcombe(*one(*counts))
    assert (low_end[0], high_end[0]) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_scipy(counts: tuple[int, int]) -> None:
    low_end, high_end = wilson(*one(*counts))
    theirs = binomtest(*counts).proportion_ci(method="wilson")
    assert (low_end[0], high_end[0]) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_no_share_lies_below_0_or_above_1() -> None:
    n = np.arange(1.0, 1000)
    low, high = wilson(np.concatenate([n, 0 * n]), np.concatenate([n, n]))
    assert low.min() == 0
    assert high.max() == 1


def test_no_interval_is_invented_without_counts() -> None:
    nothing = np.array([math.nan, 3.0, 0.0])
    of = np.array([10.0, math.nan, 0.0])
    ten = np.full(3, 10.0)
    assert np.isnan(wilson(nothing, of)).all()
    assert np.isnan(newcombe(nothing, of, ten, ten)).all()
    assert np.isnan(newcombe(ten, ten, nothing, of)).all()


@given(st.integers(1, 100_000))
def test_the_interval_of_none_begins_at_none_and_that_of_all_ends_with_all(whole: int) -> None:
    (low,), _ = wilson(*one(0, whole))
    _, (high,) = wilson(*one(whole, whole))
    assert (low, high) == (0, 1)
