"""What the analysis says of a published statement, in words of the report's language."""

import re
from math import isfinite

import pandas as pd

from giaoban.analysis import is_relative
from giaoban.checks import DIFFERENCES
from giaoban.language import shortest_decimals
from giaoban.wording import codes
from giaoban.wording.figures import FINEST, Wording


def as_stated(words: Wording, claim: pd.Series) -> str:
    """Write the number that a claim states."""
    decimals = shortest_decimals(claim["stated"], FINEST)
    return _of_its_kind(words, claim, _number(words, claim, claim["stated"], decimals))


def as_recomputed(words: Wording, claim: pd.Series) -> str:
    """Write what the figures give for a claim, not much finer than it states it."""
    if pd.isna(claim["recomputed"]):
        return words.language.say("cannot be computed")
    if claim["detail"] in ("figure_is_a_range", "circular") and claim["low"] < claim["high"]:
        return _of_its_kind(words, claim, _range(words, claim, claim["low"], claim["high"]))
    return _of_its_kind(words, claim, _computed(words, claim, claim["recomputed"]))


def judged(words: Wording, claim: pd.Series) -> str:
    """Give a claim's verdict in words."""
    unchecked = claim["verdict"] == "cannot_check"
    missing = words.named(codes.MISSING, claim["detail"]) if unchecked else ""
    return words.verdict(claim["verdict"], claim["rounded_to"], missing)


def derivation(words: Wording, text: str) -> str:
    """Write how a target was worked out; a claim in it is named by what it states."""
    claims = words.review.tables["claims"]
    named = claims["claim"].isin(re.findall(r"[\w-]+", text))
    for _, claim in claims[named].iterrows():
        text = text.replace(str(claim["claim"]), f"“{as_stated(words, claim)}”")
    return text


def _of_its_kind(words: Wording, claim: pd.Series, number: str) -> str:
    """Say what a number states: so much a year, so much of a target."""
    kind = codes.CLAIM[claim["kind"]]
    return words.language.say(kind.name, number=number)


def _range(words: Wording, claim: pd.Series, low: float, high: float) -> str:
    if claim["kind"] in DIFFERENCES:
        return words.language.difference_range(low, high, words.measure(claim["indicator"]))
    ends = [_computed(words, claim, value) if isfinite(value) else "" for value in (low, high)]
    return words.language.between(*ends)


def _computed(words: Wording, claim: pd.Series, value: float) -> str:
    stated = shortest_decimals(claim["stated"], FINEST)
    return _number(words, claim, value, min(shortest_decimals(value, FINEST), max(1, stated)))


def _number(words: Wording, claim: pd.Series, value: float, decimals: int) -> str:
    """Write a number in the measure of a claim's kind: a margin of shares is in points."""
    kind, measure = claim["kind"], words.measure(claim["indicator"])
    relative = claim["relative"] if "relative" in claim else is_relative(claim, measure)
    if kind in DIFFERENCES:
        number = words.language.difference(value, measure, decimals)
    else:
        number = words.language.number(value, decimals)
    return number + "%" if kind == "percent_of_target" or relative else number
