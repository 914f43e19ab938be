"""Where each indicator stands: its latest figure, and the latest that has a target."""

import pandas as pd

from giaoban.published import share_interval
from giaoban.targets import applicable_targets, margin, target_status

Tables = dict[str, pd.DataFrame]


def against_targets(figures: pd.DataFrame, targets: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Set figures against the targets that they fall under.

    Parameters
    ----------
    figures, targets : DataFrame
        As known on a date.
    tables : dict of str to DataFrame
        ``indicators`` and ``definitions``.

    Returns
    -------
    DataFrame
        The figures with the columns of `applicable_targets` and `target_status`; ``margin`` in
        the indicator's own measure, where figure and target are like for like.
    """
    found = applicable_targets(figures, targets)
    judged = target_status(figures, found, tables["indicators"], tables["definitions"])
    apart = margin(figures, found).where(judged["like_for_like"])
    return figures.join(found).join(judged).assign(margin=apart)


def latest(judged: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Give the latest figure of each indicator.

    Parameters
    ----------
    judged : DataFrame
        The published figures of one unit, from `against_targets`.
    tables : dict of str to DataFrame
        ``figures``, ``targets``, ``indicators`` and ``definitions`` as known on a date.

    Returns
    -------
    DataFrame
        One row for each indicator, as their table lists them, with ``low`` and ``high``,
        Wilson's interval. An indicator none of whose figures was published has no value.
    """
    last = _in_time(judged).groupby("indicator", sort=False).tail(1)
    silent = tables["figures"][~tables["figures"]["indicator"].isin(last["indicator"])]
    silent = silent.groupby("indicator", sort=False).tail(1)
    if len(silent):
        aimed = against_targets(silent, tables["targets"], tables)
        last = pd.concat([last, aimed]).astype({"comparable": "boolean"})
    return _in_order(last.assign(**share_interval(last, tables["indicators"])), tables)


def aimed(judged: pd.DataFrame, last: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Give of each indicator the latest figure that has a target.

    A part of a period that is not over does not hide the verdict on the latest whole one: both
    are given.

    Parameters
    ----------
    judged : DataFrame
        The published figures of one unit, from `against_targets`.
    last : DataFrame
        From `latest`.
    tables : dict of str to DataFrame
        ``indicators``.
    """
    rows = pd.concat([_in_time(judged), last[last["value"].isna()]])
    rows = rows[rows["status"] != "no_target"]
    rows = rows.groupby(["indicator", "like_for_like"], sort=False).tail(1)
    over = rows["end"].where(rows["like_for_like"]).groupby(rows["indicator"]).transform("max")
    return _in_order(rows[rows["like_for_like"] | ~(rows["end"] <= over)], tables)


def _in_time(figures: pd.DataFrame) -> pd.DataFrame:
    """Sort by the end of the period; of those that end on one day, a whole year comes last."""
    whole = figures["years"].eq(1).fillna(False).astype(bool)
    return figures.assign(whole=whole).sort_values(["end", "whole", "start"]).drop(columns="whole")


def _in_order(figures: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Sort by the indicators as their table lists them, then by time."""
    places = {name: n for n, name in enumerate(tables["indicators"]["indicator"])}
    order = figures["indicator"].map(places)
    return figures.assign(order=order).sort_values(["order", "end"]).drop(columns="order")
