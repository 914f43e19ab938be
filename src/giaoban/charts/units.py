"""Many units at once: by their size within the limits of chance, or each by its name."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.board import Board, Label, Spots, measured
from giaoban.charts.canvas import WIDTH, canvas, fitted, footed, label_lines, ticks_width
from giaoban.charts.labels import forms
from giaoban.charts.rows import rows_of
from giaoban.style import COLOURS, LARGE, SMALL

MARKER = 6
LINE = SMALL * 1.3
# In points: what the names of units take at most, what a row of a dot plot takes besides its
# name's further lines, what stands between names, dots and figures.
NAMES, ROW, GAP = 130.0, 23.0, 9.0

# What is left above and below the scale of a funnel, as a part of it: names stand there.
EDGE = 0.16


class Share(NamedTuple):
    """The share of a unit of some size."""

    denominator: float
    share: float
    label: str


class Dot(NamedTuple):
    """The figure of a unit, the ends of its interval, and its target, each where there is one."""

    title: str
    value: float
    low: float
    high: float
    label: str
    target: float


def funnel_chart(
    points: pd.DataFrame, curves: pd.DataFrame, labels: dict[str, str], ticks: Mapping[float, str]
) -> Figure:
    """Draw shares against the size of their units, within the limits of chance.

    Parameters
    ----------
    points : DataFrame
        ``denominator``, ``share`` (percent), ``outside`` (bool) and ``label``, drawn where the
        point lies outside.
    curves : DataFrame
        ``denominator``, ``warning_low``, ``warning_high``, ``alarm_low``, ``alarm_high``, in
        percent, and ``whole``.
    labels : dict of str to str
        ``size``, what is under the axis; ``whole``, ``warning``, ``alarm``, at the lines.
    ticks : mapping of float to str
        What stands at the upright axis, from its one end to the other.
    """
    foot = fitted(labels["size"], WIDTH * 72 - 6, SMALL)
    margins = {"bottom": 0.34 + LINE * (foot.count("\n") + 1) / 72, "left": ticks_width(ticks)}
    named = max(measured(labels[line])[0] for line in ("whole", "warning", "alarm"))
    with canvas(3.3, top=0.1, right=(named + 8) / 72, **margins) as (figure, axes):
        low, high = min(ticks), max(ticks)
        axes.set_ylim(low - (high - low) * EDGE, high + (high - low) * EDGE)
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.8)
        axes.set_axisbelow(True)
        axes.set_xlim(0, curves["denominator"].iloc[-1])
        axes.set_yticks(list(ticks), list(ticks.values()))
        # The two zeros would stand on one another.
        axes.set_xticks([t for t in axes.get_xticks() if 0 < t <= axes.get_xlim()[1]])
        board = Board(axes)
        _draw_curves(board, curves, labels)
        _draw_points(board, points)
        footed(axes, foot, 22, margins["left"] * 72)
    return figure


def _draw_curves(board: Board, curves: pd.DataFrame, labels: dict[str, str]) -> None:
    axes, sizes, whole = board.axes, curves["denominator"], curves["whole"].iloc[0]
    levels = {labels["whole"]: whole}
    for name, dashes in {"warning": (0, (4, 3)), "alarm": "solid"}.items():
        for end in ("low", "high"):
            level = curves[f"{name}_{end}"]
            axes.plot(sizes, level, color=COLOURS["muted"], linewidth=1.2, linestyle=dashes)
            board.line(*zip(sizes, level, strict=True))
        levels[labels[name]] = curves[f"{name}_{'low' if whole > 50 else 'high'}"].iloc[-1]
    axes.axhline(whole, color=COLOURS["first"], linewidth=1.6)
    board.line((0, whole), (sizes.iloc[-1], whole))
    label_lines(axes, levels)


def _draw_points(board: Board, points: pd.DataFrame) -> None:
    """Draw the units, and name those that lie outside, the smallest share first."""
    for outside, marker, colour in ((False, "o", "first"), (True, "D", "second")):
        mine = points[points["outside"] == outside]
        look: dict[str, Any] = {"linestyle": "none", "marker": marker, "markersize": MARKER}
        board.axes.plot(mine["denominator"], mine["share"], color=COLOURS[colour], **look)
    for x, y in zip(points["denominator"], points["share"], strict=True):
        board.mark(x, y, MARKER)
    for point in rows_of(points[points["outside"]].sort_values("share"), Share):
        at = board.at(point.denominator, point.share)
        board.write(Label(forms(point.label, 12), Spots((at, at)), {"color": COLOURS["second"]}))


def dot_chart(rows: pd.DataFrame, ticks: Mapping[float, str], target: str, foot: str) -> Figure:
    """Draw units as dots, each beside its name and its figure, with its interval.

    Parameters
    ----------
    rows : DataFrame
        With the fields of a `Dot`, in the order in which they stand.
    ticks : mapping of float to str
        What stands at the axis, from its one end to the other.
    target : str
        What stands over the line of the target; where units have targets of their own, over the
        first of them.
    foot : str
        What stands under the axis, or nothing.
    """
    dots = list(rows_of(rows, Dot))
    names = [fitted(dot.title, NAMES, SMALL) for dot in dots]
    heights = [ROW + LINE * name.count("\n") for name in names]
    aimed = rows["target"].notna().any()
    foot = fitted(foot, WIDTH * 72 - 6, SMALL) if foot else ""
    margins = {
        "left": (max(measured(name)[0] for name in names) + 2 * GAP) / 72,
        "right": (max(measured(dot.label, LARGE, bold=True)[0] for dot in dots) + GAP + 2) / 72,
        "top": (LINE + 4 if aimed else 4) / 72,
        "bottom": 0.31 + (LINE * (foot.count("\n") + 1) / 72 if foot else 0),
    }
    tall = sum(heights) / 72 + margins["top"] + margins["bottom"]
    with canvas(tall, **margins) as (figure, axes):
        _set_dots(axes, ticks, sum(heights))
        middles = [sum(heights[:n]) + height / 2 for n, height in enumerate(heights)]
        for dot, name, middle in zip(dots, names, middles, strict=True):
            _draw_dot(axes, dot, name, middle)
        if aimed:
            _draw_targets(axes, dots, heights, target)
        if foot:
            footed(axes, foot, 22, margins["left"] * 72)
    return figure


def _set_dots(axes: Axes, ticks: Mapping[float, str], height: float) -> None:
    low, high = min(ticks), max(ticks)
    axes.set_xlim(low - (high - low) * 0.04, high + (high - low) * 0.04)
    axes.set_ylim(height, 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color=COLOURS["rule"], linewidth=0.8)
    axes.set_axisbelow(True)
    # Where not all ticks have room, each other one has.
    wide = axes.get_position().width * WIDTH * 72 / len(ticks)
    every = 1 if max(measured(word)[0] for word in ticks.values()) + 6 < wide else 2
    words = [word if n % every == 0 else "" for n, word in enumerate(ticks.values())]
    axes.set_xticks(list(ticks), words)


def _draw_dot(axes: Axes, dot: Dot, name: str, middle: float) -> None:
    left, right = axes.get_xlim()
    if pd.notna(dot.low):
        axes.plot([dot.low, dot.high], [middle] * 2, color=COLOURS["first"], linewidth=2, alpha=0.5)
    axes.plot([dot.value], [middle], color=COLOURS["first"], marker="o", markersize=MARKER + 1)
    look: dict[str, Any] = {
        "xycoords": "data",
        "textcoords": "offset points",
        "va": "center_baseline",
    }
    bold: dict[str, Any] = {"fontweight": "bold", "fontsize": LARGE}
    axes.annotate(name, (left, middle), (-GAP, 0), ha="right", **look)
    axes.annotate(dot.label, (right, middle), (GAP, 0), ha="left", **look, **bold)


def _draw_targets(axes: Axes, dots: list[Dot], heights: list[float], label: str) -> None:
    """Draw the target over all units that have the same one, named once over the first."""
    colour, first = COLOURS["target"], next(dot.target for dot in dots if pd.notna(dot.target))
    down = 0.0
    for dot, height in zip(dots, heights, strict=True):
        axes.plot([dot.target] * 2, [down, down + height], color=colour, linewidth=2, zorder=1)
        down += height
    low, high = axes.get_xlim()
    place = axes.get_position()
    unit = (high - low) / (place.width * WIDTH * 72)
    half = measured(label)[0] / 2 * unit
    most = high + (1 - place.x1) * WIDTH * 72 * unit - half
    at = min(max(first, low - place.x0 * WIDTH * 72 * unit + half), most)
    axes.annotate(
        label,
        (at, 0),
        (0, 2),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=colour,
    )
