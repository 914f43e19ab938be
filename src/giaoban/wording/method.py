"""How it is judged: the rules, each told only where the report rests on it."""

from collections.abc import Iterator

import pandas as pd

from giaoban.analysis import Review
from giaoban.catalogues import N_
from giaoban.language import Language, parse_period

# Each rule with what a review has to hold for it to be told.
RULES = {
    N_(
        "Figures are never compared across a change of definition, a break of the series, a "
        "change of the unit, or periods of different length."
    ): "compared",
    N_("A part of a year is compared with the same months of an earlier year."): "parts",
    N_("A difference of two percentages is in percentage points."): "shares",
    N_(
        "“Over”, “at least”, “about” leave a range open; a verdict is given only where it holds "
        "for the whole range."
    ): "ranges",
    N_("“About” is taken as half of the last printed unit either way, 5% at most."): "about",
    N_("A total over several years is never spread over single years."): "means",
    N_("Each target is judged by itself, by the figure of just its period."): "single",
    N_(
        "Each target is judged by itself: by the figure at its end, in each of its years, or by "
        "the sum over its time, as it says; where it does not say, both readings of a share stand "
        "side by side, and a count is added up. A sum is judged as soon as what is still to come "
        "cannot change the verdict."
    ): "several",
    N_(
        "A slope needs {needed} comparable figures; it is the median of the slopes between all "
        "pairs (Theil–Sen), with the exact interval that Kendall’s statistic gives: at "
        "least 95% from 5 on. With 3 or 4 it is too early to tell: only what they did is said."
    ): "slopes",
    N_(
        "A projection is a straight line of least squares through 3 comparable figures or more, "
        "with its 95% prediction interval, cut off at what is possible. It is no promise."
    ): "projections",
    N_(
        "Progress is what an indicator had a year (its slope, or of a sum its mean) over what it "
        "needs a year from now on: 95% or more is on track, 60% nearly, less is behind; the wrong "
        "way is moving away. It needs 3 comparable figures, or a sum without a gap."
    ): "paces",
    N_(
        "Better and worse are said of changes beyond chance where counts are known: Newcombe’s "
        "interval leaves out 0."
    ): "counted",
    N_(
        "An XmR chart needs 8 comparable figures; its limits are the mean and 2.66 times the "
        "mean moving range either way, with no moving range left out, and its signals those of "
        "the Excel tool of NHS England’s Making Data Count. Limits on fewer than 12 figures are "
        "on trial."
    ): "control",
    N_(
        "Intervals of shares are Wilson’s, of their differences Newcombe’s, at 95%; none is given "
        "where the counts are not known."
    ): "counted",
    N_(
        "The limits of a funnel plot are those of the binomial distribution at 95% and 99.8% "
        "(Spiegelhalter). A rank says nothing of units that differ by less than chance."
    ): "funnel",
    N_(
        "What the source does not say and what was not entered are printed so; nothing is filled "
        "in."
    ): "",
    N_(
        "What the predecessors of a merged unit had published is added up, or pooled, for the "
        "change since then alone; it is drawn hollow and counts nowhere else."
    ): "recast",
    N_("Forecasts and suppositions are drawn hollow and count nowhere."): "expected",
}


def rules_used(review: Review, language: Language) -> Iterator[str]:
    """Say the rules that a review rests on."""
    needed = review.trends["needed"].max()
    used = {"", *_of_figures(review), *_of_targets(review)}
    used |= {name for name in NAMED if len(getattr(review, name))}
    yield from (language.say(rule, needed=needed) for rule, name in RULES.items() if name in used)
    yield from _years_begun(review, language)


def _years_begun(review: Review, language: Language) -> Iterator[str]:
    """Say of years that begin in another month than January which months they are."""
    told = pd.concat([review.tables["figures"]["period"], review.verdicts["target_period"]])
    spans = sorted(parse_period(text) for text in told.dropna().unique())
    begun = {span.start.month: span for span in spans if span.years == 1 and span.start.month > 1}
    for span in begun.values():
        rule = N_("The twelve months from {first} to {last} are {year}.")
        ends = {"first": f"{span.start:%m/%Y}", "last": f"{span.end:%m/%Y}"}
        yield language.say(rule, year=language.year(str(span)), **ends)


# Rules that hold wherever a frame of the review has rows.
NAMED = ("means", "projections", "paces", "control", "funnel", "expected", "recast")


def _of_figures(review: Review) -> Iterator[str]:
    figures, compared = review.tables["figures"], review.compared
    shares = review.tables["indicators"]["unit_measure"].eq("percent")
    signs = {*figures["qualifier"], *review.tables["targets"]["qualifier"]}
    if compared["previous_period"].notna().any():
        yield "compared"
    if compared["years"].isna().any():
        yield "parts"
    if shares.any():
        yield "shares"
    if signs - {"="}:
        yield "ranges"
    if "~" in signs:
        yield "about"
    if review.trends["method"].eq("theil_sen").any():
        yield "slopes"
    if figures["denominator"].notna().any():
        yield "counted"


def _of_targets(review: Review) -> Iterator[str]:
    """Say whether each target is for one year of a share, which leaves one way to judge it."""
    targets = review.verdicts
    if targets.empty:
        return
    measures = review.tables["indicators"].set_index("indicator")["unit_measure"]
    counts = targets["indicator"].map(measures).eq("count")
    years = targets["target_period"].map(lambda text: len(parse_period(text).in_years()))
    several = counts.any() or years.gt(1).any() or targets["target_kind"].notna().any()
    yield "several" if several else "single"
