"""What the figures say of one target: by its end, in each of its years, or of its sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, isnan
from typing import Final

import pandas as pd

from giaoban.analysis.cumulative import Figure, Sum, add_up, covers
from giaoban.analysis.definitions import relation
from giaoban.language import YEAR, Period
from giaoban.statistics import Demand, Limits, Range, exceeds, reached

# The worst first: of several verdicts the first of these stands.
STATUSES: Final = ("not_met", "undetermined", "not_yet", "met", "exceeded")
# It has reached its target, for certain.
REACHED: Final = ("met", "exceeded")


@dataclass(frozen=True)
class Goal:
    """A target, as it is put to the figures.

    Attributes
    ----------
    span, kind : Period, str
        Its time and its kind, empty where it is not said.
    asked, definition : Demand, str or missing
        What it asks for, and what it was set for.
    value, limits : float, tuple of float
        Its number, missing where it was not published; between which a figure can lie.
    adds : bool
        Whether its indicator adds up over time.
    in_ratio : bool
        Whether a figure is so many percent of it: of counts and amounts, not of rates nor of a
        target that is a range.
    """

    span: Period
    kind: str
    asked: Demand
    definition: object
    value: float
    limits: Limits
    adds: bool
    in_ratio: bool

    @property
    def readings(self) -> list[str]:
        """The kinds that it may be of; of one year what adds up is its sum, whatever is said."""
        if self.adds and (self.span.within_a_year or not self.kind):
            return ["total"]
        if self.kind:
            return [self.kind]
        return ["by"] if len(self.span.in_years()) == 1 else ["by", "each"]

    @property
    def sums(self) -> bool:
        """Whether it asks for the sum over its time."""
        return self.readings == ["total"]


@dataclass(frozen=True)
class Verdict:
    """What the figures say of a target, or of one stretch of its time.

    Attributes
    ----------
    status, why : str
        ``exceeded``, ``met`` (which is all that is certain), ``not_met``, ``not_yet`` or
        ``undetermined``, and why it is undetermined:
        ``figure_not_published``, ``no_direction``, ``target_not_published``,
        ``definition_differs``, ``parts_differ`` (they do not count the same), ``range`` or
        ``kind_not_said``.
    judged : Figure, Sum or None
        The figure, or the sum, that says so.
    stretches : tuple
        Of a target that is to be kept in every year: each stretch's period and status.
    """

    status: str
    why: str = ""
    judged: Figure | Sum | None = None
    stretches: tuple[tuple[str, str], ...] = ()


def measured_from(goal: Goal, figure: Range) -> list[float]:
    """Give the two ends from which a margin is taken, of one that is to lie within the nearer."""
    low, high = sorted([goal.asked.easiest, goal.asked.hardest])
    if goal.asked.way == "":
        return [goal.value, goal.value]
    if goal.asked.way != "within":
        return [low, high]
    # Over its upper end is beyond it, as *reached* has it.
    if not figure.meets(Range(-inf, high)):
        return [high, high]
    return [] if figure.meets(Range(low, inf)) else [low, low]


def judge(
    goal: Goal, kind: str, figures: Sequence[Figure], definitions: pd.DataFrame, cutoff: date
) -> Verdict:
    """Judge a target as one of a kind.

    Parameters
    ----------
    goal, kind : Goal, str
        The target; ``by``, ``each`` or ``total``.
    figures : sequence of Figure
        Of its unit and indicator.
    definitions : DataFrame
        ``definition`` and ``includes``.
    cutoff : date
        A period that ends after it is not over.
    """
    if kind == "total":
        return _of_sum(goal, goal.span, figures, definitions, cutoff)
    if kind == "by":
        return _of_figure(goal, goal.span, figures, definitions, cutoff)
    one = _of_sum if goal.adds else _of_figure
    each = [(s, one(goal, s, figures, definitions, cutoff)) for s in goal.span.in_years()]
    worst = min(each, key=lambda pair: STATUSES.index(pair[1].status))[1]
    last = [verdict.judged for _, verdict in each if verdict.judged]
    stretches = tuple((str(stretch), verdict.status) for stretch, verdict in each)
    return Verdict(worst.status, worst.why, last[-1] if last else None, stretches)


def both(by: Verdict, each: Verdict) -> Verdict:
    """Set two readings of a target side by side: they agree, or it is not said which is meant.

    Where both have reached it, it is reached as far as both have.
    """
    judged = by.judged or each.judged
    if by.status == each.status:
        return Verdict(by.status, by.why, judged, each.stretches)
    if by.status in REACHED and each.status in REACHED:
        return Verdict("met", "", judged, each.stretches)
    return Verdict("undetermined", "kind_not_said", judged, each.stretches)


def _of_figure(
    goal: Goal,
    span: Period,
    figures: Sequence[Figure],
    definitions: pd.DataFrame,
    cutoff: date,
) -> Verdict:
    """Judge by the figure of just a period, else by that of its last twelve months."""
    found = [f for f in figures if f.period == span] or [
        f
        for f in figures
        if f.period.months == YEAR and f.period.end == span.end and f.period.start >= span.start
    ]
    if not found:
        return _not_there(span, cutoff)
    return _held(goal, found[0], found[0].range, found[0].definition, definitions)


def _of_sum(
    goal: Goal,
    span: Period,
    figures: Sequence[Figure],
    definitions: pd.DataFrame,
    cutoff: date,
) -> Verdict:
    """Judge by what the figures within a period add up to, as soon as it settles the matter."""
    inside = [f for f in figures if span.contains(f.period)]
    added = add_up(inside, span)
    if added is None:
        lacking = _not_there(span, cutoff)
        differ = inside and lacking.status == "undetermined"
        return Verdict("undetermined", "parts_differ") if differ else lacking
    whole = covers(added.parts, span)
    range_ = added.range if whole else Range(added.range.low, goal.limits[1], added.range.low_open)
    held = _held(goal, added, range_, added.parts[0].definition, definitions)
    if whole or held.status != "undetermined":
        return held
    lacking = _not_there(span, cutoff)
    return Verdict(lacking.status, lacking.why, added)


def _not_there(span: Period, cutoff: date) -> Verdict:
    if span.end > cutoff:
        return Verdict("not_yet")
    return Verdict("undetermined", "figure_not_published")


def _held(
    goal: Goal,
    judged: Figure | Sum,
    range_: Range,
    definition: object,
    definitions: pd.DataFrame,
) -> Verdict:
    """Hold a figure against the target; one that counts more or less may be too large or small."""
    stands = relation(definition, goal.definition, definitions)
    if stands in ("wider", "other"):
        range_ = Range(min(goal.limits[0], range_.low), range_.high, high_open=range_.high_open)
    if stands in ("narrower", "other"):
        range_ = Range(range_.low, goal.limits[1], low_open=range_.low_open)
    found = reached(range_, goal.asked)
    if found is not None:
        status = "exceeded" if exceeds(range_, goal.asked) else "met"
        return Verdict(status if found else "not_met", judged=judged)
    why = "definition_differs" if stands != "same" else "range"
    if isnan(goal.value):
        why = "target_not_published"
    return Verdict("undetermined", why if goal.asked.way else "no_direction", judged)
