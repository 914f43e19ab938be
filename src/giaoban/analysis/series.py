"""The figures that have a value, and what is to be known of each by itself."""

from decimal import Decimal
from typing import Final

import numpy as np
import pandas as pd

from giaoban.asof import FIGURE_COLUMNS
from giaoban.language import decimal
from giaoban.statistics import wilson

SERIES = ["unit", "indicator"]
_ADDED: Final = ["least", "most", "broken_on", "redefined_on"]
PUBLISHED_COLUMNS: Final = [*FIGURE_COLUMNS, *_ADDED]


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
    out = out.assign(least=span["low"], most=span["high"], **marked)
    return out[[*figures.columns, *_ADDED]]


def stated_range(value: pd.Series, qualifier: pd.Series, share: pd.Series) -> pd.DataFrame:
    """Give the range that a qualified figure leaves open.

    Parameters
    ----------
    value : Series of float64
        The figure; where it is missing, the whole possible range is left open.
    qualifier : Series of str
        ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``. About (``~``) is taken as half a unit of
        the last digit that is not zero on either side: about 150 is 145 to 155.
    share : Series of bool
        Whether it is a percentage, which 0 and 100 bound; a count is bounded by 0 alone.

    Returns
    -------
    DataFrame
        ``low``, ``high`` in the figure's own measure; ``low_open``, ``high_open`` where the
        end itself is left out.
    """
    floor, ceiling = 0.0, np.where(share, 100.0, np.inf)
    about = qualifier.eq("~")
    half = value.map(_half_a_unit).where(about, 0.0)
    low = (value - half).where(~qualifier.isin(["<", "<="]) & value.notna(), floor)
    high = (value + half).where(~qualifier.isin([">", ">="]) & value.notna(), ceiling)
    return pd.DataFrame(
        {
            "low": low.clip(lower=floor).where(~(value < 0), low),
            "high": high.clip(upper=ceiling),
            "low_open": qualifier.eq(">") & value.notna(),
            "high_open": qualifier.eq("<") & value.notna(),
        }
    )


def _half_a_unit(value: float) -> float:
    if pd.isna(value) or value == 0:
        return 0.0
    exponent = decimal(value).normalize().as_tuple().exponent
    return float(Decimal(5).scaleb(int(exponent) - 1))


def _last_marked(figures: pd.DataFrame, status: str) -> pd.Series:
    series = [figures[name] for name in SERIES]
    marked = figures["end"].where(figures["obs_status"].eq(status))
    last = marked.groupby(series).ffill()
    return last.groupby([*series, figures["end"]]).transform("max")


def share_interval(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give Wilson's interval of the exact shares whose counts are known, in percent."""
    exact = is_share(figures, indicators) & figures["qualifier"].eq("=")
    low, high = wilson(*(figures[n].to_numpy(float) for n in ("numerator", "denominator")))
    return pd.DataFrame({"low": low, "high": high}, figures.index).mul(100).where(exact)


def is_share(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Say which figures are percentages."""
    return figures["indicator"].map(column(indicators, "unit_measure")).eq("percent")


def column(table: pd.DataFrame, name: str) -> pd.Series:
    """Give a column of a describing table by the id in its first column."""
    return table.set_index(table.columns[0])[name]
