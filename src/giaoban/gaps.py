"""What is missing from the data that a report is made from."""

import pandas as pd

from giaoban.periods import parse_period
from giaoban.units import silent

PRELIMINARY = ("E", "F", "I", "P", "U")
COLUMNS = ["kind", "indicator", "period", "missing", "expected"]
Tables = dict[str, pd.DataFrame]


def gaps(
    latest: pd.DataFrame,
    tables: Tables,
    ranking: pd.DataFrame,
    units: pd.DataFrame,
    cutoff: pd.Timestamp,
) -> pd.DataFrame:
    """List what the latest figures lack.

    Parameters
    ----------
    latest : DataFrame
        The latest figure of each indicator, from `giaoban.standing.latest`.
    tables : dict of str to DataFrame
        ``figures`` and ``targets`` of the unit.
    ranking : DataFrame
        The units below in their latest year, from `giaoban.units.ranking`.
    units : DataFrame
        The units below.
    cutoff : Timestamp
        The last day whose figures count.

    Returns
    -------
    DataFrame
        ``kind``: ``figure`` (none was published, or none of the latest period), ``target`` (the
        target's value was not), ``preliminary`` (estimated, forecast, imputed, provisional or
        unreliable) or ``units`` (some did not report); ``indicator``, ``period``; of units
        ``missing`` and ``expected``, how many.
    """
    kinds = {
        "figure": _not_published(latest, tables, cutoff),
        "target": tables["targets"][tables["targets"]["value"].isna()],
        "preliminary": latest[latest["obs_status"].isin(PRELIMINARY) & latest["value"].notna()],
    }
    found = [rows.assign(kind=kind) for kind, rows in kinds.items()]
    for _, ranked in ranking.groupby("indicator", sort=False):
        missing = len(silent(ranked, units))
        if missing:
            counts = {"missing": missing, "expected": missing + ranked["unit"].nunique()}
            found.append(ranked.head(1).assign(kind="units", **counts))
    return pd.concat([rows.reindex(columns=COLUMNS) for rows in found], ignore_index=True)


def _not_published(latest: pd.DataFrame, tables: Tables, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Give the periods after the latest figure that have none, and those of targets that passed."""
    published = latest.dropna(subset="value").set_index("indicator")["end"]
    figures, targets = tables["figures"], tables["targets"]
    silent = figures[figures["value"].isna()]
    later = silent[~(silent["end"] <= published.reindex(silent["indicator"]).to_numpy())]
    alone = targets[~targets["indicator"].isin(figures["indicator"])]
    passed = [parse_period(period).end <= cutoff.date() for period in alone["period"]]
    rows = pd.concat([later, alone[pd.Series(passed, index=alone.index, dtype=bool)]])
    return rows.drop_duplicates("indicator", keep="last")
