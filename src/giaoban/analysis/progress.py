"""The pace towards a target that lies ahead."""

from typing import Final

import numpy as np
import pandas as pd

from giaoban.analysis.comparison import last_runs
from giaoban.analysis.definitions import as_meant
from giaoban.analysis.targets import direction
from giaoban.analysis.trends import POINTS_FOR_SLOPE
from giaoban.language import parse_period
from giaoban.statistics import Pace, judge_pace

PACE_COLUMNS: Final = [
    "indicator",
    "target",
    "target_year",
    "target_row",
    "first_period",
    "last_period",
    "points",
    "verdict",
    "actual",
    "required",
    "ratio",
    "basis",
    "reached",
    "needed",
]


def paces(
    compared: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame, this_year: int = 0
) -> pd.DataFrame:
    """Judge the pace of each indicator towards the last of its targets that lies ahead.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`; a forecast says nothing of the pace.
    targets : DataFrame
        Of the same unit.
    indicators : DataFrame
        ``better``: where it is not said which way is better, there is no pace.
    this_year : int
        Targets of years before it lie ahead no more.

    Returns
    -------
    DataFrame
        ``indicator``, ``target``, ``target_year``, ``target_row``; ``first_period``,
        ``last_period`` and ``points`` of the run of whole years that it rests on; ``verdict``,
        ``actual``, ``required``, ``ratio`` and ``basis`` (see `giaoban.statistics.Pace`);
        ``reached``, whether the last figure is there already; ``needed``, what the indicator has to
        change by a year from its last figure on, in its own measure. A target for several years is
        none to be reached by a year: it asks for its share in each, and for its count in all of
        them together (`giaoban.analysis.reached_so_far`); one that was set for another definition
        than the figures have is none either.
    """
    rows = []
    for indicator, run in last_runs(compared[compared["obs_status"].ne("F")]):
        goals = targets[(targets["indicator"] == indicator) & targets["value"].notna()]
        ahead = _ahead(goals, run.iloc[-1], indicators)
        ahead = ahead[ahead["year"] >= this_year]
        if len(ahead):
            goal = ahead.sort_values(["year", "reported_on"], kind="stable").iloc[-1]
            rows.append(_paced(run, goal))
    return pd.DataFrame(rows, columns=PACE_COLUMNS)


def _ahead(goals: pd.DataFrame, last: pd.Series, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the targets for one year after the last figure that ask for more of what it counts."""
    spans = [parse_period(text) for text in goals["period"]]
    dated = goals.assign(
        year=np.array([span.end.year for span in spans], dtype="int64"),
        better=direction(goals["indicator"], goals["qualifier"], indicators),
    )
    whole = np.array([span.years == 1 for span in spans], dtype=bool)
    meant = [as_meant(last["definition"], wanted) for wanted in goals["definition"]]
    sought = whole & np.array(meant, dtype=bool) & dated["better"].ne("none")
    return dated[sought & (dated["year"] > last["end"].year)]


def _paced(run: pd.DataFrame, goal: pd.Series) -> dict[str, object]:
    first, last, better = run.iloc[0], run.iloc[-1], goal["better"]
    found = Pace("too_few_points")
    if len(run) >= POINTS_FOR_SLOPE and run["qualifier"].eq("=").all():
        years, ahead = last["end"].year - first["end"].year, goal["year"] - first["end"].year
        found = judge_pace(first["value"], last["value"], goal["value"], years, ahead, better)
    left = goal["year"] - last["end"].year
    exact = last["qualifier"] == "="
    apart = goal["value"] - last["value"]
    kept = exact and (apart <= 0 if better == "up" else apart >= 0)
    return {
        "indicator": goal["indicator"],
        "target": goal["value"],
        "target_year": goal["year"],
        "target_row": goal.name,
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        **vars(found),
        "reached": kept,
        "needed": round(apart / left, 9) if exact else np.nan,
    }
