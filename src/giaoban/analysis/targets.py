"""Figures against their targets."""

from typing import Final

import numpy as np
import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS
from giaoban.analysis.definitions import relation
from giaoban.analysis.series import column, stated_range
from giaoban.language import Period, parse_period

DIRECTIONS: Final = {">=": "up", ">": "up", "<=": "down", "<": "down"}
# Columns of a target, and what they are called beside the figure that falls under it.
_TARGET: Final = {
    "value": "target",
    "qualifier": "target_qualifier",
    "period_target": "target_period",
    "set_by": "target_set_by",
    "derivation": "target_derivation",
    "definition_target": "target_definition",
    "target_row": "target_row",
}
AGAINST_TARGET: Final = [*_TARGET.values(), "status", "why", "like_for_like", "margin"]
JUDGED_COLUMNS: Final = [*COMPARED_COLUMNS, *AGAINST_TARGET]


def against_targets(
    figures: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
) -> pd.DataFrame:
    """Set figures against the targets that they fall under.

    Parameters
    ----------
    figures : DataFrame
        From `giaoban.analysis.compare`.
    targets : DataFrame
        As known on a date.
    indicators, definitions : DataFrame
        As for `target_status`.

    Returns
    -------
    DataFrame
        The figures with the columns of `applicable_targets` and `target_status`; ``margin`` in
        the indicator's own measure, where figure and target are like for like.
    """
    found = applicable_targets(figures, targets)
    judged = target_status(figures, found, indicators, definitions)
    apart = margin(figures, found).where(judged["like_for_like"])
    return (
        figures.join(found).join(judged).assign(margin=apart)[[*figures.columns, *AGAINST_TARGET]]
    )


def open_targets(targets: pd.DataFrame, *judged: pd.DataFrame) -> pd.DataFrame:
    """Give the targets that nothing was held against.

    Parameters
    ----------
    targets : DataFrame
        As known on a date.
    *judged : DataFrame
        Whatever was held against a target, which ``target_row`` names: figures, the latest
        figures, paces, sums of counts.
    """
    used = {row for table in judged for row in table["target_row"].dropna()}
    return targets[~targets.index.isin(used)]


