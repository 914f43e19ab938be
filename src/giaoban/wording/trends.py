"""What can be said of an indicator over the years, in sentences."""

from collections.abc import Iterator

import pandas as pd

from giaoban.analysis import POINTS_FOR_SLOPE, Review, contains
from giaoban.catalogues import N_
from giaoban.wording import codes
from giaoban.wording.figures import Wording

NO_COMPARISON = {
    "definition_changed": N_(
        "The difference of {number} comes with a change of definition; "
        "it does not say whether anything improved."
    ),
    "base_unknown": N_(
        "The difference of {number} counts only if both are shares of the same base."
    ),
    "series_break": N_("The difference of {number} says nothing by itself."),
}


def sentences(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Say where figures may not be compared, how the latest changed, the slope, what lies ahead.

    Parameters
    ----------
    words : Wording
        What a report says.
    own : DataFrame
        The yearly figures of one indicator, from `giaoban.analysis.compare`.
    """
    yield from _breaks(words, own)
    yield from _last_change(words, own)
    yield from _slope(words, own)
    yield from _ahead(words, own["indicator"].iloc[0])


def latest_trend(review: Review, own: pd.DataFrame) -> pd.Series:
    """Give the trend of the run that the latest figure belongs to."""
    trends, last = review.trends, own.iloc[-1]
    same = (trends["indicator"] == last["indicator"]) & (trends["last_period"] == last["period"])
    return trends[same].iloc[0]


def _breaks(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Say in full why neighbouring figures may not be compared, and what follows all the same."""
    say = words.language.say
    for _, row in own[own["comparable"].eq(False).fillna(False)].iterrows():
        before = words.review.compared.loc[row["previous_row"]]
        yield say(
            "{before} in {earlier} and {now} in {later} may not be compared: {reason}.",
            before=words.figure(before),
            earlier=words.language.period(before["period"]),
            now=words.figure(row),
            later=words.language.period(row["period"]),
            reason=words.named(codes.REASON, row["reason"]),
        )
        if row["reason"] in NO_COMPARISON and pd.notna(row["change"]):
            number = words.language.difference(row["change"], words.measure(row["indicator"]))
            sentence = NO_COMPARISON[row["reason"]]
            yield say(sentence, number=number)
        wider, narrower = row["definition"], before["definition"]
        exact = words.measure(row["indicator"]) == "percent" and pd.notna(row["change"])
        if exact and contains(words.review.tables["definitions"], wider, narrower):
            yield say(
                "“{wider}” contains “{narrower}”, so counted as in {earlier}, the share of "
                "{later} can be at most {now}; counted as in {later}, that of {earlier} is "
                "at least {before}.",
                wider=words.title_of("definition", wider),
                narrower=words.title_of("definition", narrower),
                earlier=words.language.period(before["period"]),
                later=words.language.period(row["period"]),
                now=words.figure(row),
                before=words.figure(before),
            )


def _last_change(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Say how the latest figure stands to the one before it."""
    row = own.iloc[-1]
    if row["comparable"]:
        before = words.review.compared.loc[row["previous_row"]]
        yield words.language.say(
            "From {before} ({earlier}) to {now} ({later}): {difference}.",
            before=words.figure(before),
            earlier=words.language.period(before["period"]),
            now=words.figure(row),
            later=words.language.period(row["period"]),
            difference=words.difference(row),
        )


def _slope(words: Wording, own: pd.DataFrame) -> Iterator[str]:
    """Give the slope of the latest run, or say how many figures it lacks."""
    trend = latest_trend(words.review, own)
    if trend["points"] < POINTS_FOR_SLOPE:
        yield words.language.say(
            "Comparable figures in a row: {points}; a slope needs {needed}.",
            points=trend["points"],
            needed=POINTS_FOR_SLOPE,
        )
        return
    if pd.isna(trend[["low", "high"]]).any():
        return
    measure = words.measure(trend["indicator"])
    ends = {end: words.language.difference(trend[end], "", 2) for end in ("low", "high")}
    parts = ends | {
        "first": words.language.period(trend["first_period"]),
        "last": words.language.period(trend["last_period"]),
        "confidence": f"{trend['confidence'] * 100:.0f}",
        "verdict": words.named(codes.TREND, trend["verdict"]),
    }
    if pd.isna(trend["per_year"]):
        parts["range"] = words.language.difference_range(trend["low"], trend["high"], measure, 2)
        sentence = N_("Slope a year from {first} to {last}: {range}: {verdict}.")
    else:
        parts["slope"] = words.language.difference(trend["per_year"], measure, 2)
        sentence = N_(
            "Slope a year from {first} to {last}: {slope} ({confidence}% interval {low} to "
            "{high}): {verdict}."
        )
    yield words.language.say(sentence, **parts)


def _ahead(words: Wording, indicator: str) -> Iterator[str]:
    """Say where a straight line leads, and what the target still asks for."""
    say = words.language.say
    ahead = words.review.projections.query("indicator == @indicator")
    for _, row in ahead.iterrows():
        ends = {n: row[n] for n in ("projected", "low", "high") if pd.notna(row[n])}
        sentence = N_(
            "A straight line through these {points} figures leads to {projected} in {year} "
            "(95% interval {low} to {high})."
        )
        if "low" not in ends:
            sentence = N_(
                "A straight line through these {points} figures leads to {projected} in {year}; "
                "there is no interval to give."
            )
        numbers = {name: words.computed(number, indicator, 1) for name, number in ends.items()}
        yield say(sentence, points=row["points"], year=row["year"], **numbers)
    yield from still_needed(words, indicator)


def still_needed(words: Wording, indicator: str) -> Iterator[str]:
    """Say what the target ahead still asks for, of counts what is still to come."""
    paces = words.review.paces
    for _, row in paces[paces["indicator"].eq(indicator) & paces["needed"].notna()].iterrows():
        parts = {"target": words.computed(row["target"], indicator), "year": row["target_year"]}
        so_far = words.review.reached.query("target_row == @row.target_row and least == most")
        if len(so_far):
            begun = so_far.iloc[0]
            left = max(begun["target"] - begun["most"], 0)
            parts |= {"left": words.computed(left, indicator)}
            parts |= {"day": words.language.date(begun["until"])}
            sentence = N_("Of the target of {target} for {year}, {left} were left after {day}.")
        elif row["reached"]:
            sentence = N_("The target of {target} by {year} is reached already; it has to be kept.")
        else:
            difference = words.language.difference(row["needed"], words.measure(indicator))
            parts |= {"last": words.language.period(row["last_period"]), "needed": difference}
            sentence = N_(
                "From {last} on, the target of {target} by {year} asks for {needed} a year."
            )
        yield words.language.say(sentence, **parts)
