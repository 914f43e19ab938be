"""The table that offices attach to their reports: each indicator, its years side by side."""

from collections.abc import Mapping
from math import nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.ahead import latest_known
from giaoban.analysis.cumulative import add_up, covers, figures_by_series, status_of
from giaoban.analysis.series import is_supposed
from giaoban.analysis.targets import PERCENT, asks_for_a_sum, in_percent, percent_of_plan
from giaoban.language import YEAR, Period, parse_period
from giaoban.tables import (
    FORM_COLUMNS,
    adds_up,
    as_types,
    by_column,
    in_ratio,
    office_form,
    records,
)

Row = Mapping[Any, Any]
_FIGURE: Final = ["period", "value", "value_to", "qualifier", "as_published", "obs_status", "row"]
_CUMULATIVE: Final = ["period", "value", "qualifier", "least", "most", "obs_status", "rows"]
_PLAN: Final = [
    "target",
    "target_to",
    "target_qualifier",
    "target_period",
    "target_kind",
    "target_set_by",
    "target_derivation",
    "target_row",
]
OFFICE_COLUMNS: Final = [
    *FORM_COLUMNS,
    *_FIGURE,
    *(f"same_{name}" for name in _FIGURE),
    *_PLAN,
    *(f"sum_{name}" for name in _CUMULATIVE),
    *(f"ahead_{name}" for name in _FIGURE),
    *PERCENT,
    "of_same",
    "of_same_least",
    "of_same_most",
    "reason",
    "other_plans",
    "remarks",
]


