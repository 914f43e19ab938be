"""The words of a report that need explaining: their names and what they mean."""

from giaoban.language import N_

TERMS = {
    "met": (N_("met"), N_("The figure reaches its target, wherever in its range it lies.")),
    "not_met": (
        N_("not met"),
        N_("The figure does not reach its target, wherever in its range it lies."),
    ),
    "undetermined": (
        N_("undetermined"),
        N_("What was published leaves it open."),
    ),
    "no_target": (
        N_("no target published"),
        N_("No target was published for the figure’s period; nothing is judged."),
    ),
    "on_track": (
        N_("on track"),
        N_("The pace so far is at least 95% of the pace that the target asks for."),
    ),
    "behind": (
        N_("behind"),
        N_("The pace so far is less than 95% of the pace that the target asks for."),
    ),
    "moving_away": (N_("moving away"), N_("The figures move away from the target.")),
    "too_few_points": (
        N_("too few exact figures"),
        N_("Fewer comparable figures in a row than the method needs."),
    ),
    "not_comparable": (
        N_("not comparable"),
        N_("The two figures do not count the same; their difference says nothing of progress."),
    ),
    "agrees": (
        N_("agrees"),
        N_("What the figures give, rounded to the decimals stated, is what was stated."),
    ),
    "agrees_if_truncated": (
        N_("agrees when cut off"),
        N_("What the figures give, cut off at the decimals stated, is what was stated."),
    ),
    "agrees_if_rounded": (
        N_("agrees when rounded"),
        N_("What the figures give, rounded to the step named, is what was stated."),
    ),
    "disagrees": (
        N_("disagrees"),
        N_("What the figures give is not what was stated, however it is rounded."),
    ),
    "cannot_check": (
        N_("cannot be checked"),
        N_("What the statement rests on was not published in full; what is missing stands beside."),
    ),
    "points": (
        N_("percentage point"),
        N_("The difference of two percentages: from 20% to 25% is 5 percentage points."),
    ),
    "interval": (
        N_("interval"),
        N_("The range that chance leaves open: of 20 such 95% intervals, 19 hold the true value."),
    ),
    "worked_out": (
        N_("worked out"),
        N_("Not published as such; it follows from other published numbers, which are named."),
    ),
    "limits": (
        N_("limits of chance"),
        N_("95% of units of that size would lie within the inner lines, 99.8% within the outer."),
    ),
}
