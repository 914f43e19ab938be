"""Targets, each with what the figures say of it."""

from collections.abc import Mapping
from datetime import date
from math import isnan, nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.cumulative import (
    Figure,
    Sum,
    add_up,
    figures_by_series,
    gaps,
    since_first_day,
    status_of,
)
from giaoban.analysis.definitions import as_meant, relation
from giaoban.analysis.series import limits_of
from giaoban.analysis.targets.verdicts import Goal, Verdict, both, judge, measured_from
from giaoban.language import Period, difference, parse_period, percentage
from giaoban.statistics import demand
from giaoban.tables import adds_up, as_types, by_column, by_label, in_ratio

# What a target says, and what that is called beside what was judged.
SAID: Final = {
    "unit": "unit",
    "indicator": "indicator",
    "period": "target_period",
    "kind": "target_kind",
    "value": "target",
    "value_to": "target_to",
    "qualifier": "target_qualifier",
    "set_by": "target_set_by",
    "derivation": "target_derivation",
    "definition": "target_definition",
}
MARGINS: Final = ["margin", "margin_least", "margin_most"]
_FOUND: Final = [
    "status",
    "why",
    "status_by",
    "status_each",
    "stretches",
    "period",
    "value",
    "qualifier",
    "least",
    "most",
    "definition",
    *MARGINS,
    "share_reached",
    "share_covered",
]
_PRINTED: Final = ["as_published", "obs_status"]
# As targets.csv has them.
TARGETS_CSV: Final = [*list(SAID.values())[1:], *_FOUND]
VERDICT_COLUMNS: Final = [
    "unit",
    *TARGETS_CSV,
    *_PRINTED,
    "until",
    "rows",
    "gaps",
    "begun",
    "due",
    "target_row",
]
_TEXTS: Final = [*_FOUND[:4], "period", "qualifier", "definition", *_PRINTED]


