"""What all charts share: their size, their look, their scale for shares."""

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.style import COLOURS, RC

WIDTH = 6.4
# What a year under the axis takes, in points.
YEAR = 42


@contextmanager
def canvas(height: float, **margins: float) -> Iterator[tuple[Figure, Axes]]:
    """Open a figure of the common width; margins are in inches."""
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_subplot()
        sides = {"left": WIDTH, "right": WIDTH, "top": height, "bottom": height}
        far = ("right", "top")
        figure.subplots_adjust(
            **{s: 1 - m / sides[s] if s in far else m / sides[s] for s, m in margins.items()}
        )
        yield figure, axes


def value_axis(axes: Axes, low: float, top: float, ticks: Mapping[float, str]) -> None:
    """Give the upright axis few ticks and faint lines; it takes in 0."""
    axes.set_ylim(min(0.0, low * 1.25), max(top, 0.0) * 1.1 or (0.0 if low < 0 else 1.0))
    axes.set_yticks([0, *ticks], ["0", *ticks.values()])
    axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.8)
    axes.set_axisbelow(True)


def share_top(highest: float) -> float:
    """Choose the upper end of an axis for shares: a small one would lie flat under 100%."""
    return next((top for top in (5.0, 10.0, 20.0, 50.0) if highest <= top), 100.0)


def year_axis(axes: Axes, first: int, last: int, before: float, after: float) -> None:
    """Give the lower axis a tick for each year, or for as many as there is room for."""
    axes.set_xlim(first - before, last + after)
    width = axes.get_position().width * WIDTH * 72 / (last - first + before + after)
    axes.set_xticks(range(first, last + 1, -(-YEAR // int(width))))


def gapped(run: pd.DataFrame) -> pd.Series:
    """Give the values of a run by year, with a gap where a year was not published."""
    years = range(run["year"].min(), run["year"].max() + 1)
    return run.set_index("year")["value"].reindex(years)


def label_line(axes: Axes, level: float, label: str, colour: str = "muted") -> None:
    """Name a level line at its right end, outside the axes; several lines keep within them."""
    low, high = axes.get_ylim()
    place = (level - low) / (high - low)
    several = "\n" in label
    axes.annotate(
        label,
        (1, level),
        (6, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        va="top" if several and place > 0.7 else "bottom" if several and place < 0.2 else "center",
        color=COLOURS[colour],
        annotation_clip=False,
    )


def wrapped(text: object, width: int, cut: bool = False) -> str:
    """Break a line of text at its spaces; cut what is longer than a line where that is said."""
    lines = textwrap.wrap(text, width, break_long_words=cut) if isinstance(text, str) else []
    return "\n".join(lines)
