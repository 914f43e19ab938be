"""Whether the targets of the last year can be judged at all, and why not."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from giaoban.analysis.targets.progress import DAYS_OF_A_YEAR, farthest
from giaoban.analysis.trends import POINTS_FOR_SLOPE
from giaoban.language import parse_period

OUTLOOK_COLUMNS: Final = ["indicator", "target_period", "verdict", "why", "target_row"]
_SETTLED: Final = ("exceeded", "met", "not_met")


def outlook(verdicts: pd.DataFrame, paces: pd.DataFrame, last_year: int) -> pd.DataFrame:
    """Say of each indicator with a target for the last year whether it is on track.

    Parameters
    ----------
    verdicts : DataFrame
        Targets of one unit, from `giaoban.analysis.judge_targets`.
    paces : DataFrame
        From `giaoban.analysis.paces`.
    last_year : int
        The programme's last year.

    Returns
    -------
    DataFrame
        For each indicator with a target of a year or more that ends in that one: ``indicator``,
        ``target_period`` and ``target_row`` (the one with the worst pace); ``verdict``: the
        status, where it is settled, or the verdict on the pace; missing where neither can be
        said, and ``why``: ``target_not_published``, ``no_direction``, ``figure_not_published``,
        ``definition_differs``, ``range``, ``parts_missing`` (of a sum) or ``too_few_figures``.
    """
    spans = [parse_period(text) for text in verdicts["target_period"]]
    last = [span.end.year == last_year and span.days >= DAYS_OF_A_YEAR for span in spans]
    ours = verdicts[pd.Series(last, index=verdicts.index, dtype=bool)]
    told = farthest(paces[paces["target_row"].isin(ours["target_row"])]).set_index("indicator")
    rows = []
    for indicator, targets in ours.groupby("indicator", sort=False):
        pace = told.loc[indicator].to_dict() if indicator in told.index else {}
        of_pace = targets[targets["target_row"].isin([pace.get("target_row")])]
        target = of_pace if len(of_pace) else targets
        rows.append(_judged(target.iloc[-1].to_dict(), pace))
    return pd.DataFrame(rows, columns=OUTLOOK_COLUMNS).astype({"verdict": "str", "why": "str"})


def _judged(target: Mapping[Any, Any], pace: Mapping[Any, Any]) -> dict[str, Any]:
    said = {name: target[name] for name in ("indicator", "target_period", "target_row")}
    if target["status"] in _SETTLED:
        return said | {"verdict": target["status"]}
    if pace and pace["verdict"] != "too_few_points":
        return said | {"verdict": pace["verdict"]}
    return said | {"why": _why(target, pace)}


def _why(target: Mapping[Any, Any], pace: Mapping[Any, Any]) -> str:
    """Name the first thing that is missing for a verdict."""
    if pd.isna(target["target"]):
        return "target_not_published"
    if not pace:
        return target["why"] if isinstance(target["why"], str) else "no_direction"
    if pd.isna(target["value"]):
        return "figure_not_published"
    meant, counted = target["target_definition"], target["definition"]
    if isinstance(meant, str) and meant != counted:
        return "definition_differs"
    if target["qualifier"] != "=":
        return "range"
    if pd.notna(target["share_covered"]):
        return "parts_missing"
    return "too_few_figures" if pace["points"] < POINTS_FOR_SLOPE else "range"
