"""Where the labels of an indicator's figures stand, so that they touch nothing."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from giaoban.charts.canvas import wrapped
from giaoban.charts.rows import rows_of
from giaoban.style import LARGE

# Of a label's letters, in points.
LETTER = 12
# A target's line reaches so far over its years; a label keeps so many points off a line.
OVER, GAP = 0.42, 3
# From a point to its label; from one place along a line to the next, in years.
NEAR, STEP = 9, 0.04


class Target(NamedTuple):
    """A target and the years that it holds for."""

    first: float
    last: float
    value: float


class Lines(NamedTuple):
    """Places, each a year and a value, along the lines of targets and of the figures."""

    targets: np.ndarray
    figures: np.ndarray


def drawn(run: pd.DataFrame, targets: pd.DataFrame | None) -> Lines:
    """Give the places that the labels of a run should leave free."""
    aims = [
        (year, target.value)
        for target in ([] if targets is None else rows_of(targets, Target))
        for year in np.arange(target.first - OVER, target.last + OVER, STEP)
    ]
    years = np.arange(run["year"].min(), run["year"].max() + STEP, STEP)
    line = np.interp(years, run["year"], run["value"])
    return Lines(np.array(aims).reshape(-1, 2), np.column_stack([years, line]))


def side_of(axes: Axes, value: float) -> int:
    """Say on which side of a value there is more room: 1 above, -1 below."""
    low, high = axes.get_ylim()
    return -1 if value > low + (high - low) * 0.4 else 1


def labelled(axes: Axes, run: pd.DataFrame, taken: list[tuple[int, float]]) -> pd.DataFrame:
    """Label every figure where there is room; else the last, the first and the extremes."""
    year = _points_per_unit(axes)[0]
    labels = [wrapped(label, max(6, int(year / LETTER))) for label in run["label"]]
    shown, years, values = run.assign(label=labels), run["year"], run["value"]
    widest = max(len(line) for label in labels for line in label.split("\n"))
    bottom, top = axes.get_ylim()
    kept = []
    for row in [run.index[-1], run.index[0], values.idxmin(), values.idxmax(), *run.index]:
        at = (years[row], values[row])
        if all(
            abs(at[0] - x) * year >= widest * LETTER
            or (abs(at[1] - y) > (top - bottom) * 0.2 and x != at[0])
            for x, y in taken
        ):
            taken.append(at)
            kept.append(row)
    return shown.loc[kept]


def room(axes: Axes, at: tuple[int, float], label: str, side: int, lines: Lines) -> int:
    """Find how many points above its point, or below where negative, a label touches no line.

    Where it would have to go far for that, it keeps off the lines of targets alone.
    """
    for places, reach in ((np.concatenate(lines), NEAR + 21), (lines.targets, 100)):
        for away in (n * way for n in range(NEAR, reach, 3) for way in (side, -side)):
            if _is_free(axes, at, label, away, places):
                return away
    return NEAR * side


def _is_free(axes: Axes, at: tuple[int, float], label: str, away: int, places: np.ndarray) -> bool:
    texts = label.split("\n")
    half, high = max(map(len, texts)) * LETTER / 2, len(texts) * LARGE * 1.25
    across, up = ((places - at) * _points_per_unit(axes)).T
    middle = away + (high / 2 if away > 0 else -high / 2)
    touched = (abs(across) < half) & (abs(up - middle) < high / 2 + GAP)
    return not touched.any()


def _points_per_unit(axes: Axes) -> np.ndarray:
    """Give the points that a year and a unit of value take."""
    ends = axes.transData.transform([(0, 0), (1, 1)])
    return np.asarray((ends[1] - ends[0]) * 72 / axes.figure.dpi)
