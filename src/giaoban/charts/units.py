"""Many units at once: a funnel plot, small multiples."""

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import WIDTH, canvas, label_line
from giaoban.style import COLOURS, RC

COLUMNS = 4


def funnel_chart(points: pd.DataFrame, curves: pd.DataFrame, labels: dict[str, str]) -> Figure:
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
    """
    with canvas(3.0, left=0.53, right=1.0, top=0.12, bottom=0.52) as (figure, axes):
        _draw_curves(axes, curves, labels)
        _draw_points(axes, points)
        low = min(points["share"].min(), curves["alarm_low"].iloc[-1])
        axes.set_ylim(max(0, low - 12), min(108, points["share"].max() + 15))
        axes.set_xlim(0, curves["denominator"].iloc[-1])
        ticks = [t for t in range(0, 101, 20) if axes.get_ylim()[0] <= t <= axes.get_ylim()[1]]
        axes.set_yticks(ticks, [f"{t}%" for t in ticks])
        axes.set_xlabel(labels["size"])
    return figure


def _draw_curves(axes: Axes, curves: pd.DataFrame, labels: dict[str, str]) -> None:
    lines = {"warning": (0, (4, 3)), "alarm": "solid"}
    for name, dashes in lines.items():
        for end in ("low", "high"):
            level = curves[f"{name}_{end}"]
            axes.plot(
                curves["denominator"],
                level,
                color=COLOURS["muted"],
                linewidth=1,
                linestyle=dashes,
            )
        label_line(axes, curves[f"{name}_low"].iloc[-1], labels[name])
    axes.axhline(curves["whole"].iloc[0], color=COLOURS["first"], linewidth=1.4)
    label_line(axes, curves["whole"].iloc[0], labels["whole"])


def _draw_points(axes: Axes, points: pd.DataFrame) -> None:
    for outside, marker, colour in ((False, "o", "first"), (True, "D", "second")):
        mine = points[points["outside"] == outside]
        axes.plot(
            mine["denominator"],
            mine["share"],
            linestyle="none",
            marker=marker,
            markersize=5,
            color=COLOURS[colour],
        )
        for point in mine.itertuples():
            axes.annotate(
                point.label if outside else "",
                (point.denominator, point.share),
                (0, 6),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=8,
                color=COLOURS[colour],
            )


def small_multiples(points: pd.DataFrame, top: float) -> Figure:
    """Draw every unit's figures over the years, all on one scale that starts at 0.

    Parameters
    ----------
    points : DataFrame
        ``unit`` and its ``title``, ``year``, ``value``, ``run`` and ``label``, in the order of the
        units; the last figure of each is labelled.
    top : float
        Upper end of the scale.
    """
    units = list(dict.fromkeys(points["unit"]))
    rows = -(-len(units) // COLUMNS)
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 0.35 + 0.85 * rows))
        grid = figure.subplots(rows, COLUMNS, sharex=True, sharey=True, squeeze=False).ravel()
        height = figure.get_figheight()
        figure.subplots_adjust(
            left=0.02,
            right=0.98,
            top=1 - 0.2 / height,
            bottom=0.25 / height,
            hspace=0.9,
            wspace=0.12,
        )
        for axes, unit in zip(grid, units, strict=False):
            _small(axes, points[points["unit"] == unit])
        for axes in grid[len(units) :]:
            axes.set_visible(False)
        years = points["year"]
        grid[0].set_ylim(0, (top or 1.0) * 1.15)
        grid[0].set_xlim(years.min() - 0.3, years.max() + 2.4)
        grid[0].set_xticks([years.min(), years.max()])
        for axes in grid:
            axes.tick_params(labelsize=7.5)
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
    return figure


def _small(axes: Axes, own: pd.DataFrame) -> None:
    axes.set_title(own["title"].iloc[0], fontsize=8, loc="left", pad=2)
    for place, (_, run) in enumerate(own.groupby("run", sort=False)):
        colour = (COLOURS["first"], COLOURS["second"])[place % 2]
        marker = ("o", "s")[place % 2]
        axes.plot(
            run["year"], run["value"], color=colour, marker=marker, markersize=3, linewidth=1.4
        )
    last = own.iloc[-1]
    axes.annotate(
        last["label"],
        (last["year"], last["value"]),
        (4, 0),
        textcoords="offset points",
        va="center",
        fontsize=7.5,
    )
