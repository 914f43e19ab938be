"""A run of comparable figures on a chart over the years: its line, its markers, its ranges."""

from typing import Any

import pandas as pd

from giaoban.charts.board import Board
from giaoban.charts.canvas import gapped
from giaoban.style import COLOURS

MARKERS = {"o": "●", "s": "■", "^": "▲", "D": "◆"}
MARKER = 7
# How wide a figure is drawn that is a range, in years.
BAR = 0.14


def draw_run(board: Board, run: pd.DataFrame, place: int) -> None:
    """Draw the figures that may be compared with one another.

    Parameters
    ----------
    board : Board
        Where they are drawn, and what stands there already.
    run : DataFrame
        Of the points of `giaoban.charts.trend_chart`.
    place : int
        How many runs come before it: the next has another marker and colour.
    """
    colour, marker, axes = colour_of(place), list(MARKERS)[place % len(MARKERS)], board.axes
    none = pd.Series(False, index=run.index)
    supposed, ranged = (run.get(name, none) for name in ("supposed", "ranged"))
    look: dict[str, Any] = {"color": colour, "marker": marker, "markersize": MARKER}
    if (plain := ~(supposed | ranged)).any():
        values = gapped(run[plain])
        axes.plot(values.index, values, linewidth=2.2, zorder=2, **look)
    for row in run.index[supposed & ~ranged]:
        ends = run[~ranged].loc[:row].tail(2)
        axes.plot(ends["year"], ends["value"], color=colour, linewidth=1.6, linestyle=(0, (3, 2)))
        axes.plot([run["year"][row]], [run["value"][row]], mfc=COLOURS["paper"], **look)
    hollow: dict[str, Any] = {
        "facecolor": COLOURS["paper"],
        "edgecolor": colour,
        "linewidth": 1.6,
        "zorder": 3,
    }
    tall = (run["most"] - run["least"])[ranged]
    axes.bar(run["year"][ranged], tall, BAR, run["least"][ranged], **hollow)
    wide = run[run["most"] > run["least"]]
    open_ = wide[~ranged[wide.index]]
    axes.vlines(open_["year"], open_["least"], open_["most"], color=colour, linewidth=7, alpha=0.35)
    for row in wide.index:
        board.line((run["year"][row], run["least"][row]), (run["year"][row], run["most"][row]))
    board.line(*zip(run["year"], run["value"], strict=True))
    for year, value in zip(run["year"], run["value"], strict=True):
        board.mark(year, value, MARKER)


def colour_of(place: int) -> str:
    """Give the colour of a run by how many come before it."""
    return COLOURS[("first", "second")[place % 2]]
