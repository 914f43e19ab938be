"""What was recast, to stand before the figures since a merger."""

from typing import Any, Final

import pandas as pd

# What stands of a figure before another one.
_BEFORE: Final = [
    *(f"previous_{name}" for name in ("period", "value", "value_to", "qualifier")),
    *("change", *(f"change_{end}" for end in ("least", "most", "low", "high"))),
    *("comparable", "reason"),
]


def recast_years(
    own: pd.DataFrame, recast: pd.DataFrame, since_merger: pd.DataFrame
) -> pd.DataFrame:
    """Give the recast figures of the years before a merger that have no figure of their own.

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
    if recast.empty:
        return recast
    first = own.iloc[:1]
    alike = recast["unit"].isin(first["unit"]) & recast["indicator"].isin(first["indicator"])
    return recast[alike & recast["years"].eq(1) & recast["least"].notna()]


def beside_recast(
    latest: pd.DataFrame, recast: pd.DataFrame, since_merger: pd.DataFrame
) -> pd.DataFrame:
    """Set the latest figures since a merger beside what was recast, as the page does.

    Parameters
    ----------
    latest : DataFrame
        From `giaoban.analysis.latest_figures`.
    recast, since_merger : DataFrame
        From `backcast` and `compare_recast`.

    Returns
    -------
    DataFrame
        ``latest`` with the figure before, the change and whether the two may be compared of
        ``since_merger`` where it has the figure; there ``recast_method`` says how the one before
        was worked out.
    """
    ours = since_merger[since_merger.index.isin(latest.index)]
    method = ours["previous_row"].map(recast["recast_method"]).reindex(latest.index)
    out = latest.assign(recast_method=method.astype("str"))
    for name in _BEFORE:
        out[name] = out[name].where(~out.index.isin(ours.index), ours[name].reindex(out.index))
    return out
