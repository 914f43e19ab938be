"""Reference values: the tests of lhdjung's R package scrutiny, which carries the examples of Brown
and Heathers, Social Psychological and Personality Science 8 (2017) 363–369."""

from fractions import Fraction

import numpy as np
import pytest
from frames import compared, figures, indicators, units
from hypothesis import given
from hypothesis import strategies as st

from giaoban.compare import compare
from giaoban.grim import feasible_counts, numerators


def fits(percent: float, decimals: int, n: int) -> bool:
    return bool(numerators(percent, decimals, np.array([n]))["rounded"].notna().iloc[0])


@pytest.mark.parametrize(
    ("percents", "n", "expected"),
    [
        (range(6, 17), 50, "TFTFTFTFTFT"),
        (range(519, 531), 28, "FFTFFFTFFFTF"),
    ],
)
def test_scrutinys_percentages_fit_where_it_says_so(percents: range, n: int, expected: str) -> None:
    assert "".join("TF"[not fits(p, 0, n)] for p in percents) == expected


# Means of whole numbers are percentages by the hundred: 5.19 is 519%.
@pytest.mark.parametrize(
    ("mean", "n", "expected"),
    [
        (5.19, 28, False),
        (5.18, 28, True),
        (5.19, 32, True),
        (7.22, 32, True),
        (4.74, 25, False),
        (5.23, 29, False),
        (2.57, 24, False),
        (2.68, 28, True),
        (7.38, 26, True),
        (5.93, 49, False),
        (3.48, 20, False),
        (4.71, 17, True),
    ],
)
def test_the_papers_means_fit_where_it_says_so(mean: float, n: int, expected: bool) -> None:
    assert fits(round(mean * 100), 0, n) == expected


@pytest.mark.parametrize("printed", [1.12, 1.13])
def test_a_half_fits_whether_it_was_rounded_up_or_down(printed: float) -> None:
    assert fits(round(printed * 100), 0, 8)


@given(
    st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(0, 2),
)
def test_a_share_that_was_printed_rounded_fits_its_own_count(
    counts: tuple[int, int], decimals: int
) -> None:
    part, whole = counts
    printed = round(Fraction(100 * part, whole), decimals)
    assert fits(float(printed), decimals, whole)


def test_97_8_and_19_6_fit_45_and_9_of_46_and_no_smaller_whole() -> None:
    rows = [
        {"indicator": "x", "period": "2022", "value": 97.8, "as_published": "97,8"},
        {"indicator": "y", "period": "2022", "value": 19.6, "as_published": "19,6%"},
    ]
    about = indicators().merge(indicators(indicator="y", part_of="x"), "outer")
    found = feasible_counts(compare(figures(*rows), about, units()), about)
    same = found[(found["base"] == "same_whole") & (found["solution"] == 1)]
    assert same[["numerator", "denominator"]].to_numpy().tolist() == [[45, 46], [9, 46]]
    assert set(found["base"]) == {"same_whole", "of_the_part"}


def test_20_fits_9_of_the_45_of_48_and_not_9_of_the_48() -> None:
    rows = [
        {"indicator": "x", "period": "2021", "value": 93.75, "as_published": "93,75%"},
        {"indicator": "y", "period": "2021", "value": 20.0, "as_published": "20%"},
    ]
    about = indicators().merge(indicators(indicator="y", part_of="x"), "outer")
    found = feasible_counts(compare(figures(*rows), about, units()), about)
    nested = found[found["base"] == "of_the_part"]
    pairs = nested[["numerator", "denominator"]].to_numpy().tolist()
    assert pairs == [[15, 16], [3, 15], [30, 32], [6, 30], [45, 48], [9, 45]]
    assert 48 not in found[found["base"] == "same_whole"]["denominator"].tolist()


@pytest.mark.parametrize(
    ("value", "printed", "first"),
    [(85.7, "85,7%", [6, 7]), (93.75, "93,75%", [15, 16])],
)
def test_a_share_by_itself_has_its_smallest_counts_first(
    value: float, printed: str, first: list[int]
) -> None:
    table = compared({"period": "2022", "value": value, "as_published": printed})
    found = feasible_counts(table, indicators())
    assert found.iloc[0][["numerator", "denominator"]].tolist() == first
    assert found["printed"].eq("rounded").all()


def test_a_share_that_was_only_cut_off_says_so() -> None:
    table = compared({"period": "2022", "value": 66.66, "as_published": "66,66%"})
    found = feasible_counts(table, indicators())
    assert found.iloc[0][["numerator", "denominator", "printed"]].tolist() == [2, 3, "truncated"]


@pytest.mark.parametrize("value", [0.0, 100.0])
def test_nothing_and_everything_fit_any_count_and_are_left_out(value: float) -> None:
    assert feasible_counts(compared({"period": "2022", "value": value}), indicators()).empty
