"""Published statements held against the figures."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import Final

import pandas as pd

from giaoban.analysis.cumulative import covering, of_one_kind, total
from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import column
from giaoban.analysis.targets import applicable_targets
from giaoban.language import decimals_shown, parse_period
from giaoban.statistics import agreeing, judge_rounding

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
]
CLAIM_COLUMNS: Final = [*CLAIMS_CSV, "rows", "low", "high", "relative"]


@dataclass(frozen=True)
class Recomputed:
    """What the figures give for a claim: a value or a range, or what is missing.

    ``detail`` says in a word what the value rests on or lacks: ``no_figure``, ``no_target``,
    ``target_not_published``, ``circular``, ``figure_is_a_range``, ``not_comparable``,
    ``not_additive``, ``target_is_zero`` or nothing; ``rows`` are the indices of the figures used.
    """

    value: float | None = None
    low: float = -inf
    high: float = inf
    detail: str = ""
    rows: tuple[int, ...] = ()


def check_claims(
    claims: pd.DataFrame,
    compared: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Recompute each claim and judge it.

    Parameters
    ----------
    claims, targets : DataFrame
        Of one unit, as known on a date.
    compared : DataFrame
        The figures of that unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure``: only counts have a mean a year.

    Returns
    -------
    DataFrame
        ``claim``, ``kind``, ``indicator``, ``period``, ``stated``, ``recomputed``,
        ``verdict``, ``rounded_to``, ``detail``, ``rows``, ``low`` and ``high`` (see
        `Recomputed`); ``relative``, whether a change was stated in percent of a
        count.
    """
    measures = column(indicators, "unit_measure")
    rows = []
    for _, claim in claims.iterrows():
        found = recompute(claim, compared, targets, indicators)
        verdict, rounded_to = _verdict(claim, found)
        told = claim[["claim", "kind", "indicator", "period", "stated"]].to_dict()
        value = None if found.value is None else round(found.value, 9)
        result = {"recomputed": value, "verdict": verdict, "rounded_to": rounded_to}
        more = {"detail": found.detail, "rows": found.rows, "low": found.low, "high": found.high}
        more["relative"] = is_relative(claim, measures[claim["indicator"]])
        rows.append(told | result | more)
    return pd.DataFrame(rows, columns=CLAIM_COLUMNS, index=claims.index).astype(
        {"recomputed": "float64", "rounded_to": "float64"}
    )


def _verdict(claim: pd.Series, found: Recomputed) -> tuple[str, float | None]:
    decimals = decimals_shown(claim["as_published"], claim["stated"])
    if found.detail == "figure_is_a_range":
        low, high = agreeing(claim["stated"], decimals)
        return ("disagrees" if high < found.low or low > found.high else "cannot_check"), None
    if found.value is None or found.detail:
        return "cannot_check", None
    return judge_rounding(claim["stated"], decimals, found.value)


def recompute(
    claim: pd.Series, compared: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame
) -> Recomputed:
    """Give what the figures give for a claim.

    Parameters
    ----------
    claim : Series
        A row of ``claims``.
    compared, targets, indicators : DataFrame
        As for `check_claims`.
    """
    if claim["kind"] == "mean_per_year":
        return _mean_per_year(claim, compared, indicators)
    if claim["kind"] == "change":
        measure = column(indicators, "unit_measure")[claim["indicator"]]
        return _change(claim, compared, is_relative(claim, measure))
    return _against_target(claim, _figure(claim, compared, indicators), targets)


def is_relative(claim: pd.Series, measure: str) -> bool:
    """Say whether a change of a count was stated in percent of what it was."""
    printed = isinstance(claim["as_published"], str) and claim["as_published"].strip().endswith("%")
    return claim["kind"] == "change" and printed and measure != "percent"


