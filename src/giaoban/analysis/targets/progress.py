"""How far an indicator has come towards a target, and whether it will reach one that lies ahead."""

from collections.abc import Mapping
from datetime import date
from math import nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.comparison import last_runs
from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import limits_of, range_between
from giaoban.analysis.targets.judged import goal_of, under
from giaoban.analysis.targets.verdicts import YEAR, Goal
from giaoban.analysis.trends import POINTS_FOR_SLOPE
from giaoban.language import Period, parse_period
from giaoban.statistics import Pace, Range, judge_pace, judge_sum, reached, stated, theil_sen
from giaoban.tables import adds_up, begins_anew, in_ratio

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
PERCENT: Final = ["of_plan", "of_plan_least", "of_plan_most", "of_plan_qualifier", "of_plan_why"]
PLAN_COLUMNS: Final = ["figure_row", "target_row", *PERCENT]


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
    about = indicators.set_index("indicator").to_dict("index")
    series = dict(last_runs(compared))
    ahead = verdicts[verdicts["target"].notna()]
    ahead = ahead[ahead["status"].eq("not_yet") | ahead["status_by"].eq("not_yet")]
    rows = []
    told = targets.to_dict("index")
    for number, verdict in ahead.to_dict("index").items():
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
    if verdict["contiguous"] is True and verdict["qualifier"] == "=" and meant:
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
    way = (last["value"] - first["value"]) / (asked - first["value"]) if begun and both else nan
    return {
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        "share_of_way": round(way * 100, 9),
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


def percent_of_plan(
    figures: pd.DataFrame, verdicts: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Give each figure, or the sum that its target asks for, in percent of the target.

    Parameters
    ----------
    figures : DataFrame
        Published figures, from `giaoban.analysis.latest_figures` or `giaoban.analysis.compare`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    indicators : DataFrame
        Their ``unit_measure``, ``unit_vi`` and ``additive``.

    Returns
    -------
    DataFrame
        A row for each pair of `giaoban.analysis.under`: ``figure_row`` and ``target_row``;
        ``of_plan`` in percent, missing where it is a range, ``of_plan_least`` and
        ``of_plan_most``, its ends, missing where there is none; ``of_plan_qualifier``; and
        ``of_plan_why``: ``definition_differs``, where there is none because something else was
        counted.
    """
    abouts, told = indicators.set_index("indicator").to_dict("index"), figures.to_dict("index")
    rows = []
    for verdict in under(figures, verdicts).to_dict("records"):
        figure, about = told[verdict["figure_row"]], abouts[verdict["indicator"]]
        named = {name: verdict[name] for name in ("figure_row", "target_row")}
        rows.append(named | _of_plan(figure, verdict, about))
    return pd.DataFrame(rows, columns=PLAN_COLUMNS)


def _of_plan(
    figure: Mapping[Any, Any], verdict: Mapping[Any, Any], about: Mapping[Any, Any]
) -> dict[str, object]:
    plan, judged = verdict["target"], figure
    counted = about["unit_measure"] == "percent" or in_ratio(about)
    if not counted or not plan > 0 or pd.notna(verdict["target_to"]):
        return {}
    if asks_for_a_sum(verdict, about):
        if pd.isna(verdict["share_covered"]):
            return {}
        judged = verdict
    elif figure["period"] != verdict["target_period"] and figure["years"] != 1:
        return {}
    if pd.isna(judged["value"]):
        return {}
    if not as_meant(judged["definition"], verdict["target_definition"]):
        return {"of_plan_why": "definition_differs"}
    sign = "~" if verdict["target_qualifier"] == "~" else "="
    ends = stated(plan, sign, limits_of(about))
    return in_percent("of_plan", judged, ends.low, ends.high)


def asks_for_a_sum(verdict: Mapping[Any, Any], about: Mapping[Any, Any]) -> bool:
    """Say whether a target asks for the sum over its time."""
    kind = verdict["target_kind"] if isinstance(verdict["target_kind"], str) else ""
    return adds_up(about) and kind in ("", "total")


def in_percent(name: str, figure: Mapping[Any, Any], low: float, high: float) -> dict[str, object]:
    """Give a figure in percent of a number between two ends, of which none lies below 0."""
    share = Range(figure["least"], figure["most"]).in_percent_of(Range(low, high))
    least, most = round(share.low, 9), round(share.high, 9)
    sign = figure["qualifier"] if low == high else "~"
    exact = figure["value"] / low * 100 if sign == "=" else nan
    found = {name: round(exact, 9), f"{name}_least": least, f"{name}_most": most}
    return found | {f"{name}_qualifier": sign}
