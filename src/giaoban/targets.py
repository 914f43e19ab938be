"""Figures against their targets."""

import numpy as np
import pandas as pd

from giaoban.intervals import stated_range
from giaoban.periods import parse_period
from giaoban.trends import POINTS_FOR_SLOPE

ON_TRACK_RATIO = 0.95


def applicable_targets(figures: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Find for each figure the target that its period falls under.

    Of several, the one with the shortest period counts, then the one reported last.

    Returns
    -------
    DataFrame
        Indexed as ``figures``: ``target``, ``target_qualifier``, ``target_period``,
        ``target_set_by``, ``target_derivation``, ``target_row`` (the target's own index).
    """
    pairs = (
        figures[["indicator", "period"]]
        .reset_index(names="figure_row")
        .merge(targets.reset_index(names="target_row"), on="indicator", suffixes=("", "_target"))
    )
    spans = pairs["period_target"].map(parse_period)
    inside = [
        outer.contains(parse_period(inner))
        for outer, inner in zip(spans, pairs["period"], strict=True)
    ]
    pairs = pairs.assign(length=[(s.end - s.start).days for s in spans])
    pairs = pairs[np.array(inside, dtype=bool)]
    pairs = pairs.sort_values(["length", "reported_on"], ascending=[True, False], kind="stable")
    found = pairs.drop_duplicates("figure_row").set_index("figure_row")
    names = {
        "value": "target",
        "qualifier": "target_qualifier",
        "period_target": "target_period",
        "set_by": "target_set_by",
        "derivation": "target_derivation",
        "target_row": "target_row",
    }
    return found.rename(columns=names)[list(names.values())].reindex(figures.index)


def target_status(
    figures: pd.DataFrame, found: pd.DataFrame, indicators: pd.DataFrame
) -> pd.Series:
    """Say whether targets are met, taking every figure and target as the range it leaves open.

    Parameters
    ----------
    figures : DataFrame
        ``indicator``, ``value``, ``qualifier``.
    found : DataFrame
        From `applicable_targets`; a target whose value was not published may lie anywhere.
    indicators : DataFrame
        ``unit_measure`` and ``better``.

    Returns
    -------
    Series of str
        ``met`` or ``not_met`` where that holds for the whole range, else ``undetermined``;
        ``no_target``.
    """
    named = indicators.set_index("indicator")
    share = figures["indicator"].map(named["unit_measure"]).eq("percent")
    better = figures["indicator"].map(named["better"])
    qualifier = found["target_qualifier"].fillna("=")
    # "At least 75" and "75" ask for the same where more is better; only "about" is a range.
    bar = stated_range(found["target"], qualifier.where(qualifier.eq("~"), "="), share)
    ours = stated_range(figures["value"], figures["qualifier"], share)
    strict = qualifier.isin([">", "<"])
    up_met = (ours["low"] > bar["high"]) | (
        ours["low"].eq(bar["high"]) & (~strict | ours["low_open"])
    )
    up_missed = (ours["high"] < bar["low"]) | (
        ours["high"].eq(bar["low"]) & (strict | ours["high_open"])
    )
    down_met = (ours["high"] < bar["low"]) | (
        ours["high"].eq(bar["low"]) & (~strict | ours["high_open"])
    )
    down_missed = (ours["low"] > bar["high"]) | (
        ours["low"].eq(bar["high"]) & (strict | ours["low_open"])
    )
    status = pd.Series("undetermined", index=figures.index, dtype="str")
    status = status.mask(better.eq("up") & up_met, "met").mask(
        better.eq("up") & up_missed, "not_met"
    )
    status = status.mask(better.eq("down") & down_met, "met")
    status = status.mask(better.eq("down") & down_missed, "not_met")
    return status.mask(found["target_set_by"].isna(), "no_target")


def progress(run: pd.DataFrame, target: float, target_year: int, better: str) -> str:
    """Judge the pace towards a target that lies ahead.

    The method is Eurostat's for indicators with a quantified target (*Sustainable development
    in the European Union: monitoring report*, annex on method): the compound annual growth
    rate from the first to the last figure over the rate that the target asks for. A ratio of
    95% or more is on track, from 0 to 95% behind, below 0 moving away. Where a figure or the
    target is zero, a growth rate does not exist, and yearly differences take its place.

    Parameters
    ----------
    run : DataFrame
        Comparable figures, oldest first: ``value``, ``end``.
    target : float
        In the indicator's own measure.
    target_year : int
        The year by which it is to be reached.
    better : str
        ``up`` or ``down``.

    Returns
    -------
    str
        ``on_track``, ``behind``, ``moving_away`` or ``too_few_points`` (fewer than 3).
    """
    if len(run) < POINTS_FOR_SLOPE or pd.isna(target) or not run["qualifier"].eq("=").all():
        return "too_few_points"
    first, last = float(run["value"].iloc[0]), float(run["value"].iloc[-1])
    years = int(run["end"].iloc[-1].year - run["end"].iloc[0].year)
    wanted_years = target_year - int(run["end"].iloc[0].year)
    toward = 1.0 if better == "up" else -1.0
    if toward * (first - target) >= 0:
        return "on_track" if toward * (last - target) >= 0 else "moving_away"
    if min(first, last, target) > 0:
        actual = (last / first) ** (1 / years) - 1
        required = (target / first) ** (1 / wanted_years) - 1
    else:
        actual, required = (last - first) / years, (target - first) / wanted_years
    ratio = actual / required
    return "on_track" if ratio >= ON_TRACK_RATIO else "behind" if ratio >= 0 else "moving_away"


def margin(figures: pd.DataFrame, found: pd.DataFrame) -> pd.Series:
    """Give figure less target, in the indicator's own measure (percentage points for shares)."""
    return (
        (figures["value"] - found["target"])
        .astype("float64")
        .round(9)
        .replace(-0.0, 0.0)
        .where(np.isfinite(found["target"].astype("float64")))
    )
