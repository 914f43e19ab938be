"""What the figures give for a published statement."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf, isinf, isnan

import pandas as pd

from giaoban.analysis.cumulative import (
    Figure,
    Sum,
    add_up,
    covers,
    figures_by_series,
    largest_cover,
)
from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import range_between
from giaoban.analysis.targets import goal_of
from giaoban.language import YEAR, Period, difference, parse_period, percentage
from giaoban.statistics import Range
from giaoban.tables import adds_up, in_points

UNBOUNDED = Range(-inf, inf)


@dataclass(frozen=True)
class Recomputed:
    """What the figures give for a claim: a value or a range, or what is missing.

    ``detail`` says in a word what the value rests on or lacks: ``no_figure``, ``no_target``,
    ``target_not_published``, ``circular``, ``figure_is_a_range``, ``not_comparable``,
    ``not_additive``, ``not_whole_months``, ``target_is_zero``, ``zero_before`` or nothing; ``rows``
    are the indices of the figures used; ``bar`` is the value that stands for the target, which lies
    ``way`` (up or down); ``relative`` says that a change is in percent of what it was, or a margin
    in percent of the target.
    """

    value: float | None = None
    range: Range = UNBOUNDED
    detail: str = ""
    rows: tuple[int, ...] = ()
    bar: float | None = None
    way: str = ""
    relative: bool = False


def recompute(
    claim: pd.Series,
    compared: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
) -> list[Recomputed]:
    """Give what the figures give for a claim, in each way that it can be meant.

    Parameters
    ----------
    claim : Series
        A row of ``claims``.
    compared, targets, indicators : DataFrame
        As for `check_claims`.
    """
    about = indicators.set_index("indicator").loc[claim["indicator"]]
    adds, measure = adds_up(about.to_dict()), "percent" if in_points(about) else ""
    if claim["kind"] == "percent_change":
        return [_change(claim, compared, relative=True)]
    if claim["kind"] == "change":
        return _changes(claim, compared, measure)
    ours = compared[compared["indicator"] == claim["indicator"]]
    figures = [f for own in figures_by_series(ours).values() for f in own]
    figure = _figure(parse_period(claim["period"]), figures, adds)
    if claim["kind"] == "mean_per_year":
        return [_mean_per_year(claim, figure, adds)]
    relative = is_relative(claim, measure)
    found = _against_targets(claim, figure, targets, about, relative=relative)
    return [replace(one, relative=relative) for one in found]


def in_percent(claim: pd.Series) -> bool:
    """Say whether a statement was printed with a % sign."""
    printed = claim["as_published"]
    return isinstance(printed, str) and printed.strip().endswith("%")


def is_relative(claim: pd.Series, measure: str) -> bool:
    """Say whether a change was stated in percent of what it was, or a margin of the target."""
    difference = claim["kind"] in ("change", "margin_over_target")
    of_count = difference and in_percent(claim) and measure != "percent"
    return of_count or bool(claim["kind"] == "percent_change")


def _mean_per_year(claim: pd.Series, figure: Figure | Sum | str, adds: bool) -> Recomputed:
    """Divide the total over the claim's period by its years, whole or not."""
    months = parse_period(claim["period"]).months
    if not adds:
        return Recomputed(detail="not_additive")
    if isinstance(figure, str):
        return Recomputed(detail=figure)
    if not months:
        return Recomputed(detail="not_whole_months")
    return _of(figure, lambda value: value * YEAR / months)


def _against_targets(
    claim: pd.Series,
    figure: Figure | Sum | str,
    targets: pd.DataFrame,
    about: pd.Series,
    *,
    relative: bool,
) -> list[Recomputed]:
    """Set the figure of the claim's own period against each target that it can speak of."""
    if isinstance(figure, str):
        return [Recomputed(detail=figure)]
    span = parse_period(claim["period"])
    ours = targets[targets["indicator"] == claim["indicator"]]
    rows = [(parse_period(target["period"]), target) for _, target in ours.iterrows()]
    holding = [(period.days, target) for period, target in rows if period.contains(span)]
    shortest = min((days for days, _ in holding), default=0)
    near = [target for days, target in holding if days == shortest]
    found = [_against(claim, figure, target, about, relative=relative) for target in near]
    fit = [one for one in found if one.detail != "circular"]
    return fit or found or [Recomputed(detail="no_target")]


