"""What the analysis says of a published statement, in words of the report's language."""

import re
from math import isfinite
from typing import Any

import pandas as pd

from giaoban.analysis import is_relative
from giaoban.catalogues import N_
from giaoban.checks import DIFFERENCES
from giaoban.language import (
    BARE,
    FINEST,
    KEPT,
    decimals_written,
    half_up,
    outwards,
    shortest_decimals,
)
from giaoban.statistics import judge_rounding
from giaoban.tables import TALLIES
from giaoban.wording import codes
from giaoban.wording.figures import Wording

STEPS = {
    1.0: N_("whole numbers"),
    10.0: N_("tens"),
    100.0: N_("hundreds"),
    1000.0: N_("thousands"),
}


def as_stated(words: Wording, claim: pd.Series) -> str:
    """Write what a claim states."""
    return _of_its_kind(words, claim, stated_number(words, claim), claim["stated"])


def stated_number(words: Wording, claim: pd.Series) -> str:
    """Write the number that a claim states, in its measure."""
    if claim["kind"] in TALLIES:
        return _of_so_many(claim, f"{claim['stated']:.0f}")
    return _number(words, claim, claim["stated"], _printed(claim))


def as_recomputed(words: Wording, claim: pd.Series) -> str:
    """Write what the figures give for a claim, finely enough to see the verdict on it."""
    if number := counted(words, claim):
        return _of_its_kind(words, claim, number)
    if pd.isna(claim["recomputed"]):
        return words.language.say("cannot be computed")
    if claim["detail"] in ("figure_is_a_range", "circular") and claim["low"] < claim["high"]:
        return _of_its_kind(words, claim, _range(words, claim))
    value = claim["recomputed"]
    return _of_its_kind(words, claim, _computed(words, claim, value), value)


def judged(words: Wording, claim: pd.Series) -> str:
    """Give a claim's verdict in words."""
    unchecked = claim["verdict"] == "cannot_check"
    missing = words.named(codes.MISSING, claim["detail"]) if unchecked else ""
    return named_verdict(words, claim["verdict"], claim["rounded_to"], missing)


def named_verdict(words: Wording, verdict: str, step: float, missing: str = "") -> str:
    """Give the verdict on a published number, with its step of rounding or what is missing."""
    text = words.named(codes.VERDICT, verdict)
    if verdict == "agrees_if_rounded":
        text = words.language.say(N_("agrees when rounded to {step}"), step=_step(words, step))
    return f"{text}: {missing}" if missing else text


def _step(words: Wording, step: float) -> str:
    if step in STEPS:
        return words.language.say(STEPS[step])
    return words.language.number(step, shortest_decimals(step, FINEST))


def derivation(words: Wording, text: str) -> str:
    """Write how a target was worked out; a claim in it is named by what it states."""
    claims = words.review.tables["claims"]
    named = claims["claim"].isin(re.findall(r"[\w-]+", text))
    for _, claim in claims[named].iterrows():
        text = text.replace(str(claim["claim"]), f"“{as_stated(words, claim)}”")
    return text


def _of_its_kind(words: Wording, claim: pd.Series, number: str, value: float = 0) -> str:
    """Say what a number states: so much a year, so much of a target, a rise or a fall by so much.

    Of a range there is no one value.
    """
    sentence = codes.CLAIM[claim["kind"]].name
    if claim["kind"] in ("change", "percent_change") and value:
        sentence, number = codes.CHANGED[1 if value > 0 else -1], number.lstrip("+−")
    return words.language.say(sentence, number=number)


def counted(words: Wording, claim: pd.Series) -> str:
    """Write how many targets of how many are what a tally counts: 12/14, or 11 to 12/14."""
    if claim["kind"] not in TALLIES or not isfinite(claim["low"]):
        return ""
    least, most = (f"{claim[end]:.0f}" for end in ("low", "high"))
    number = least if least == most else words.language.between(least, most)
    return _of_so_many(claim, number)


def _of_so_many(claim: pd.Series, number: str) -> str:
    return f"{number}/{claim['out_of']:.0f}"


def subject(words: Wording, claim: pd.Series) -> str:
    """Name what a claim is about: its indicator, or all targets."""
    name = words.title_of("indicator", claim["indicator"])
    return name or words.language.say("All targets")


def _range(words: Wording, claim: pd.Series) -> str:
    low, high = claim["low"], claim["high"]
    if claim["kind"] in DIFFERENCES:
        measure = BARE if claim["relative"] else words.measure(claim["indicator"])
        number = words.language.difference_range(low, high, measure)
        return number + "%" if claim["relative"] else number
    ends = [
        _number(words, claim, end, decimals_written(end)) if isfinite(end) else ""
        for end in outwards(low, high)
    ]
    if claim["low_open"] and not ends[1]:
        return words.language.say("over {number}", number=ends[0])
    if claim["kind"] == "mean_per_year":
        ends = [*words.ends(*outwards(low, high), claim["indicator"])]
    return words.language.between(*ends)


def _computed(words: Wording, claim: pd.Series, value: float) -> str:
    places = telling_decimals(claim["stated"], _printed(claim), value)
    return _number(words, claim, value, places)


def _printed(claim: pd.Series) -> int:
    """Count the decimals with which a claim is written: those printed, of none told its own."""
    needed = shortest_decimals(claim["stated"], FINEST)
    return max(needed, int(claim["decimals"])) if pd.notna(claim.get("decimals")) else needed


def telling_decimals(stated: float, decimals: int, value: float) -> int:
    """Count the decimals that show how a value stands to the number stated.

    Written with them it has the same verdict as in full, and is the number stated only where it
    is that.

    Parameters
    ----------
    stated, decimals : float, int
        The number stated, and with how many decimals it was printed.
    value : float
        What the figures give.
    """
    needed = shortest_decimals(value, KEPT)
    places, verdict = min(needed, max(1, decimals)), judge_rounding(stated, decimals, value)
    while places < needed:
        written = half_up(value, places)
        if written != stated and judge_rounding(stated, decimals, written) == verdict:
            break
        places += 1
    return places


def _number(words: Wording, claim: pd.Series, value: float, decimals: int) -> str:
    """Write a number in the measure of a claim's kind: a margin of shares is in points."""
    kind, measure = claim["kind"], words.measure(claim["indicator"])
    points = "percent" if measure.in_points else ""
    # A change of a share may be stated either way: it is told as it was judged.
    judged: Any = words.review.claims["relative"].get(claim.name)
    relative = is_relative(claim, points) if judged is None else bool(judged)
    if kind in DIFFERENCES:
        number = words.language.difference(value, BARE if relative else measure, decimals)
    else:
        number = words.language.number(value, decimals)
        if kind == "mean_per_year":
            return measure.of(number)
    return number + "%" if kind == "percent_of_target" or relative else number
