"""How far an indicator has come towards a target, and whether it will reach one that lies ahead."""

from collections.abc import Mapping
from datetime import date
from math import nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.comparison import last_runs
from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import range_between
from giaoban.analysis.targets.judged import goal_of
from giaoban.analysis.targets.verdicts import Goal
from giaoban.analysis.trends import POINTS_FOR_SLOPE
from giaoban.language import YEAR, Period, parse_period
from giaoban.statistics import Pace, judge_pace, judge_sum, reached, theil_sen
from giaoban.tables import begins_anew, by_column, by_label

DAYS_OF_A_YEAR = 365
# The last of these is the worst.
_PACES: Final = ("too_few_points", "on_track", "nearly_on_track", "behind", "moving_away")
# As paces.csv has them.
PACES_CSV: Final = [
    "indicator",
    "target_period",
    "target",
    "target_set_by",
    "asked",
    "target_year",
    "first_period",
    "last_period",
    "points",
    "share_of_way",
    "had",
    "needed",
    "verdict",
]
PACE_COLUMNS: Final = [*PACES_CSV, "reached", "target_row"]


def paces(
    compared: pd.DataFrame,
    verdicts: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Judge the pace towards each target that is not due yet.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    targets, indicators : DataFrame
        What was put to it.

    Returns
    -------
    DataFrame
        For each target with a value, above or below, whose status is *not yet*, or would be if it
        had to be reached by the end of its period: ``indicator``, ``target_period``, ``target``,
        ``target_set_by``, ``asked`` (the number that it is reckoned to), ``target_year`` (the
        last of its period), ``target_row``;
        ``first_period``, ``last_period`` and ``points`` of the figures that it rests on;
        ``share_of_way``, how far it has come since the first of them, in percent (of a sum, its
        share of the target); ``had`` and ``needed``, in the indicator's own measure a year, and
        ``verdict`` (see `giaoban.statistics.Pace`); ``reached``, whether the latest figure is
        there already.
    """
    about = by_column(indicators, "indicator")
    series = dict(last_runs(compared))
    ahead = verdicts[verdicts["target"].notna()]
    ahead = ahead[ahead["status"].eq("not_yet") | ahead["status_by"].eq("not_yet")]
    rows = []
    told = by_label(targets)
    for number, verdict in by_label(ahead).items():
        goal = goal_of(told[number], about[verdict["indicator"]])
        run = series.get(verdict["indicator"])
        if goal.asked.way in ("up", "down"):
            anew = begins_anew(about[verdict["indicator"]])
            summed = _adds_up(goal, verdict)
            found = _of_sum(goal, verdict) if summed else _of_level(goal, run, anew=anew)
            about_it = {"target_year": goal.span.end.year, "asked": goal.asked.hardest}
            rows.append(dict(verdict) | about_it | found)
    return pd.DataFrame(rows, columns=PACE_COLUMNS)


def _adds_up(goal: Goal, verdict: Mapping[Any, Any]) -> bool:
    """Say whether a target is for a sum, and for more than one year that is yet to come."""
    return goal.sums and (goal.span.months != YEAR or bool(verdict["begun"]))


def farthest(paces: pd.DataFrame) -> pd.DataFrame:
    """Keep of each indicator the pace towards the target that lies farthest ahead.

    Of several targets of one year the worst verdict counts, of two alike the greater need.

    Parameters
    ----------
    paces : DataFrame
        From `paces`.
    """
    order = paces.assign(worst=paces["verdict"].map(_PACES.index), need=paces["needed"].abs())
    order = order.sort_values(["target_year", "worst", "need"], kind="stable", na_position="first")
    return paces.loc[order.drop_duplicates("indicator", keep="last").index]


def _of_sum(goal: Goal, verdict: Mapping[Any, Any]) -> dict[str, object]:
    """Judge the sum so far."""
    found = Pace("too_few_points")
    if pd.isna(verdict["share_covered"]):
        return {"points": 0, "reached": False, **_numbers(found)}
    meant = as_meant(verdict["definition"], goal.definition)
    if verdict["qualifier"] == "=" and meant:
        gone, years = _years(parse_period(verdict["period"]), goal.span)
        target = goal.asked.hardest
        found = judge_sum(verdict["value"], target, gone, years - gone, goal.asked.way)
    return {
        "first_period": verdict["period"],
        "last_period": verdict["period"],
        "points": len(verdict["rows"]),
        "share_of_way": verdict["share_reached"],
        "reached": False,
        **_numbers(found),
    }


def _of_level(goal: Goal, run: pd.DataFrame | None, *, anew: bool) -> dict[str, object]:
    """Judge the yearly figures; of what begins anew each year none is reached beforehand."""
    nothing = {"points": 0, "reached": False, **_numbers(Pace("too_few_points"))}
    if run is None or goal.span.days < DAYS_OF_A_YEAR:
        return nothing
    first, last = run.iloc[0], run.iloc[-1]
    left = _months(last["end"].date(), goal.span.end) / YEAR
    if left <= 0 or not as_meant(last["definition"], goal.definition):
        return nothing
    there, asked = reached(range_between(last), goal.asked), goal.asked.hardest
    exact = last["qualifier"] == "="
    found = Pace("on_track" if there and not anew else "too_few_points")
    if exact:
        asks, had = goal.asked.way, _slope(run)
        found = judge_pace(last["value"], asked, left, had, asks, there, anew=anew)
    begun = reached(range_between(first), goal.asked) is False
    both = exact and first["qualifier"] == "=" and first["value"] != asked
    told = begun and both and not goal.sums  # The way from an earlier year is no part of a sum.
    way = (last["value"] - first["value"]) / (asked - first["value"]) if told else nan
    return {
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        "share_of_way": round(way * 100, 9) + 0.0,
        "reached": bool(there),
        **_numbers(found),
    }


def _years(part: Period, whole: Period) -> tuple[float, float]:
    """Give the lengths of a part and of the whole in years, both by months or both by days."""
    if part.months and whole.months:
        return part.months / YEAR, whole.months / YEAR
    return part.days / 365.25, whole.days / 365.25


def _months(day: date, later: date) -> int:
    return YEAR * (later.year - day.year) + later.month - day.month


def _slope(run: pd.DataFrame) -> float:
    """Give the slope that is printed of a run, where there are exact figures enough."""
    if len(run) < POINTS_FOR_SLOPE or run["qualifier"].ne("=").any():
        return nan
    values = run["value"].to_numpy(float)
    return round(theil_sen(run["end"].dt.year.to_numpy(float), values, values).estimate, 9)


def _numbers(found: Pace) -> dict[str, object]:
    return {"verdict": found.verdict, "had": found.had, "needed": found.needed}
