"""The latest figure of each indicator, and the latest that has a target."""

from typing import Final

import pandas as pd

from giaoban.analysis.series import share_interval
from giaoban.analysis.targets import AGAINST_TARGET, JUDGED_COLUMNS, against_targets
from giaoban.asof import FIGURE_COLUMNS

UNPUBLISHED_COLUMNS: Final = [*FIGURE_COLUMNS, *AGAINST_TARGET]
_ADDED: Final = ["low", "high", "progress"]
LATEST_COLUMNS: Final = [*JUDGED_COLUMNS, *_ADDED]
# As scorecard.csv has them.
SCORECARD_CSV: Final = [
    "indicator",
    "period",
    "value",
    "qualifier",
    "low",
    "high",
    "definition",
    "previous_period",
    "previous_value",
    "change",
    "change_low",
    "change_high",
    "comparable",
    "reason",
    "target",
    "target_set_by",
    "margin",
    "status",
    "progress",
    "source",
]


def unpublished(
    figures: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
) -> pd.DataFrame:
    """Give the last row of each indicator none of whose figures was published.

    Parameters
    ----------
    figures : DataFrame
        As known on a date, from `giaoban.asof.with_days`.
    targets, indicators, definitions : DataFrame
        As for `giaoban.analysis.against_targets`.

    Returns
    -------
    DataFrame
        The rows of ``figures`` with the targets that they would fall under.
    """
    published = figures.loc[figures["value"].notna(), "indicator"]
    silent = figures[~figures["indicator"].isin(published)]
    silent = silent.groupby("indicator", sort=False).tail(1)
    return against_targets(silent, targets, indicators, definitions)


def latest_figures(
    judged: pd.DataFrame, silent: pd.DataFrame, paces: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Give the latest figure of each indicator.

    Parameters
    ----------
    judged : DataFrame
        The published figures of one unit, from `giaoban.analysis.against_targets`.
    silent : DataFrame
        From `unpublished`.
    paces : DataFrame
        From `giaoban.analysis.paces`.
    indicators : DataFrame
        In the order in which they are listed.

    Returns
    -------
    DataFrame
        One row for each indicator, as their table lists them, with ``low`` and ``high``,
        Wilson's interval, and ``progress``, the verdict on its pace. An indicator none of whose
        figures was published has no value.
    """
    last = _in_time(judged).groupby("indicator", sort=False).tail(1)
    if len(silent):
        last = pd.concat([last, silent]).astype({"comparable": "boolean"})
    last = _in_order(last.assign(**share_interval(last, indicators)), indicators)
    verdicts = paces.set_index("indicator")["verdict"]
    out = last.assign(progress=last["indicator"].map(verdicts))
    return out[[*judged.columns, *_ADDED]]


def latest_with_target(
    judged: pd.DataFrame, latest: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Give of each indicator the latest figure that has a target.

    A part of a period that is not over does not hide the verdict on the latest whole one: both
    are given.

    Parameters
    ----------
    judged : DataFrame
        The published figures of one unit, from `giaoban.analysis.against_targets`.
    latest : DataFrame
        From `latest_figures`.
    indicators : DataFrame
        In the order in which they are listed.

    Returns
    -------
    DataFrame
        With the columns of `latest_figures`.
    """
    rows = pd.concat([_in_time(judged), latest[latest["value"].isna()]])
    rows = rows[rows["status"] != "no_target"]
    rows = rows.groupby(["indicator", "like_for_like"], sort=False).tail(1)
    over = rows["end"].where(rows["like_for_like"]).groupby(rows["indicator"]).transform("max")
    rows = rows[rows["like_for_like"] | ~(rows["end"] <= over)]
    return _in_order(rows, indicators)[latest.columns]


def _in_time(figures: pd.DataFrame) -> pd.DataFrame:
    """Sort by the end of the period; of those that end on one day, a whole year comes last."""
    whole = figures["years"].eq(1).fillna(False).astype(bool)
    return figures.assign(whole=whole).sort_values(["end", "whole", "start"]).drop(columns="whole")


def _in_order(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Sort by the indicators as their table lists them, then by time."""
    places = {name: n for n, name in enumerate(indicators["indicator"])}
    order = figures["indicator"].map(places)
    return figures.assign(order=order).sort_values(["order", "end"]).drop(columns="order")
