"""Tell rounding, truncation and disagreement apart."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from giaoban.language import decimal
from giaoban.statistics.ranges import Range


def judge_rounding(
    stated: float, decimals: int, recomputed: float, *, coarser: bool = True
) -> tuple[str, float | None]:
    """Tell agreement, truncation, rounding and disagreement apart.

    Parameters
    ----------
    stated : float
        The number claimed.
    decimals : int
        The decimals with which it was printed.
    recomputed : float
        The number that the figures give.
    coarser : bool
        Whether it may have been rounded to more than its last printed unit.

    Returns
    -------
    verdict : str
        ``agrees`` (rounded half up to the printed decimals), ``agrees_if_truncated`` (cut off
        there), ``agrees_if_rounded`` (rounded to a coarser power of ten, of which the claim has
        ten at least: 150 may be rounded to tens, not to hundreds) or ``disagrees``.
    rounded_to : float or None
        That power of ten.
    """
    claim, value = decimal(stated), decimal(round(recomputed, 9))
    step = Decimal(1).scaleb(-decimals)
    if value.quantize(step, rounding=ROUND_HALF_UP) == claim:
        return "agrees", None
    if value.quantize(step, rounding=ROUND_DOWN) == claim:
        return "agrees_if_truncated", None
    while coarser and (step := step * 10) * 10 <= abs(claim):
        if (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == claim:
            return "agrees_if_rounded", float(step)
    return "disagrees", None


def agreeing(stated: float, decimals: int, *, coarser: bool = True) -> Range:
    """Give the range of all the values that a claim would agree with."""
    claim = decimal(stated)
    step = Decimal(1).scaleb(-decimals)
    cut_off, half = step, step / 2
    while coarser and (step := step * 10) * 10 <= abs(claim):
        if claim % step == 0:
            half = max(half, step / 2)
    # Towards 0 what is rounded to it, away from 0 what is cut off to it as well.
    away = max(half, cut_off)
    low, high = claim - (half if claim > 0 else away), claim + (half if claim < 0 else away)
    return Range(float(low), float(high), low_open=claim <= 0, high_open=claim >= 0)
