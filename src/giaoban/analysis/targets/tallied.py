"""How many targets of a time are met, by what the source says and by what is known of each."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from giaoban.language import parse_period
from giaoban.statistics import Range
from giaoban.tables import TALLIES, records

Row = dict[Any, Any]
REACHED, EXCEEDED, MET, NOT_MET = TALLIES
_ASKED: Final = ["indicator", "target_period", "target_set_by", "target_row", "status", "margin"]
# What a source may call met or exceeded: met, by a figure that is not known to be just the target.
_NEAR: Final = "near"
# The statuses that are for certain what a source counts, and those that are for certain not.
_MEANT: Final = {
    REACHED: (["met", _NEAR, "exceeded"], ["not_met"]),
    EXCEEDED: (["exceeded"], ["met", "not_met"]),
    MET: (["met"], ["exceeded", "not_met"]),
    NOT_MET: (["not_met"], ["met", _NEAR, "exceeded"]),
}


def tally(
    claim: pd.Series,
    verdicts: pd.DataFrame,
    foreseen: pd.DataFrame,
    indicators: pd.DataFrame,
) -> list[Range]:
    """Count the targets that a stated tally speaks of, in each way that it can be meant.

    Parameters
    ----------
    claim : Series
        A row of ``claims`` that counts targets.
    verdicts, foreseen : DataFrame
        From `giaoban.analysis.judge_targets` and `giaoban.analysis.judge_estimates`: where the
        source's own estimate settles a target, that counts.
    indicators : DataFrame
        ``unit_measure``, ``part_of`` and ``under``: which targets may be parts of one.

    Returns
    -------
    list of Range
        The least and the greatest number that the verdicts leave open: of all who set targets for
        that time, and of each who set as many as the source counts. Empty without such a target.
    """
    ahead = foreseen.set_index("target_row")["status"].to_dict()
    ours = [
        row | {"status": _called(ahead.get(row["target_row"], row["status"]), row["margin"])}
        for row in _of_its_time(claim, records(verdicts[_ASKED]))
    ]
    by_setter: dict[str, list[Row]] = {}
    for row in ours:
        by_setter.setdefault(row["target_set_by"], []).append(row)
    several = [one for one in by_setter.values() if len(_names(one)) >= claim["out_of"]]
    above = _families(indicators, _names(ours))
    return [_bounds(claim, one, above) for one in (ours, *several) if one]


def _called(status: Any, margin: float) -> Any:
    return _NEAR if status == "met" and margin != 0 else status


def _names(rows: list[Row]) -> set[str]:
    return {row["indicator"] for row in rows}


def _of_its_time(claim: pd.Series, targets: list[Row]) -> Iterator[Row]:
    """Keep the targets that end with the claim's period within it; of one thing the longest."""
    span = parse_period(claim["period"])
    longest: dict[tuple[str, str], Row] = {}
    for row in targets:
        period, key = parse_period(row["target_period"]), (row["indicator"], row["target_set_by"])
        if span.contains(period) and period.end == span.end:
            known = longest.get(key, row)
            longest[key] = max(known, row, key=lambda one: parse_period(one["target_period"]).days)
    yield from longest.values()


def _families(indicators: pd.DataFrame, counted: set[str]) -> dict[str, str]:
    """Name for each indicator the topmost row with a target that it stands under or is part of."""
    above: dict[str, str] = {}
    for column in ("part_of", "under"):
        if column in indicators:
            held = indicators[["indicator", column]].dropna()
            above |= dict(held.itertuples(index=False))
    top = {}
    for one in counted:
        top[one], at, seen = one, one, {one}
        # What an analyst changes may lead back to itself.
        while (at := above.get(at, "")) and at not in seen:
            seen.add(at)
            top[one] = at if at in counted else top[one]
    return top


def _bounds(claim: pd.Series, ours: list[Row], above: dict[str, str]) -> Range:
    """Bound the count: rows may be parts of one target, not be counted at all, or be missing."""
    whole, (certain, never) = claim["out_of"], _MEANT[claim["kind"]]
    apart = whole > len({above[one] for one in _names(ours)})
    items: dict[str, list[str]] = {}
    for row in ours:
        one = row["indicator"]
        items.setdefault(one if apart else above[one], []).append(row["status"])
    surely = sum(all(s in certain for s in found) for found in items.values())
    perhaps = sum(any(s not in never for s in found) for found in items.values())
    extra, missing = max(0, len(items) - whole), max(0, whole - len(items))
    return Range(max(0, surely - extra), min(whole, perhaps + missing))
