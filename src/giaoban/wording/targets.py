"""A figure beside its target, in words, and the years that decide a target for each year."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from giaoban.language import BARE, parse_period
from giaoban.statistics import way_asked
from giaoban.wording import codes
from giaoban.wording.figures import Wording

# What a target says that is a number alone, or that number at least.
PLAIN = ("=", ">=")


def status_code(words: Wording, target: "Mapping[Any, Any] | pd.Series", status: str) -> str:
    """Give the code of `giaoban.wording.codes.STATUS` that names a verdict on a target.

    Parameters
    ----------
    words : Wording
        The report's.
    target : mapping or Series
        Its ``indicator`` and ``target_qualifier``.
    status : str
        From `giaoban.analysis.judge_targets`.
    """
    better = words.about[target["indicator"]]["better"]
    return status_called(status, target["target_qualifier"], better)


def status_called(status: str, qualifier: str, better: str) -> str:
    """Give the code that names a status, by the sign of its target and the way that is better.

    What stays under a ceiling with room is not called *exceeded*: that is read as over it.
    """
    under = status == "exceeded" and way_asked(qualifier, better) == "down"
    return "better_than_asked" if under else status


def status_name(words: Wording, target: "Mapping[Any, Any] | pd.Series", status: str) -> str:
    """Name a verdict on a target."""
    return words.named(codes.STATUS, status_code(words, target, status))


def beside_target(words: Wording, row: pd.Series) -> str:
    """Write a count or an amount over its target, and its percent of it: 30.326/28.000 tấn, 108%.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.judge_targets`.

    Returns
    -------
    str
        Empty where that would not say it all: of shares and ratings, of ranges, of a ceiling, of a
        target worked out, or one for another time than the figure's.
    """
    plain = row["target_qualifier"] in PLAIN and pd.isna(row["target_to"])
    up = way_asked(row["target_qualifier"], words.about[row["indicator"]]["better"]) == "up"
    same = row["period"] == row["target_period"] and row["qualifier"] == "="
    derived = isinstance(row["target_derivation"], str)
    if pd.isna(row["share_reached"]) or derived or not (plain and up and same):
        return ""
    figure = words.language.figure(row["value"], BARE, row.get("as_published"))
    target = words.language.figure(row["target"], words.measure(row["indicator"]))
    share = words.percent(row["share_reached"])
    return words.language.say(
        "{figure}/{target}, {share} of the target", figure=figure, target=target, share=share
    )


def other_years(words: Wording, row: pd.Series) -> str:
    """Name the years in which a target for each year is missed, or open, and the latest is not.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.judge_targets`.

    Returns
    -------
    str
        Empty of any other target, and where the figure that stands beside it decides it.
    """
    settled = row["status"] in ("not_met", "undetermined") and row["target_kind"] == "each"
    if not settled or not isinstance(row["period"], str):
        return ""
    shown, stretches = parse_period(row["period"]), row.get("stretches", ())
    # The latest figure may be of a part of its year.
    if row["status"] in [s for p, s in stretches if parse_period(p).contains(shown)]:
        return ""
    return ", ".join(words.language.period(p) for p, s in stretches if s == row["status"])
