"""How the figures were judged."""

import pandas as pd
from markupsafe import Markup

from giaoban.citations import PROGRAMME_NOTE
from giaoban.language import N_
from giaoban.markup import Fragment
from giaoban.report import Report

RULES = (
    N_(
        "Figures are never compared across a change of definition, a break of the series, a "
        "change of the unit, or periods of different length. A part of a year is compared with "
        "the same months of an earlier year."
    ),
    N_("A difference of two percentages is in percentage points."),
    N_(
        "“Over”, “at least”, “about” leave a range open; a verdict is given only where it holds "
        "for the whole range. “About” is taken as half a unit of the last digit that is not zero."
    ),
    N_("A total over several years is never spread over single years."),
    N_(
        "A count over a part of its target’s period is judged only where what is still to come "
        "cannot change the verdict."
    ),
    N_(
        "A slope needs 3 comparable figures; it is the median of the slopes between all pairs "
        "(Theil–Sen), with the exact interval that Kendall’s statistic gives: 67% for 3 figures, "
        "92% for 4, at least 95% from 5 on. Rising or falling is said from 5 on."
    ),
    N_(
        "A projection is a straight line of least squares through 3 comparable figures or more, "
        "with its 95% prediction interval, cut off at what is possible. It is no promise."
    ),
    N_(
        "Progress is the yearly growth rate so far over the one that the target asks for "
        "(Eurostat’s method for indicators with a target): 95% or more is on track, less is "
        "behind, below 0 is moving away. It needs 3 comparable figures. A target that was reached "
        "at the start is on track while it is kept, else moving away."
    ),
    N_(
        "An XmR chart needs 8 comparable figures; its limits are the mean and 2.66 times the "
        "mean moving range either way, its signals those of NHS England’s Making Data Count."
    ),
    N_(
        "Intervals of shares are Wilson’s, of their differences Newcombe’s, at 95%; none is given "
        "where the counts were not published."
    ),
    N_(
        "The limits of a funnel plot are those of the binomial distribution at 95% and 99.8% "
        "(Spiegelhalter). A rank says nothing of units that differ by less than chance."
    ),
    N_("What was not published is printed as not published; nothing is filled in."),
)


def how_judged(report: Report) -> Fragment:
    """Say how the figures were judged, and what the programme does not let anyone say."""
    say, programme = report.say, report.review.known.package.programme
    scope = Markup()
    if pd.notna(programme["targets"]) and pd.notna(programme["task_groups"]):
        text = say(
            "The programme sets {targets} targets and {groups} groups of tasks and solutions; the "
            "indicators here are those with published figures, not a list of these.",
            targets=f"{programme['targets']:.0f}",
            groups=f"{programme['task_groups']:.0f}",
        )
        scope = Markup("<p>{}{}</p>").format(text, report.citations.cite(*PROGRAMME_NOTE))
    html = Markup("{scope}<ul>{rules}</ul><p>{inputs} <code>{fingerprint}</code></p>").format(
        scope=scope,
        rules=Markup().join(Markup("<li>{}</li>").format(say(rule)) for rule in RULES),
        inputs=say("SHA-256 of the rows that this report rests on:"),
        fingerprint=report.review.known.fingerprint,
    )
    return Fragment(html)
