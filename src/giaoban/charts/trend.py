"""An indicator over the years, broken where its figures may not be compared."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import canvas, gapped, label_line, value_axis, wrapped, year_axis
from giaoban.charts.labels import OVER, Lines, Target, drawn, labelled, room, side_of
from giaoban.charts.rows import rows_of
from giaoban.style import COLOURS, LARGE

MARKERS = ("o", "s", "^", "D")


class Point(NamedTuple):
    """A figure, and what it is in words."""

    year: int
    value: float
    label: str


def trend_chart(
    points: pd.DataFrame,
    break_label: str,
    ticks: Mapping[float, str],
    ahead: pd.Series | None = None,
    targets: pd.DataFrame | None = None,
) -> Figure:
    """Draw an indicator's figures over the years, broken where they may not be compared.

    Parameters
    ----------
    points : DataFrame
        ``year``; ``value``; ``least`` and ``most``, the range a qualified value leaves open;
        ``run``; ``label``, the figure in words; ``definition``, in words or empty; where there is
        a ``supposed``, the figures that it marks are hollow, their line is dashed.
    break_label : str
        What stands at a break.
    ticks : mapping of float to str
        What stands at the upright axis besides its 0; the greatest is its upper end. Where there
        are none, the figures say.
    ahead : Series or None
        A projection: ``year``, ``projected``, ``low``, ``high``, ``label``.
    targets : DataFrame or None
        ``first`` and ``last`` year, ``value``; ``label`` in words, drawn for the last two.
    """
    aimed = targets if targets is not None and len(targets) else None
    right = 0.2 if aimed is None else 1.4
    with canvas(3.7, left=0.85, right=right, top=0.45, bottom=0.45) as (figure, axes):
        _set_axes(axes, points, ticks, ahead, aimed)
        if aimed is not None:
            _draw_targets(axes, aimed)
        taken: list[tuple[int, float]] = []
        # The latest comes first: it keeps its labels where there is no room for all.
        for place, (_, run) in reversed(list(enumerate(points.groupby("run", sort=False)))):
            _draw_run(axes, run, place, taken, drawn(run, aimed))
        _draw_breaks(axes, points, break_label)
        if ahead is not None:
            _draw_ahead(axes, points.iloc[-1], ahead)
    return figure


def _set_axes(
    axes: Axes,
    points: pd.DataFrame,
    ticks: Mapping[float, str],
    ahead: pd.Series | None,
    targets: pd.DataFrame | None,
) -> None:
    low, high = _ends(points, ahead, targets)
    value_axis(axes, low, max(ticks, default=high * 1.25), ticks)
    years = [*points["year"], *([] if ahead is None else [ahead["year"]])]
    years += [] if targets is None else [targets["last"].max()]
    # The label of what lies ahead stands beside its point.
    after = 0.8 if ahead is None or ahead["year"] < max(years) else 1.5
    year_axis(axes, int(min(years)), int(max(years)), 0.8, after)


def _ends(
    points: pd.DataFrame, ahead: pd.Series | None, targets: pd.DataFrame | None
) -> tuple[float, float]:
    lows, highs = [points["value"].min()], [points["value"].max()]
    if ahead is not None:
        lows, highs = [*lows, ahead["low"]], [*highs, ahead["high"]]
    if targets is not None:
        lows, highs = [*lows, targets["value"].min()], [*highs, targets["value"].max()]
    return float(min(lows)), float(max(highs))


def _draw_targets(axes: Axes, targets: pd.DataFrame) -> None:
    for target in rows_of(targets, Target):
        ends = [target.first - OVER, target.last + OVER]
        colour = COLOURS["target"]
        axes.plot(ends, [target.value] * 2, color=colour, linewidth=2.4, zorder=1)
    named = "\n".join(wrapped(label, 10) for label in targets["label"].tail(2))
    label_line(axes, targets["value"].iloc[-1], named, "target")


def _draw_run(
    axes: Axes,
    run: pd.DataFrame,
    place: int,
    taken: list[tuple[int, float]],
    lines: Lines,
) -> None:
    """Draw the figures that may be compared with one another, and say what each is."""
    colour = _colour(place)
    marker = MARKERS[place % len(MARKERS)]
    supposed = run["supposed"] if "supposed" in run else pd.Series(False, index=run.index)
    look: dict[str, Any] = {"color": colour, "marker": marker, "markersize": 9}
    if not supposed.all():
        values = gapped(run[~supposed])
        axes.plot(values.index, values, linewidth=2.6, **look)
    for row in run.index[supposed]:
        ends = run.loc[:row].tail(2)
        axes.plot(ends["year"], ends["value"], color=colour, linewidth=1.8, linestyle=(0, (3, 2)))
        axes.plot([run["year"][row]], [run["value"][row]], mfc=COLOURS["paper"], **look)
    wide = run[run["most"] > run["least"]]
    axes.vlines(wide["year"], wide["least"], wide["most"], color=colour, linewidth=9, alpha=0.35)
    shown = labelled(axes, run, taken)
    if len(shown):
        _write_words(axes, run, shown, place, lines)


def _colour(place: int) -> str:
    return COLOURS[("first", "second")[place % 2]]


def _write_words(
    axes: Axes, run: pd.DataFrame, shown: pd.DataFrame, place: int, lines: Lines
) -> None:
    """Write the labels of figures and what they count, on the side of the points that has room."""
    side = side_of(axes, run["value"].min())
    words: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "color": _colour(place)}
    high = shown["label"].str.count("\n").max() + 1
    for point in rows_of(shown, Point):
        at = (point.year, point.value)
        off = room(axes, at, point.label, side, lines)
        words["va"] = "top" if off < 0 else "bottom"
        axes.annotate(point.label, at, (0, off), fontweight="bold", fontsize=LARGE, **words)
    if run["definition"].iloc[0]:
        middle = (run["year"].min() + run["year"].max()) / 2
        edge = float(run["value"].min() if side < 0 else run["value"].max())
        ground = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 1}
        words["va"] = "top" if side < 0 else "bottom"
        # That of the next run stands lower, past the lines of this one.
        away = (0, (12 + 20 * high + 42 * (place % 2)) * side)
        axes.annotate(
            wrapped(run["definition"].iloc[0], 18), (middle, edge), away, bbox=ground, **words
        )


def _draw_ahead(axes: Axes, last: pd.Series, ahead: pd.Series) -> None:
    grey = COLOURS["muted"]
    years, values = [last["year"], ahead["year"]], [last["value"], ahead["projected"]]
    axes.plot(years, values, color=grey, linewidth=1.8, linestyle=(0, (3, 2)))
    axes.vlines(ahead["year"], ahead["low"], ahead["high"], color=grey, linewidth=2.6)
    axes.plot(*[[v[1]] for v in (years, values)], marker="o", color=grey, markerfacecolor="none")
    ground = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 1}
    axes.annotate(
        ahead["label"],
        (ahead["year"], ahead["projected"]),
        (9, 0),
        textcoords="offset points",
        va="center",
        color=grey,
        bbox=ground,
    )


def _draw_breaks(axes: Axes, points: pd.DataFrame, label: str) -> None:
    starts = points.groupby("run")["year"].min().sort_values().iloc[1:]
    for place, start in enumerate(starts):
        before = points.loc[points["year"] < start, "year"].max()
        middle = (before + start) / 2
        axes.axvline(middle, color=COLOURS["muted"], linewidth=1.5, linestyle=(0, (4, 3)))
        if place == 0:
            axes.annotate(
                label,
                (middle, 1),
                (0, 5),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                va="bottom",
                color=COLOURS["muted"],
            )
