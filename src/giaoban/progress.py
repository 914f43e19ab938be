"""The pace towards a target that lies ahead."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from giaoban.compare import last_runs
from giaoban.definitions import as_meant
from giaoban.periods import parse_period
from giaoban.targets import direction
from giaoban.trends import POINTS_FOR_SLOPE

ON_TRACK_RATIO = 0.95

PACE_COLUMNS = [
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


@dataclass(frozen=True)
class Pace:
    """How fast an indicator moved, and how fast it has to.

    Attributes
    ----------
    verdict : str
        ``on_track``, ``behind``, ``moving_away`` or ``too_few_points``.
    actual, required : float
        Compound annual growth rates; differences a year where ``basis`` is ``difference``.
    ratio : float
        Actual over required; missing where the target was reached at the start.
    basis : str
        ``growth``, ``difference``, or ``reached`` where there is nothing left to grow.
    """

    verdict: str
    actual: float = np.nan
    required: float = np.nan
    ratio: float = np.nan
    basis: str = ""


def pace(
    first: float, last: float, target: float, years: float, target_years: float, better: str
) -> Pace:
    """Judge the pace from a first figure to a last one against the pace that a target asks for.

    The method is Eurostat's for indicators with a quantified target (*Sustainable development
    in the European Union: monitoring report*, annex on method): the compound annual growth rate
    so far, (last/first)^(1/years) − 1, over the one that the target asks for,
    (target/first)^(1/target_years) − 1. Eurostat's significant progress (a ratio of 95% or
    more) is *on track*; its moderate and insufficient progress (less, down to 0) are *behind*;
    below 0 is *moving away*. Where a figure or the target is zero no growth rate exists, and
    differences a year take its place. Where the target was reached at the start no ratio
    exists: still reached is on track, lost is moving away. A share near its ceiling has little
    left to grow, so that a small difference makes a large ratio: read the figures beside it.

    Parameters
    ----------
    first, last, target : float
        In the indicator's own measure.
    years, target_years : float
        Years from the first figure to the last, and to the target.
    better : str
        ``up`` or ``down``: which way the target lies.
    """
    toward = 1.0 if better == "up" else -1.0
    if toward * (first - target) >= 0:
        kept = toward * (last - target) >= 0
        return Pace("on_track" if kept else "moving_away", basis="reached")
    if min(first, last, target) > 0:
        basis = "growth"
        actual = (last / first) ** (1 / years) - 1
        required = (target / first) ** (1 / target_years) - 1
    else:
        basis = "difference"
        actual, required = (last - first) / years, (target - first) / target_years
    ratio = actual / required
    behind = "behind" if ratio >= 0 else "moving_away"
    verdict = "on_track" if ratio >= ON_TRACK_RATIO else behind
    return Pace(verdict, actual, required, ratio, basis)


def paces(
    compared: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame, this_year: int = 0
) -> pd.DataFrame:
    """Judge the pace of each indicator towards the last of its targets that lies ahead.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.compare.compare`; a forecast says nothing of the pace.
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
        ``actual``, ``required``, ``ratio`` and ``basis`` (see `Pace`); ``reached``, whether the
        last figure is there already; ``needed``, what the indicator has to change by a year from
        its last figure on, in its own measure. A target for several years is none to be reached
        by a year: it asks for its share in each, and for its count in all of them together
        (`giaoban.parts.reached_so_far`); one that was set for another definition than the
        figures have is none either.
    """
    rows = []
    for indicator, run in last_runs(compared[compared["obs_status"].ne("F")]):
        goals = targets[(targets["indicator"] == indicator) & targets["value"].notna()]
        spans = [parse_period(text) for text in goals["period"]]
        ahead = goals.assign(
            year=np.array([span.end.year for span in spans], dtype="int64"),
            whole=np.array([span.years == 1 for span in spans], dtype=bool),
            meant=[as_meant(run["definition"].iloc[-1], wanted) for wanted in goals["definition"]],
            better=direction(goals["indicator"], goals["qualifier"], indicators),
        )
        ahead = ahead[ahead["whole"] & ahead["meant"].astype(bool) & ahead["better"].ne("none")]
        ahead = ahead[ahead["year"] > run["end"].iloc[-1].year]
        ahead = ahead[ahead["year"] >= this_year]
        if len(ahead):
            goal = ahead.sort_values(["year", "reported_on"], kind="stable").iloc[-1]
            rows.append(_paced(run, goal))
    return pd.DataFrame(rows, columns=PACE_COLUMNS)


def _paced(run: pd.DataFrame, goal: pd.Series) -> dict[str, object]:
    first, last, better = run.iloc[0], run.iloc[-1], goal["better"]
    found = Pace("too_few_points")
    if len(run) >= POINTS_FOR_SLOPE and run["qualifier"].eq("=").all():
        years, ahead = last["end"].year - first["end"].year, goal["year"] - first["end"].year
        found = pace(first["value"], last["value"], goal["value"], years, ahead, better)
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
