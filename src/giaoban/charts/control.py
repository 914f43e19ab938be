"""XmR charts: a long series with its mean and limits."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.board import Board, Label, Spots
from giaoban.charts.canvas import canvas, fitted, label_lines
from giaoban.style import COLOURS, SMALL

MARKER = 5.5
# The height in inches, and what is kept free over and under the points, as a part of their scale:
# the next where the figures find no place.
ROOMS = ((2.7, 0.2), (3.1, 0.3), (3.6, 0.4))


def control_chart(points: pd.DataFrame, labels: dict[str, str]) -> Figure:
    """Draw a long series with its mean and limits; points with a signal stand out by shape.

    Labelled are the first and the last figure, the highest, the lowest, and all outside the
    limits.

    Parameters
    ----------
    points : DataFrame
        In the order of time: ``value``, ``mean``, ``lower``, ``upper``, ``signal`` (bool),
        ``outside`` (bool), ``label``, the figure in words, and ``tick``, a word under the axis or
        nothing.
    labels : dict of str to str
        What stands at the lines ``mean``, ``lower`` and ``upper``.
    """
    for room in ROOMS:
        figure, all_told = _drawn(points.reset_index(drop=True), labels, *room)
        if all_told:
            break
    return figure


def _drawn(
    points: pd.DataFrame, labels: dict[str, str], height: float, room: float
) -> tuple[Figure, bool]:
    """Draw a chart in some room; say whether all its figures found their place."""
    with canvas(height, left=0.22, right=1.3, top=0.12, bottom=0.3) as (figure, axes):
        axes.plot(points.index, points["value"], color=COLOURS["first"], linewidth=1.4, zorder=2)
        for signal, marker, colour in ((False, "o", "first"), (True, "D", "second")):
            mine = points[points["signal"] == signal]
            look: dict[str, Any] = {
                "marker": marker,
                "markersize": MARKER,
                "color": COLOURS[colour],
            }
            axes.plot(mine.index, mine["value"], linestyle="none", zorder=3, **look)
        levels = {}
        for line, label in labels.items():
            level = float(points[line].iloc[0])
            dashes = "solid" if line == "mean" else (0, (4, 3))
            axes.axhline(level, color=COLOURS["muted"], linewidth=1.2, linestyle=dashes, zorder=1)
            levels[fitted(label, 86, SMALL)] = level
        named = points[points["tick"] != ""]
        axes.set_xticks(list(named.index), list(named["tick"]))
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.margins(x=0.06, y=room)
        label_lines(axes, levels)
        return figure, _write_figures(axes, points, list(levels.values()))


def _write_figures(axes: Axes, points: pd.DataFrame, levels: list[float]) -> bool:
    """Write the figures of the points that are told, where nothing else stands."""
    board, ends = Board(axes), axes.get_xlim()
    board.line(*zip(points.index, points["value"], strict=True))
    for level in levels:
        board.line((ends[0], level), (ends[1], level))
    for place, value in points["value"].items():
        board.mark(int(str(place)), value, MARKER)
    values = points["value"]
    told = {0, len(points) - 1, int(values.argmax()), int(values.argmin())}
    told |= set(points.index[points["outside"]])
    return board.write_all([_label(board, points, place) for place in sorted(told)])


def _label(board: Board, points: pd.DataFrame, place: int) -> Label:
    """Label a figure on the side that its neighbours leave open."""
    value, beside = float(points["value"][place]), points["value"].reindex([place - 1, place + 1])
    at, side = board.at(place, value), 1 if value >= beside.mean() else -1
    colour = COLOURS["second" if points["signal"][place] else "first"]
    return Label([str(points["label"][place])], Spots((at, at), side), {"color": colour})
