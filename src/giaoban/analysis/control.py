"""XmR charts of long series: which figures stand out from the ordinary ups and downs."""

from typing import Final

import pandas as pd

from giaoban.analysis.comparison import reasons
from giaoban.analysis.series import PUBLISHED_COLUMNS, SERIES, published
from giaoban.statistics import xmr_chart

POINTS_FOR_LIMITS = 8
SIGNALS: Final = ["outside", "run", "trend", "two_of_three"]
_ADDED: Final = ["stretch", "mean", "lower", "upper", *SIGNALS]
CONTROL_COLUMNS: Final = [*PUBLISHED_COLUMNS, *_ADDED]


def control_charts(
    figures: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Give the limits and signals of every stretch of 8 comparable figures or more.

    A stretch holds the exact figures of one indicator whose periods have the same length,
    whatever their months, up to a change of definition, a break or a change of the unit.

    Parameters
    ----------
    figures : DataFrame
        As known on a date, from `giaoban.asof.with_days`.
    indicators, units : DataFrame
        As for `giaoban.analysis.compare`.

    Returns
    -------
    DataFrame
        The figures of these stretches with ``stretch``, its number; ``mean``, ``lower`` and
        ``upper`` in the indicator's own measure; and, for each figure, whether it is part of
        the `SIGNALS` of `giaoban.statistics.xmr_chart`.
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
    charts = [_charted(part) for _, part in long.groupby("stretch")]
    return pd.concat(charts) if charts else long.reindex(columns=[*exact.columns, *_ADDED])


def _charted(figures: pd.DataFrame) -> pd.DataFrame:
    chart = vars(xmr_chart(figures["value"].to_numpy(float)))
    return figures.assign(**chart)[[*figures.columns.drop("stretch"), *_ADDED]]