def applicable_targets(figures: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Find for each figure the target of its unit that its period falls under.

    Of several, the one with the shortest period counts, then the one reported last.

    Returns
    -------
    DataFrame
        Indexed as ``figures``: ``target``, ``target_qualifier``, ``target_period``,
        ``target_set_by``, ``target_derivation``, ``target_definition``, ``target_row`` (the
        target's own index).
    """
    pairs = (
        figures[["unit", "indicator", "period", "definition"]]
        .reset_index(names="figure_row")
        .merge(
            targets.reset_index(names="target_row"),
            on=["unit", "indicator"],
            suffixes=("", "_target"),
        )
    )
    spans = _spans(pairs["period_target"])
    inside = [o.contains(i) for o, i in zip(spans, _spans(pairs["period"]), strict=True)]
    pairs = pairs.assign(days=[span.days for span in spans])[np.array(inside, dtype=bool)]
    pairs = pairs.sort_values(["days", "reported_on"], ascending=[True, False], kind="stable")
    found = pairs.drop_duplicates("figure_row").set_index("figure_row")
    return found.rename(columns=_TARGET)[list(_TARGET.values())].reindex(figures.index)


def _spans(periods: pd.Series) -> list[Period]:
    return [parse_period(text) for text in periods]


def direction(indicator: pd.Series, qualifier: pd.Series, indicators: pd.DataFrame) -> pd.Series:
    """Say which way a target lies: as its qualifier says, else where the indicator is better."""
    better = indicator.map(column(indicators, "better"))
    return qualifier.map(DIRECTIONS).fillna(better)


def target_status(
    figures: pd.DataFrame,
    found: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
) -> pd.DataFrame:
    """Say whether targets are met, taking every figure and target as the range it leaves open.

    Counts add up over time, so a count over a part of its target's period is only judged where
    what is still to come cannot change the verdict. A share, or a rating, over a part of a year
    is not judged; a target over several years asks for its share in each of them. A figure that
    counts more than its target was set for may only be too large, one that counts less too small.

    Parameters
    ----------
    figures : DataFrame
        ``indicator``, ``period``, ``value``, ``qualifier``, ``definition``, ``obs_status``,
        ``years``.
    found : DataFrame
        From `applicable_targets`; a target whose value was not published may lie anywhere.
    indicators : DataFrame
        ``unit_measure`` and ``better``.
    definitions : DataFrame
        ``definition`` and ``includes``.

    Returns
    -------
    DataFrame
        ``status``: ``met`` or ``not_met`` where that holds for the whole range, else
        ``undetermined``; ``no_target``. ``why`` it is undetermined: ``figure_not_published``,
        ``forecast``, ``no_direction``, ``period_not_over``, ``target_not_published``,
        ``definition_differs`` or ``range``.
        ``like_for_like``: whether the figure covers all the time, and counts just what, its
        target is for.
    """
    measure = figures["indicator"].map(column(indicators, "unit_measure"))
    toward = direction(figures["indicator"], found["target_qualifier"], indicators)
    stands = relation(figures["definition"], found["target_definition"], definitions)
    met, missed = _reached(figures, found, measure.eq("percent"), toward, stands)
    adds = measure.eq("count")
    open_ = figures["period"].ne(found["target_period"]) & (adds | figures["years"].isna())
    met &= ~open_ | (adds & toward.eq("up"))
    missed &= ~open_ | (adds & toward.eq("down"))
    forecast = figures["obs_status"].eq("F")
    met, missed = met & ~forecast, missed & ~forecast
    status = pd.Series("undetermined", index=figures.index, dtype="str")
    status = status.mask(met, "met").mask(missed, "not_met")
    status = status.mask(found["target_set_by"].isna(), "no_target")
    why = pd.Series("range", index=figures.index, dtype="str")
    why = why.mask(stands.ne("same"), "definition_differs")
    why = why.mask(found["target"].isna(), "target_not_published").mask(open_, "period_not_over")
    why = why.mask(toward.eq("none"), "no_direction")
    why = why.mask(forecast, "forecast")
    why = why.mask(figures["value"].isna(), "figure_not_published")
    why = why.where(status.eq("undetermined"))
    return pd.DataFrame({"status": status, "why": why, "like_for_like": ~open_ & stands.eq("same")})


def _reached(
    figures: pd.DataFrame,
    found: pd.DataFrame,
    share: pd.Series,
    toward: pd.Series,
    stands: pd.Series,
) -> tuple[pd.Series, pd.Series]:
    """Find where the whole range reaches the target, and where none of it does."""
    qualifier = found["target_qualifier"].fillna("=")
    # "At least 75" and "75" ask for the same where more is better; only "about" is a range.
    bar = stated_range(found["target"], qualifier.where(qualifier.eq("~"), "="), share)
    ours = stated_range(figures["value"], figures["qualifier"], share)
    ours["low"] = ours["low"].mask(stands.isin(["wider", "other"]), 0.0)
    ours["high"] = ours["high"].mask(stands.isin(["narrower", "other"]), np.inf)
    strict, up = qualifier.isin([">", "<"]), toward.eq("up")
    worst, worst_open = (
        ours["low"].where(up, -ours["high"]),
        ours["low_open"].where(up, ours["high_open"]),
    )
    best, best_open = (
        ours["high"].where(up, -ours["low"]),
        ours["high_open"].where(up, ours["low_open"]),
    )
    hardest, easiest = bar["high"].where(up, -bar["low"]), bar["low"].where(up, -bar["high"])
    directed = toward.isin(["up", "down"])
    met = (worst > hardest) | (worst.eq(hardest) & (~strict | worst_open))
    missed = (best < easiest) | (best.eq(easiest) & (strict | best_open))
    return met & directed, missed & directed


def margin(figures: pd.DataFrame, found: pd.DataFrame) -> pd.Series:
    """Give figure less target, in the indicator's own measure (percentage points for shares)."""
    difference = (figures["value"] - found["target"]).astype("float64").round(9)
    return difference.replace(-0.0, 0.0)
