"""Hold the published statements against the figures."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from math import inf, isfinite

import pandas as pd

from giaoban.intervals import stated_range
from giaoban.numerals import decimal, decimals_printed
from giaoban.periods import parse_period
from giaoban.targets import applicable_targets

CLAIM_COLUMNS = [
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


@dataclass(frozen=True)
class Recomputed:
    """What the figures give for a claim: a value or a range, or what is missing.

    ``detail`` says in a word what the value rests on or lacks: ``no_figure``, ``no_target``,
    ``target_not_published``, ``circular``, ``figure_is_a_range``, ``not_comparable`` or nothing.
    """

    value: float | None = None
    low: float = -inf
    high: float = inf
    detail: str = ""


def judge(stated: float, decimals: int, recomputed: float) -> tuple[str, float | None]:
    """Tell agreement, truncation, rounding and disagreement apart.

    Parameters
    ----------
    stated : float
        The number claimed.
    decimals : int
        The decimals with which it was printed.
    recomputed : float
        The number that the figures give.

    Returns
    -------
    verdict : str
        ``agrees`` (rounded half up to the printed decimals), ``agrees_if_truncated`` (cut off
        there), ``agrees_if_rounded`` (rounded to a coarser power of ten) or ``disagrees``.
    rounded_to : float or None
        That power of ten.
    """
    claim, value = decimal(stated), decimal(recomputed)
    step = Decimal(1).scaleb(-decimals)
    if value.quantize(step, rounding=ROUND_HALF_UP) == claim:
        return "agrees", None
    if value.quantize(step, rounding=ROUND_DOWN) == claim:
        return "agrees_if_truncated", None
    while (step := step * 10) <= abs(claim):
        if (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == claim:
            return "agrees_if_rounded", float(step)
    return "disagrees", None


def check_claims(
    claims: pd.DataFrame, figures: pd.DataFrame, compared: pd.DataFrame, targets: pd.DataFrame
) -> pd.DataFrame:
    """Recompute each claim and judge it.

    Parameters
    ----------
    claims, figures, targets : DataFrame
        Of one unit, as known on a date.
    compared : DataFrame
        The figures from `giaoban.trends.compare`.

    Returns
    -------
    DataFrame
        ``claim``, ``kind``, ``indicator``, ``period``, ``stated``, ``recomputed``,
        ``verdict``, ``rounded_to`` and ``detail`` (see `Recomputed`).
    """
    by_kind = {
        "mean_per_year": lambda claim: _mean_per_year(claim, figures),
        "margin_over_target": lambda claim: _against_target(claim, figures, targets, share=False),
        "percent_of_target": lambda claim: _against_target(claim, figures, targets, share=True),
        "change": lambda claim: _change(claim, compared),
    }
    rows = []
    for _, claim in claims.iterrows():
        found = by_kind[claim["kind"]](claim)
        verdict, rounded_to = _verdict(claim, found)
        told = claim[["claim", "kind", "indicator", "period", "stated"]].to_dict()
        value = None if found.value is None else round(found.value, 9)
        result = {"recomputed": value, "verdict": verdict, "rounded_to": rounded_to}
        rows.append(told | result | {"detail": found.detail})
    return pd.DataFrame(rows, columns=CLAIM_COLUMNS, index=claims.index).astype(
        {"recomputed": "float64", "rounded_to": "float64"}
    )


def _verdict(claim: pd.Series, found: Recomputed) -> tuple[str, float | None]:
    if found.detail in ("figure_is_a_range", "not_comparable") and not (
        found.low <= claim["stated"] <= found.high
    ):
        return "disagrees", None
    if found.value is None or found.detail:
        return "cannot_check", None
    decimals = decimals_printed(claim["as_published"], claim["stated"])
    return judge(claim["stated"], decimals or 0, found.value)


def _mean_per_year(claim: pd.Series, figures: pd.DataFrame) -> Recomputed:
    """Divide the total over the claim's period by its years."""
    figure = _figure(claim, figures)
    years = parse_period(claim["period"]).years
    if figure is None or years is None:
        return Recomputed(detail="no_figure")
    return _of(figure, lambda value: value / years)


def _against_target(
    claim: pd.Series, figures: pd.DataFrame, targets: pd.DataFrame, *, share: bool
) -> Recomputed:
    """Set the figure of the claim's own period against the target whose period contains it."""
    figure = _figure(claim, figures)
    if figure is None:
        return Recomputed(detail="no_figure")
    target = applicable_targets(figure.to_frame().T, targets).iloc[0]
    if pd.isna(target["target_set_by"]):
        return Recomputed(detail="no_target")
    if pd.isna(target["target"]) or (share and target["target"] == 0):
        return Recomputed(detail="target_not_published")
    bar = float(target["target"])
    found = _of(figure, lambda value: value / bar * 100 if share else value - bar)
    # A target worked out from the claim cannot bear witness for it.
    derived = str(target["target_derivation"]) if pd.notna(target["target_derivation"]) else ""
    if claim["claim"] in derived:
        return Recomputed(found.value, detail="circular")
    return (
        found if target["target_qualifier"] != "~" else Recomputed(found.value, detail="no_target")
    )


def _change(claim: pd.Series, compared: pd.DataFrame) -> Recomputed:
    """Subtract the figure of the first year of the claim's period from that of the last."""
    period = parse_period(claim["period"])
    ours = compared[compared["indicator"] == claim["indicator"]]
    first = ours[(ours["years"] == 1) & (ours["start"].dt.year == period.start.year)]
    last = ours[(ours["years"] == 1) & (ours["start"].dt.year == period.end.year)]
    if first.empty or last.empty or period.start.year == period.end.year:
        return Recomputed(detail="no_figure")
    between = ours[(ours["start"] > first["start"].iloc[0]) & (ours["end"] <= last["end"].iloc[0])]
    if not pd.concat([first, last])["qualifier"].eq("=").all():
        return Recomputed(detail="figure_is_a_range")
    value = float(last["value"].iloc[0] - first["value"].iloc[0])
    if not between["comparable"].fillna(False).all():
        return Recomputed(value, detail="not_comparable")
    return Recomputed(value, value, value)


def _figure(claim: pd.Series, figures: pd.DataFrame) -> pd.Series | None:
    same = (figures["indicator"] == claim["indicator"]) & (figures["period"] == claim["period"])
    found = figures[same & figures["value"].notna()]
    return None if found.empty else found.iloc[0]


def _of(figure: pd.Series, formula) -> Recomputed:  # type: ignore[no-untyped-def]
    """Carry a figure's range through a rising formula."""
    one = figure.to_frame().T
    share = pd.Series([False], index=one.index)
    span = stated_range(one["value"].astype(float), one["qualifier"], share).iloc[0]
    low, high = float(formula(span["low"])), float(formula(span["high"]))
    exact = figure["qualifier"] == "="
    value = float(formula(figure["value"])) if isfinite(figure["value"]) else None
    return Recomputed(value, low, high, "" if exact else "figure_is_a_range")
