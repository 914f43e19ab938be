"""What the units below one add up to, held against what was published of it."""

from typing import Final

import pandas as pd

from giaoban.analysis.series import column
from giaoban.analysis.units.ranking import stood
from giaoban.language import added, decimals_shown, difference
from giaoban.statistics import judge_rounding
from giaoban.tables import adding

TOTAL_COLUMNS: Final = [
    "indicator",
    "period",
    "row",
    "published",
    "total",
    "difference",
    "reporting",
    "expected",
    "verdict",
    "rounded_to",
    "detail",
]


def check_totals(
    compared: pd.DataFrame,
    compared_below: pd.DataFrame,
    indicators: pd.DataFrame,
    units: pd.DataFrame,
) -> pd.DataFrame:
    """Hold a unit's published figures against those of the units below it.

    Counts are added up, and amounts that add up over time; shares are pooled (all numerators over
    all denominators); ratings and other amounts are neither.

    Parameters
    ----------
    compared, compared_below : DataFrame
        Figures of the unit, and of the units below it, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure`` and ``additive``.
    units : DataFrame
        The units below: ``unit``, ``valid_from``, ``valid_to``; those that stand throughout a
        period are expected to report it.

    Returns
    -------
    DataFrame
        For each figure of the unit of which units below it have one: ``indicator``, ``period``,
        ``row`` (the index of its figure), ``published``, ``total``, ``difference`` (total less
        published, in the indicator's own measure), ``reporting`` and ``expected`` (how many
        units); ``verdict`` and ``rounded_to`` of the published figure (see
        `giaoban.statistics.judge_rounding`), or ``cannot_check``; ``detail`` (``units_missing``,
        ``counts_missing``, ``definition_differs``, ``figure_is_a_range``).
    """
    rows, adds, measures = [], adding(indicators), column(indicators, "unit_measure")
    parts_of = dict(iter(compared_below.groupby(["indicator", "period"])))
    for _, figure in compared.iterrows():
        parts = parts_of.get((figure["indicator"], figure["period"]))
        measure = measures[figure["indicator"]]
        if parts is not None and (measure in ("count", "percent") or adds[figure["indicator"]]):
            there = stood(units, figure["start"], figure["end"])
            expected = set(units.loc[there, "unit"]) | set(parts["unit"])
            rows.append(_total(figure, parts, expected, measure == "percent"))
    return pd.DataFrame(rows, columns=TOTAL_COLUMNS)


def _total(
    figure: pd.Series, parts: pd.DataFrame, expected: set[str], share: bool
) -> dict[str, object]:
    total, detail = _sum(parts, share)
    defined = pd.Series([figure["definition"], *parts["definition"]], dtype="str").fillna("")
    if defined.ne(defined.iloc[0]).any():
        detail = "definition_differs"
    elif figure["qualifier"] != "=" or parts["qualifier"].ne("=").any():
        detail = "figure_is_a_range"
    elif len(expected) > len(parts):
        detail = "units_missing"
    verdict, step = "cannot_check", None
    if not detail:
        decimals = decimals_shown(figure["as_published"], figure["value"])
        verdict, step = judge_rounding(figure["value"], decimals, total)
    return {
        "indicator": figure["indicator"],
        "period": figure["period"],
        "row": figure.name,
        "published": figure["value"],
        "total": round(total, 9),
        "difference": difference(total, figure["value"]),
        "reporting": len(parts),
        "expected": len(expected),
        "verdict": verdict,
        "rounded_to": step,
        "detail": detail,
    }


def _sum(parts: pd.DataFrame, share: bool) -> tuple[float, str]:
    """Add up counts and amounts, pool shares; without their counts there is no total."""
    if not share:
        return added(*parts["value"]), ""
    if parts[["numerator", "denominator"]].isna().any(axis=None):
        return float("nan"), "counts_missing"
    return float(parts["numerator"].sum() / parts["denominator"].sum() * 100), ""
