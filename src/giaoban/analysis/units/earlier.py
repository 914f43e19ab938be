"""The recast years of one indicator, to stand before those since a merger."""

from typing import Any

import pandas as pd


def recast_years(
    own: pd.DataFrame, recast: pd.DataFrame, since_merger: pd.DataFrame
) -> pd.DataFrame:
    """Give the exact recast figures of the years before a merger that have no figure of their own.

    Parameters
    ----------
    own : DataFrame
        The yearly figures of one indicator, from `giaoban.analysis.runs`.
    recast, since_merger : DataFrame
        From `backcast` and `compare_recast`.

    Returns
    -------
    DataFrame
        With ``run``: that of the first figure since the merger where the two may be compared.
    """
    ours = recast_of(recast, own)
    ours = ours[ours["value"].notna() & ~ours["period"].isin(own["period"])]
    if ours.empty:
        return ours.assign(run=pd.Series(dtype="float64"))
    said, first = ours["definition"].fillna(""), since_merger[since_merger.index.isin(own.index)]
    apart = said.ne(said.shift()) | ours["obs_status"].isin(["B", "D"])
    run = -apart.cumsum().astype("float64")
    if len(first) and first["comparable"].iloc[0]:
        number: Any = own.at[first.index[0], "run"]
        run = run.where(run.ne(run.iloc[-1]), number)
    return ours.assign(run=run)


def recast_of(recast: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Keep what was recast of the years of one indicator and unit, whose figures these are."""
    first = own.iloc[:1]
    alike = recast["unit"].isin(first["unit"]) & recast["indicator"].isin(first["indicator"])
    return recast[alike & recast["years"].eq(1) & recast["least"].notna()]
