"""What is missing from the data that a report is made from."""

import pandas as pd

from giaoban.units import silent

PRELIMINARY = ("E", "F", "I", "P", "U")
COLUMNS = ["kind", "indicator", "period", "missing", "expected"]


def gaps(
    latest: pd.DataFrame, targets: pd.DataFrame, ranking: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """List what the latest figures lack.

    Parameters
    ----------
    latest : DataFrame
        The latest figure of each indicator, from `giaoban.standing.latest`.
    targets : DataFrame
        The unit's targets.
    ranking : DataFrame
        The units below in their latest year, from `giaoban.units.ranking`.
    units : DataFrame
        The units below.

    Returns
    -------
    DataFrame
        ``kind``: ``figure`` (no figure of the indicator was published), ``target`` (the target's
        value was not), ``preliminary`` (estimated, forecast, imputed, provisional or unreliable)
        or ``units`` (some did not report); ``indicator``, ``period``; of units ``missing`` and
        ``expected``, how many.
    """
    kinds = {
        "figure": latest[latest["value"].isna()],
        "target": targets[targets["value"].isna()],
        "preliminary": latest[latest["obs_status"].isin(PRELIMINARY)],
    }
    found = [rows.assign(kind=kind) for kind, rows in kinds.items()]
    for _, ranked in ranking.groupby("indicator", sort=False):
        missing = len(silent(ranked, units))
        if missing:
            counts = {"missing": missing, "expected": missing + ranked["unit"].nunique()}
            found.append(ranked.head(1).assign(kind="units", **counts))
    return pd.concat([rows.reindex(columns=COLUMNS) for rows in found], ignore_index=True)
