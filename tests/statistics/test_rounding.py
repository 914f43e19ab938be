from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language import decimal
from giaoban.statistics import Range, agreeing, judge_rounding

# Numbers with six decimals: finer ones are noise of binary fractions.
MEASURED = st.integers(0, 10**12).map(lambda n: n / 10**6)


@pytest.mark.parametrize(
    ("stated", "decimals", "recomputed", "expected"),
    [
        (150, 0, 460 / 3, ("agrees_if_rounded", 10)),
        (153, 0, 460 / 3, ("agrees", None)),
        (153.3, 1, 460 / 3, ("agrees", None)),
        (2.5, 1, 2.45, ("agrees", None)),
        (66.6, 1, 200 / 3, ("agrees_if_truncated", None)),
        (200, 0, 153.3, ("disagrees", None)),
        (200, 0, 203.0, ("agrees_if_rounded", 10)),
        (1000, 0, 510.0, ("disagrees", None)),
        (100, 0, 51.0, ("disagrees", None)),
        (100, 0, 104.0, ("agrees_if_rounded", 10)),
        (45.7, 1, 45.7, ("agrees", None)),
        (46.0, 1, 45.7, ("agrees_if_rounded", 1)),
        (160, 0, 153.3, ("disagrees", None)),
        (0, 0, 0.4, ("agrees", None)),
        (0, 0, 7, ("disagrees", None)),
    ],
)
def test_rounding_truncation_and_disagreement_are_told_apart(
    stated: float, decimals: int, recomputed: float, expected: tuple[str, float | None]
) -> None:
    assert judge_rounding(stated, decimals, recomputed) == expected


def test_what_may_not_have_been_rounded_any_further_agrees_only_to_its_last_printed_unit() -> None:
    assert judge_rounding(150, 0, 460 / 3, coarser=False) == ("disagrees", None)
    assert judge_rounding(46.0, 1, 45.7, coarser=False) == ("disagrees", None)
    assert judge_rounding(153, 0, 460 / 3, coarser=False) == ("agrees", None)
    assert judge_rounding(66.6, 1, 200 / 3, coarser=False) == ("agrees_if_truncated", None)


@pytest.mark.parametrize(
    ("stated", "decimals", "coarser", "expected"),
    [
        (150, 0, True, Range(145, 155, high_open=True)),
        # 149.5 is rounded to it, 150.9 cut off.
        (150, 0, False, Range(149.5, 151, high_open=True)),
        (100, 0, True, Range(95, 105, high_open=True)),
        (0.5, 1, True, Range(0.45, 0.6, high_open=True)),
        (-0.5, 1, True, Range(-0.6, -0.45, low_open=True)),
        (66.6, 1, True, Range(66.55, 66.7, high_open=True)),
        (-1.8, 1, True, Range(-1.9, -1.75, low_open=True)),
        (0, 0, True, Range(-1, 1, low_open=True, high_open=True)),
    ],
)
def test_the_values_that_a_claim_agrees_with_are_a_range(
    stated: float, decimals: int, coarser: bool, expected: Range
) -> None:
    assert agreeing(stated, decimals, coarser=coarser) == expected


@given(MEASURED, st.integers(0, 3))
def test_a_claim_that_was_made_by_rounding_is_found_to_agree(value: float, decimals: int) -> None:
    stated = decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert judge_rounding(float(stated), decimals, value) == ("agrees", None)


@given(st.integers(10 * 10**6, 10**12).map(lambda n: n / 10**6), st.integers(1, 3))
def test_a_claim_that_was_made_by_coarse_rounding_never_disagrees(value: float, zeros: int) -> None:
    stated = float(int(value / 10**zeros + 0.5) * 10**zeros)
    assert stated < 10 * 10**zeros or judge_rounding(stated, 0, value)[0] != "disagrees"


@given(MEASURED, st.integers(0, 3))
def test_a_claim_that_was_cut_off_agrees_at_least_then(value: float, decimals: int) -> None:
    stated = decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)
    assert judge_rounding(float(stated), decimals, value)[0] in ("agrees", "agrees_if_truncated")


@given(st.integers(-(10**6), 10**6), st.integers(-(10**7), 10**7), st.integers(0, 3), st.booleans())
def test_a_value_agrees_just_where_it_lies_in_that_range(
    stated: int, away: int, decimals: int, coarser: bool
) -> None:
    claim = float(Decimal(stated).scaleb(-decimals))
    value = float(Decimal(stated).scaleb(-decimals) + Decimal(away).scaleb(-5))
    span = agreeing(claim, decimals, coarser=coarser)
    verdict = judge_rounding(claim, decimals, value, coarser=coarser)[0]
    above = value > span.low or (value == span.low and not span.low_open)
    below = value < span.high or (value == span.high and not span.high_open)
    assert (verdict != "disagrees") == (above and below)
