"""What is missing from the data that a report is made from."""

from typing import Final

import pandas as pd

from giaoban.analysis.units import silent_units
from giaoban.language import parse_period

PRELIMINARY = ("E", "F", "I", "P", "U")
GAP_COLUMNS: Final = ["kind", "indicator", "period", "missing", "expected"]


def find_gaps(
    latest: pd.DataFrame,
    figures: pd.DataFrame,
    targets: pd.DataFrame,
    ranking: pd.DataFrame,
    units: pd.DataFrame,
    cutoff: pd.Timestamp,
) -> pd.DataFrame:
    """List what the latest figures lack.

    Parameters
    ----------
    latest : DataFrame
        The latest figure of each indicator, from `giaoban.analysis.latest_figures`.
    figures, targets : DataFrame
        Of the unit.
    ranking : DataFrame
        The units below in their latest year, from `giaoban.analysis.rank_units`.
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
        "figure": _not_published(latest, figures, targets, cutoff),
        "target": targets[targets["value"].isna()],
        "preliminary": latest[latest["obs_status"].isin(PRELIMINARY) & latest["value"].notna()],
    }
    found = [rows.assign(kind=kind) for kind, rows in kinds.items()]
    for _, ranked in ranking.groupby("indicator", sort=False):
        missing = len(silent_units(ranked, units))
        if missing:
            counts = {"missing": missing, "expected": missing + ranked["unit"].nunique()}
            found.append(ranked.head(1).assign(kind="units", **counts))
    return pd.concat([rows.reindex(columns=GAP_COLUMNS) for rows in found], ignore_index=True)


def _not_published(
    latest: pd.DataFrame, figures: pd.DataFrame, targets: pd.DataFrame, cutoff: pd.Timestamp
) -> pd.DataFrame:
    """Give the periods after the latest figure that have none, and those of targets that passed."""
    published = latest.dropna(subset="value").set_index("indicator")["end"]
    silent = figures[figures["value"].isna()]
    later = silent[~(silent["end"] <= published.reindex(silent["indicator"]).to_numpy())]
    alone = targets[~targets["indicator"].isin(figures["indicator"])]
    passed = [parse_period(period).end <= cutoff.date() for period in alone["period"]]
    rows = pd.concat([later, alone[pd.Series(passed, index=alone.index, dtype=bool)]])
    return rows.drop_duplicates("indicator", keep="last")
