"""Verdicts, and the words that the glossary of a report explains."""

from giaoban.catalogues import N_
from giaoban.charts import shapes
from giaoban.wording.codes.code import Code, Codes

STATUS: Codes = {
    "exceeded": Code(
        N_("exceeded"), N_("It is more than asked, wherever in its range it lies."), shapes.PLUS
    ),
    # No status of its own: what is *exceeded* where less is better.
    "better_than_asked": Code(
        N_("better than asked"),
        N_("It is less than allowed, wherever in its range it lies."),
        shapes.PLUS,
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
        N_("no target known"),
        N_("No target is known for the figure’s period; nothing is judged."),
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
        N_("What the statement rests on is not known in full; what is missing stands beside."),
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
