from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.numbers import decimal
from giaoban.statistics import agreeing, judge_rounding

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


@given(MEASURED, MEASURED, st.integers(0, 3))
def test_a_value_that_agrees_lies_between_the_ends(
    stated: float, value: float, decimals: int
) -> None:
    claim = float(decimal(stated).quantize(Decimal(1).scaleb(-decimals)))
    low, high = agreeing(claim, decimals)
    assert judge_rounding(claim, decimals, value)[0] == "disagrees" or low <= value <= high
    assert low <= claim <= high
