"""The codes of the analysis: what each is called, what the glossary says of it, its shape."""

from typing import NamedTuple

from giaoban.analysis import SUPPOSED
from giaoban.catalogues import N_
from giaoban.charts import CHECKED, DOWN, HALF, RING, SIDEWAYS, UP, WARNING


class Code(NamedTuple):
    """One code; name and meaning are message ids, the shape is one of `giaoban.charts.shapes`."""

    name: str
    meaning: str = ""
    shape: str = ""


Codes = dict[str, Code]

STATUS: Codes = {
    "met": Code(
        N_("met"),
        N_("The figure reaches its target, wherever in its range it lies."),
        CHECKED,
    ),
    "not_met": Code(
        N_("not met"),
        N_("The figure does not reach its target, wherever in its range it lies."),
        WARNING,
    ),
    "undetermined": Code(N_("undetermined"), N_("What was published leaves it open."), HALF),
    "no_target": Code(
        N_("no target published"),
        N_("No target was published for the figure’s period; nothing is judged."),
        RING,
    ),
}
PROGRESS: Codes = {
    "on_track": Code(
        N_("on track"),
        N_("The pace so far is at least 95% of the pace that the target asks for."),
        UP,
    ),
    "behind": Code(
        N_("behind"),
        N_("The pace so far is less than 95% of the pace that the target asks for."),
        SIDEWAYS,
    ),
    "moving_away": Code(N_("moving away"), N_("The figures move away from the target."), DOWN),
    "too_few_points": Code(
        N_("too few exact figures"),
        N_("Fewer comparable figures in a row than the method needs."),
    ),
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
        CHECKED,
    ),
    "agrees_if_truncated": Code(
        N_("agrees when cut off"),
        N_("What the figures give, cut off at the decimals stated, is what was stated."),
        CHECKED,
    ),
    "agrees_if_rounded": Code(
        N_("agrees when rounded"),
        N_("What the figures give, rounded to the step named, is what was stated."),
        CHECKED,
    ),
    "disagrees": Code(
        N_("disagrees"),
        N_("What the figures give is not what was stated, however it is rounded."),
        WARNING,
    ),
    "cannot_check": Code(
        N_("cannot be checked"),
        N_("What the statement rests on was not published in full; what is missing stands beside."),
        HALF,
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
# The glossary, in its order.
TERMS: Codes = STATUS | PROGRESS | COMPARISON | VERDICT | WORD

RULE: Codes = {
    "holds": Code(N_("kept"), shape=CHECKED),
    "broken": Code(N_("not kept"), shape=WARNING),
    "undetermined": STATUS["undetermined"],
}
STATE: Codes = {
    "overdue": Code(N_("overdue"), shape=WARNING),
    "open": Code(N_("open"), shape=RING),
    "closed": Code(N_("closed"), shape=CHECKED),
}
WHY: Codes = {
    "figure_not_published": Code(N_("the figure was not published")),
    "period_not_over": Code(N_("the figure covers only a part of the target’s period")),
    "target_not_published": Code(N_("the target’s value was not published")),
    "no_direction": Code(N_("it is not said which way is better")),
    "definition_differs": Code(N_("the figure is not known to count what the target was set for")),
    "forecast": Code(N_("the figure is a forecast")),
    "range": Code(N_("the figure or the target leaves a range open")),
}
REASON: Codes = {
    "definition_changed": Code(N_("the definition changed")),
    "series_break": Code(N_("the series was broken")),
    "unit_changed": Code(N_("the unit changed")),
    "part_year": Code(N_("the periods do not cover the same months")),
    "base_unknown": Code(N_("the base is not known to be the same")),
}
TREND: Codes = {
    "rising": Code(N_("rising")),
    "falling": Code(N_("falling")),
    "no_clear_trend": Code(N_("no clear trend")),
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
    "not_additive": Code(N_("only counts have a mean a year")),
}
CLAIM: Codes = {
    "mean_per_year": Code(N_("{number} a year")),
    "margin_over_target": Code(N_("{number} over the target")),
    "percent_of_target": Code(N_("{number} of the target")),
    "change": Code(N_("a change of {number}")),
}
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
RECORD_OF_ONE: Codes = {"shortcoming": Code(N_("Shortcoming")), "cause": Code(N_("Cause"))}
