"""An indicator over the years, broken where its figures may not be compared."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import canvas, value_axis, wrapped
from giaoban.style import COLOURS

MARKERS = ("o", "s", "^", "D")


def trend_chart(
    points: pd.DataFrame, break_label: str, top: float | None, ahead: pd.Series | None = None
) -> Figure:
    """Draw an indicator's figures over the years, broken where they may not be compared.

    Parameters
    ----------
    points : DataFrame
        ``year``; ``value``; ``least`` and ``most``, the range a qualified value leaves open;
        ``run``; ``label``, the figure in words; ``definition``, in words or empty.
    break_label : str
        What stands at a break.
    top : float or None
        Upper end of the axis for shares; None to let the figures say. It starts at 0.
    ahead : Series or None
        A projection: ``year``, ``projected``, ``low``, ``high``, ``label``.
    """
    with canvas(2.7, left=0.53, right=0.15, top=0.32, bottom=0.32) as (figure, axes):
        high = points["value"].max() if ahead is None else max(points["value"].max(), ahead["high"])
        share = top is not None
        value_axis(axes, top or float(high) * 1.25, share)
        years = sorted({*points["year"], *([] if ahead is None else [ahead["year"]])})
        pad = 0.6 if len(years) > 1 else 0.9
        axes.set_xlim(years[0] - pad, years[-1] + pad)
        axes.set_xticks(years)
        for place, (_, run) in enumerate(points.groupby("run", sort=False)):
            _draw_run(axes, run, place)
        _draw_breaks(axes, points, break_label)
        if ahead is not None:
            _draw_ahead(axes, points.iloc[-1], ahead)
    return figure


def _draw_run(axes: Axes, run: pd.DataFrame, place: int) -> None:
    colour = (COLOURS["first"], COLOURS["second"])[place % 2]
    marker = MARKERS[place % len(MARKERS)]
    # The line has a gap where a year was not published.
    years = range(run["year"].min(), run["year"].max() + 1)
    values = run.set_index("year")["value"].reindex(years)
    axes.plot(years, values, color=colour, marker=marker, markersize=7, linewidth=2)
    wide = run[run["most"] > run["least"]]
    axes.vlines(wide["year"], wide["least"], wide["most"], color=colour, linewidth=6, alpha=0.35)
    # Words stand on the side of the points that has room.
    side = -1 if run["value"].min() > axes.get_ylim()[1] * 0.4 else 1
    words: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "color": colour}
    for point in run.itertuples():
        at = (point.year, point.value)
        size = 10 if len(run) < 4 else 8.5
        axes.annotate(
            point.label, at, (0, 15 * side), va="center", fontweight="bold", fontsize=size, **words
        )
    middle = (run["year"].min() + run["year"].max()) / 2
    edge = float(run["value"].min() if side < 0 else run["value"].max())
    definition = wrapped(run["definition"].iloc[0], 24)
    va = "top" if side < 0 else "bottom"
    if definition:
        ground = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 1}
        at = (middle, edge)
        axes.annotate(definition, at, (0, 25 * side), va=va, fontsize=8.5, bbox=ground, **words)


def _draw_ahead(axes: Axes, last: pd.Series, ahead: pd.Series) -> None:
    grey = COLOURS["muted"]
    years, values = [last["year"], ahead["year"]], [last["value"], ahead["projected"]]
    axes.plot(years, values, color=grey, linewidth=1.4, linestyle=(0, (3, 2)))
    axes.vlines(ahead["year"], ahead["low"], ahead["high"], color=grey, linewidth=2)
    axes.plot(*[[v[1]] for v in (years, values)], marker="o", color=grey, markerfacecolor="none")
    side = -1 if ahead["low"] > axes.get_ylim()[1] * 0.4 else 1
    edge = ahead["low"] if side < 0 else ahead["high"]
    axes.annotate(
        ahead["label"],
        (ahead["year"], edge),
        (0, 9 * side),
        textcoords="offset points",
        ha="center",
        va="top" if side < 0 else "bottom",
        fontsize=8.5,
        color=grey,
    )


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
