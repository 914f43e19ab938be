"""The latest figure of each indicator, and what is missing from the data."""

from math import nan
from typing import Final

import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS
from giaoban.analysis.series import is_expected, share_interval
from giaoban.analysis.targets import AGAINST_TARGET, farthest, with_targets
from giaoban.analysis.units import silent_units
from giaoban.asof import FIGURE_COLUMNS, PRELIMINARY
from giaoban.language import parse_period
from giaoban.tables import as_types

UNPUBLISHED_COLUMNS: Final = [*FIGURE_COLUMNS, *AGAINST_TARGET]
_ADDED: Final = ["low", "high", "progress", "ahead", "responsible"]
LATEST_COLUMNS: Final = [*COMPARED_COLUMNS, *AGAINST_TARGET, *_ADDED]
# As scorecard.csv has them.
SCORECARD_CSV: Final = [
    "indicator",
    "period",
    "value",
    "value_to",
    "qualifier",
    "low",
    "high",
    "definition",
    "previous_period",
    "previous_value",
    "previous_value_to",
    "previous_qualifier",
    "recast_method",
    "change",
    "change_least",
    "change_most",
    "change_low",
    "change_high",
    "comparable",
    "reason",
    "target",
    "target_set_by",
    "margin",
    "status",
    "progress",
    "responsible",
    "source",
]


def unpublished(figures: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """Give the last row of each indicator none of whose figures was published.

    Parameters
    ----------
    figures : DataFrame
        As known on a date, from `giaoban.asof.with_days`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.

    Returns
    -------
    DataFrame
        The rows of ``figures`` with the targets that they would fall under.
    """
    there = figures[figures["value"].notna() & ~is_expected(figures)]
    silent = figures[~figures["indicator"].isin(there["indicator"])]
    silent = silent.groupby("indicator", sort=False).tail(1)
    return with_targets(silent.assign(value=nan), verdicts)


def latest_figures(
    against_targets: pd.DataFrame,
    unpublished: pd.DataFrame,
    paces: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Give the latest figure of each indicator.

    Parameters
    ----------
    against_targets : DataFrame
        The published figures of one unit, from `giaoban.analysis.with_targets`.
    unpublished : DataFrame
        From the function of that name.
    paces : DataFrame
        From `giaoban.analysis.paces`.
    indicators : DataFrame
        In the order in which they are listed, with ``responsible`` where it is said.

    Returns
    -------
    DataFrame
        One row for each indicator, as their table lists them, with ``low`` and ``high``,
        Wilson's interval, ``progress``, the verdict on the pace towards its target of the last
        year, whose period is ``ahead``, and ``responsible``, who answers for it. An indicator none
        of whose figures was published has no value.
    """
    last = _in_time(against_targets).groupby("indicator", sort=False).tail(1)
    if len(unpublished):
        last = as_types(pd.concat([last, unpublished]), {"comparable": "boolean"})
    last = _in_order(last.assign(**share_interval(last, indicators)), indicators)
    told = farthest(paces).set_index("indicator")
    answers = indicators.set_index("indicator").reindex(columns=["responsible"])["responsible"]
    found = {"progress": told["verdict"], "ahead": told["target_period"]}
    found |= {"responsible": answers.astype("str")}
    out = last.assign(**{name: last["indicator"].map(told) for name, told in found.items()})
    return out[[*against_targets.columns, *_ADDED]]


def _in_time(figures: pd.DataFrame) -> pd.DataFrame:
    """Sort by the end of the period; of those that end on one day, a whole year comes last."""
    whole = figures["years"].eq(1).fillna(False).astype(bool)
    return figures.assign(whole=whole).sort_values(["end", "whole", "start"]).drop(columns="whole")


def _in_order(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Sort by the indicators as their table lists them, then by time."""
    places = {name: n for n, name in enumerate(indicators["indicator"])}
    order = figures["indicator"].map(places)
    return figures.assign(order=order).sort_values(["order", "end"]).drop(columns="order")


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
        ``missing`` and ``expected``, how many. An indicator that was left out of ``latest`` lacks
        nothing.
    """
    shown = figures[figures["indicator"].isin(latest["indicator"])]
    kinds = {
        "figure": _not_published(latest, shown, targets.loc[_alone(targets, figures, cutoff)]),
        "target": targets[targets["value"].isna()],
        "preliminary": pd.concat(
            [
                latest[latest["obs_status"].isin(PRELIMINARY) & latest["value"].notna()],
                _only_expected(latest, shown, cutoff),
            ]
        ),
    }
    found = [rows.assign(kind=kind) for kind, rows in kinds.items()]
    for _, ranked in ranking.groupby("indicator", sort=False):
        missing = len(silent_units(ranked, units))
        if missing:
            counts = {"missing": missing, "expected": missing + ranked["unit"].nunique()}
            found.append(ranked.head(1).assign(kind="units", **counts))
    return pd.concat([rows.reindex(columns=GAP_COLUMNS) for rows in found], ignore_index=True)


def _only_expected(
    latest: pd.DataFrame, figures: pd.DataFrame, cutoff: pd.Timestamp
) -> pd.DataFrame:
    """Give the forecasts of periods that are over, after the latest figure."""
    published = latest.dropna(subset="value").set_index("indicator")["end"]
    forecast = figures[figures["value"].notna() & is_expected(figures) & (figures["end"] <= cutoff)]
    return forecast[~(forecast["end"] <= published.reindex(forecast["indicator"]).to_numpy())]


def _not_published(
    latest: pd.DataFrame, figures: pd.DataFrame, passed: pd.DataFrame
) -> pd.DataFrame:
    """Give the periods after the latest figure that have none, and those of targets that passed."""
    published = latest.dropna(subset="value").set_index("indicator")["end"]
    silent = figures[figures["value"].isna()]
    later = silent[~(silent["end"] <= published.reindex(silent["indicator"]).to_numpy())]
    return pd.concat([later, passed]).drop_duplicates("indicator", keep="last")


def _alone(targets: pd.DataFrame, figures: pd.DataFrame, cutoff: pd.Timestamp) -> pd.Series:
    """Say which targets have passed of indicators of which there is no row at all."""
    passed = [parse_period(period).end <= cutoff.date() for period in targets["period"]]
    alone = ~targets["indicator"].isin(figures["indicator"])
    return alone & pd.Series(passed, index=targets.index, dtype=bool)
