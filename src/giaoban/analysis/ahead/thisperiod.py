"""Estimates of a part of a year that reach further than the figures do."""

import pandas as pd

from giaoban.analysis.comparison import beside, row_before
from giaoban.analysis.series import PUBLISHED_COLUMNS, is_supposed
from giaoban.analysis.targets import with_targets
from giaoban.tables import SERIES


def estimated_alone(latest: pd.DataFrame, expected: pd.DataFrame) -> pd.DataFrame:
    """Give of each indicator the last estimate of a part of a year, where no figure is as late.

    Parameters
    ----------
    latest : DataFrame
        From `giaoban.analysis.latest_figures`.
    expected : DataFrame
        From `giaoban.analysis.expected`.

    Returns
    -------
    DataFrame
        Rows of ``expected``: one for an indicator at most.
    """
    parts = expected["obs_status"].eq("E") & ~expected["years"].ge(1).fillna(False).astype(bool)
    parts &= ~is_supposed(expected) & expected["indicator"].isin(latest["indicator"])
    last = expected[parts].sort_values("end", kind="stable")
    known = latest.dropna(subset="value").set_index("indicator")["end"]
    later = ~(last["end"] <= known.reindex(last["indicator"]).to_numpy())
    return last[later].drop_duplicates("indicator", keep="last")


def latest_known(
    latest: pd.DataFrame,
    compared: pd.DataFrame,
    verdicts: pd.DataFrame,
    expected: pd.DataFrame,
    indicators: pd.DataFrame,
    units: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put estimates of this period in the place of latest figures, and among the figures.

    Parameters
    ----------
    latest, compared, verdicts, expected : DataFrame
        As for `giaoban.analysis.office_table`.
    indicators, units : DataFrame
        As for `giaoban.analysis.compare`.

    Returns
    -------
    DataFrame, DataFrame
        ``latest`` and ``compared`` with them.
    """
    ours = estimated_alone(latest, expected)
    if ours.empty:
        return latest, compared
    both = pd.concat([compared[PUBLISHED_COLUMNS], ours]).sort_values([*SERIES, "end"])
    marks = ["broken_on", "redefined_on"]
    both[marks] = both.groupby(SERIES)[marks].ffill()
    told = beside(both, row_before(both), indicators, units).loc[ours.index]
    kept = latest[~latest["indicator"].isin(ours["indicator"])]
    return pd.concat([kept, with_targets(told, verdicts)]), pd.concat([compared, told])
