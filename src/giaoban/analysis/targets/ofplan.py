"""A figure in percent of the target that it falls under."""

from collections.abc import Mapping
from math import isfinite, nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import limits_of
from giaoban.analysis.targets.held import under
from giaoban.language import parse_period, percentage, short_of_whole
from giaoban.statistics import Range, stated
from giaoban.tables import adds_up, by_column, by_label, in_ratio, records

PERCENT: Final = ["of_plan", "of_plan_least", "of_plan_most", "of_plan_qualifier", "of_plan_why"]
PLAN_COLUMNS: Final = ["figure_row", "target_row", *PERCENT]


def percent_of_plan(
    figures: pd.DataFrame, verdicts: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Give each figure, or the sum that its target asks for, in percent of the target.

    Parameters
    ----------
    figures : DataFrame
        Published figures, from `giaoban.analysis.latest_figures` or `giaoban.analysis.compare`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    indicators : DataFrame
        Their ``unit_measure``, ``unit_vi`` and ``additive``.

    Returns
    -------
    DataFrame
        A row for each pair of `giaoban.analysis.under`: ``figure_row`` and ``target_row``;
        ``of_plan`` in percent, missing where it is a range, ``of_plan_least`` and
        ``of_plan_most``, its ends, missing where there is none; ``of_plan_qualifier``; and
        ``of_plan_why``: ``definition_differs``, where there is none because something else was
        counted.
    """
    abouts, told = by_column(indicators, "indicator"), by_label(figures)
    rows = []
    for verdict in records(under(figures, verdicts)):
        figure, about = told[verdict["figure_row"]], abouts[verdict["indicator"]]
        named = {name: verdict[name] for name in ("figure_row", "target_row")}
        rows.append(named | _of_plan(figure, verdict, about))
    return pd.DataFrame(rows, columns=PLAN_COLUMNS)


def _of_plan(
    figure: Mapping[Any, Any], verdict: Mapping[Any, Any], about: Mapping[Any, Any]
) -> dict[str, object]:
    plan = verdict["target"]
    counted = about["unit_measure"] == "percent" or in_ratio(about)
    if not counted or not plan > 0 or pd.notna(verdict["target_to"]):
        return {}
    sums, early = asks_for_a_sum(verdict, about), _is_early(figure, verdict)
    if not (early and sums) and not is_of_its_time(figure["period"], verdict, about):
        return {}
    judged = verdict if sums and not early else figure
    if pd.isna(judged["value"]):
        return {}
    if not as_meant(judged["definition"], verdict["target_definition"]):
        return {"of_plan_why": "definition_differs"}
    sign = "~" if verdict["target_qualifier"] == "~" else "="
    ends = stated(plan, sign, limits_of(about))
    return in_percent("of_plan", judged, ends.low, ends.high)


def _is_early(figure: Mapping[Any, Any], verdict: Mapping[Any, Any]) -> bool:
    """Say whether a figure is an estimate from its target's first day on, beyond what is judged."""
    begins = [parse_period(text).start for text in (figure["period"], verdict["target_period"])]
    beyond = pd.isna(verdict["share_covered"]) or figure["end"] > verdict["until"]
    return bool(beyond) and figure["obs_status"] == "E" and begins[0] == begins[1]


def is_of_its_time(period: str, verdict: Mapping[Any, Any], about: Mapping[Any, Any]) -> bool:
    """Say whether a number of a period has a percentage of a target.

    It has where it is the sum so far that the target asks for, else of just the target's period or
    of twelve months: one month of what was sown says nothing of the year's plan.
    """
    if asks_for_a_sum(verdict, about):
        return bool(pd.notna(verdict["share_covered"]))
    return period == verdict["target_period"] or parse_period(period).years == 1


def asks_for_a_sum(verdict: Mapping[Any, Any], about: Mapping[Any, Any]) -> bool:
    """Say whether a target asks for the sum over its time."""
    once = parse_period(verdict["target_period"]).within_a_year
    return adds_up(about) and (once or verdict["target_kind"] not in ("by", "each"))


def in_percent(name: str, figure: Mapping[Any, Any], low: float, high: float) -> dict[str, object]:
    """Give a figure in percent of a number between two ends, of which none lies below 0."""
    share = Range(figure["least"], figure["most"]).in_percent_of(Range(low, high))
    least, most = (short_of_whole(n) if isfinite(n) else n for n in (share.low, share.high))
    sign = figure["qualifier"] if low == high else "~"
    exact = short_of_whole(percentage(figure["value"], low)) if sign == "=" else nan
    found = {name: exact, f"{name}_least": least, f"{name}_most": most}
    return found | {f"{name}_qualifier": sign}
