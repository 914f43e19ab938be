"""What the units below one add up to, held against what was published of it."""

from math import inf, isnan, nan
from typing import Final

import pandas as pd

from giaoban.analysis.cumulative import as_stated
from giaoban.analysis.series import column, range_between
from giaoban.analysis.units.ranking import stood
from giaoban.language import added, decimals_shown, difference
from giaoban.statistics import Range, added_up, agreeing, judge_rounding
from giaoban.tables import adding, records

TOTAL_COLUMNS: Final = [
    "indicator",
    "period",
    "row",
    "published",
    "total",
    "qualifier",
    "least",
    "most",
    "difference",
    "reporting",
    "expected",
    "verdict",
    "rounded_to",
    "detail",
    "rows",
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
        ``row`` (the index of its figure), ``published``, ``total`` with its ``qualifier``,
        ``least`` and ``most``, the range that its parts leave open, and ``rows``, their indices;
        ``difference`` (total less published, in the indicator's own measure, where both are
        exact), ``reporting`` and ``expected`` (how many units); ``verdict`` and ``rounded_to`` of
        the published figure (see `giaoban.statistics.judge_rounding`; where something is missing
        or not exact, it disagrees with a sum that cannot be it), or ``cannot_check``; ``detail``
        (``units_missing``, ``counts_missing``, ``definition_differs``, ``figure_is_a_range``).
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
    value, sign, range_ = _pooled(parts) if share else _added_up(parts)
    exact, whole = sign == figure["qualifier"] == "=", len(parts) == len(expected)
    detail = _why_not(figure, parts, exact, whole, isnan(value))
    verdict, step = "cannot_check", None
    if not detail:
        decimals = decimals_shown(figure["as_published"], figure["value"])
        verdict, step = judge_rounding(figure["value"], decimals, value)
    elif detail != "definition_differs" and not share:
        # What silent units have can only be more.
        left = range_ if whole else Range(range_.low, inf, range_.low_open)
        if not left.meets(_meant(figure)):
            verdict, detail = "disagrees", ""
    return {
        "indicator": figure["indicator"],
        "period": figure["period"],
        "row": figure.name,
        "published": figure["value"],
        "total": round(value, 9),
        "qualifier": sign,
        "least": round(range_.low, 9),
        "most": round(range_.high, 9),
        "difference": difference(value, figure["value"]) if exact else nan,
        "reporting": len(parts),
        "expected": len(expected),
        "verdict": verdict,
        "rounded_to": step,
        "detail": detail,
        "rows": tuple(parts.index),
    }


def _why_not(
    figure: pd.Series, parts: pd.DataFrame, exact: bool, whole: bool, uncounted: bool
) -> str:
    """Say why a total cannot be held against the figure, empty where it can."""
    defined = pd.Series([figure["definition"], *parts["definition"]], dtype="str").fillna("")
    if defined.ne(defined.iloc[0]).any():
        return "definition_differs"
    if not exact or parts["qualifier"].ne("=").any():
        return "figure_is_a_range"
    if not whole:
        return "units_missing"
    return "counts_missing" if uncounted else ""


def _meant(figure: pd.Series) -> Range:
    """Give what a printed figure may stand for."""
    if figure["qualifier"] != "=":
        return range_between(figure)
    return agreeing(figure["value"], decimals_shown(figure["as_published"], figure["value"]))


def _added_up(parts: pd.DataFrame) -> tuple[float, str, Range]:
    values, signs = parts["value"].tolist(), parts["qualifier"].tolist()
    if set(signs) == {"="}:
        value = added(*values)
        return value, "=", Range(value, value)
    range_ = added_up(map(range_between, records(parts)))
    return *as_stated(values, signs, range_), range_


def _pooled(parts: pd.DataFrame) -> tuple[float, str, Range]:
    """Pool shares; without their counts there is no total."""
    share = nan
    if parts[["numerator", "denominator"]].notna().all(axis=None):
        share = float(parts["numerator"].sum() / parts["denominator"].sum() * 100)
    return share, "=", Range(share, share)
