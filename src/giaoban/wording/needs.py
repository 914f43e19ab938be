"""What a target that is not due yet still asks for, in whole things where counts are known."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.language import BARE, YEAR, Period, decimals_off_zero, half_up, parse_period
from giaoban.wording.figures import Wording


def still_needed(words: Wording, indicator: str) -> Iterator[str]:
    """Say what each target that is not due yet still asks for."""
    paces = words.review.paces
    yield from needed(words, paces[paces["indicator"] == indicator])


def needed(words: Wording, paces: pd.DataFrame) -> Iterator[str]:
    """Say what the targets of some paces still ask for.

    Parameters
    ----------
    words : Wording
        The report's.
    paces : DataFrame
        From `giaoban.analysis.paces`.
    """
    verdicts = words.review.verdicts.set_index("target_row")
    needs = words.review.needs.set_index("target_row")
    for _, row in paces[paces["target_row"].isin(verdicts.index)].iterrows():
        number, need = row["target_row"], None
        if number in needs.index:
            need = needs.loc[number]
        if need is not None and need["basis"] == "share" and not row["reached"]:
            yield _in_whole(words, row, verdicts.loc[number], need)
        elif pd.notna(row["needed"]):
            yield _a_year(words, row, verdicts.loc[number], need)


def _in_whole(words: Wording, pace: pd.Series, verdict: pd.Series, need: pd.Series) -> str:
    """Say how many of a whole the target is, and how many more, or fewer, than now."""
    sentence = N_(
        "The target of {target} for {year} takes {count} of {whole}, {more} more than in {last}, "
        "as long as there are {whole}."
    )
    if need["more"] < 0:
        sentence = N_(
            "The target of {target} for {year} leaves {count} of {whole} at most, {more} fewer "
            "than in {last}, as long as there are {whole}."
        )
    numbers = {
        name: words.language.number(abs(need[name]), 0) for name in ("count", "whole", "more")
    }
    return words.language.say(
        sentence,
        target=words.target(verdict),
        year=words.language.period(pace["target_period"]),
        last=words.language.period(need["period"]),
        **numbers,
    )


def _a_year(words: Wording, pace: pd.Series, verdict: pd.Series, need: pd.Series | None) -> str:
    """Say what is left of a sum, or what the years left have to bring each."""
    indicator = pace["indicator"]
    parts = {
        "target": words.target(verdict),
        "year": words.language.period(pace["target_period"]),
    }
    if pd.notna(verdict["share_covered"]):
        left = max(pace["asked"] - verdict["value"], 0) if need is None else need["more"]
        parts |= {"left": words.computed(left, indicator)}
        parts |= {"day": words.language.date(verdict["until"])}
        sentence = N_("Of the target of {target} for {year}, {left} were left after {day}.")
        if need is not None and need["years"] > 1 and need["more"] > 0:
            parts |= {"rate": words.computed(need["more_per_year"], indicator, _places(need))}
            sentence = N_(
                "Of the target of {target} for {year}, {left} were left after {day}: {rate} a year."
            )
    elif pace["reached"]:
        sentence = N_("The target of {target} for {year} is reached already; it has to be kept.")
    else:
        parts |= {"last": words.language.period(pace["last_period"])}
        parts |= {"needed": needed_a_year(words, pace, verdict)}
        sentence = N_("From {last} on, the target of {target} for {year} asks for {needed} a year.")
        last, goal = (parse_period(pace[f"{name}_period"]) for name in ("last", "target"))
        if Period(last.start, goal.end).months == 2 * YEAR:
            sentence = N_("From {last} on, the target of {target} for {year} asks for {needed}.")
    return words.language.say(sentence, **parts)


def is_of_running_year(pace: pd.Series, verdict: pd.Series) -> bool:
    """Say whether a pace is that of a sum within a year: so much a year says nothing of it.

    Parameters
    ----------
    pace, verdict : Series
        Of a target, from `giaoban.analysis.paces` and `giaoban.analysis.judge_targets`.
    """
    begun = bool(pd.notna(verdict["share_covered"]))
    return begun and parse_period(pace["target_period"]).within_a_year


def needed_a_year(words: Wording, pace: pd.Series, verdict: pd.Series) -> str:
    """Write what is needed a year: more than that where the target says *over*, less of *under*.

    Parameters
    ----------
    words : Wording
        The report's.
    pace, verdict : Series
        Of a target, from `giaoban.analysis.paces` and `giaoban.analysis.judge_targets`.
    """
    number = words.language.difference(pace["needed"], words.measure(pace["indicator"]))
    beyond = {">": N_("more than {number}"), "<": N_("less than {number}")}
    sign = verdict["target_qualifier"]
    return words.language.say(beyond[sign], number=number) if sign in beyond else number


def had_a_year(words: Wording, pace: pd.Series) -> str:
    """Write what a year has brought so far, as finely as a slope or to two decimals.

    Parameters
    ----------
    words : Wording
        The report's.
    pace : Series
        Of a target, from `giaoban.analysis.paces`.
    """
    indicator = pace["indicator"]
    places = decimals_off_zero(pace["had"], max(2, words.places(indicator) + 1))
    return words.language.difference(half_up(pace["had"], places), words.measure(indicator))


def _places(need: pd.Series) -> int:
    """Give the decimals of a rate: none of what is counted."""
    rate = float(need["more_per_year"])
    return 0 if rate.is_integer() else decimals_off_zero(rate, 1)


def in_numbers(words: Wording, target_row: int) -> str:
    """Write short how many a target takes: 541/581 (+27), or what is left of a sum."""
    found = words.review.needs
    found = found[found["target_row"] == target_row]
    if found.empty:
        return "–"
    need = found.iloc[0]
    if need["basis"] == "sum":
        left = words.computed(max(need["more"], 0), need["indicator"])
        return words.language.say("{left} left", left=left)
    count = words.language.number(need["count"], 0)
    whole = "" if pd.isna(need["whole"]) else f"/{words.language.number(need['whole'], 0)}"
    return f"{count}{whole} ({words.language.difference(need['more'], BARE)})"
