"""The units below one: how they rank, and which are silent."""

from typing import Final

import pandas as pd

from giaoban.analysis.series import column, is_share, share_interval
from giaoban.analysis.targets import JUDGED_COLUMNS
from giaoban.tables import as_types

_RANKED: Final = ["rank", "share", "low", "high"]
RANKING_COLUMNS: Final = [*JUDGED_COLUMNS, *_RANKED]


def units_below(units: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Give the units that one is the parent of.

    Parameters
    ----------
    units : DataFrame
        ``parent``.
    unit : str
        The id of the one above.
    """
    return units[units["parent"] == unit]


def rank_units(
    below: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Rank the units in the latest whole year of each indicator.

    A year counts once half of the units have reported it that ever reported one and were there
    at its end; where it is not known which were, once half as many have as ever did in a year.

    Parameters
    ----------
    below : DataFrame
        Figures of the units below one, from `giaoban.analysis.with_targets`.
    indicators : DataFrame
        ``better``: where less is better, the least ranks first; where it is not said, none does.
    units : DataFrame or None
        The units below: ``unit``, ``valid_from``, ``valid_to``.

    Returns
    -------
    DataFrame
        The figures of that year with ``rank`` (units that stand alike share it; missing where
        the figure is not exact, or counts something else than most units do); ``share``,
        whether it is a percentage; ``low`` and ``high``, Wilson's interval in percent where the
        counts are known.
    """
    yearly = below[below["years"] == 1]
    if yearly.empty:
        return as_types(yearly.reindex(columns=[*below.columns, *_RANKED]), {"share": "bool"})
    reporting = yearly.groupby(["indicator", "end"])["unit"].transform("nunique")
    settled = yearly[reporting * 2 >= _awaited(yearly, reporting, units)]
    latest = settled[settled["end"] == settled.groupby("indicator")["end"].transform("max")]
    said = latest["definition"].fillna("")
    usual = said.groupby(latest["indicator"]).transform(lambda d: d.mode().iloc[0])
    better = latest["indicator"].map(column(indicators, "better"))
    ranked = latest[latest["qualifier"].eq("=") & said.eq(usual) & better.ne("none")]
    order = ranked["value"].where(better.eq("down"), -ranked["value"])
    ranks = order.groupby(ranked["indicator"]).rank(method="min")
    share = is_share(latest, indicators)
    interval = share_interval(latest, indicators)
    out = latest.assign(rank=ranks.reindex(latest.index), share=share, **interval)
    out = out.sort_values(["indicator", "rank", "unit"], kind="stable")
    return out[[*below.columns, *_RANKED]]


def _awaited(yearly: pd.DataFrame, reporting: pd.Series, units: pd.DataFrame | None) -> pd.Series:
    """Count for each figure the units that may report its year."""
    if units is None:
        return reporting.groupby(yearly["indicator"]).transform("max")
    ever = yearly.groupby("indicator")["unit"].agg(set)
    awaited = {
        (name, day): units.loc[stood(units, day, day), "unit"].isin(ever[name]).sum()
        for name, day in yearly[["indicator", "end"]].drop_duplicates().itertuples(index=False)
    }
    return pd.Series(
        [awaited[key] for key in zip(yearly["indicator"], yearly["end"], strict=True)],
        index=yearly.index,
        dtype="int64",
    )


def silent_units(ranked: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Give the units that stood at the end of a ranking's year and did not report it.

    Parameters
    ----------
    ranked : DataFrame
        The figures of one indicator, from `rank_units`.
    units : DataFrame
        The units below: ``unit``, ``valid_from``, ``valid_to``.
    """
    day = ranked["end"].iloc[0]
    return units[stood(units, day, day) & ~units["unit"].isin(ranked["unit"])]


def stood(units: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.Series:
    """Say which units were there from a first day to a last one; without days, one always was."""
    return ~(units["valid_from"] > first) & ~(units["valid_to"] < last)
