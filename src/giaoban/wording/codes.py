"""The codes of the analysis: what each is called, what the glossary says of it, its shape."""

from typing import NamedTuple

from giaoban.analysis import SUPPOSED
from giaoban.catalogues import N_
from giaoban.charts import shapes


class Code(NamedTuple):
    """One code; name and meaning are message ids, the shape is one of `giaoban.charts.shapes`."""

    name: str
    meaning: str = ""
    shape: str = ""


Codes = dict[str, Code]

STATUS: Codes = {
    "exceeded": Code(
        N_("exceeded"), N_("It is better than asked, wherever in its range it lies."), shapes.PLUS
    ),
    "met": Code(
        N_("met"), N_("It reaches its target, wherever in its range it lies."), shapes.CHECKED
    ),
    "not_met": Code(
        N_("not met"),
        N_("The figure does not reach its target, wherever in its range it lies."),
        shapes.WARNING,
    ),
    "not_yet": Code(
        N_("not due yet"),
        N_("The target’s time is not over, and nothing has settled it yet."),
        shapes.CLOCK,
    ),
    "undetermined": Code(N_("undetermined"), N_("What was published leaves it open."), shapes.HALF),
    "no_target": Code(
        N_("no target published"),
        N_("No target was published for the figure’s period; nothing is judged."),
        shapes.RING,
    ),
}
PROGRESS: Codes = {
    "on_track": Code(
        N_("on track"),
        N_("There already, or a year so far brings at least 95% of what a year has to bring."),
        shapes.UP,
    ),
    "nearly_on_track": Code(
        N_("nearly on track"),
        N_("A year so far brings 60% to 95% of what a year has to bring."),
        shapes.UPWARD,
    ),
    "behind": Code(
        N_("behind"),
        N_("A year so far brings less than 60% of what it has to, or takes far too much."),
        shapes.SIDEWAYS,
    ),
    "moving_away": Code(
        N_("moving away"), N_("The figures move away from the target."), shapes.DOWN
    ),
    "too_few_points": Code(
        N_("too few exact figures"),
        N_("Fewer comparable exact figures that lead to it than the method needs."),
    ),
}
KIND: Codes = {
    "by": Code(N_("by its end")),
    "each": Code(N_("in each year")),
    "total": Code(N_("in total")),
}
GAIN: Codes = {
    "better": Code(N_("better")),
    "worse": Code(N_("worse")),
    "same": Code(N_("the same")),
    "chance": Code(N_("no more than chance")),
    "undetermined": Code(N_("undetermined")),
}
COMPARISON: Codes = {
    "not_comparable": Code(
        N_("not comparable"),
        N_("The two figures do not count the same; their difference says nothing of progress."),
    ),
}
VERDICT: Codes = {
    "agrees": Code(
        N_("agrees"),
        N_("What the figures give, rounded to the decimals stated, is what was stated."),
        shapes.CHECKED,
    ),
    "agrees_if_truncated": Code(
        N_("agrees when cut off"),
        N_("What the figures give, cut off at the decimals stated, is what was stated."),
        shapes.CHECKED,
    ),
    "agrees_if_rounded": Code(
        N_("agrees when rounded"),
        N_("What the figures give, rounded to the step named, is what was stated."),
        shapes.CHECKED,
    ),
    "disagrees": Code(
        N_("disagrees"),
        N_("What the figures give is not what was stated, or is on the other side of the target."),
        shapes.WARNING,
    ),
    "cannot_check": Code(
        N_("cannot be checked"),
        N_("What the statement rests on was not published in full; what is missing stands beside."),
        shapes.HALF,
    ),
}
# What is no code of a table, and needs explaining all the same.
WORD: Codes = {
    "points": Code(
        N_("percentage point"),
        N_("The difference of two percentages: from 20% to 25% is 5 percentage points."),
    ),
    "interval": Code(
        N_("interval"),
        N_("The range that chance leaves open: of 20 such 95% intervals, 19 hold the true value."),
    ),
    "worked_out": Code(
        N_("worked out"),
        N_("Not published as such; it follows from other published numbers, which are named."),
    ),
    "limits": Code(
        N_("limits of chance"),
        N_("95% of units of that size would lie within the inner lines, 99.8% within the outer."),
    ),
}
TERMS: Codes = STATUS | PROGRESS | COMPARISON | VERDICT | WORD  # the glossary, in its order
RULE: Codes = {
    "holds": Code(N_("kept"), shape=shapes.CHECKED),
    "broken": Code(N_("not kept"), shape=shapes.WARNING),
    "undetermined": STATUS["undetermined"],
}
STATE: Codes = {
    "overdue": Code(N_("overdue"), shape=shapes.WARNING),
    "open": Code(N_("open"), shape=shapes.RING),
    "done_late": Code(N_("done late"), shape=shapes.TIMED),
    "done_on_time": Code(N_("done on time"), shape=shapes.CHECKED),
    "done": Code(N_("done"), shape=shapes.TICK),
}
WHY: Codes = {
    "figure_not_published": Code(N_("no figure for all of its time has been entered")),
    "kind_not_said": Code(N_("it is not said how it is meant")),
    "parts_differ": Code(N_("its parts do not count the same")),
    "target_not_published": Code(N_("the target’s value was not published")),
    "no_direction": Code(N_("it is not said which way is better")),
    "definition_differs": Code(N_("the figure is not known to count what the target was set for")),
    "range": Code(N_("the figure or the target leaves a range open")),
}
REASON: Codes = {
    "definition_changed": Code(N_("the definition changed")),
    "definition_not_said": Code(N_("it is not said what one of them counts")),
    "series_break": Code(N_("the series was broken")),
    "unit_changed": Code(N_("the unit changed")),
    "part_year": Code(N_("the periods do not cover the same months")),
    "base_unknown": Code(N_("the base is not known to be the same")),
}
TREND: Codes = {
    "rising": Code(N_("rising")),
    "falling": Code(N_("falling")),
    "no_clear_trend": Code(N_("no clear trend")),
    "too_few_to_tell": Code(N_("too few figures to tell")),
    "too_few_points": Code(N_("too few points")),
}
MISSING: Codes = {
    "no_figure": Code(N_("the figure that it rests on was not published")),
    "no_target": Code(N_("there is no exact target for it")),
    "target_not_published": Code(N_("the target’s value was not published")),
    "circular": Code(N_("the target was itself worked out from this statement")),
    "figure_is_a_range": Code(N_("the figure was not stated exactly")),
    "not_comparable": Code(N_("the figures may not be compared")),
    "target_is_zero": Code(N_("there is no percentage of a target of 0")),
    "not_additive": Code(N_("only what adds up over time has a mean a year")),
    "not_whole_months": Code(N_("its period is not whole months")),
    "zero_before": Code(N_("there is no percentage of 0 before")),
}
CLAIM: Codes = {
    "mean_per_year": Code(N_("{number} a year")),
    "margin_over_target": Code(N_("{number} over the target")),
    "percent_of_target": Code(N_("{number} of the target")),
    "change": Code(N_("a change of {number}")),
}
# A change with one sign, less than 0 or more; its number then has none.
CHANGED = {-1: N_("a fall of {number}"), 1: N_("a rise of {number}")}
MISSING_TOTAL: Codes = {
    "units_missing": Code(N_("not all units reported")),
    "counts_missing": Code(N_("the counts were not published")),
    "definition_differs": Code(N_("not all counted the same")),
    "figure_is_a_range": Code(N_("not all figures are exact")),
}
PLACE: Codes = {
    "within": Code(N_("within chance")),
    "above": Code(N_("above, beyond 95%")),
    "below": Code(N_("below, beyond 95%")),
    "far_above": Code(N_("far above, beyond 99.8%")),
    "far_below": Code(N_("far below, beyond 99.8%")),
}
BASIS: Codes = {
    "counts": Code(N_("computed from the counts")),
    "printed": Code(N_("as printed")),
    "base_unknown": Code(N_("the base is not said: of all, or of those")),
    "base_differs": Code(N_("the base is not known to count what the rule means")),
}
SIGNAL: Codes = {
    "outside": Code(N_("outside the limits")),
    "run": Code(N_("7 or more in a row on one side of the mean")),
    "trend": Code(N_("7 or more in a row that only rise or only fall")),
    "two_of_three": Code(N_("2 of 3 in a row near a limit")),
}
ASSUMPTION: Codes = {
    "alone": Code(N_("one share by itself")),
    "same_whole": Code(N_("both are shares of the same whole")),
    "of_the_part": Code(N_("the second is a share of those counted in the first")),
}
PRINTED: Codes = {
    "rounded": Code(N_("rounded")),
    "truncated": Code(N_("only if cut off, not rounded")),
}
OBS_STATUS: Codes = {
    "E": Code(N_("estimated")),
    "F": Code(N_("forecast")),
    "I": Code(N_("imputed")),
    "P": Code(N_("provisional")),
    "U": Code(N_("unreliable")),
    SUPPOSED: Code(N_("supposed")),
}
BREAK: Codes = {"B": Code(N_("series broken")), "D": Code(N_("definition changed"))}
CHANGE: Codes = {
    "new": Code(N_("new")),
    "revised": Code(N_("revised")),
    "withdrawn": Code(N_("withdrawn")),
}
EVENT: Codes = {
    "award": Code(N_("award")),
    "rating": Code(N_("rating")),
    "milestone": Code(N_("milestone")),
}
RECORD: Codes = {
    "result": Code(N_("Results")),
    "shortcoming": Code(N_("Shortcomings")),
    "cause": Code(N_("Causes")),
    "direction": Code(N_("Directions")),
    "conclusion": Code(N_("Conclusions")),
}
CARRIED: Codes = {"action": Code(N_("action")), "conclusion": Code(N_("conclusion"))}
RECORD_OF_ONE: Codes = {"shortcoming": Code(N_("Shortcoming")), "cause": Code(N_("Cause"))}
