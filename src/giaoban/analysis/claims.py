"""Published statements held against the figures."""

from dataclasses import replace
from math import inf, isfinite
from typing import Final

import pandas as pd

from giaoban.analysis.recomputed import Recomputed, in_percent, recompute
from giaoban.analysis.targets import tally
from giaoban.language import decimals_shown, plain, short_of_whole
from giaoban.statistics import Range, agreeing, judge_rounding
from giaoban.tables import TALLIES, as_types

# As claims.csv has them.
CLAIMS_CSV: Final = [
    "claim",
    "kind",
    "indicator",
    "period",
    "stated",
    "recomputed",
    "verdict",
    "rounded_to",
    "detail",
    "out_of",
]
# What the figures leave open, in the claim's own measure.
RANGE: Final = ["low", "high", "low_open", "high_open"]
CLAIM_COLUMNS: Final = [*CLAIMS_CSV, "rows", *RANGE, "relative", "decimals"]
# Details of a claim about what is known as a range only.
RANGED: Final = ("figure_is_a_range", "targets_open")
# Where a claim can be meant in several ways, the one with which it agrees best counts.
_BEST: Final = ("agrees", "agrees_if_truncated", "agrees_if_rounded", "cannot_check", "disagrees")


def check_claims(
    claims: pd.DataFrame,
    compared: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    verdicts: pd.DataFrame | None = None,
    foreseen: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Recompute each claim and judge it.

    Parameters
    ----------
    claims, targets : DataFrame
        Of one unit, as known on a date.
    compared : DataFrame
        The figures of that unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure`` and ``additive``: only what adds up has a mean a year.
    verdicts, foreseen : DataFrame
        From `giaoban.analysis.judge_targets` and `giaoban.analysis.judge_estimates`, for claims of
        how many targets are met; without them these cannot be checked.

    Returns
    -------
    DataFrame
        ``claim``, ``kind``, ``indicator``, ``period``, ``stated``, ``recomputed``,
        ``verdict``, ``rounded_to``, ``detail``, ``out_of`` and ``rows`` (see `Recomputed`);
        ``low``, ``high``, ``low_open`` and ``high_open``, the range that the figures leave open, in
        the measure of ``stated``; ``relative``, whether a change or a margin was stated in percent
        of a count or an amount; ``decimals``, those with which the statement was printed.
    """
    rows = []
    for _, claim in claims.iterrows():
        if claim["kind"] in TALLIES:
            meant = _tallies(claim, verdicts, foreseen, indicators)
        else:
            meant = recompute(claim, compared, targets, indicators)
        judged = [(*_verdict(claim, one), one) for one in meant]
        verdict, rounded_to, found = min(judged, key=lambda one: _BEST.index(one[0]))
        told = claim[["claim", "kind", "indicator", "period", "stated"]].to_dict()
        value = None if found.value is None else short_of_whole(found.value)
        result = {"recomputed": value, "verdict": verdict, "rounded_to": rounded_to}
        more = {
            "out_of": claim.get("out_of"),
            "detail": found.detail,
            "rows": found.rows,
            "relative": found.relative,
            "decimals": decimals_shown(claim["as_published"], claim["stated"]),
        }
        more |= {name: getattr(found.range, name) for name in RANGE}
        rows.append(told | result | more)
    table = pd.DataFrame(rows, columns=CLAIM_COLUMNS, index=claims.index)
    types = {"recomputed": "float64", "rounded_to": "float64", "out_of": "Int64"}
    return as_types(table, types)


def _tallies(
    claim: pd.Series,
    verdicts: pd.DataFrame | None,
    foreseen: pd.DataFrame | None,
    indicators: pd.DataFrame,
) -> list[Recomputed]:
    """Count the targets that a tally speaks of."""
    if verdicts is None or foreseen is None:
        return [Recomputed(detail="no_targets")]
    found = tally(claim, verdicts, foreseen, indicators)
    told = [
        Recomputed(float(one.low), one)
        if one.low == one.high
        else Recomputed(range=one, detail="targets_open")
        for one in found
    ]
    return told or [Recomputed(detail="no_targets")]


def _verdict(claim: pd.Series, found: Recomputed) -> tuple[str, float | None]:
    decimals = decimals_shown(claim["as_published"], claim["stated"])
    coarser = not decimals and not in_percent(claim) and claim["kind"] not in TALLIES
    if found.detail in RANGED:
        fitting = agreeing(claim["stated"], decimals, coarser=coarser)
        return ("cannot_check" if _may_agree(claim, fitting, found) else "disagrees"), None
    if found.value is None or found.detail:
        return "cannot_check", None
    if found.bar is not None and _reaches(claim["stated"], found) != _reaches(found.value, found):
        return "disagrees", None
    return judge_rounding(claim["stated"], decimals, found.value, coarser=coarser)


def _may_agree(claim: pd.Series, fitting: Range, found: Recomputed) -> bool:
    """Say whether a value within a range would agree, on the same side of the target."""
    if found.bar is not None:
        # What reaches the target lies on one side of it, with it; what does not on the other.
        above = found.way != "down"
        if _reaches(claim["stated"], found) == above:
            if found.bar > fitting.low:
                fitting = replace(fitting, low=found.bar, low_open=not above)
        elif found.bar < fitting.high:
            fitting = replace(fitting, high=found.bar, high_open=above)
    low, high = round(found.range.low, 9), round(found.range.high, 9)
    return fitting.meets(replace(found.range, low=low, high=high))


def with_ranges(claims: pd.DataFrame) -> pd.Series:
    """Give the details of claims; where the range left it open, with that range.

    Parameters
    ----------
    claims : DataFrame
        From `check_claims`.

    Returns
    -------
    Series of str
        ``figure_is_a_range (150, inf)``: a round bracket where the end itself is left out.
    """
    endless = claims["low_open"] | claims["low"].eq(-inf)
    low = endless.map({True: "(", False: "["}) + claims["low"].map(_plainly)
    endless = claims["high_open"] | claims["high"].eq(inf)
    high = claims["high"].map(_plainly) + endless.map({True: ")", False: "]"})
    return claims["detail"].mask(
        claims["verdict"].eq("cannot_check") & claims["detail"].isin(RANGED),
        claims["detail"] + " " + low + ", " + high,
    )


def _plainly(value: float) -> str:
    return plain(round(value, 9)) if isfinite(value) else str(value)


def _reaches(value: float, found: Recomputed) -> bool:
    """Say whether a value is on the target's side of the number that stands for the target."""
    bar = found.bar or 0.0
    return value <= bar if found.way == "down" else value >= bar
