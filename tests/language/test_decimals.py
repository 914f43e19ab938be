from math import inf, isnan, nan

import pytest

from giaoban.language.decimals import (
    added,
    decimals_apart,
    decimals_off_zero,
    decimals_written,
    difference,
    half_up,
    outwards,
    short_of_whole,
    shortest_decimals,
)


@pytest.mark.parametrize(
    ("value", "other", "less"),
    [
        (97.8, 93.75, 4.05),
        # Binary numbers of this size differ by 1.4499999992549419.
        (12_345_678.45, 12_345_677.0, 1.45),
        (1_234_567_890_123.45, 1_234_567_890_123.0, 0.45),
        (0.3, 0.1, 0.2),
        (inf, 5.0, inf),
    ],
)
def test_numbers_differ_as_they_are_printed(value: float, other: float, less: float) -> None:
    assert difference(value, other) == less
    assert difference(other, value) == -less


def test_what_is_missing_has_no_difference() -> None:
    assert isnan(difference(nan, 1.0))


def test_many_parts_add_up_as_they_are_printed() -> None:
    assert added(*[0.1] * 10) == 1.0
    assert added(12_345_677.1, 0.35, 10_000_000.0) == 22_345_677.45
    assert str(added(-1.5, 1.5)) == "0.0"


@pytest.mark.parametrize(
    ("value", "most", "decimals"),
    [
        (12.0, 2, 0),
        (100.0, 2, 0),
        (-0.4, 2, 1),
        (4.05, 2, 2),
        # Rounded to so many decimals it needs fewer.
        (4.999, 2, 0),
        (0.001, 2, 0),
        (1 / 3, 2, 2),
        (1 / 3, 4, 4),
        (1 / 3, 0, 0),
        # Half up, as numbers are written: 1.005 as a float is a little less.
        (1.005, 2, 2),
        (4.05, 1, 1),
        (-4.95, 1, 0),
    ],
)
def test_a_value_needs_the_decimals_that_are_left_when_it_is_rounded(
    value: float, most: int, decimals: int
) -> None:
    assert shortest_decimals(value, most) == decimals


def test_what_is_rounded_to_nothing_has_no_sign() -> None:
    assert str(half_up(-0.0, 1)) == "0.0"
    assert half_up(-2.25, 1) == -2.3


@pytest.mark.parametrize(
    ("percent", "decimals", "rounded"),
    [
        (99.96, 1, 99.9),
        (99.9999998, 6, 99.999999),
        (100.04, 1, 100.1),
        (0.04, 1, 0.1),
        (100.0, 1, 100.0),
        (62.25, 1, 62.3),
    ],
)
def test_what_is_not_all_is_never_rounded_to_it(
    percent: float, decimals: int, rounded: float
) -> None:
    assert short_of_whole(percent, decimals) == rounded


@pytest.mark.parametrize(
    ("value", "decimals"),
    [(12.0, 0), (0.0034, 4), (-4.475, 3), (0.000001, 6), (1 / 3, 2), (1 / 3000, 4), (0.0, 0)],
)
def test_what_was_worked_out_is_written_in_full_where_it_has_a_last_decimal(
    value: float, decimals: int
) -> None:
    assert decimals_written(value) == decimals


def test_what_is_not_nothing_is_not_written_as_nothing() -> None:
    assert [decimals_off_zero(v, 1) for v in (0.003, -0.003, 0.0, 0.2, 3.0)] == [3, 3, 1, 1, 1]


@pytest.mark.parametrize(
    ("values", "decimals"),
    [((97.8, 93.75), 1), ((1.005, 1.01, 1.0149), 3), ((5.0, 5.0), 1), ((), 1)],
)
def test_numbers_are_told_apart_by_as_few_decimals_as_that_takes(
    values: tuple[float, ...], decimals: int
) -> None:
    assert decimals_apart(values) == decimals


def test_the_ends_of_a_range_are_rounded_so_that_it_holds_all_that_it_did() -> None:
    assert outwards(0.245, 0.255) == (0.245, 0.255)
    assert outwards(-1 / 3, 1 / 3) == (-0.34, 0.34)
    assert outwards(153.25, inf, 1) == (153.2, inf)
    assert outwards(-1.2, 1.26, 1) == (-1.2, 1.3)
    # What a float adds to a decimal number is no more of it.
    assert outwards(0.1 + 0.2, 0.1 + 0.2) == (0.3, 0.3)


def test_an_end_that_is_not_0_is_not_rounded_to_it() -> None:
    assert outwards(1 / 150, 1 / 3) == (0.006, 0.34)
    assert outwards(-1.2, -0.06, 1) == (-1.2, -0.06)
    assert outwards(0, 0.06, 1) == (0, 0.1)
