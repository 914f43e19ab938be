"""Small multiples: units, or indicators, over the years, each in a field of its own."""

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import WIDTH, fitted, gapped
from giaoban.style import COLOURS, RC, SMALL

COLUMNS = 3
# In points: what a unit's name may take of a field, and its last figure.
TITLE, LABEL = 112.0, 48.0
LINE = SMALL * 1.25 / 72


def small_multiples(points: pd.DataFrame, top: float | None) -> Figure:
    """Draw every unit's figures over the years, all on one scale that starts at 0.

    Parameters
    ----------
    points : DataFrame
        ``unit`` and its ``title``, ``year``, ``value``, ``run`` and ``label``, in the order of the
        units; the last figure of each is labelled.
    top : float or None
        Upper end of the scale; None where each field shows another measure, and has its own.
    """
    named = dict(zip(points["unit"], points["title"], strict=True))
    titles = {unit: fitted(title, TITLE, SMALL) for unit, title in named.items()}
    rows = -(-len(titles) // COLUMNS)
    lines = max(title.count("\n") for title in titles.values()) + 1
    head, field, foot = 0.1 + LINE * lines, 0.55, 0.3
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, foot + (head + field) * rows))
        fields = figure.subplots(rows, COLUMNS, sharex=True, sharey=top is not None, squeeze=False)
        grid = fields.ravel()
        height = figure.get_figheight()
        figure.subplots_adjust(
            left=0.02,
            right=0.99,
            top=1 - head / height,
            bottom=foot / height,
            hspace=head / field,
            wspace=0.08,
        )
        _set_years(grid[0], points["year"])
        for axes, unit in zip(grid, titles, strict=False):
            own = points[points["unit"] == unit]
            shared = (own, own["value"].max()) if top is None else (points, top)
            _set_scale(axes, *shared)
            _small(axes, own, titles[unit])
        for axes in grid[len(titles) :]:
            axes.set_visible(False)
        for axes in grid:
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
        for axes in grid[: len(titles)][-COLUMNS:]:
            axes.tick_params(labelbottom=True)
            axes.get_xticklabels()[0].set_horizontalalignment("left")
    return figure


def _set_scale(axes: Axes, points: pd.DataFrame, top: float) -> None:
    """Set a scale that takes in some figures; all start at 0 unless a figure lies below it."""
    low = min(0.0, points["value"].min() * 1.5)
    axes.set_ylim(low, max(top, 0.0) * 1.35 or (0.0 if low else 1.0))


def _set_years(axes: Axes, years: pd.Series) -> None:
    """Set the one span of years of all fields; behind the last year is room for a figure."""
    axes.set_xlim(years.min() - 0.3, years.max() + (years.max() - years.min() + 1) * 0.75)
    axes.set_xticks([years.min(), years.max()])


def _small(axes: Axes, own: pd.DataFrame, title: str) -> None:
    axes.set_title(title, fontsize=SMALL, loc="left", pad=2)
    for place, (_, run) in enumerate(own.groupby("run", sort=False)):
        colour = (COLOURS["first"], COLOURS["second"])[place % 2]
        marker = ("o", "s")[place % 2]
        values = gapped(run)
        axes.plot(values.index, values, color=colour, marker=marker, markersize=3.5, linewidth=1.6)
    last = own.iloc[-1]
    axes.annotate(
        fitted(last["label"], LABEL, SMALL),
        (last["year"], last["value"]),
        (6, 0),
        textcoords="offset points",
        # A label at the foot of the field would stand on the years.
        va="center" if last["value"] > axes.get_ylim()[1] * 0.2 else "bottom",
    )
