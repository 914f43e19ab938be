"""Which of the units below one stand out by more than chance."""

from typing import Final

import pandas as pd

from giaoban.analysis.units.ranking import RANKING_COLUMNS
from giaoban.statistics import binomial_limits

_LEVELS: Final = {"warning": 0.95, "alarm": 0.998}
_LIMITS: Final = [f"{name}_{end}" for name in _LEVELS for end in ("low", "high")]
_PLACED: Final = ["whole", "place", *_LIMITS]
FUNNEL_COLUMNS: Final = [*RANKING_COLUMNS, *_PLACED]


def funnel(ranking: pd.DataFrame) -> pd.DataFrame:
    """Say which units differ from all together by more than their size explains.

    Parameters
    ----------
    ranking : DataFrame
        From `rank_units`; of it the shares that have a rank and that were counted.

    Returns
    -------
    DataFrame
        These rows, by indicator, with ``share`` and ``whole`` (all numerators over all
        denominators) and the limits of `funnel_limits`, in percent; ``place``: ``within``,
        ``above`` or ``below`` the 95% limits, ``far_above`` or ``far_below`` the 99.8% limits.
    """
    known = ranking[["rank", "numerator", "denominator"]].notna().all(axis=1)
    shares = ranking[ranking["share"] & known]
    each = [_placed(rows) for _, rows in shares.groupby("indicator", sort=False)]
    return pd.concat(each) if each else shares.reindex(columns=[*ranking.columns, *_PLACED])


def _placed(shares: pd.DataFrame) -> pd.DataFrame:
    whole = shares["numerator"].sum() / shares["denominator"].sum()
    ends = funnel_limits(shares["denominator"], whole).mul(100)
    share = shares["numerator"] / shares["denominator"] * 100
    place = pd.Series("within", index=shares.index, dtype="str")
    place = place.mask(share > ends["warning_high"], "above")
    place = place.mask(share < ends["warning_low"], "below")
    place = place.mask(share > ends["alarm_high"], "far_above")
    place = place.mask(share < ends["alarm_low"], "far_below")
    out = shares.assign(share=share, whole=whole * 100, place=place)
    return out.join(ends)[[*shares.columns, *_PLACED]]


def funnel_limits(size: pd.Series, whole: float) -> pd.DataFrame:
    """Give the limits within which shares of the whole's size would lie by chance.

    Parameters
    ----------
    size : Series of float64
        What each share is taken of.
    whole : float
        The share of all together, from 0 to 1.

    Returns
    -------
    DataFrame
        ``warning_low``, ``warning_high`` (95%), ``alarm_low``, ``alarm_high`` (99.8%), as
        proportions (`giaoban.statistics.binomial_limits`).
    """
    n = size.to_numpy(float)
    ends = [end for level in _LEVELS.values() for end in binomial_limits(n, whole, level)]
    return pd.DataFrame(dict(zip(_LIMITS, ends, strict=True)), index=size.index)
