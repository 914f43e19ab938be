"""Whether the targets of the last year can be judged at all, and why not."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from giaoban.analysis.targets.progress import DAYS_OF_A_YEAR, farthest
from giaoban.analysis.trends import POINTS_FOR_SLOPE
from giaoban.language import parse_period
from giaoban.tables import as_types, by_column, records

OUTLOOK_COLUMNS: Final = ["indicator", "target_period", "verdict", "why", "target_row"]
_SETTLED: Final = ("exceeded", "met", "not_met")
# The first of these is the worst.
_WORST: Final = (
    "not_met",
    "moving_away",
    "behind",
    "nearly_on_track",
    "on_track",
    "met",
    "exceeded",
)


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
        For each indicator with a target of a year or more that ends in that one, and is not both
        due and settled (what is over is on no track any more): ``indicator``,
        ``target_period`` and ``target_row`` (of those that can be judged the one with the worst
        verdict); ``verdict``: the status, where it is settled, or the verdict on the pace;
        missing where neither can be said of any, and ``why``: ``target_not_published``,
        ``no_direction``, ``figure_not_published``, ``definition_differs``, ``range``,
        ``parts_missing`` (of a sum) or ``too_few_figures``.
    """
    spans = [parse_period(text) for text in verdicts["target_period"]]
    last = [span.end.year == last_year and span.days >= DAYS_OF_A_YEAR for span in spans]
    stands = verdicts["due"] & verdicts["status"].isin(_SETTLED)
    ours = verdicts[pd.Series(last, index=verdicts.index, dtype=bool) & ~stands]
    ahead = paces[paces["target_row"].isin(ours["target_row"])]
    paced = by_column(ahead, "target_row")
    asked = farthest(ahead)["target_row"]
    rows = []
    for _, targets in ours.groupby("indicator", sort=False):
        # Where none can be judged, why not is told of the one that is asked for most.
        targets = targets.assign(last=targets["target_row"].isin(asked)).sort_values(
            "last", kind="stable"
        )
        told = [_judged(one, paced.get(one["target_row"], {})) for one in records(targets)]
        judged = [one for one in told if "verdict" in one]
        rows.append(min(judged, key=_rank) if judged else told[-1])
    table = pd.DataFrame(rows, columns=OUTLOOK_COLUMNS)
    return as_types(table, {"verdict": "str", "why": "str"})


def _rank(said: Mapping[str, Any]) -> int:
    return _WORST.index(said["verdict"])


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
    if pd.notna(target["share_covered"]) and target["gaps"]:
        return "parts_missing"
    if target["qualifier"] != "=":
        return "range"
    return "too_few_figures" if pace["points"] < POINTS_FOR_SLOPE else "range"
