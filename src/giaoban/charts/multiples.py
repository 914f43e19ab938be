"""Small multiples: units, or indicators, over the years, each in a field of its own."""

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import WIDTH, canvas, fitted, gapped
from giaoban.style import COLOURS, SMALL

COLUMNS = 3
# In points: what a unit's name may take of a field, and its last figure.
TITLE, LABEL = 112.0, 48.0
LINE = SMALL * 1.25
# In points: a field, and between two of them; what stands under the last.
FIELD, BETWEEN, FOOT = 40.0, 9.0, 22.0
WIDE = (WIDTH * 72 - 10 - BETWEEN * (COLUMNS - 1)) / COLUMNS


class Field(NamedTuple):
    """A place for one unit, in points: its left lower corner, and the ends of its scales."""

    left: float
    foot: float
    years: tuple[int, int]
    scale: tuple[float, float]

    def across(self, year: Any) -> Any:
        """Give the place of a year; behind the last year is room for a figure."""
        first, last = self.years
        span = 0.3 + (last - first) + (last - first + 1) * 0.75
        return self.left + WIDE * (year - first + 0.3) / span

    def up(self, value: Any) -> Any:
        """Give the place of a value."""
        low, high = self.scale
        return self.foot + FIELD * (value - low) / (high - low)


def small_multiples(points: pd.DataFrame, top: float | None) -> Figure:
    """Draw every unit's figures over the years, all on one scale that starts at 0.

    Parameters
    ----------
    points : DataFrame
        ``unit`` and its ``title``, ``year``, ``value``, ``run`` and ``label``, in the order of the
        units; the last figure of each is labelled; where there is a ``hollow``, what it marks is.
    top : float or None
        Upper end of the scale; None where each field shows another measure, and has its own.
    """
    named = dict(zip(points["unit"], points["title"], strict=True))
    titles = {unit: fitted(title, TITLE, SMALL) for unit, title in named.items()}
    rows = -(-len(titles) // COLUMNS)
    head = 7 + LINE * (max(title.count("\n") for title in titles.values()) + 1)
    high = FOOT + (head + FIELD) * rows
    years = points["year"].min(), points["year"].max()
    # Axes for each field would take as long as all else together: one holds them all, in points.
    with canvas(high / 72, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set(xlim=(0, WIDTH * 72), ylim=(0, high), xticks=[], yticks=[])
        axes.spines[:].set_visible(False)
        groups = dict(iter(points.groupby("unit", sort=False)))
        for place, (unit, title) in enumerate(titles.items()):
            own, (row, column) = groups[unit], divmod(place, COLUMNS)
            shared = (own, own["value"].max()) if top is None else (points, top)
            foot = high - (head + FIELD) * (row + 1)
            field = Field(6 + column * (WIDE + BETWEEN), foot, years, _values(*shared))
            _small(axes, own, title, field, last=place + COLUMNS >= len(titles))
    return figure


def _values(points: pd.DataFrame, top: float) -> tuple[float, float]:
    """Give a scale that takes in some figures; all start at 0 unless a figure lies below it."""
    low = min(0.0, points["value"].min() * 1.5)
    return low, max(top, 0.0) * 1.35 or (0.0 if low else 1.0)


def _small(axes: Axes, own: pd.DataFrame, title: str, field: Field, last: bool) -> None:
    """Draw a unit in its place; the years stand under the last of each column."""
    axes.text(field.left, field.foot + FIELD + 2, title, va="bottom")
    axes.plot([field.left, field.left + WIDE], [field.foot] * 2, color=COLOURS["rule"], linewidth=1)
    for place, (_, run) in enumerate(own.groupby("run", sort=False)):
        colour = (COLOURS["first"], COLOURS["second"])[place % 2]
        marker = ("o", "s")[place % 2]
        hollow = "hollow" in run and bool(run["hollow"].any())
        thin: dict[str, Any] = {
            "linewidth": 1.0,
            "linestyle": ":",
            "markerfacecolor": COLOURS["paper"],
        }
        values = gapped(run)
        across, up = field.across(values.index.to_numpy()), field.up(values.to_numpy())
        drawn = thin if hollow else {"linewidth": 1.6}
        axes.plot(across, up, color=colour, marker=marker, markersize=3.5, **drawn)
    _label(axes, own.iloc[-1], field)
    if last:
        for year, side in zip(dict.fromkeys(field.years), ("left", "center"), strict=False):
            look: dict[str, Any] = {"ha": side, "va": "top", "color": COLOURS["muted"]}
            axes.text(field.across(year), field.foot - 4, str(year), **look)


def _label(axes: Axes, last: pd.Series, field: Field) -> None:
    """Write a unit's last figure behind it."""
    label = fitted(last["label"], LABEL, SMALL)
    across, up, side = field.across(last["year"]) + 6, field.up(last["value"]), "center"
    if last["value"] < field.scale[1] * 0.2:
        # It would stand on the years.
        side = "bottom"
    elif "\n" in label and up > field.foot + FIELD - LINE:
        # It would stand on the name.
        up, side = up + LINE / 2, "top"
    axes.text(across, up, label, va=side)
