"""States, signs and kinds that need no explanation."""

from giaoban.analysis import SUPPOSED
from giaoban.catalogues import N_
from giaoban.charts import shapes
from giaoban.wording.codes.code import Code, Codes
from giaoban.wording.codes.glossary import STATUS

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
TREND: Codes = {
    "rising": Code(N_("rising")),
    "falling": Code(N_("falling")),
    "no_clear_trend": Code(N_("no clear trend")),
    "too_few_to_tell": Code(N_("too few figures to tell")),
    "too_few_points": Code(N_("too few points")),
}
CLAIM: Codes = {
    "mean_per_year": Code(N_("{number} a year")),
    "margin_over_target": Code(N_("{number} over the target")),
    "percent_of_target": Code(N_("{number} of the target")),
    "change": Code(N_("a change of {number}")),
    "percent_change": Code(N_("a relative change of {number}")),
    "targets_reached": Code(N_("{number} targets met or exceeded")),
    "targets_exceeded": Code(N_("{number} targets exceeded")),
    "targets_met": Code(N_("{number} targets met, not exceeded")),
    "targets_not_met": Code(N_("{number} targets not met")),
}
# A change with one sign, less than 0 or more; its number then has none.
CHANGED = {-1: N_("a fall of {number}"), 1: N_("a rise of {number}")}
PLACE: Codes = {
    "within": Code(N_("within chance")),
    "above": Code(N_("above, beyond 95%")),
    "below": Code(N_("below, beyond 95%")),
    "far_above": Code(N_("far above, beyond 99.8%")),
    "far_below": Code(N_("far below, beyond 99.8%")),
}
SIGNAL: Codes = {
    "outside": Code(N_("outside the limits")),
    "run": Code(N_("7 or more in a row on one side of the mean")),
    "trend": Code(N_("7 or more in a row that only rise or only fall")),
    "two_of_three": Code(N_("2 of 3 in a row near a limit")),
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
    "confirmed": Code(N_("confirmed")),
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
CAUSE: Codes = {"subjective": Code(N_("subjective")), "objective": Code(N_("objective"))}
RECORD_OF_ONE: Codes = {"shortcoming": Code(N_("Shortcoming")), "cause": Code(N_("Cause"))}