def judge_targets(
    compared: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
    cutoff: pd.Timestamp,
    expected: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Judge each target by the figures that are known.

    Parameters
    ----------
    compared : DataFrame
        Published figures, from `giaoban.analysis.compare`.
    targets : DataFrame
        As known on a date, of the same units.
    indicators, definitions : DataFrame
        ``unit_measure``, ``additive`` and ``better``; ``includes``.
    cutoff : Timestamp
        The last day whose figures count: a period that ends after it is not over.
    expected : DataFrame
        From `giaoban.analysis.expected`: estimates among them settle no status; a sum that is
        *not yet* takes in those of a time that is over, as preliminary.

    Returns
    -------
    DataFrame
        A row for each target, in their order: ``unit``, ``indicator``, the target
        (``target_period``, ``target_kind``, ``target``, ``target_to``, ``target_qualifier``,
        ``target_set_by``, ``target_derivation``, ``target_definition``, and ``target_row``, its
        index). ``status`` and ``why`` (see `giaoban.analysis.targets.verdicts.Verdict`);
        where the kind is not said ``status_by`` and ``status_each``, the two readings;
        ``stretches``, period and status of each year. Of the figure or sum that was judged, else
        of the latest there is so far: ``period``, ``value``, ``qualifier``, ``least``, ``most``,
        ``definition``, ``until`` (its last day), ``rows`` (indices of the figures), and
        ``as_published`` and ``obs_status`` of a figure (of a sum ``E`` where it has an estimate).
        ``margin`` (figure less target, in the
        indicator's own measure, where both are exact), ``margin_least`` and ``margin_most`` (the
        same of ranges), and ``share_reached`` (the same in percent of the target, of counts and
        amounts), where what is judged counts what was meant. A sum over the target's period is
        one from its first day on: ``gaps``, the stretches before its last figure that have
        none, and where there are any it is at least what is known; ``share_reached`` so far and
        ``share_covered``, in percent of the target and of the days of its period. ``begun``,
        whether a figure or an estimate lies within its period; ``due``, whether its time is over.
    """
    series, estimated = figures_by_series(compared), _estimated(expected)
    about = by_column(indicators, "indicator")
    rows = []
    for number, target in by_label(targets).items():
        goal = goal_of(target, about[target["indicator"]])
        key = target["unit"], target["indicator"]
        figures, estimates = series.get(key, []), estimated.get(key, [])
        found = {k: judge(goal, k, figures, definitions, cutoff.date()) for k in goal.readings}
        said = {name: target[column] for column, name in SAID.items()} | {"target_row": number}
        said["due"] = goal.span.end <= cutoff.date()
        told = _found(goal, found, figures, definitions)
        rows.append(said | told | _preliminary(goal, told, figures, estimates, cutoff.date()))
    table = pd.DataFrame(rows, columns=VERDICT_COLUMNS, index=targets.index)
    return as_types(table, dict.fromkeys(_TEXTS, "str") | {"until": "datetime64[s]"})


def goal_of(target: Mapping[Any, Any], about: Mapping[Any, Any]) -> Goal:
    """Put a row of ``targets`` as the figures are asked for it.

    Parameters
    ----------
    target, about : mapping
        The row; ``unit_measure``, ``additive`` and ``better`` of its indicator.
    """
    limits, better = limits_of(about), about["better"]
    asked = demand(target["value"], target["value_to"], target["qualifier"], better, limits)
    kind = target["kind"] if isinstance(target["kind"], str) else ""
    span, adds = parse_period(target["period"]), adds_up(about)
    number, ratio = target["value"], in_ratio(about) and isnan(target["value_to"])
    return Goal(span, kind, asked, target["definition"], number, limits, adds, ratio)


def _found(
    goal: Goal, found: dict[str, Verdict], figures: list[Figure], definitions: pd.DataFrame
) -> dict[str, object]:
    verdict = both(found["by"], found["each"]) if len(found) > 1 else next(iter(found.values()))
    said: dict[str, object] = {"status": verdict.status, "why": verdict.why or None}
    if len(found) > 1:
        said |= {f"status_{kind}": one.status for kind, one in found.items()}
    judged = verdict.judged
    if judged is not None:
        said |= _margins(goal, judged, definitions)
    if shown := judged or _latest(goal.span, figures):
        said |= _shown(goal, shown)
    begun = any(goal.span.contains(figure.period) for figure in figures)
    return {"stretches": verdict.stretches, "rows": (), "begun": begun} | said


def _estimated(expected: pd.DataFrame | None) -> dict[tuple[str, str], list[Figure]]:
    told = None if expected is None else expected[expected["obs_status"].eq("E")]
    return {} if told is None else figures_by_series(told)


def _preliminary(
    goal: Goal,
    told: Mapping[str, object],
    figures: list[Figure],
    estimates: list[Figure],
    cutoff: date,
) -> dict[str, object]:
    """Take estimates of parts of its time into a sum that is open, once these parts are over."""
    parts = [f for f in estimates if goal.span.contains(f.period) and f.period != goal.span]
    if not (parts and goal.sums and told["status"] == "not_yet"):
        return {}
    known, over = add_up(figures, goal.span), [f for f in parts if f.period.end <= cutoff]
    added = add_up([*figures, *over], goal.span)
    if added is None or (known is not None and added.days <= known.days):
        return {"begun": True}
    return {"begun": True} | _shown(goal, added)


def _latest(span: Period, figures: list[Figure]) -> Figure | None:
    """Give the latest figure that ends by the end of a period, a year before a part of one."""
    known = [f for f in figures if f.period.end <= span.end]
    return max(known, key=lambda f: (f.period.years == 1, f.period.end), default=None)


def _shown(goal: Goal, shown: Figure | Sum) -> dict[str, object]:
    """Say what was judged, or is known so far; of a sum that is asked for, since its first day."""
    if isinstance(shown, Sum) and goal.sums:
        shown = since_first_day(shown, goal.span)
    ends = {"least": shown.range.low, "most": shown.range.high}
    said = {"value": shown.value, "qualifier": shown.qualifier} | ends
    if isinstance(shown, Sum):
        return said | _sum(goal, shown)
    said |= {"period": str(shown.period), "definition": shown.definition}
    said |= {"until": pd.Timestamp(shown.period.end), "rows": (shown.row,)}
    return said | {"as_published": shown.as_published, "obs_status": shown.obs_status}


def _sum(goal: Goal, added: Sum) -> dict[str, object]:
    first, last = added.parts[0].period, added.parts[-1].period
    start = goal.span.start if goal.sums else first.start
    return {
        "period": str(Period(start, last.end)),
        "definition": added.parts[0].definition,
        "until": pd.Timestamp(last.end),
        "rows": tuple(part.row for part in added.parts),
        "as_published": None,
        "obs_status": status_of(added),
        **(_so_far(goal, added) if goal.sums else {}),
    }


def _so_far(goal: Goal, added: Sum) -> dict[str, object]:
    """Say how much of a target a sum is, how much of its time is over, and what is missing."""
    counted = as_meant(added.parts[0].definition, goal.definition)
    share = _share(goal, added) if counted else nan
    gone = Period(goal.span.start, added.parts[-1].period.end).days / goal.span.days * 100
    between = tuple(str(gap) for gap in gaps(added.parts, goal.span))
    return {"share_reached": share, "share_covered": gone, "gaps": between}


def _share(goal: Goal, judged: Figure | Sum) -> float:
    """Give a number in percent of a target; there is one only where both are exact."""
    exact = judged.qualifier == "=" and goal.asked.easiest == goal.asked.hardest
    told = exact and goal.in_ratio and goal.value > 0
    return percentage(judged.value, goal.value) if told else nan


def _margins(goal: Goal, judged: Figure | Sum, definitions: pd.DataFrame) -> dict[str, object]:
    """Say by how much a figure stands over or under its target, where both count the same."""
    counted = judged.parts[0].definition if isinstance(judged, Sum) else judged.definition
    if isnan(goal.value) or (isinstance(judged, Sum) and judged.days < goal.span.days):
        return {}
    if relation(counted, goal.definition, definitions) != "same":
        return {}
    if not (ends := measured_from(goal, judged.range)):
        return {}
    low, high = difference(judged.range.low, ends[1]), difference(judged.range.high, ends[0])
    exact = judged.qualifier == "=" and ends[0] == ends[1]
    margins = [difference(judged.value, ends[0]) if exact else nan, low, high]
    return {**dict(zip(MARGINS, margins, strict=True)), "share_reached": _share(goal, judged)}
