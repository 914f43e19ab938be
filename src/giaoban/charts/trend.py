"""An indicator over the years, broken where its figures may not be compared."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.canvas import WIDTH, canvas, label_line, value_axis, wrapped
from giaoban.style import COLOURS, LARGE

MARKERS = ("o", "s", "^", "D")
# Of a label's letters, in points.
LETTER = 12


def trend_chart(
    points: pd.DataFrame,
    break_label: str,
    top: float | None,
    ahead: pd.Series | None = None,
    targets: pd.DataFrame | None = None,
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
    targets : DataFrame or None
        ``first`` and ``last`` year, ``value``; ``label`` in words, drawn for the last.
    """
    aimed = targets if targets is not None and len(targets) else None
    right = 0.2 if aimed is None else 1.4
    with canvas(3.7, left=0.85, right=right, top=0.45, bottom=0.45) as (figure, axes):
        value_axis(axes, top or _highest(points, ahead, aimed) * 1.25, top is not None)
        years = sorted({*points["year"], *([] if ahead is None else [ahead["year"]])})
        pad = 0.6 if len(years) > 1 else 0.9
        axes.set_xlim(years[0] - pad, years[-1] + pad)
        axes.set_xticks(years)
        if aimed is not None:
            _draw_targets(axes, aimed)
        for place, (_, run) in enumerate(points.groupby("run", sort=False)):
            _draw_run(axes, run, place)
        _draw_breaks(axes, points, break_label)
        if ahead is not None:
            _draw_ahead(axes, points[points["run"] == points["run"].iloc[-1]], ahead)
    return figure


def _highest(points: pd.DataFrame, ahead: pd.Series | None, targets: pd.DataFrame | None) -> float:
    tops = [points["value"].max()]
    tops += [] if ahead is None else [ahead["high"]]
    tops += [] if targets is None else [targets["value"].max()]
    return float(max(tops))


def _draw_targets(axes: Axes, targets: pd.DataFrame) -> None:
    for target in targets.itertuples():
        ends = [target.first - 0.42, target.last + 0.42]
        colour = COLOURS["target"]
        axes.plot(ends, [target.value] * 2, color=colour, linewidth=2.4, zorder=1)
    last = targets.iloc[-1]
    label_line(axes, last["value"], wrapped(last["label"], 10), "target")


def _draw_run(axes: Axes, run: pd.DataFrame, place: int) -> None:
    colour = (COLOURS["first"], COLOURS["second"])[place % 2]
    marker = MARKERS[place % len(MARKERS)]
    # The line has a gap where a year was not published.
    years = range(run["year"].min(), run["year"].max() + 1)
    values = run.set_index("year")["value"].reindex(years)
    axes.plot(years, values, color=colour, marker=marker, markersize=9, linewidth=2.6)
    wide = run[run["most"] > run["least"]]
    axes.vlines(wide["year"], wide["least"], wide["most"], color=colour, linewidth=9, alpha=0.35)
    # Words stand on the side of the points that has room.
    side = _side(axes, run["value"].min())
    words: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "color": colour}
    words["va"] = "top" if side < 0 else "bottom"
    shown = _labelled(axes, run)
    lines = shown["label"].str.count("\n").max() + 1
    for point in shown.itertuples():
        at = (point.year, point.value)
        axes.annotate(point.label, at, (0, 9 * side), fontweight="bold", fontsize=LARGE, **words)
    if run["definition"].iloc[0]:
        middle = (run["year"].min() + run["year"].max()) / 2
        edge = float(run["value"].min() if side < 0 else run["value"].max())
        ground = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 1}
        away = (0, (12 + 20 * lines) * side)
        axes.annotate(
            wrapped(run["definition"].iloc[0], 18), (middle, edge), away, bbox=ground, **words
        )


def _side(axes: Axes, value: float) -> int:
    return -1 if value > axes.get_ylim()[1] * 0.4 else 1


def _labelled(axes: Axes, run: pd.DataFrame) -> pd.DataFrame:
    """Label every figure where there is room; else the last, the first and the extremes."""
    low, high = axes.get_xlim()
    year = axes.get_position().width * WIDTH * 72 / (high - low)
    labels = [wrapped(label, max(6, int(year / LETTER))) for label in run["label"]]
    shown, values = run.assign(label=labels), run["value"]
    widest = max(len(line) for label in labels for line in label.split("\n"))
    kept: list[int] = []
    for row in [run.index[-1], run.index[0], values.idxmin(), values.idxmax(), *run.index]:
        apart = [abs(run.at[row, "year"] - run.at[other, "year"]) * year for other in kept]
        if min(apart, default=1e9) >= widest * LETTER:
            kept.append(row)
    return shown.loc[kept]


def _draw_ahead(axes: Axes, run: pd.DataFrame, ahead: pd.Series) -> None:
    grey, last = COLOURS["muted"], run.iloc[-1]
    years, values = [last["year"], ahead["year"]], [last["value"], ahead["projected"]]
    axes.plot(years, values, color=grey, linewidth=1.8, linestyle=(0, (3, 2)))
    axes.vlines(ahead["year"], ahead["low"], ahead["high"], color=grey, linewidth=2.6)
    axes.plot(*[[v[1]] for v in (years, values)], marker="o", color=grey, markerfacecolor="none")
    # The label stands on the other side of the line than those of the figures.
    side, away, top = -_side(axes, run["value"].min()), 9, ahead["high"]
    if side < 0 and ahead["low"] < axes.get_ylim()[1] * 0.15:
        # Under it stand the years; over it, one line higher than the figures.
        side, away, top = 1, 46, min(top, axes.get_ylim()[1] * 0.7)
    edge = ahead["low"] if side < 0 else top
    axes.annotate(
        ahead["label"],
        (ahead["year"], edge),
        (0, away * side),
        textcoords="offset points",
        ha="center",
        va="top" if side < 0 else "bottom",
        color=grey,
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
