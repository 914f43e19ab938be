"""What all charts share: their size, their look, their scale for shares."""

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.style import COLOURS, RC

WIDTH = 6.4


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


def value_axis(axes: Axes, top: float, share: bool) -> None:
    """Give the upright axis few ticks and faint lines; it starts at 0."""
    top = top or 1.0
    axes.set_ylim(0, top * 1.1)
    axes.set_yticks([0, top / 2, top] if share else [0])
    axes.set_yticklabels(["0", f"{top / 2:g}", f"{top:g}%"] if share else ["0"])
    axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.8)
    axes.set_axisbelow(True)


def share_top(highest: float) -> float:
    """Choose the upper end of an axis for shares: a small one would lie flat under 100%."""
    return next((top for top in (5.0, 10.0, 20.0, 50.0) if highest <= top), 100.0)


def label_line(axes: Axes, level: float, label: str, colour: str = "muted") -> None:
    """Name a level line at its right end, outside the axes."""
    axes.annotate(
        label,
        (1, level),
        (6, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        va="center",
        color=COLOURS[colour],
        annotation_clip=False,
    )


def wrapped(text: object, width: int) -> str:
    """Break a line of text at its spaces."""
    lines = textwrap.wrap(text, width, break_long_words=False) if isinstance(text, str) else []
    return "\n".join(lines)
