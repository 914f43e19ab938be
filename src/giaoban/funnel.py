"""Funnel plots: which units differ from the whole by more than their size explains."""

import numpy as np
import pandas as pd

WARNING, ALARM = 0.95, 0.998
FUNNEL_COLUMNS = ["warning_low", "warning_high", "alarm_low", "alarm_high"]


def funnel(figures: pd.DataFrame) -> pd.DataFrame:
    """Give the limits within which a share of the whole's size would lie by chance.

    Parameters
    ----------
    figures : DataFrame
        Shares of one indicator and period, a row for each unit, with ``numerator`` and
        ``denominator``; those without counts are left out.

    Returns
    -------
    DataFrame
        The rows with counts, with ``share``, ``whole`` (all numerators over all denominators)
        and the limits of `limits`, in percent; ``place``: ``within``, ``above`` or ``below`` the
        95% limits, ``far_above`` or ``far_below`` the 99.8% limits.
    """
    known = figures[figures["numerator"].notna() & (figures["denominator"] > 0)]
    whole = known["numerator"].sum() / known["denominator"].sum() if len(known) else np.nan
    ends = limits(known["denominator"], whole).mul(100)
    share = known["numerator"] / known["denominator"] * 100
    place = pd.Series("within", index=known.index, dtype="str")
    place = place.mask(share > ends["warning_high"], "above")
    place = place.mask(share < ends["warning_low"], "below")
    place = place.mask(share > ends["alarm_high"], "far_above")
    place = place.mask(share < ends["alarm_low"], "far_below")
    return known.assign(share=share, whole=whole * 100, place=place).join(ends)


def limits(denominator: pd.Series, whole: float) -> pd.DataFrame:
    """Give the exact binomial control limits of a funnel plot, interpolated.

    With r the smallest whole number for which P(R ≤ r) > p, the lower limit is (r − a)/n, where
    a = (P(R ≤ r) − p) / P(R = r); the upper one is its mirror image, the lower limit of what is
    not counted. A unit lies beyond a limit just where so extreme a count has a chance of p or
    less. Spiegelhalter, *Statistics in Medicine* 24 (2005) 1185–1202.

    Parameters
    ----------
    denominator : Series of float64
        Sizes of the units.
    whole : float
        The share of all together, from 0 to 1.

    Returns
    -------
    DataFrame
        ``warning_low``, ``warning_high`` (95%), ``alarm_low``, ``alarm_high`` (99.8%), as
        proportions.
    """
    out = {}
    for name, level in (("warning", WARNING), ("alarm", ALARM)):
        tail = (1 - level) / 2
        out[f"{name}_low"] = _lower(denominator, whole, tail)
        out[f"{name}_high"] = 1 - _lower(denominator, 1 - whole, tail)
    return pd.DataFrame(out, index=denominator.index)


def _lower(n: pd.Series, whole: float, tail: float) -> np.ndarray:
    from scipy.stats import binom

    r = binom.ppf(tail, n, whole)
    r = np.where(binom.cdf(r, n, whole) > tail, r, r + 1)
    short = (binom.cdf(r, n, whole) - tail) / binom.pmf(r, n, whole)
    return np.clip((r - short) / n, 0, 1)
