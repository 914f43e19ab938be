"""Why something is not compared, judged or checked, and what a judgement rests on."""

from giaoban.catalogues import N_
from giaoban.wording.codes.code import Code, Codes

WHY: Codes = {
    "figure_not_published": Code(N_("no figure for all of its time has been entered")),
    "kind_not_said": Code(N_("it is not said how it is meant")),
    "parts_differ": Code(N_("its parts do not count the same")),
    "target_not_published": Code(N_("the source does not give the target")),
    "no_direction": Code(N_("it is not said which way is better")),
    "definition_differs": Code(N_("the figure is not known to count what the target was set for")),
    "range": Code(N_("the figure or the target leaves a range open")),
}
OUTLOOK: Codes = {
    "too_few_figures": Code(N_("too few comparable figures")),
    "figure_not_published": Code(N_("no figure")),
    "target_not_published": Code(N_("the source does not give the target")),
    "no_direction": Code(N_("better which way not said")),
    "definition_differs": Code(N_("something else counted")),
    "range": Code(N_("figures not exact")),
    "parts_missing": Code(N_("figures of part of the time missing")),
    "parts_differ": Code(N_("parts not counted alike")),
    "kind_not_said": Code(N_("not said how it is meant")),
}
ASK: Codes = {
    "action_overdue": Code(N_("what is overdue: {names}")),
    "figure_missing": Code(N_("the overdue figures of {names}")),
    "unit_silent": Code(N_("figures not reported: {names}")),
    "sum_differs": Code(N_("why the units do not add up to what was published: {names}")),
    "target_value": Code(N_("the value of the target: {names}")),
    "target_kind": Code(N_("whether the target is for its end or for each year: {names}")),
    "direction": Code(N_("which way is better: {names}")),
    "definition": Code(N_("what was counted: {names}")),
    "base": Code(N_("what it is a share of: {names}")),
    "parts": Code(N_("figures that count the same all the time: {names}")),
    "recount": Code(N_("the figure by today’s definition: {names}")),
    "exact_figure": Code(N_("the exact figure: {names}")),
    "final_figure": Code(N_("the final figure: {names}")),
    "counts": Code(N_("how many of how many: {names}")),
    "action_open": Code(N_("what is open and not due yet: {names}")),
}
REASON: Codes = {
    "definition_changed": Code(N_("the definition changed")),
    "definition_not_said": Code(N_("it is not said what one of them counts")),
    "series_break": Code(N_("the series was broken")),
    "unit_changed": Code(N_("the unit changed")),
    "part_year": Code(N_("the periods do not cover the same months")),
    "base_unknown": Code(N_("the base is not known to be the same")),
}
MISSING: Codes = {
    "no_figure": Code(N_("a figure that it rests on is missing")),
    "no_target": Code(N_("there is no exact target for it")),
    "target_not_published": Code(N_("the source does not give the target")),
    "circular": Code(N_("the target was itself worked out from this statement")),
    "figure_is_a_range": Code(N_("the figure was not stated exactly")),
    "targets_open": Code(N_("not every one of these targets can be judged")),
    "no_targets": Code(N_("no target of that time was entered")),
    "not_comparable": Code(N_("the figures may not be compared")),
    "target_is_zero": Code(N_("there is no percentage of a target of 0 or less")),
    "not_additive": Code(N_("only what adds up over time has a mean a year")),
    "not_whole_months": Code(N_("its period is not whole months")),
    "zero_before": Code(N_("there is no percentage of 0 or less")),
}
MISSING_TOTAL: Codes = {
    "units_missing": Code(N_("not all units reported")),
    "counts_missing": Code(N_("the counts are not known")),
    "definition_differs": Code(N_("not all counted the same")),
    "figure_is_a_range": Code(N_("not all figures are exact")),
}
MISSING_RECAST: Codes = {
    "counts_missing": Code(N_("the counts are not known")),
    "definition_differs": Code(N_("not all counted the same")),
    "not_additive": Code(N_("it does not add up")),
}
BASIS: Codes = {
    "counts": Code(N_("computed from the counts")),
    "printed": Code(N_("as printed")),
    "base_unknown": Code(N_("the base is not said: of all, or of those")),
    "base_differs": Code(N_("the base is not known to count what the rule means")),
}
ASSUMPTION: Codes = {
    "alone": Code(N_("one share by itself")),
    "same_whole": Code(N_("both are shares of the same whole")),
    "of_the_part": Code(N_("the second is a share of those counted in the first")),
}
