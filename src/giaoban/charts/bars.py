"""Bars: numbers against their targets, a statement against what the figures give."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.board import measured
from giaoban.charts.canvas import WIDTH, canvas, fitted
from giaoban.charts.rows import rows_of
from giaoban.style import COLOURS, LARGE, SMALL

# In points: what a line of words takes, a bar, and what is kept free under a row; in a broad chart
# what the names take.
LINE, BAR, UNDER = SMALL * 1.25, 11.0, 3.0
NAMES = 250.0
# From a bar to its figure, and from the figure to the target's words.
GAP = 5.0
# The longest bar has this much of the chart at least: words that leave it less stand in two lines.
LEAST = 0.28
# Of two numbers alone the greater one has this much, where there is room for its words.
LONGEST = 0.6


class Bar(NamedTuple):
    """A number and its target, on the scale of the chart; either may be missing.

    A qualified number lies between ``least`` and ``most``. One that has ``missed`` its target has
    another colour; its words say so too.
    """

    title: str
    value: float
    least: float
    most: float
    label: str
    target: float
    target_label: str
    missed: bool

    @property
    def end(self) -> float:
        """Where its words may begin: beyond what is drawn."""
        return float(np.nanmax([0.0, self.value, self.most, self.target]))

    def words(self, broken: bool) -> tuple[float, float]:
        """Give what its figure takes in width, and the figure with its target's words."""
        figure, target = measured(self.label, LARGE, bold=True)[0], measured(self.target_label)[0]
        return figure, max(figure, target) if broken else figure + 2 * GAP + target


class Row(NamedTuple):
    """A bar in its place: how far down it begins, and how its words stand."""

    bar: Bar
    name: str
    down: float
    height: float
    middle: float
    broken: bool


def target_chart(rows: pd.DataFrame, broad: bool = False) -> Figure:
    """Draw numbers as bars from 0, each with its name in full, its target as a labelled line.

    Parameters
    ----------
    rows : DataFrame
        With the fields of a `Bar`, all in percent of one thing: of a whole, or of the target.
    broad : bool
        Draw twice as wide, the names beside the bars: a page that has the room shows more rows.
    """
    width = 2 * WIDTH if broad else WIDTH
    left = NAMES / 72 + 0.2 if broad else 0.06
    placed = _placed(list(rows_of(rows, Bar)), (width - left - 0.06) * 72, broad)
    high = placed[-1].down + placed[-1].height
    with canvas(high / 72 + 0.37, width, left=left, right=0.06, top=0.07, bottom=0.3) as (
        figure,
        axes,
    ):
        _set_scale(axes, placed, high)
        for row in placed:
            look: dict[str, Any] = {"va": "top", "textcoords": "offset points"}
            look |= {"ha": "right"} if broad else {}
            axes.annotate(row.name, (0, row.down), (-10 if broad else 0, 0), **look)
            _draw(axes, row)
    return figure


def _placed(bars: list[Bar], room: float, broad: bool) -> list[Row]:
    """Put the rows one under the other."""
    placed, down = [], 0.0
    for bar in bars:
        name = fitted(bar.title, NAMES if broad else WIDTH * 72 - 8, SMALL)
        above = 0 if broad else LINE * (name.count("\n") + 1) + 2
        broken = bar.words(broken=False)[1] > room * (1 - LEAST)
        under = BAR + 3 + LINE * broken
        height = max(LINE * (name.count("\n") + 1), under) if broad else above + under
        placed.append(Row(bar, name, down, height + UNDER, down + above + BAR / 2 + 1, broken))
        down += height + UNDER
    return placed


def _set_scale(axes: Axes, placed: list[Row], height: float) -> None:
    """Set the one scale of all bars; behind each is room for its words."""
    axes.set_ylim(height, 0)
    room = _wide(axes)
    ends = [row.bar.end * room / (room - row.bar.words(row.broken)[1] - 3 * GAP) for row in placed]
    axes.set_xlim(0, max(103.0, *ends))
    step = 50 if max(row.bar.end for row in placed) < 200 else 100
    ticks = range(0, max(100, int(max(row.bar.end for row in placed))) + 1, step)
    axes.set_xticks(ticks, [f"{tick}%" if tick >= 100 else str(tick) for tick in ticks])
    axes.get_xticklabels()[0].set_horizontalalignment("left")
    axes.set_yticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.grid(axis="x", color=COLOURS["rule"], linewidth=0.8)
    axes.set_axisbelow(True)


def _wide(axes: Axes) -> float:
    """Give the width of the axes in points."""
    return float(axes.bbox.width * 72 / axes.figure.dpi)


def _draw(axes: Axes, row: Row) -> None:
    """Draw a bar with its target across it, and behind both the figure and the target's words."""
    bar, colour = row.bar, COLOURS["second" if row.bar.missed else "first"]
    least = max(bar.least, 0.0)  # A balance of which only an upper end is known has none.
    open_ended = bar.most > least
    axes.barh(row.middle, least if open_ended else bar.value, height=BAR, color=colour)
    if open_ended:
        width = bar.most - least
        axes.barh(row.middle, width, left=least, height=BAR, color=colour, alpha=0.35)
    if pd.notna(bar.target):
        reach = BAR / 2 + 2
        across = [row.middle - reach, row.middle + reach]
        axes.plot([bar.target] * 2, across, color=COLOURS["target"], linewidth=3)
    ground: dict[str, Any] = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 0.5}
    look: dict[str, Any] = {"va": "center", "bbox": ground}
    unit = axes.get_xlim()[1] / _wide(axes)
    start, figure = bar.end + GAP * unit, bar.words(row.broken)[0]
    axes.text(start, row.middle, bar.label, fontweight="bold", fontsize=LARGE, **look)
    beside = (start + (figure + 2 * GAP) * unit, row.middle)
    at = (start, row.middle + LINE) if row.broken else beside
    axes.text(*at, bar.target_label, color=COLOURS["target"], **look)


def claim_chart(
    recomputed: float, stated: float, labels: tuple[str, str], words: tuple[str, str]
) -> Figure:
    """Draw what the figures give beside what was stated, on one axis from 0.

    Parameters
    ----------
    recomputed, stated : float
        In the same measure.
    labels : tuple of str
        The two numbers, in words.
    words : tuple of str
        What the two are.
    """
    with canvas(1.75, left=0.05, right=0.05, top=0.02, bottom=0.02) as (figure, axes):
        room = (WIDTH - 0.1) * 72 - GAP
        told = [fitted(label, room * (1 - LEAST), LARGE, bold=True) for label in labels]
        widest = max(measured(label, LARGE, bold=True)[0] for label in told)
        points = min(room - widest, room * LONGEST) / max(recomputed, stated, 1e-9)
        axes.set_xlim(0, (room + GAP) / points)
        axes.set_ylim(1.4, -0.7)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[["left", "bottom"]].set_visible(False)
        bars = zip((recomputed, stated), told, words, ("first", "second"), strict=True)
        for place, (value, label, word, colour) in enumerate(bars):
            hollow = {"facecolor": "none", "edgecolor": COLOURS[colour], "linewidth": 2}
            solid = {"color": COLOURS[colour]}
            axes.barh(place, value, height=0.26, **(solid if place == 0 else hollow))
            axes.text(0, place - 0.2, word, va="bottom")
            beside = value + GAP / points
            axes.text(beside, place, label, va="center", fontweight="bold", fontsize=LARGE)
    return figure
