"""The units below one: how they rank, and whether they add up to it."""

import pandas as pd

from giaoban.numerals import decimals_shown
from giaoban.published import column, is_share, share_interval
from giaoban.rounding import judge

TOTAL_COLUMNS = [
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


def ranking(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Rank the units in the latest whole year of each indicator.

    A year counts once half as many units have reported it as ever reported one.

    Parameters
    ----------
    compared : DataFrame
        Figures of the units below one, from `giaoban.compare.compare`.
    indicators : DataFrame
        ``better``: where less is better, the least ranks first; where it is not said, none does.

    Returns
    -------
    DataFrame
        The figures of that year with ``rank`` (units that stand alike share it; missing where
        the figure is not exact, or counts something else than most units do); ``share``,
        whether it is a percentage; ``low`` and ``high``, Wilson's interval in percent where the
        counts are known.
    """
    yearly = compared[compared["years"] == 1]
    reporting = yearly.groupby(["indicator", "end"])["unit"].transform("nunique")
    most = reporting.groupby(yearly["indicator"]).transform("max")
    settled = yearly[reporting * 2 >= most]
    latest = settled[settled["end"] == settled.groupby("indicator")["end"].transform("max")]
    said = latest["definition"].fillna("")
    usual = said.groupby(latest["indicator"]).transform(lambda d: d.mode().iloc[0])
    better = latest["indicator"].map(column(indicators, "better"))
    ranked = latest[latest["qualifier"].eq("=") & said.eq(usual) & better.ne("none")]
    order = ranked["value"].where(better.eq("down"), -ranked["value"])
    ranks = order.groupby(ranked["indicator"]).rank(method="min")
    share = is_share(latest, indicators)
    interval = share_interval(latest, indicators)
    out = latest.assign(rank=ranks.reindex(latest.index), share=share, **interval)
    return out.sort_values(["indicator", "rank", "unit"], kind="stable")


def silent(ranked: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Give the units that stood at the end of a ranking's year and did not report it.

    Parameters
    ----------
    ranked : DataFrame
        The figures of one indicator, from `ranking`.
    units : DataFrame
        The units below: ``unit``, ``valid_from``, ``valid_to``.
    """
    day = ranked["end"].iloc[0]
    stands = ~(units["valid_from"] > day) & ~(units["valid_to"] < day)
    return units[stands & ~units["unit"].isin(ranked["unit"])]


def totals(
    own: pd.DataFrame, below: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Hold a unit's published figures against those of the units below it.

    Counts are added up; shares are pooled (all numerators over all denominators); ratings are
    neither.

    Parameters
    ----------
    own, below : DataFrame
        Figures of the unit, and of the units below it, from `giaoban.compare.compare`.
    indicators : DataFrame
        ``unit_measure``.
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
        `giaoban.rounding.judge`), or ``cannot_check``; ``detail`` (``units_missing``,
        ``counts_missing``, ``definition_differs``, ``figure_is_a_range``).
    """
    rows = []
    for _, figure in own.iterrows():
        parts = below[
            (below["indicator"] == figure["indicator"]) & (below["period"] == figure["period"])
        ]
        measure = column(indicators, "unit_measure")[figure["indicator"]]
        if len(parts) and measure != "rating":
            stands = ~(units["valid_from"] > figure["start"]) & ~(units["valid_to"] < figure["end"])
            expected = set(units.loc[stands, "unit"]) | set(parts["unit"])
            rows.append(_total(figure, parts, expected, measure))
    return pd.DataFrame(rows, columns=TOTAL_COLUMNS)


def _total(
    figure: pd.Series, parts: pd.DataFrame, expected: set[str], measure: str
) -> dict[str, object]:
    total, detail = _sum(parts, measure)
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
        verdict, step = judge(figure["value"], decimals, total)
    return {
        "indicator": figure["indicator"],
        "period": figure["period"],
        "row": figure.name,
        "published": figure["value"],
        "total": round(total, 9),
        "difference": round(total - figure["value"], 9),
        "reporting": len(parts),
        "expected": len(expected),
        "verdict": verdict,
        "rounded_to": step,
        "detail": detail,
    }


def _sum(parts: pd.DataFrame, measure: str) -> tuple[float, str]:
    """Add up counts, pool shares; without their counts there is no total."""
    if measure == "count":
        return float(parts["value"].sum()), ""
    if parts[["numerator", "denominator"]].isna().any(axis=None):
        return float("nan"), "counts_missing"
    return float(parts["numerator"].sum() / parts["denominator"].sum() * 100), ""
