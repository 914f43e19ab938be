"""The names of statuses, verdicts, reasons and kinds."""

from giaoban.analysis import SUPPOSED
from giaoban.language import N_

STATUS = {
    "met": N_("met"),
    "not_met": N_("not met"),
    "undetermined": N_("undetermined"),
    "no_target": N_("no target published"),
}
PROGRESS = {
    "on_track": N_("on track"),
    "behind": N_("behind"),
    "moving_away": N_("moving away"),
    "too_few_points": N_("too few exact figures"),
}
WHY = {
    "figure_not_published": N_("the figure was not published"),
    "period_not_over": N_("the figure covers only a part of the target’s period"),
    "target_not_published": N_("the target’s value was not published"),
    "no_direction": N_("it is not said which way is better"),
    "definition_differs": N_("the figure is not known to count what the target was set for"),
    "forecast": N_("the figure is a forecast"),
    "range": N_("the figure or the target leaves a range open"),
}
REASON = {
    "definition_changed": N_("the definition changed"),
    "series_break": N_("the series was broken"),
    "unit_changed": N_("the unit changed"),
    "part_year": N_("the periods do not cover the same months"),
    "base_unknown": N_("the base is not known to be the same"),
}
TREND = {
    "rising": N_("rising"),
    "falling": N_("falling"),
    "no_clear_trend": N_("no clear trend"),
    "too_few_points": N_("too few points"),
}
VERDICT = {
    "agrees": N_("agrees"),
    "agrees_if_truncated": N_("agrees when cut off"),
    "agrees_if_rounded": N_("agrees when rounded to {step}"),
    "disagrees": N_("disagrees"),
    "cannot_check": N_("cannot be checked"),
}
AGREEMENT = {
    "agrees": N_("agree {number}"),
    "agrees_if_rounded": N_("agree when rounded {number}"),
    "agrees_if_truncated": N_("agree when cut off {number}"),
    "disagrees": N_("disagree {number}"),
    "cannot_check": N_("cannot be checked {number}"),
}
STEPS = {
    1.0: N_("whole numbers"),
    10.0: N_("tens"),
    100.0: N_("hundreds"),
    1000.0: N_("thousands"),
}
MISSING = {
    "no_figure": N_("the figure that it rests on was not published"),
    "no_target": N_("there is no exact target for it"),
    "target_not_published": N_("the target’s value was not published"),
    "circular": N_("the target was itself worked out from this statement"),
    "figure_is_a_range": N_("the figure was not stated exactly"),
    "not_comparable": N_("the figures may not be compared"),
    "target_is_zero": N_("there is no percentage of a target of 0"),
    "not_additive": N_("only counts have a mean a year"),
}
CLAIM = {
    "mean_per_year": N_("{number} a year"),
    "margin_over_target": N_("{number} over the target"),
    "percent_of_target": N_("{number} of the target"),
    "change": N_("a change of {number}"),
}
MISSING_TOTAL = {
    "units_missing": N_("not all units reported"),
    "counts_missing": N_("the counts were not published"),
    "definition_differs": N_("not all counted the same"),
    "figure_is_a_range": N_("not all figures are exact"),
}
PLACE = {
    "within": N_("within chance"),
    "above": N_("above, beyond 95%"),
    "below": N_("below, beyond 95%"),
    "far_above": N_("far above, beyond 99.8%"),
    "far_below": N_("far below, beyond 99.8%"),
}
RULE = {
    "holds": N_("kept"),
    "broken": N_("not kept"),
    "undetermined": N_("undetermined"),
}
BASIS = {
    "counts": N_("computed from the counts"),
    "printed": N_("as printed"),
    "base_unknown": N_("the base is not said: of all, or of those"),
    "base_differs": N_("the base is not known to count what the rule means"),
}
SIGNAL = {
    "outside": N_("outside the limits"),
    "run": N_("7 or more in a row on one side of the mean"),
    "trend": N_("7 or more in a row that only rise or only fall"),
    "two_of_three": N_("2 of 3 in a row near a limit"),
}
STATE = {"overdue": N_("overdue"), "open": N_("open"), "closed": N_("closed")}
OBS_STATUS = {
    "E": N_("estimated"),
    "F": N_("forecast"),
    "I": N_("imputed"),
    "P": N_("provisional"),
    "U": N_("unreliable"),
    SUPPOSED: N_("supposed"),
}
BREAKS = {"B": N_("series broken"), "D": N_("definition changed")}
CHANGE = {"new": N_("new"), "revised": N_("revised"), "withdrawn": N_("withdrawn")}
EVENT = {"award": N_("award"), "rating": N_("rating"), "milestone": N_("milestone")}
RECORD = {
    "result": N_("Results"),
    "shortcoming": N_("Shortcomings"),
    "cause": N_("Causes"),
    "direction": N_("Directions"),
    "conclusion": N_("Conclusions"),
}
RECORD_OF_ONE = {"shortcoming": N_("Shortcoming"), "cause": N_("Cause")}
