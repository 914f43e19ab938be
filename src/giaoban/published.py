"""The figures that have a value, and what is to be known of each by itself."""

import pandas as pd

from giaoban.intervals import stated_range, wilson

SERIES = ["unit", "indicator"]


def published(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that have a value, with the range that each was stated with.

    Returns
    -------
    DataFrame
        With ``least`` and ``most`` in the indicator's own measure; ``broken_on`` and
        ``redefined_on``, the end of the last figure of its series, itself included, whose
        status was ``B`` or ``D``.
    """
    out = figures[figures["value"].notna()].sort_values([*SERIES, "end", "start"], kind="stable")
    span = stated_range(out["value"], out["qualifier"], is_share(out, indicators))
    marked = {"broken_on": _last_marked(out, "B"), "redefined_on": _last_marked(out, "D")}
    return out.assign(least=span["low"], most=span["high"], **marked)


def _last_marked(figures: pd.DataFrame, status: str) -> pd.Series:
    series = [figures[name] for name in SERIES]
    marked = figures["end"].where(figures["obs_status"].eq(status))
    last = marked.groupby(series).ffill()
    return last.groupby([*series, figures["end"]]).transform("max")


def share_interval(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give Wilson's interval of the exact shares whose counts are known, in percent."""
    exact = is_share(figures, indicators) & figures["qualifier"].eq("=")
    return wilson(figures["numerator"], figures["denominator"]).mul(100).where(exact)


def is_share(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Say which figures are percentages."""
    return figures["indicator"].map(column(indicators, "unit_measure")).eq("percent")


def column(table: pd.DataFrame, name: str) -> pd.Series:
    """Give a column of a describing table by the id in its first column."""
    return table.set_index(table.columns[0])[name]
