"""What can be said of an indicator over the years, in sentences."""

from collections.abc import Iterator
from itertools import chain, islice

import pandas as pd

from giaoban.analysis import Review, farthest, went
from giaoban.catalogues import N_
from giaoban.language import BARE, decimals_off_zero, half_up
from giaoban.wording import codes
from giaoban.wording.comparison import since_merger
from giaoban.wording.figures import Wording
from giaoban.wording.needs import needed

# Of an indicator no more sentences than these are said.
MOST = 3
NO_COMPARISON = {
    "definition_changed": N_(
        "The difference of {number} comes with a change of definition; "
        "it does not say whether anything improved."
    ),
    "definition_not_said": N_("The difference of {number} counts only if both count the same."),
    "base_unknown": N_(
        "The difference of {number} counts only if both are shares of the same base."
    ),
    "series_break": N_("The difference of {number} says nothing by itself."),
}


def sentences(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Say at most three things: how the latest figure came about, and what lies ahead.

    First why it may not be compared with the one before, where it may not, or what the figures
    did; then what the target that lies farthest ahead asks for, and where a straight line leads.

    Parameters
    ----------
    words : Wording
        What a report says.
    own : DataFrame
        The yearly figures of one indicator, from `giaoban.analysis.compare`.
    """
    indicator, row = own["indicator"].iloc[0], own.iloc[-1]
    apart = row["comparable"] is not pd.NA and not row["comparable"]
    alone = latest_trend(words.review, own)["verdict"] == "too_few_points"
    before = (_break if apart else _last_change)(words, row) if apart or alone else ()
    paces = words.review.paces
    towards = farthest(paces[paces["indicator"] == indicator])
    lacking, ahead = needed(words, towards), _projected(words, indicator)
    first = since_merger(words, row) or before
    yield from islice(chain(first, _slope(words, own), lacking, ahead), MOST)


def latest_trend(review: Review, own: pd.DataFrame) -> pd.Series:
    """Give the trend of the run that the latest figure belongs to."""
    trends, last = review.trends, own.iloc[-1]
    same = (trends["indicator"] == last["indicator"]) & (trends["last_period"] == last["period"])
    if same.any():
        return trends[same].iloc[0]
    # Left out by hand: what may be compared goes on being so.
    runs = review.runs.set_index("run", append=True)
    run = runs.xs(last.name).index[0]
    first = runs.xs(run, level="run")["period"].iloc[0]
    return pd.Series({"verdict": "too_few_points", "points": 1, "first_period": first})


def _break(words: Wording, row: pd.Series) -> Iterator[str]:
    """Say why a figure may not be compared with the one before, and what follows all the same."""
    say, before = words.language.say, words.before(row)
    yield say(
        "{before} in {earlier} and {now} in {later} may not be compared: {reason}.",
        before=words.figure(before),
        earlier=words.language.period(before["period"]),
        now=words.figure(row),
        later=words.language.period(row["period"]),
        reason=words.named(codes.REASON, row["reason"]),
    )
    follows = [*_what_follows(words, row)]
    yield from follows
    if not follows and row["reason"] in NO_COMPARISON and pd.notna(row["change"]):
        number = words.language.difference(row["change"], words.measure(row["indicator"]))
        sentence = NO_COMPARISON[row["reason"]]
        yield say(sentence, number=number)


def _what_follows(words: Wording, row: pd.Series) -> Iterator[str]:
    """Say between which bounds a change lies that may not be compared."""
    breaks = words.review.breaks
    for _, bounds in breaks[breaks["row"] == row.name].iterrows():
        low, high = bounds["least"], bounds["most"]
        sentence = N_("As shares of all, the change lies within {range}: {follows}.")
        if isinstance(bounds["counted_as"], str):
            sentence = N_(
                "Counted as “{definition}” both times, the change lies within {range}: {follows}."
            )
        follows = N_("it may be a rise or a fall")
        if low > 0 or high < 0:
            follows = N_("it rose all the same") if low > 0 else N_("it fell all the same")
        measure, decimals = words.measure(row["indicator"]), None
        if not isinstance(bounds["counted_as"], str):
            # They were computed of rounded shares, and are not known more finely.
            decimals = 1
            low, high = (half_up(end, decimals_off_zero(end, decimals)) for end in (low, high))
        yield words.language.say(
            sentence,
            definition=words.title_of("definition", bounds["counted_as"]),
            range=words.language.difference_range(low, high, measure, decimals),
            follows=words.language.say(follows),
        )


def _last_change(words: Wording, row: pd.Series) -> Iterator[str]:
    """Say how the latest figure stands to the one before it."""
    if row["comparable"] is not pd.NA:
        before = words.before(row)
        yield words.language.say(
            "From {before} ({earlier}) to {now} ({later}): {difference}.",
            before=words.figure(before),
            earlier=words.language.period(before["period"]),
            now=words.figure(row),
            later=words.language.period(row["period"]),
            difference=words.difference(row),
        )


_MOVED = {
    "rose": (N_("rose each year"), N_("rose each time")),
    "fell": (N_("fell each year"), N_("fell each time")),
    "same": (N_("stayed the same"), N_("stayed the same")),
    "open": (N_("leave open which way they went"), N_("leave open which way they went")),
    "mixed": (
        N_("rose in {up} and fell in {down} of {steps} years"),
        N_("rose {up} and fell {down} of {steps} times"),
    ),
    "up": (N_("rose in {up} of {steps} years"), N_("rose {up} of {steps} times")),
    "down": (N_("fell in {down} of {steps} years"), N_("fell {down} of {steps} times")),
}
_OPEN = N_("{moved}, in {open} it is not known"), N_("{moved}, {open} times it is not known")


def moves(words: Wording, trend: pd.Series) -> str:
    """Say what the printed figures of a run did, before anything is concluded.

    Parameters
    ----------
    words : Wording
        What a report says.
    trend : Series
        The run, a row of `giaoban.analysis.run_trends`.
    """
    own = _run_of(words.review, trend)
    steps, apart = own.iloc[1:], own["end"].dt.year.diff().iloc[1:]
    yearly = bool((steps["years"].eq(1).fillna(False) & apart.eq(1)).all())
    up, down = went(steps)
    unknown = ~(up | down | steps["change"].eq(0))
    ways = {"rose": up.all(), "fell": down.all(), "same": steps["change"].eq(0).all()}
    ways |= {"mixed": up.any() and down.any(), "up": up.any(), "down": down.any()}
    way = next((way for way, holds in ways.items() if holds), "open")
    told = {"up": up.sum(), "down": down.sum(), "steps": len(steps), "open": unknown.sum()}
    said = words.language.say(_MOVED[way][0 if yearly else 1], **told)
    if way == "open" or not unknown.any():
        return said
    return words.language.say(_OPEN[0 if yearly else 1], moved=said, **told)


def _run_of(review: Review, trend: pd.Series) -> pd.DataFrame:
    """Give the figures that a trend describes."""
    numbered = review.runs
    same = numbered["indicator"].eq(trend["indicator"]) & numbered["period"].eq(
        trend["last_period"]
    )
    return numbered[numbered["run"] == numbered.loc[same, "run"].iloc[-1]]


def _slope(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Say what the latest run did, give its slope, or say how many figures it lacks."""
    trend, say = latest_trend(words.review, own), words.language.say
    if trend["points"] < 2:
        return
    if trend["verdict"] == "too_few_points":
        yield say(
            "Comparable figures in a row: {points}; a slope needs {needed}.",
            points=trend["points"],
            needed=trend["needed"],
        )
        return
    yield _sloped(words, trend)


def _sloped(words: Wording, trend: pd.Series) -> str:
    """Say what a run did, with its slope as far as it can be told."""
    measure = words.measure(trend["indicator"])
    places = words.places(trend["indicator"]) + 1
    slopes = trend[["per_year", "low", "high"]].dropna().astype(float)
    places = max([places, *(decimals_off_zero(slope, places) for slope in slopes)])
    parts: dict[str, object] = {
        "span": words.language.periods(trend["first_period"], trend["last_period"]),
        "verdict": words.named(codes.TREND, trend["verdict"]),
        "moved": moves(words, trend),
    }
    if pd.notna(trend["per_year"]):
        parts["slope"] = words.language.difference(trend["per_year"], measure, places)
    if "slope" in parts and trend["method"] != "theil_sen":
        # Found by whoever changed the notebook, who names the method.
        parts["method"] = trend["method"]
        sentence = N_("The figures {moved} ({span}); slope {slope} a year ({method}): {verdict}.")
    elif trend["verdict"] == "too_few_to_tell" or pd.isna(trend[["low", "high"]]).any():
        sentence = N_("The figures {moved} ({span}); {verdict}.")
        if "slope" in parts:
            sentence = N_("The figures {moved} ({span}), median slope {slope} a year; {verdict}.")
    elif "slope" not in parts:
        parts["range"] = words.language.difference_range(
            trend["low"], trend["high"], measure, places
        )
        sentence = N_("The figures {moved} ({span}); slope {range} a year: {verdict}.")
    else:
        parts |= {
            end: words.language.difference(trend[end], BARE, places) for end in ("low", "high")
        }
        parts["confidence"] = f"{trend['confidence'] * 100:.0f}"
        sentence = N_(
            "The figures {moved} ({span}); median slope {slope} a year "
            "({confidence}% interval {low} to {high}): {verdict}."
        )
    return words.language.say(sentence, **parts)


def _projected(words: Wording, indicator: str) -> Iterator[str]:
    """Say where a straight line leads."""
    say = words.language.say
    ahead = words.review.projections
    for _, row in ahead[ahead["indicator"] == indicator].iterrows():
        sentence = N_(
            "A straight line through the last {points} figures leads to {projected} in {year} "
            "(95% interval {low} to {high})."
        )
        ends = words.ends(row["low"], row["high"], indicator, words.places(indicator))
        if pd.isna(row["low"]):
            sentence = N_(
                "A straight line through the last {points} figures leads to {projected} in {year}; "
                "there is no interval to give."
            )
        parts = {
            "points": row["points"],
            "year": words.language.year_ending(row["year"], row["last_period"]),
            "projected": words.projected(row["projected"], indicator),
        }
        yield say(sentence, **parts, low=ends[0], high=ends[1])
