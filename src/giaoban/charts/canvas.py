"""What all charts share: their size, their look, their scale."""

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from math import ceil, floor, log10

import numpy as np
import pandas as pd
from cycler import cycler
from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.board import measured
from giaoban.style import COLOURS, RC

# In inches; 360 points, laid out for a phone, whose page leaves a chart some 360 pixels.
WIDTH = 5.0
# What a year under the axis takes, in points.
YEAR = 38
# A scale is never narrower than this part of its values: small ups and downs stay small.
NARROWEST = 0.08
# What spans no more than this is one value.
FLAT = 1e-6


def use_style() -> None:
    """Give what a notebook draws by itself the look of the page; no text of it is mathematics.

    Nor has a ``matplotlibrc`` any say, the user's or that of a folder from somebody else.
    """
    colours = cycler(color=[COLOURS[name] for name in ("first", "second", "target", "muted")])
    rcdefaults()
    rcParams.update(RC | {"text.parse_math": False, "axes.prop_cycle": colours})


@contextmanager
def canvas(height: float, width: float = WIDTH, **margins: float) -> Iterator[tuple[Figure, Axes]]:
    """Open a figure, of the common width; margins are in inches."""
    with rc_context(RC):
        figure = Figure(figsize=(width, height))
        axes = figure.add_subplot()
        sides = {"left": width, "right": width, "top": height, "bottom": height}
        far = ("right", "top")
        figure.subplots_adjust(
            **{s: 1 - m / sides[s] if s in far else m / sides[s] for s, m in margins.items()}
        )
        yield figure, axes


def scale_of(low: float, high: float, whole: bool = False) -> list[float]:
    """Choose round ticks from just below some values to just above them.

    The scale starts where the values do, unless 0 is no further from them than half of what they
    span.

    Parameters
    ----------
    low, high : float
        The least and the greatest that is drawn.
    whole : bool
        Whether only whole numbers are ticks.

    Returns
    -------
    list of float
        Two to five; of shares none lies above 100.
    """
    span = max(high - low, abs(high) * NARROWEST, abs(low) * NARROWEST)
    span = span if span > FLAT else 1.0
    low = 0.0 if 0 <= low <= span / 2 else low
    high = 0.0 if -span / 2 <= high <= 0 else high
    rough = max(high - low, span) / 3
    power = 10.0 ** floor(log10(rough))
    steps = (1, 2, 2.5, 5, 10) if power >= 10 else (1, 2, 5, 10)
    step = next(s * power for s in steps if s * power >= rough * 0.999)
    step = max(step, 1.0) if whole else step
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if first == last:
        first, last = (first - 1, last) if first else (0, 1)
    return [round(n * step, 9) for n in range(first, last + 1)]


def value_axis(axes: Axes, ticks: Mapping[float, str], room: float, beyond: bool) -> None:
    """Give the upright axis its ticks and faint lines, and room for words above and below.

    Only a scale that takes in 0 has a line to stand on; there is room beyond this where that is
    said.
    """
    low, high = min(ticks), max(ticks)
    more = (high - low) * room
    below, above = (more if end or beyond else 0 for end in (low, high))
    axes.set_ylim(low - below, high + above)
    axes.set_yticks(list(ticks), list(ticks.values()))
    axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["left", "bottom"]].set_visible(False)
    if low <= 0 <= high:
        axes.axhline(0, color=COLOURS["muted"], linewidth=1, zorder=0.9)


def ticks_width(ticks: Mapping[float, str]) -> float:
    """Give what the words at the upright axis take, in inches."""
    return (max(measured(word)[0] for word in ticks.values()) + 8) / 72


def year_axis(axes: Axes, first: int, last: int, before: float, after: float) -> None:
    """Give the lower axis a tick for each year, or for as many as there is room for."""
    axes.set_xlim(first - before, last + after)
    width = axes.get_position().width * WIDTH * 72 / (last - first + before + after)
    axes.set_xticks(range(first, last + 1, -(-YEAR // max(1, int(width)))))


def gapped(run: pd.DataFrame) -> pd.Series:
    """Give the values of a run by year, with a gap where a year was not published."""
    # A frame indexed anew for each of many runs would take longer than drawing them.
    years = run["year"].to_numpy("int64")
    every = range(years.min(), years.max() + 1)
    values = np.full(len(every), np.nan)
    values[years - every.start] = run["value"].to_numpy("float64")
    return pd.Series(values, index=every)


def footed(axes: Axes, foot: str, below: float, left: float) -> None:
    """Write a line under the axis, from the left edge of the chart on; both in points."""
    axes.annotate(
        foot,
        (0, 0),
        (2 - left, -below),
        xycoords="axes fraction",
        textcoords="offset points",
        va="top",
        color=COLOURS["muted"],
    )


def label_lines(axes: Axes, levels: Mapping[str, float]) -> None:
    """Name level lines at their right ends, outside the axes; names that would touch move apart."""
    ends = axes.get_ylim()
    high = axes.bbox.height * 72 / axes.figure.dpi
    unit = (ends[1] - ends[0]) / high
    least = ends[0]
    for label, level in sorted(levels.items(), key=lambda item: item[1]):
        half = measured(label)[1] / 2 * unit
        at = max(level, least + half)
        least = at + half
        axes.annotate(
            label,
            (1, at),
            (5, 0),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            va="center",
            color=COLOURS["muted"],
            annotation_clip=False,
        )


def wrapped(text: object, width: int, cut: bool = False) -> str:
    """Break a line of text at its spaces; cut what is longer than a line where that is said."""
    lines = textwrap.wrap(text, width, break_long_words=cut) if isinstance(text, str) else []
    return "\n".join(lines)


def fitted(text: str, width: float, size: float, bold: bool = False) -> str:
    """Break a line of text at its spaces so that no line is wider than some points."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measured(longer, size, bold)[0] <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
