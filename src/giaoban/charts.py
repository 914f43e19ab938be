"""Draw tidy frames as figures; every word on them is handed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.style import COLOURS, RC

WIDTH = 4.8


@contextmanager
def _canvas(height: float, **margins: float) -> Iterator[tuple[Figure, Axes]]:
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_subplot()
        figure.subplots_adjust(**margins)
        yield figure, axes


def trend_chart(points: pd.DataFrame, break_label: str, top: float | None) -> Figure:
    """Draw an indicator's figures over the years, broken where they may not be compared.

    Parameters
    ----------
    points : DataFrame
        ``year``; ``value``; ``low`` and ``high``, the range a qualified value leaves open;
        ``run``; ``label``, the figure in words; ``definition``, in words or empty.
    break_label : str
        What stands at a break.
    top : float or None
        Upper end of the axis: 100 for shares; None to let the figures say. It starts at 0.
    """
    with _canvas(2.7, left=0.11, right=0.97, top=0.88, bottom=0.12) as (figure, axes):
        top = top or float(points["value"].max()) * 1.25
        axes.set_ylim(0, top * 1.1)
        first, last = points["year"].min(), points["year"].max()
        pad = 0.6 if last > first else 0.9
        axes.set_xlim(first - pad, last + pad)
        axes.set_xticks(sorted(points["year"].unique()))
        axes.set_yticks([0, top / 2, top] if top == 100 else [0])
        axes.set_yticklabels(["0", "50", "100%"] if top == 100 else ["0"])
        axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.6)
        axes.set_axisbelow(True)
        for number, run in points.groupby("run"):
            _draw_run(axes, run, number)
        _draw_breaks(axes, points, break_label)
    return figure


def _draw_run(axes: Axes, run: pd.DataFrame, number: int) -> None:
    colour = (COLOURS["first"], COLOURS["second"])[number % 2]
    marker = ("o", "s", "^", "D")[number % 4]
    axes.plot(run["year"], run["value"], color=colour, marker=marker, markersize=7, linewidth=2)
    wide = run[run["high"] > run["low"]]
    axes.vlines(wide["year"], wide["low"], wide["high"], color=colour, linewidth=6, alpha=0.35)
    # Words stand on the side of the point that has room.
    side = -1 if run["value"].min() > axes.get_ylim()[1] * 0.4 else 1
    words: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "color": colour}
    for point in run.itertuples():
        place = (point.year, point.value)
        axes.annotate(point.label, place, (0, 15 * side), va="center", fontweight="bold", **words)
    middle = (run["year"].min() + run["year"].max()) / 2
    edge = float(run["value"].min() if side < 0 else run["value"].max())
    definition = wrapped(run["definition"].iloc[0], 24)
    va = "top" if side < 0 else "bottom"
    axes.annotate(definition, (middle, edge), (0, 25 * side), va=va, fontsize=8.5, **words)


def _draw_breaks(axes: Axes, points: pd.DataFrame, label: str) -> None:
    starts = points.groupby("run")["year"].min().sort_values().iloc[1:]
    for start in starts:
        before = points.loc[points["year"] < start, "year"].max()
        middle = (before + start) / 2
        axes.axvline(middle, color=COLOURS["muted"], linewidth=1.2, linestyle=(0, (4, 3)))
        axes.annotate(
            label,
            (middle, 1),
            (0, 4),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=9,
            color=COLOURS["muted"],
        )


def target_chart(rows: pd.DataFrame) -> Figure:
    """Draw shares as bars with their targets as labelled lines.

    Parameters
    ----------
    rows : DataFrame
        ``title``; ``value``; ``low``, ``high``; ``label``; ``target`` and ``target_label``.
    """
    height = 0.4 + 1.0 * len(rows)
    with _canvas(height, left=0.03, right=0.97, top=1 - 0.1 / height, bottom=0.35 / height) as (
        figure,
        axes,
    ):
        axes.set_xlim(0, 118)
        axes.set_ylim(len(rows) - 0.45, -0.6)
        axes.set_xticks([0, 50, 100], ["0", "50", "100%"])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        for place, row in enumerate(rows.itertuples()):
            axes.barh(place, row.value, height=0.26, color=COLOURS["first"])
            if row.high > row.low:
                axes.barh(
                    place,
                    row.high - row.low,
                    left=row.low,
                    height=0.26,
                    color=COLOURS["first"],
                    alpha=0.35,
                )
            axes.text(0, place - 0.2, wrapped(row.title, 58), va="bottom", fontsize=9)
            end = max(row.value, row.high) + 1.5
            axes.text(end, place, row.label, va="center", fontweight="bold", fontsize=9.5)
            axes.plot([row.target] * 2, [place - 0.17, place + 0.17], color=COLOURS["second"], lw=3)
            axes.text(
                row.target,
                place + 0.19,
                row.target_label,
                ha="center",
                va="top",
                fontsize=8.5,
                color=COLOURS["second"],
            )
    return figure


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
    with _canvas(1.5, left=0.03, right=0.97, top=0.98, bottom=0.06) as (figure, axes):
        axes.set_xlim(0, max(recomputed, stated) * 1.5)
        axes.set_ylim(1.4, -0.7)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[["left", "bottom"]].set_visible(False)
        bars = zip((recomputed, stated), labels, words, ("first", "second"), strict=True)
        for place, (value, label, word, colour) in enumerate(bars):
            hollow = {"facecolor": "none", "edgecolor": COLOURS[colour], "linewidth": 1.5}
            solid = {"color": COLOURS[colour]}
            axes.barh(place, value, height=0.26, **(solid if place == 0 else hollow))
            axes.text(0, place - 0.2, word, va="bottom", fontsize=9)
            gap = axes.get_xlim()[1] * 0.02
            axes.text(value + gap, place, label, va="center", fontweight="bold")
    return figure


def wrapped(text: str, width: int) -> str:
    """Break a line of text at its spaces."""
    import textwrap

    return "\n".join(textwrap.wrap(text, width)) if isinstance(text, str) else ""
