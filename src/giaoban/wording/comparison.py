"""How a figure stands to the one before it, or to what the predecessors of its unit had."""

from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.wording import codes
from giaoban.wording.figures import Wording

# By how a figure was recast, what is said of it.
RECAST = {
    "sum": N_("{number} in {period}, the sum of {units}, merged on {day}"),
    "pooled": N_("{number} in {period}, {units} taken together, merged on {day}"),
    "between": N_("{number} in {period}, between {units}, merged on {day}"),
    "bounds": N_("{number} in {period}, from {units}, divided on {day}"),
    "same": N_("{number} in {period}, that of {units}, which it follows since {day}"),
}


def against(words: Wording, row: pd.Series) -> pd.Series:
    """Give a figure beside what its predecessors had, where it has nothing else before it.

    Parameters
    ----------
    words : Wording
        What a report says.
    row : Series
        From `giaoban.analysis.compare`.

    Returns
    -------
    Series
        The row; from `giaoban.analysis.compare_recast` where it has one there.
    """
    if not merged(words):
        return row
    number: Any = row.name
    found = words.review.since_merger
    return found.loc[number] if number in found.index else row


def merged(words: Wording) -> bool:
    """Say whether any unit of a review came of others."""
    return len(words.review.tables["unit_changes"]) > 0


def change(words: Wording, row: pd.Series) -> str:
    """Say how a figure stands to the one before it."""
    say, before = words.language.say, against(words, row)
    if pd.isna(row["value"]):
        return "–"
    if before is not row:
        return _since_merger(words, before)
    if not isinstance(row["previous_period"], str):
        return _nothing_before(words, row)
    if row["comparable"]:
        since = words.language.period(row["previous_period"])
        return say("{difference} since {period}", difference=words.difference(row), period=since)
    return say("not comparable: {reason}", reason=words.reason(row))


def since_merger(words: Wording, row: pd.Series) -> list[str]:
    """Say in a sentence how a figure stands to what its predecessors had, where it has to."""
    if against(words, row) is row:
        return []
    parts = {"figure": words.figure(row), "period": words.language.period(row["period"])}
    return [
        words.language.say("{figure} in {period}: {change}.", **parts, change=change(words, row))
    ]


def in_short(words: Wording, row: pd.Series) -> list[str]:
    """Say how a figure stands to the one before it in a line, and below it which that is."""
    before = against(words, row)
    if before is row or not before["comparable"]:
        return [change(words, row)]
    since = {"period": words.language.period(before["previous_period"])}
    told = words.language.say(
        "{difference} since {period}", difference=words.difference(before), **since
    )
    figure = recast(words, words.review.recast.loc[before["previous_row"]])
    return [told, words.language.say("{figure} (worked out)", figure=figure)]


def _since_merger(words: Wording, row: pd.Series) -> str:
    """Say how a figure stands to a recast one, which is named as what it is."""
    say, before = words.language.say, recast(words, words.review.recast.loc[row["previous_row"]])
    if row["comparable"]:
        sentence = N_("{difference} against {before} (worked out)")
        return say(sentence, difference=words.difference(row), before=before)
    sentence = N_("not comparable with {before} (worked out): {reason}")
    return say(sentence, before=before, reason=words.reason(row))


def _nothing_before(words: Wording, row: pd.Series) -> str:
    """Say that there is no figure before one; of a merged unit, what is missing for it."""
    nothing = words.language.say("no figure before it")
    if not merged(words):
        return nothing
    found = words.review.recast
    same = found["unit"].eq(row["unit"]) & found["indicator"].eq(row["indicator"])
    ours = found[same & found["end"].lt(row["start"]) & found["detail"].notna()]
    return f"{nothing}: {why_not(words, ours.iloc[-1])}" if len(ours) else nothing


def why_not(words: Wording, figure: pd.Series) -> str:
    """Say why nothing was worked out for a period before a merger."""
    say, period = words.language.say, words.language.period(figure["period"])
    if figure["missing"]:
        names = words.some([words.title_of("unit", unit) for unit in figure["missing"]])
        return say("{units} have none for {period}", units=names, period=period)
    reason = words.named(codes.MISSING_RECAST, figure["detail"])
    return say("nothing follows of {period}: {reason}", period=period, reason=reason)


def recast(words: Wording, figure: pd.Series) -> str:
    """Name a recast figure: its number, its period, its predecessors and the day.

    Parameters
    ----------
    words : Wording
        What a report says.
    figure : Series
        From `giaoban.analysis.backcast`.
    """
    language, changes = words.language, words.review.tables["unit_changes"]
    of_it = changes["successor"].eq(figure["unit"]) & changes["changed_on"].eq(figure["changed_on"])
    parts = set(changes.loc[of_it & changes["extent"].eq("part"), "predecessor"])
    names = []
    for unit in figure["predecessors"]:
        name = words.title_of("unit", unit)
        names.append(language.say("a part of {unit}", unit=name) if unit in parts else name)
    *first, last = names
    both = language.say("{first} and {last}", first=", ".join(first), last=last)
    template = RECAST[figure["recast_method"]]
    return language.say(
        template,
        number=recast_number(words, figure),
        period=language.period(figure["period"]),
        units=both if first else last,
        day=language.date(figure["changed_on"]),
    )


def recast_number(words: Wording, figure: pd.Series) -> str:
    """Write a recast figure, or the ends of its range."""
    if figure["qualifier"] == "=":
        return words.computed(figure["value"], figure["indicator"])
    ends = words.ends(figure["least"], figure["most"], figure["indicator"])
    return words.language.between(*ends)


def interval(words: Wording, row: pd.Series, decimals: int = 1) -> str:
    """Write the interval of a share that was counted; nothing of any other figure.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        With ``low`` and ``high``, as from `giaoban.analysis.latest_figures`.
    decimals : int
        How many its ends are written with.
    """
    if pd.isna(row["low"]):
        return ""
    ends = (words.percent(row[end], decimals) for end in ("low", "high"))
    low, high = (end.removesuffix("%") for end in ends)
    return words.language.say("{low}–{high}%", low=low, high=high)