def _mean_per_year(claim: pd.Series, figures: pd.DataFrame, indicators: pd.DataFrame) -> Recomputed:
    """Divide the total over the claim's period, or the sum of its parts, by its years."""
    period = parse_period(claim["period"])
    if column(indicators, "unit_measure")[claim["indicator"]] != "count":
        return Recomputed(detail="not_additive")
    figure = _figure(claim, figures, indicators)
    if isinstance(figure, str) or not period.years:
        return Recomputed(detail=figure if isinstance(figure, str) else "no_figure")
    years = period.years
    return _of(figure, lambda value: value / years)


def _against_target(claim: pd.Series, figure: pd.Series | str, targets: pd.DataFrame) -> Recomputed:
    """Set the figure of the claim's own period against the target whose period contains it."""
    share = claim["kind"] == "percent_of_target"
    if isinstance(figure, str):
        return Recomputed(detail=figure)
    target = applicable_targets(figure.to_frame().T, targets).iloc[0]
    if pd.isna(target["target_set_by"]):
        return Recomputed(detail="no_target")
    if pd.isna(target["target"]):
        return Recomputed(detail="target_not_published")
    if not as_meant(figure["definition"], target["target_definition"]):
        return Recomputed(detail="not_comparable")
    if share and target["target"] == 0:
        return Recomputed(detail="target_is_zero")
    bar = float(target["target"])
    found = _of(figure, lambda value: value / bar * 100 if share else value - bar)
    # A target worked out from the claim cannot bear witness for it.
    derived = str(target["target_derivation"]) if pd.notna(target["target_derivation"]) else ""
    if claim["claim"] in re.findall(r"[\w-]+", derived):
        return replace(found, detail="circular")
    return found if target["target_qualifier"] != "~" else replace(found, detail="no_target")


def _change(claim: pd.Series, compared: pd.DataFrame, relative: bool) -> Recomputed:
    """Subtract the figure of the first year of the claim's period from that of the last."""
    period = parse_period(claim["period"])
    ours = compared[(compared["indicator"] == claim["indicator"]) & (compared["years"] == 1)]
    year = ours["start"].dt.year
    first, last = ours[year == period.start.year], ours[year == period.end.year]
    if first.empty or last.empty or period.start.year == period.end.year:
        return Recomputed(detail="no_figure")
    one, other = first.iloc[0], last.iloc[0]
    value, rows = float(other["value"] - one["value"]), (int(one.name), int(other.name))
    if not ours["comparable"][year.between(period.start.year + 1, period.end.year)].all():
        return Recomputed(value, detail="not_comparable", rows=rows)
    exact = one["qualifier"] == other["qualifier"] == "="
    ends = float(other["least"] - one["most"]), float(other["most"] - one["least"])
    if relative:
        if not exact or one["value"] == 0:
            return Recomputed(detail="figure_is_a_range", rows=rows)
        value = value / float(one["value"]) * 100
        ends = value, value
    return Recomputed(value, *ends, "" if exact else "figure_is_a_range", rows)


def _figure(claim: pd.Series, figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series | str:
    """Find the figure of a claim's own period, or put it together; else say what is missing."""
    ours, period = (
        figures[figures["indicator"] == claim["indicator"]],
        parse_period(claim["period"]),
    )
    same = ours["period"] == claim["period"]
    if same.any():
        return ours[same].iloc[0]
    parts = covering(ours, period)
    adds = column(indicators, "unit_measure")[claim["indicator"]] == "count"
    if not adds or parts.empty or parts["end"].iloc[-1].date() < period.end:
        return "no_figure"
    return total(parts, claim["period"]) if of_one_kind(parts) else "not_comparable"


def _of(figure: pd.Series, formula: Callable[[float], float]) -> Recomputed:
    """Carry a figure's range through a rising formula."""
    detail = "" if figure["qualifier"] == "=" else "figure_is_a_range"
    value, low, high = (float(formula(figure[name])) for name in ("value", "least", "most"))
    return Recomputed(value, low, high, detail, figure.get("rows", (figure.name,)))
