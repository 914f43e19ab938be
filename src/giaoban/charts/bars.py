"""Bars: shares against their targets, a statement against what the figures give."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import canvas, wrapped
from giaoban.charts.rows import rows_of
from giaoban.style import COLOURS, LARGE

# Of a figure's label, in percent of the axis.
LABEL_WIDTH = 22


class Bar(NamedTuple):
    """A share and its target; a qualified share lies between ``least`` and ``most``."""

    title: str
    value: float
    least: float
    most: float
    label: str
    target: float
    target_label: str


def target_chart(rows: pd.DataFrame) -> Figure:
    """Draw shares as bars with their targets as labelled lines.

    Parameters
    ----------
    rows : DataFrame
        With the fields of a `Bar`.
    """
    height = 0.55 + 1.5 * len(rows)
    with canvas(height, left=0.2, right=0.05, top=0.1, bottom=0.45) as (figure, axes):
        axes.set_xlim(0, 132)
        axes.set_ylim(len(rows) - 0.45, -0.6)
        axes.set_xticks([0, 50, 100], ["0", "50", "100%"])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        for place, bar in enumerate(rows_of(rows, Bar)):
            _draw_share(axes, place, bar)
            _draw_target(axes, place, bar)
    return figure


def _draw_share(axes: Axes, place: int, bar: Bar) -> None:
    colour, open_ended = COLOURS["first"], bar.most > bar.least
    axes.barh(place, bar.least if open_ended else bar.value, height=0.26, color=colour)
    if open_ended:
        width = bar.most - bar.least
        axes.barh(place, width, left=bar.least, height=0.26, color=colour, alpha=0.35)
    axes.text(0, place - 0.2, wrapped(bar.title, 46), va="bottom")
    # A target just past the bar would stand in the figure's label.
    near = bar.target if bar.value < bar.target < bar.value + LABEL_WIDTH else 0
    end = max(bar.value, bar.most, near) + 2.5
    axes.text(end, place, bar.label, va="center", fontweight="bold", fontsize=LARGE)


def _draw_target(axes: Axes, place: int, bar: Bar) -> None:
    colour = COLOURS["target"]
    axes.plot([bar.target] * 2, [place - 0.17, place + 0.17], color=colour, lw=4)
    side = "left" if bar.target < LABEL_WIDTH else "center"
    axes.text(bar.target, place + 0.25, bar.target_label, ha=side, va="top", color=colour)


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
    with canvas(2.3, left=0.05, right=0.05, top=0.03, bottom=0.09) as (figure, axes):
        axes.set_xlim(0, max(recomputed, stated, 1e-9) * 1.7)
        axes.set_ylim(1.4, -0.7)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[["left", "bottom"]].set_visible(False)
        bars = zip((recomputed, stated), labels, words, ("first", "second"), strict=True)
        for place, (value, label, word, colour) in enumerate(bars):
            hollow = {"facecolor": "none", "edgecolor": COLOURS[colour], "linewidth": 2}
            solid = {"color": COLOURS[colour]}
            axes.barh(place, value, height=0.26, **(solid if place == 0 else hollow))
            axes.text(0, place - 0.2, word, va="bottom")
            gap = axes.get_xlim()[1] * 0.02
            axes.text(value + gap, place, label, va="center", fontweight="bold", fontsize=LARGE)
    return figure