def _against(
    claim: pd.Series, figure: Figure | Sum, target: pd.Series, about: pd.Series, *, relative: bool
) -> Recomputed:
    share, bar = claim["kind"] == "percent_of_target", float(target["value"])
    counted = figure.parts[0].definition if isinstance(figure, Sum) else figure.definition
    if isnan(bar):
        return Recomputed(detail="target_not_published")
    if not as_meant(counted, target["definition"]):
        return Recomputed(detail="not_comparable")
    if (share or relative) and bar <= 0:
        return Recomputed(detail="target_is_zero")
    less = 0.0 if share else bar

    def formula(value: float) -> float:
        part = difference(value, less)
        return percentage(part, bar) if share or relative else part

    found = _of(figure, formula)
    found = replace(found, bar=100.0 if share else 0.0)
    found = replace(found, way=goal_of(dict(target), dict(about)).asked.way)
    # A target worked out from the claim cannot bear witness for it.
    derived = str(target["derivation"]) if pd.notna(target["derivation"]) else ""
    if claim["claim"] in re.findall(r"[\w-]+", derived):
        return replace(found, detail="circular")
    exact = target["qualifier"] != "~" and pd.isna(target["value_to"])
    return found if exact else Recomputed(detail="no_target", rows=found.rows)


def _changes(claim: pd.Series, compared: pd.DataFrame, measure: str) -> list[Recomputed]:
    """Give a change in the indicator's own measure, and where it can be meant so in percent."""
    if not in_percent(claim):
        return [_change(claim, compared, relative=False)]
    if measure != "percent":
        return [_change(claim, compared, relative=True)]
    return [_change(claim, compared, relative=relative) for relative in (False, True)]


def _change(claim: pd.Series, compared: pd.DataFrame, *, relative: bool) -> Recomputed:
    """Subtract the figure that a claim begins from of the one that it ends with."""
    pair = _first_and_last(claim, compared)
    if isinstance(pair, Recomputed):
        return replace(pair, relative=relative)
    one, other = pair
    rows = (int(str(one.name)), int(str(other.name)))
    exact = one["qualifier"] == other["qualifier"] == "="
    value, before, after = difference(other["value"], one["value"]), *map(range_between, pair)
    range_ = after + before.mirrored()
    if relative:
        if before.low <= 0:
            return Recomputed(detail="zero_before", rows=rows, relative=True)
        value = percentage(value, float(one["value"]))
        # A share of what has no end comes as near to nothing as one likes, and never there.
        low_open = range_.low_open or isinf(before.high)
        share = after.in_percent_of(before)
        low, high = difference(share.low, 100), difference(share.high, 100)
        range_ = Range(low, high, low_open, range_.high_open)
    return Recomputed(value, range_, "" if exact else "figure_is_a_range", rows, relative=relative)


def _first_and_last(
    claim: pd.Series, compared: pd.DataFrame
) -> tuple[pd.Series, pd.Series] | Recomputed:
    """Find the figures that a stated change lies between, or say why it cannot be checked.

    They are those of the first and the last year of its period; of a change in percent over a year
    or less those of its period and of the same months a year before.
    """
    years = parse_period(claim["period"]).in_years()
    if claim["kind"] == "percent_change" and len(years) == 1 and (years[0].months or 0) <= YEAR:
        years = [years[0].year_before(), *years]
    alike = compared["months"].eq(years[-1].months or 0)
    alike &= compared["start"].dt.month.eq(years[-1].start.month)
    ours = compared[compared["indicator"].eq(claim["indicator"]) & alike]
    first, last = (ours[ours["period"] == str(years[n])] for n in (0, -1))
    if first.empty or last.empty or len(years) == 1:
        return Recomputed(detail="no_figure")
    one, other = first.iloc[0], last.iloc[0]
    between = ours["end"].gt(one["end"]) & ours["end"].le(other["end"])
    if ours.loc[between, "comparable"].all():
        return one, other
    rows = (int(str(one.name)), int(str(other.name)))
    return Recomputed(difference(other["value"], one["value"]), detail="not_comparable", rows=rows)


def _figure(span: Period, figures: list[Figure], adds: bool) -> Figure | Sum | str:
    """Find the figure of just a period, or put it together; else say what is missing."""
    for figure in figures:
        if figure.period == span:
            return figure
    if not adds or not covers(largest_cover(figures, span), span):
        return "no_figure"
    return add_up(figures, span) or "not_comparable"


def _of(figure: Figure | Sum, formula: Callable[[float], float]) -> Recomputed:
    """Carry a figure's range through a rising formula."""
    detail = "" if figure.qualifier == "=" else "figure_is_a_range"
    rows = tuple(f.row for f in figure.parts) if isinstance(figure, Sum) else (figure.row,)
    value, low, high = (formula(n) for n in (figure.value, figure.range.low, figure.range.high))
    return Recomputed(value, replace(figure.range, low=low, high=high), detail, rows)