def office_table(
    latest: pd.DataFrame,
    compared: pd.DataFrame,
    verdicts: pd.DataFrame,
    expected: pd.DataFrame,
    indicators: pd.DataFrame,
    period: str,
    units: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Set the latest figure of each indicator beside its plan, its last year and its sum so far.

    Parameters
    ----------
    latest : DataFrame
        From `giaoban.analysis.latest_figures`.
    compared : DataFrame
        Published figures of one unit, from `giaoban.analysis.compare`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    expected : DataFrame
        From `giaoban.analysis.expected`.
    indicators : DataFrame
        ``unit_measure``, ``unit_vi``, ``additive``, ``better``, ``part_of`` and ``under``, in the
        order in which they are listed; headings of the form among them.
    period : str
        The programme's, from whose first day counts are added up.
    units : DataFrame
        ``valid_from`` and ``valid_to``, for what an estimate is compared with.

    Returns
    -------
    DataFrame
        A row for each indicator and heading, with its place from `office_form`. Of the latest
        figure, or of an estimate of a part of a year that is later, ``period``, ``value``
        (missing where it is a total over several years), ``value_to``
        (of a range), ``qualifier``, ``as_published``, ``obs_status`` and ``row``; of the same
        months one year before the same as ``same_…``; the target that it falls under. Of counts
        ``sum_value`` and so on, the sum so far, and its ``sum_rows``. ``ahead_value`` and so on,
        what the source itself expects of the first whole year that ends after the latest figure.
        ``of_plan`` and so on, from `percent_of_plan`. ``of_same``, ``of_same_least`` and
        ``of_same_most``: of counts and amounts in percent of the figure of the same period, of
        others the difference in the indicator's own measure; missing where the two may not be
        compared, for a ``reason``. ``other_plans``: ``target_row`` of the other targets of the same
        period. ``remarks``: ``total_over_years``, ``ratio_of_shares``, ``less_is_better``,
        ``definition_differs``, ``parts_differ`` (of the sum), ``additive_unsaid`` (nor is it known
        whether there is one), ``zero_before``.
    """
    there = pd.DataFrame(columns=["unit", "valid_from", "valid_to"]) if units is None else units
    frames = latest, compared, verdicts, expected
    latest, compared = latest_known(*frames, indicators, there)
    plans = percent_of_plan(latest, verdicts, indicators)
    about = by_column(indicators, "indicator")
    told = by_column(latest.reset_index(names="row"), "indicator")
    span, goals = parse_period(period), verdicts.set_index("target_row")
    rows = []
    for place in records(office_form(indicators)):
        row: dict[Any, Any] = {**place, "other_plans": (), "remarks": (), "sum_rows": ()}
        indicator = row["indicator"]
        figure = told.get(indicator)
        row |= _ahead(expected[expected["indicator"] == indicator], figure)
        if figure is not None:
            ours = plans[plans["figure_row"] == figure["row"]]
            own = compared[compared["indicator"] == indicator]
            row |= _beside(figure, own, about[indicator], ours, goals, span)
        rows.append(row)
    names = ["period", "same_period", "sum_period", "ahead_period", "reason", "of_plan_why"]
    texts = dict.fromkeys(names, "str")
    return as_types(pd.DataFrame(rows, columns=OFFICE_COLUMNS), texts)


def _beside(
    figure: Row,
    own: pd.DataFrame,
    about: Row,
    plans: pd.DataFrame,
    goals: pd.DataFrame,
    span: Period,
) -> dict[str, Any]:
    """Set a figure beside its plan, the same months of the year before, and its sum."""
    here = parse_period(figure["period"])
    row: dict[str, Any] = {name: figure[name] for name in (*_FIGURE, *_PLAN)}
    several = here.months is not None and here.months > YEAR
    if several:
        last = str(here.in_years()[-1]) if here.years else None
        row |= dict.fromkeys(_FIGURE) | {"period": last, "value": nan, "row": nan}
        row["same_period"] = _year_before(last) if last else None
    else:
        row |= _same_period(figure, own, about)
    goal: Any = goals.loc[figure["target_row"]] if pd.notna(figure["target_row"]) else None
    if goal is not None:
        chosen = plans["target_row"] == figure["target_row"]
        row |= plans[chosen].iloc[0][PERCENT].to_dict()
        row["other_plans"] = tuple(plans.loc[~chosen, "target_row"])
    if adds_up(about) and pd.notna(figure["value"]):
        summed = goal if goal is not None and asks_for_a_sum(goal, about) else None
        said = pd.notna(about.get("additive"))
        row |= _sum_so_far(figure, own, summed, here, span, several, said)
    percent = pd.notna(row.get("of_plan_least"))
    remarks = {
        "total_over_years": several,
        "ratio_of_shares": percent and about["unit_measure"] == "percent",
        "less_is_better": percent and about["better"] == "down",
        "definition_differs": row.get("of_plan_why") == "definition_differs",
        "parts_differ": row.pop("parts_differ", False),
        "additive_unsaid": row.pop("additive_unsaid", False),
        "zero_before": row.pop("zero_before", False),
    }
    return row | {"remarks": tuple(code for code, holds in remarks.items() if holds)}


def _same_period(figure: Row, own: pd.DataFrame, about: Row) -> dict[str, Any]:
    """Give the figure of the same months one year before, and how the figure stands to it."""
    before = _year_before(figure["period"])
    found = own[own["period"] == before]
    if found.empty:
        return {"same_period": before}
    earlier = found.reset_index(names="row").iloc[0]
    row = {f"same_{name}": earlier[name] for name in _FIGURE}
    if figure["previous_row"] != earlier["row"]:
        return row
    if not figure["comparable"]:
        return row | {"reason": figure["reason"]}
    if in_ratio(about):
        if earlier["value"] == 0 or earlier["least"] < 0:
            return row | {"zero_before": True}
        both = in_percent("of_same", figure, earlier["least"], earlier["most"])
        return row | {name: both[name] for name in ("of_same", "of_same_least", "of_same_most")}
    ends = {f"of_same_{end}": figure[f"change_{end}"] for end in ("least", "most")}
    return row | {"of_same": figure["change"], **ends}


def _ahead(expected: pd.DataFrame, figure: Row | None) -> dict[str, Any]:
    """Give what the source expects of the first whole year that ends after the latest figure."""
    years = expected[expected["years"].eq(1) & ~is_supposed(expected)]
    if figure is not None and pd.notna(figure["value"]):
        years = years[years["end"] > figure["end"]]
    if years.empty:
        return {}
    first = years.reset_index(names="row").sort_values("end", kind="stable").iloc[0]
    return {f"ahead_{name}": first[name] for name in _FIGURE}


def _year_before(period: str) -> str:
    """Name the same stretch of time one year before."""
    return str(parse_period(period).year_before())


def _sum_so_far(
    figure: Row,
    own: pd.DataFrame,
    goal: Row | None,
    here: Period,
    span: Period,
    several: bool,
    said: bool,
) -> dict[str, Any]:
    """Add a count up: over its plan's time, else since the programme's first day.

    Where nobody has said that it adds up, it may be of people who are the same every year.
    """
    if goal is not None:
        if pd.isna(goal["share_covered"]):  # Of an estimate alone there is no more than that.
            return {"sum_period": figure["period"]} if figure["obs_status"] == "E" else {}
        return {f"sum_{name}": goal[name] for name in _CUMULATIVE}
    if several:
        ours = {**figure, "rows": (figure["row"],)}
        return {f"sum_{name}": ours[name] for name in _CUMULATIVE}
    if here.end < span.start:
        return {}
    since = Period(span.start, here.end)
    if not said and since != here:
        return {"additive_unsaid": True}
    inside = [f for figures in figures_by_series(own).values() for f in figures]
    inside = [f for f in inside if since.contains(f.period)]
    added = add_up(inside, since)
    if added is None:
        return {"parts_differ": bool(inside)}
    if not covers(added.parts, since):
        return {"sum_period": str(since)}
    ends = {"sum_least": added.range.low, "sum_most": added.range.high}
    told = {"sum_period": str(since), "sum_value": added.value, "sum_qualifier": added.qualifier}
    told |= {"sum_obs_status": status_of(added)}
    return told | ends | {"sum_rows": tuple(part.row for part in added.parts)}
