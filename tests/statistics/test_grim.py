"""Reference values: the tests of lhdjung's R package scrutiny, which carries the examples of Brown
and Heathers, Social Psychological and Personality Science 8 (2017) 363–369."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.statistics import feasible_numerators


def fits(percent: float, decimals: int, n: int) -> bool:
    rounded, _ = feasible_numerators(percent, decimals, np.array([n]))
    return not np.isnan(rounded[0])


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


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_a_count_that_was_cut_off_is_found_as_by_trying_every_one(decimals: int) -> None:
    step = Fraction(1, 10**decimals)
    for whole in range(1, 60):
        prints = {step * (100 * part * 10**decimals // whole) for part in range(whole + 1)}
        for printed in prints | {above - step for above in prints if above}:
            shares = {part: Fraction(100 * part, whole) for part in range(whole + 1)}
            near = {part for part, share in shares.items() if abs(share - printed) <= step / 2}
            cut = {part for part, share in shares.items() if printed <= share < printed + step}
            rounded, truncated = feasible_numerators(float(printed), decimals, np.array([whole]))
            assert rounded[0] in near if near else np.isnan(rounded[0])
            assert truncated[0] in cut if cut and not near else np.isnan(truncated[0])
