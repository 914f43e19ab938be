"""XmR charts: which figures of a long series stand out from its ordinary ups and downs."""

import numpy as np
import pandas as pd

from giaoban.comparable import reasons
from giaoban.published import SERIES, published

POINTS_FOR_LIMITS = 8
RUN_LENGTH = 7
TREND_LENGTH = 7

SIGNALS = ["outside", "run", "trend", "two_of_three"]


def control_charts(
    figures: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Give the limits and signals of every stretch of 8 comparable figures or more.

    A stretch holds the exact figures of one indicator whose periods have the same length,
    whatever their months, up to a change of definition, a break or a change of the unit.

    Parameters
    ----------
    figures : DataFrame
        As known on a date, from `giaoban.vintage.with_days`.
    indicators, units : DataFrame
        As for `giaoban.compare.compare`.

    Returns
    -------
    DataFrame
        The figures of these stretches with ``stretch``, its number; ``mean``, ``lower`` and
        ``upper`` in the indicator's own measure; and the signals of `xmr`.
    """
    exact = published(figures, indicators)
    exact = exact[exact["qualifier"] == "="]
    rows = exact.assign(row=exact.index.astype("float64"))
    before = rows.groupby([*SERIES, "months"], dropna=False)["row"].shift()
    earlier = exact.reindex(before).set_axis(exact.index)
    starts = before.isna() | reasons(exact, earlier, indicators, units, any_season=True).notna()
    keys = exact[[*SERIES, "months"]].assign(starts=starts)
    keys["starts"] = keys.groupby([*SERIES, "months"], dropna=False)["starts"].cumsum()
    stretch = keys.groupby(list(keys), sort=False, dropna=False).ngroup()
    long = exact.assign(stretch=stretch)[stretch.map(stretch.value_counts()) >= POINTS_FOR_LIMITS]
    charts = [part.join(xmr(part["value"])) for _, part in long.groupby("stretch")]
    return pd.concat(charts) if charts else long.assign(**xmr(long["value"]))


def xmr(values: pd.Series) -> pd.DataFrame:
    """Give the limits of an XmR chart and the points that are more than noise.

    Limits are the mean ± 2.66 × the mean moving range; the rules are those of NHS England's
    *Making Data Count*, as the NHS-R community's package NHSRplotthedots has them.

    Parameters
    ----------
    values : Series of float64
        In the order of time.

    Returns
    -------
    DataFrame
        ``mean``, ``lower``, ``upper``; and for each point whether it is ``outside`` the limits,
        in a ``run`` of 7 on one side of the mean, in a ``trend`` of 7 that only rise or only
        fall, or one of ``two_of_three`` neighbours on one side that lie between two thirds of
        the way to a limit and the limit.
    """
    mean = values.mean()
    reach = round(2.66 * values.diff().abs().mean(), 9)
    # Rounded: the mean of equal decimals is not always that decimal in binary.
    away = (values - mean).round(9)
    side, step = np.sign(away), np.sign(values.diff()).fillna(0)
    outside = away.abs() > reach
    near = ~outside & (away.abs() > reach * 2 / 3)
    pairs = near.rolling(3).sum().ge(2) & _in_a_row(side, 3)
    signals = {
        "outside": outside,
        "run": _with_those_before(_in_a_row(side, RUN_LENGTH), RUN_LENGTH),
        "trend": _with_those_before(_in_a_row(step, TREND_LENGTH - 1), TREND_LENGTH),
        "two_of_three": near & _with_those_before(pairs, 3),
    }
    return pd.DataFrame({"mean": mean, "lower": mean - reach, "upper": mean + reach, **signals})


def _in_a_row(sign: pd.Series, length: int) -> pd.Series:
    """Find the points that end so many of the same sign in a row."""
    return sign.rolling(length).sum().abs().eq(length)


def _with_those_before(ends: pd.Series, length: int) -> pd.Series:
    """Mark, with each point that ends a row, the points before it in the row."""
    backward = ends.iloc[::-1].astype(int).rolling(length, min_periods=1).max()
    return backward.iloc[::-1].eq(1)
