"""Many units at once: a funnel plot, small multiples."""

from typing import NamedTuple

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import WIDTH, canvas, gapped, label_line, wrapped
from giaoban.charts.rows import rows_of
from giaoban.style import COLOURS, RC, SMALL

COLUMNS = 3
# Letters of a unit's name in a line.
TITLE = 14
# Of its last figure.
LABEL = 9


class Share(NamedTuple):
    """The share of a unit of some size."""

    denominator: float
    share: float
    label: str


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
    with canvas(4.2, left=0.8, right=1.5, top=0.15, bottom=0.8) as (figure, axes):
        _draw_curves(axes, curves, labels)
        _draw_points(axes, points)
        low = min(points["share"].min(), curves["alarm_low"].iloc[-1])
        axes.set_ylim(max(0, low - 12), min(108, points["share"].max() + 15))
        axes.set_xlim(0, curves["denominator"].iloc[-1])
        ticks = [t for t in range(0, 101, 20) if axes.get_ylim()[0] <= t <= axes.get_ylim()[1]]
        axes.set_yticks(ticks, [f"{t}%" for t in ticks])
        # The two zeros would stand on one another.
        axes.set_xticks([t for t in axes.get_xticks() if 0 < t <= axes.get_xlim()[1]])
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
                linewidth=1.4,
                linestyle=dashes,
            )
        end = "low" if curves["whole"].iloc[0] > 50 else "high"
        label_line(axes, curves[f"{name}_{end}"].iloc[-1], labels[name])
    axes.axhline(curves["whole"].iloc[0], color=COLOURS["first"], linewidth=2)
    label_line(axes, curves["whole"].iloc[0], labels["whole"])


def _draw_points(axes: Axes, points: pd.DataFrame) -> None:
    size = points["denominator"].max()
    for outside, marker, colour in ((False, "o", "first"), (True, "D", "second")):
        mine = points[points["outside"] == outside]
        axes.plot(
            mine["denominator"],
            mine["share"],
            linestyle="none",
            marker=marker,
            markersize=7,
            color=COLOURS[colour],
        )
        named: list[tuple[float, float]] = []
        for point in rows_of(mine, Share) if outside else ():
            at = (point.denominator, point.share)
            # Of two that lie close, the later is named below.
            above = all(abs(at[0] - x) > size / 2 or abs(at[1] - y) > 8 for x, y in named)
            named.append(at)
            axes.annotate(
                point.label,
                at,
                (0, 6 if above else -6),
                textcoords="offset points",
                ha="center" if point.denominator < size * 0.7 else "right",
                va="bottom" if above else "top",
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
    named = dict(zip(points["unit"], points["title"], strict=True))
    titles = {unit: wrapped(title, TITLE, cut=True) for unit, title in named.items()}
    rows = -(-len(titles) // COLUMNS)
    lines = max(title.count("\n") for title in titles.values()) + 1
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 0.5 + (1.0 + 0.25 * lines) * rows))
        grid = figure.subplots(rows, COLUMNS, sharex=True, sharey=True, squeeze=False).ravel()
        height = figure.get_figheight()
        figure.subplots_adjust(
            left=0.05,
            right=0.98,
            top=1 - (0.08 + 0.25 * lines) / height,
            bottom=0.36 / height,
            hspace=0.5 + 0.45 * lines,
            wspace=0.12,
        )
        years = points["year"]
        low = min(0.0, points["value"].min() * 1.5)
        grid[0].set_ylim(low, max(top, 0.0) * 1.5 or (0.0 if low else 1.0))
        grid[0].set_xlim(years.min() - 0.3, years.max() + (years.max() - years.min() + 1) * 0.75)
        for axes, unit in zip(grid, titles, strict=False):
            _small(axes, points[points["unit"] == unit], titles[unit])
        for axes in grid[len(titles) :]:
            axes.set_visible(False)
        grid[0].set_xticks([years.min(), years.max()])
        for axes in grid:
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
    return figure


def _small(axes: Axes, own: pd.DataFrame, title: str) -> None:
    axes.set_title(title, fontsize=SMALL, loc="left", pad=4)
    for place, (_, run) in enumerate(own.groupby("run", sort=False)):
        colour = (COLOURS["first"], COLOURS["second"])[place % 2]
        marker = ("o", "s")[place % 2]
        values = gapped(run)
        axes.plot(values.index, values, color=colour, marker=marker, markersize=4.5, linewidth=2)
    last = own.iloc[-1]
    axes.annotate(
        wrapped(last["label"], LABEL),
        (last["year"], last["value"]),
        (7, 0),
        textcoords="offset points",
        # A label at the foot of the field would stand on the years.
        va="center" if last["value"] > axes.get_ylim()[1] * 0.15 else "bottom",
    )
