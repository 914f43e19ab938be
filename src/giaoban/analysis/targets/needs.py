"""What the years that are left still have to bring, in whole things where counts are known."""

from bisect import bisect_left
from collections.abc import Mapping
from math import ceil, floor, nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.counts import counted_shares
from giaoban.analysis.targets.judged import goal_of
from giaoban.analysis.targets.verdicts import Goal
from giaoban.language import YEAR, difference, parse_period, percentage
from giaoban.statistics import Demand, Range, reached
from giaoban.tables import by_column, by_label, records

NEED_COLUMNS: Final = [
    "indicator",
    "target_period",
    "target",
    "target_set_by",
    "basis",
    "period",
    "now",
    "whole",
    "count",
    "more",
    "years",
    "more_per_year",
    "target_row",
]


def needs(
    compared: pd.DataFrame,
    verdicts: pd.DataFrame,
    paces: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Say how many more, or fewer, each target that is not due yet asks for.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    verdicts, paces : DataFrame
        From `giaoban.analysis.judge_targets` and `giaoban.analysis.paces`.
    targets, indicators : DataFrame
        What was put to these.

    Returns
    -------
    DataFrame
        ``indicator``, ``target_period``, ``target``, ``target_set_by``, ``target_row``;
        ``basis``: ``share`` (a share with counts; that the whole stays as it is, is assumed),
        ``sum`` (what adds up over the target's period) or ``level`` (any other count);
        ``period`` of what is known now; ``now``, the count, or the sum so far; ``whole``, what
        a share is of; ``count``, the least (where less is better the most) that reaches the target
        by `giaoban.statistics.reached`; ``more``, that less ``now``, negative where less is asked
        for or more is there than is needed; ``years`` left, and
        ``more_per_year`` over them, where one is left at least.
        Targets that nothing of the kind can be said of have no row.
    """
    about = by_column(indicators, "indicator")
    told = by_label(targets)
    judged = by_column(verdicts, "target_row")
    counts = counted_shares(compared, indicators)
    counted = records(counts[counts["verdict"].ne("disagrees")])
    shares = {(figure["indicator"], figure["period"]): figure for figure in counted}
    figures = compared.set_index(["indicator", "period"])["value"].to_dict()
    rows = []
    for pace in records(paces[paces["target_row"].isin(list(judged))]):
        number = pace["target_row"]
        goal = goal_of(told[number], about[pace["indicator"]])
        latest = (pace["indicator"], pace["last_period"])
        share = shares.get(latest)
        kind = about[pace["indicator"]]["unit_measure"]
        sum_so_far = pd.notna(judged[number]["share_covered"])
        now = judged[number]["value"] if sum_so_far else figures.get(latest)
        found = _share(goal, share) if share else _number(goal, pace, now, sum_so_far, kind)
        if found:
            rows.append(pace | _in_time(goal, pace["last_period"], found, kind))
    return pd.DataFrame(rows, columns=NEED_COLUMNS)


def _share(goal: Goal, share: Mapping[Any, Any]) -> dict[str, Any]:
    """Take the target of the whole that there is now."""
    whole = int(share["denominator"])
    count = least_count(goal.asked, whole)
    if count is None:
        return {}
    return {"basis": "share", "now": share["numerator"], "whole": whole, "count": count}


def least_count(asked: Demand, whole: int) -> int | None:
    """Give the least count of a whole whose share reaches a target; of a ceiling the largest.

    Returns
    -------
    int or None
        None where not even all of it does, or nothing of it.
    """

    def reaches(count: int) -> bool:
        share = percentage(count, whole)
        return reached(Range(share, share), asked) is True

    numbers = range(whole + 1)
    if asked.way == "up":
        least = bisect_left(numbers, True, key=reaches)
        return least if least <= whole else None
    most = bisect_left(numbers, True, key=lambda count: not reaches(count)) - 1
    return most if most >= 0 else None


def _number(
    goal: Goal, pace: Mapping[Any, Any], now: float | None, sum_so_far: bool, kind: str
) -> dict[str, Any]:
    """Take what a sum still lacks, or a count against the one before; both have to be exact."""
    if pd.isna(pace["needed"]) or not (kind == "count" or (kind == "number" and sum_so_far)):
        return {}
    count = _whole(goal.asked) if kind == "count" else pace["asked"]
    basis = "sum" if sum_so_far else "level"
    return {"basis": basis, "now": now, "whole": nan, "count": count}


def _whole(asked: Demand) -> int:
    """Give the least whole number that reaches a target; of a ceiling the largest."""
    up = asked.way == "up"
    number = ceil(asked.hardest) if up else floor(asked.hardest)
    there = reached(Range(number, number), asked) is True
    return number if there else number + (1 if up else -1)


def _in_time(goal: Goal, last: str, found: dict[str, Any], kind: str) -> dict[str, Any]:
    end, until = goal.span.end, parse_period(last).end
    years = (YEAR * (end.year - until.year) + end.month - until.month) / YEAR
    more = difference(found["count"], found["now"])
    rate = more / years if years >= 1 else nan
    if kind == "count" and years >= 1:
        rate = ceil(rate) if goal.asked.way == "up" else floor(rate)
    return found | {"period": last, "more": more, "years": years, "more_per_year": rate}
