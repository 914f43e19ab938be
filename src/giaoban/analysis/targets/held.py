"""Figures, each with the targets that it is held against."""

from typing import Any, Final

import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS
from giaoban.analysis.targets.judged import MARGINS, SAID
from giaoban.analysis.targets.verdicts import REACHED, STATUSES
from giaoban.language import Period, parse_period

# What stands of a target beside a figure.
AGAINST_TARGET: Final = [*list(SAID.values())[2:], "target_row", "status", "why", *MARGINS]
JUDGED_COLUMNS: Final = [*COMPARED_COLUMNS, *AGAINST_TARGET]


def with_targets(compared: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """Set each figure beside the target that it falls under.

    Of the targets of its unit whose period holds the figure's, those of the shortest period
    count, and of these the one with the worst verdict, as `STATUSES` has them.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.
    verdicts : DataFrame
        From `judge_targets`.

    Returns
    -------
    DataFrame
        The figures with `AGAINST_TARGET`; ``status`` is ``no_target`` where there is none.
    """
    rows, places = _pairs(compared, verdicts)
    worst = dict(zip(reversed(rows), reversed(places), strict=True))
    found = verdicts[AGAINST_TARGET].iloc[list(worst.values())].set_axis(list(worst))
    found = found.reindex(compared.index)
    found["status"] = found["status"].fillna("no_target")
    return compared.join(found)


def under(figures: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """Pair figures with the targets whose periods hold theirs, of the shortest such period.

    Returns
    -------
    DataFrame
        ``figure_row``, ``period_figure`` and the columns of ``verdicts``, of each figure the worst
        verdict first.
    """
    rows, places = _pairs(figures, verdicts)
    found = verdicts.iloc[places].reset_index(drop=True)
    found.insert(0, "figure_row", pd.Series(rows, dtype=figures.index.dtype))
    found.insert(1, "period_figure", figures["period"].loc[rows].array)
    return found


def _pairs(figures: pd.DataFrame, verdicts: pd.DataFrame) -> tuple[list[Any], list[int]]:
    """Give the labels of figures and, beside each, the place of a target among the verdicts."""
    goals: dict[Any, list[tuple[Period, int, int, int]]] = {}
    asked = verdicts[["unit", "indicator", "target_period", "status", "target_row"]]
    for place, (unit, name, period, status, number) in enumerate(asked.itertuples(index=False)):
        goal = parse_period(period), STATUSES.index(status), number, place
        goals.setdefault((unit, name), []).append(goal)
    rows, places = [], []
    ours = figures[["unit", "indicator", "period"]].sort_index()
    for row, unit, name, period in ours.itertuples():
        inside = parse_period(period)
        holding = [goal for goal in goals.get((unit, name), []) if goal[0].contains(inside)]
        shortest = min((goal[0].days for goal in holding), default=0)
        held = sorted(goal[1:] for goal in holding if goal[0].days == shortest)
        rows += [row] * len(held)
        places += [place for *_, place in held]
    return rows, places


def worst_target(
    indicator: str, verdicts: pd.DataFrame, compared: pd.DataFrame
) -> pd.Series | None:
    """Choose of an indicator's targets that are settled, or due and open, the worst.

    One whose time ended before the last year with a figure is past, and left out.
    """
    ours = verdicts[verdicts["indicator"].eq(indicator) & verdicts["status"].ne("not_yet")]
    ours = ours[ours["status"].isin([*REACHED, "not_met"]) | ours["due"].astype(bool)]
    if ours.empty:
        return None
    yearly = compared[compared["indicator"].eq(indicator) & compared["years"].eq(1)]
    ends = pd.to_datetime([parse_period(period).end for period in ours["target_period"]])
    ours = ours.assign(end=ends, best=ours["status"].map(STATUSES.index))
    if len(yearly):
        ours = ours[ours["end"] >= yearly["end"].max().normalize()]
    ours = ours.sort_values(["best", "end"], ascending=[False, True])
    return ours.iloc[-1] if len(ours) else None
