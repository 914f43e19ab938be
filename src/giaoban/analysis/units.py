"""The units below one: how they rank, which stand out or are silent, what they add up to."""

from typing import Final

import pandas as pd

from giaoban.analysis.series import column, is_share, share_interval
from giaoban.analysis.targets import JUDGED_COLUMNS
from giaoban.language import decimals_shown
from giaoban.statistics import binomial_limits, judge_rounding
from giaoban.tables import adding

_RANKED: Final = ["rank", "share", "low", "high"]
RANKING_COLUMNS: Final = [*JUDGED_COLUMNS, *_RANKED]
_LEVELS: Final = {"warning": 0.95, "alarm": 0.998}
_LIMITS: Final = [f"{name}_{end}" for name in _LEVELS for end in ("low", "high")]
_PLACED: Final = ["whole", "place", *_LIMITS]
FUNNEL_COLUMNS: Final = [*RANKING_COLUMNS, *_PLACED]


def units_below(units: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Give the units that one is the parent of."""
    return units[units["parent"] == unit]


def rank_units(below: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Rank the units in the latest whole year of each indicator.

    A year counts once half as many units have reported it as ever reported one.

    Parameters
    ----------
    below : DataFrame
        Figures of the units below one, from `giaoban.analysis.with_targets`.
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
    yearly = below[below["years"] == 1]
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
    out = out.sort_values(["indicator", "rank", "unit"], kind="stable")
    return out[[*below.columns, *_RANKED]]


def funnel(ranking: pd.DataFrame) -> pd.DataFrame:
    """Say which units differ from all together by more than their size explains.

    Parameters
    ----------
    ranking : DataFrame
        From `rank_units`; of it the shares that have a rank and that were counted.

    Returns
    -------
    DataFrame
        These rows, by indicator, with ``share`` and ``whole`` (all numerators over all
        denominators) and the limits of `funnel_limits`, in percent; ``place``: ``within``,
        ``above`` or ``below`` the 95% limits, ``far_above`` or ``far_below`` the 99.8% limits.
    """
    known = ranking["numerator"].notna() & (ranking["denominator"] > 0)
    shares = ranking[ranking["share"] & ranking["rank"].notna() & known]
    each = [_placed(rows) for _, rows in shares.groupby("indicator", sort=False)]
    return pd.concat(each) if each else shares.reindex(columns=[*ranking.columns, *_PLACED])


def _placed(shares: pd.DataFrame) -> pd.DataFrame:
    whole = shares["numerator"].sum() / shares["denominator"].sum()
    ends = funnel_limits(shares["denominator"], whole).mul(100)
    share = shares["numerator"] / shares["denominator"] * 100
    place = pd.Series("within", index=shares.index, dtype="str")
    place = place.mask(share > ends["warning_high"], "above")
    place = place.mask(share < ends["warning_low"], "below")
    place = place.mask(share > ends["alarm_high"], "far_above")
    place = place.mask(share < ends["alarm_low"], "far_below")
    out = shares.assign(share=share, whole=whole * 100, place=place)
    return out.join(ends)[[*shares.columns, *_PLACED]]


def funnel_limits(size: pd.Series, whole: float) -> pd.DataFrame:
    """Give the limits within which shares of the whole's size would lie by chance.

    Parameters
    ----------
    size : Series of float64
        What each share is taken of.
    whole : float
        The share of all together, from 0 to 1.

    Returns
    -------
    DataFrame
        ``warning_low``, ``warning_high`` (95%), ``alarm_low``, ``alarm_high`` (99.8%), as
        proportions (`giaoban.statistics.binomial_limits`).
    """
    n = size.to_numpy(float)
    ends = [end for level in _LEVELS.values() for end in binomial_limits(n, whole, level)]
    return pd.DataFrame(dict(zip(_LIMITS, ends, strict=True)), index=size.index)


def silent_units(ranked: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Give the units that stood at the end of a ranking's year and did not report it.

    Parameters
    ----------
    ranked : DataFrame
        The figures of one indicator, from `rank_units`.
    units : DataFrame
        The units below: ``unit``, ``valid_from``, ``valid_to``.
    """
    day = ranked["end"].iloc[0]
    return units[stood(units, day, day) & ~units["unit"].isin(ranked["unit"])]


def stood(units: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.Series:
    """Say which units were there from a first day to a last one; without days, one always was."""
    return ~(units["valid_from"] > first) & ~(units["valid_to"] < last)


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
    compared: pd.DataFrame, below: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Hold a unit's published figures against those of the units below it.

    Counts are added up, and amounts that add up over time; shares are pooled (all numerators over
    all denominators); ratings and other amounts are neither.

    Parameters
    ----------
    compared, below : DataFrame
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
    rows, adds = [], adding(indicators)
    for _, figure in compared.iterrows():
        parts = below[
            (below["indicator"] == figure["indicator"]) & (below["period"] == figure["period"])
        ]
        measure = column(indicators, "unit_measure")[figure["indicator"]]
        if len(parts) and (measure in ("count", "percent") or adds[figure["indicator"]]):
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
        "difference": round(total - figure["value"], 9),
        "reporting": len(parts),
        "expected": len(expected),
        "verdict": verdict,
        "rounded_to": step,
        "detail": detail,
    }


def _sum(parts: pd.DataFrame, share: bool) -> tuple[float, str]:
    """Add up counts and amounts, pool shares; without their counts there is no total."""
    if not share:
        return float(parts["value"].sum()), ""
    if parts[["numerator", "denominator"]].isna().any(axis=None):
        return float("nan"), "counts_missing"
    return float(parts["numerator"].sum() / parts["denominator"].sum() * 100), ""
