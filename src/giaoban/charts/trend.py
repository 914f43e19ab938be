"""An indicator over the years, broken where its figures may not be compared."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from giaoban.charts.board import Board, Label, Spots, measured
from giaoban.charts.canvas import (
    WIDTH,
    canvas,
    fitted,
    footed,
    ticks_width,
    value_axis,
    year_axis,
)
from giaoban.charts.labels import Aim, forms, joined, told
from giaoban.charts.run import MARKER, MARKERS, colour_of, draw_run
from giaoban.style import COLOURS, LARGE, SMALL

# From a point to its label, in points: the first and the last figure have theirs further off
# rather than none.
NEAR = (6.0, 10.0, 15.0, 22.0)
FAR = (*NEAR, 30.0, 40.0, 52.0)
# A target's line reaches so far over its years.
OVER = 0.42
# The height of the axes and what is kept free right of them, in inches, and above and below the
# scale, as a part of it: the next where the words of a chart find no place.
ROOMS = ((1.9, 0.1, 0.2), (1.9, 0.75, 0.2), (2.3, 0.75, 0.3), (2.8, 1.0, 0.3), (3.3, 1.0, 0.5))
LINE = SMALL * 1.3 / 72
# What the arrow of an interval that is cut off takes, as a part of the height of the axes.
ARROW = 0.03


class Trend(NamedTuple):
    """What the chart of an indicator shows."""

    points: pd.DataFrame
    ticks: Mapping[float, str]
    ahead: pd.Series | None
    aims: list[Aim]


def trend_chart(
    points: pd.DataFrame,
    words: tuple[str, str],
    ticks: Mapping[float, str],
    ahead: pd.Series | None = None,
    targets: pd.DataFrame | None = None,
) -> Figure:
    """Draw an indicator's figures over the years, broken where they may not be compared.

    Labelled are the last figure, the first, and those at which the series turns, where there is
    room; its targets, each at its own line.

    Parameters
    ----------
    points : DataFrame
        ``year``; ``value``; ``least`` and ``most``, the range a qualified value leaves open;
        ``run``; ``label``, the figure in words; ``definition``, in words or empty; where there is
        a ``supposed``, the figures that it marks are hollow, their line is dashed; where there is
        a ``ranged``, those that it marks are hollow bars from ``least`` to ``most``, and no line
        leads to them.
    words : tuple of str
        What stands at a break; what stands under the axis, or nothing.
    ticks : mapping of float to str
        What stands at the upright axis, from its one end to the other.
    ahead : Series or None
        A projection: ``year``, ``projected``, ``low``, ``high``, ``label``.
    targets : DataFrame or None
        ``first`` and ``last`` year, ``value``; ``short``, what stands at its line.
    """
    aims = [] if targets is None else joined(targets)
    trend = Trend(points.reset_index(drop=True), ticks, ahead, aims)
    for room in ROOMS:
        figure, settled = _drawn(trend, words, room)
        if settled:
            break
    return figure


def _drawn(
    trend: Trend, words: tuple[str, str], rooms: tuple[float, float, float]
) -> tuple[Figure, bool]:
    """Draw a chart in some room; say whether all that must be written found its place."""
    height, right, room = rooms
    if trend.ahead is not None:
        right = max(right, measured(trend.ahead["label"])[0] / 72 - 0.1)
    broken, foot = words
    defined = _definitions(trend.points)
    heads = LINE * (sum(line.count("\n") + 1 for line, _ in defined))
    breaks = trend.points["run"].ne(trend.points["run"].iloc[0]).any()
    left, top = ticks_width(trend.ticks), 0.08 + heads + (LINE if breaks else 0)
    bottom = 0.29 + (LINE if foot else 0)
    tall = height + top + bottom
    with canvas(tall, left=left, right=right, top=top, bottom=bottom) as (figure, axes):
        value_axis(axes, trend.ticks, room, rooms in ROOMS[2:])
        _set_years(axes, trend)
        board = Board(axes)
        if min(trend.ticks) <= 0 <= max(trend.ticks):
            board.line(*((year, 0) for year in axes.get_xlim()))
        for aim in trend.aims:
            _draw_aim(board, aim)
        for place, (_, run) in enumerate(trend.points.groupby("run", sort=False)):
            draw_run(board, run, place)
        _draw_breaks(board, trend.points, broken)
        if trend.ahead is not None:
            _draw_ahead(board, trend.points.iloc[-1], trend.ahead)
        _write_definitions(axes, defined, LINE * 72 if breaks else 0)
        if foot:
            footed(axes, foot, 22, left * 72)
        return figure, _write(board, trend)


def _set_years(axes: Axes, trend: Trend) -> None:
    years = [*trend.points["year"], *(aim.last for aim in trend.aims)]
    if trend.ahead is not None:
        years.append(trend.ahead["year"])
    year_axis(axes, int(min(years)), int(max(years)), 0.5, 0.5)


def _draw_aim(board: Board, aim: Aim) -> None:
    ends = ((aim.first - OVER, aim.value), (aim.last + OVER, aim.value))
    board.axes.plot(*zip(*ends, strict=True), color=COLOURS["target"], linewidth=2, zorder=1)
    board.line(*ends)


def _draw_ahead(board: Board, last: pd.Series, ahead: pd.Series) -> None:
    grey, axes = COLOURS["muted"], board.axes
    years, values = [last["year"], ahead["year"]], [last["value"], ahead["projected"]]
    axes.plot(years, values, color=grey, linewidth=1.6, linestyle=(0, (3, 2)))
    _draw_interval(board, ahead)
    axes.plot(years[1:], values[1:], marker="o", color=grey, markerfacecolor="none")
    board.line(*zip(years, values, strict=True))
    board.mark(years[1], values[1], MARKER)


def _draw_interval(board: Board, ahead: pd.Series) -> None:
    """Draw the interval of a projection; where the axis cuts it off, an arrow says so."""
    if pd.isna(ahead["low"]):
        return
    grey, (bottom, top) = COLOURS["muted"], board.axes.get_ylim()
    room = (top - bottom) * ARROW
    low = bottom + room if ahead["low"] < bottom else ahead["low"]
    high = top - room if ahead["high"] > top else ahead["high"]
    board.axes.vlines(ahead["year"], low, high, color=grey, linewidth=2.2)
    board.line((ahead["year"], low), (ahead["year"], high))
    for end, known, arrow in ((low, ahead["low"], "v"), (high, ahead["high"], "^")):
        if end != known:
            board.axes.plot([ahead["year"]], [end], arrow, color=grey)


def _draw_breaks(board: Board, points: pd.DataFrame, label: str) -> None:
    starts = points.groupby("run")["year"].min().drop_duplicates().sort_values().iloc[1:]
    axes, ends = board.axes, board.axes.get_ylim()
    for place, start in enumerate(starts):
        middle = (points.loc[points["year"] < start, "year"].max() + start) / 2
        axes.axvline(middle, color=COLOURS["muted"], linewidth=1.2, linestyle=(0, (4, 3)))
        board.line((middle, ends[0]), (middle, ends[1]))
        if place == 0:
            half, at = measured(label)[0] / 2, board.at(middle, ends[0])[0]
            aside = min(0.0, board.frame.right - 2 - half - at) + max(0.0, half + 2 - at)
            axes.annotate(
                label,
                (middle, 1),
                (aside, 3),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                va="bottom",
                color=COLOURS["muted"],
            )


def _definitions(points: pd.DataFrame) -> list[tuple[str, str]]:
    """Give what each run counts behind its marker, and its colour; once where runs agree."""
    marks: dict[str, tuple[str, str]] = {}
    for place, (_, run) in enumerate(points.groupby("run", sort=False)):
        defined, sign = run["definition"].iloc[0], list(MARKERS.values())[place % len(MARKERS)]
        if defined:
            before, colour = marks.get(defined, ("", colour_of(place)))
            marks[defined] = (before if sign in before else before + sign, colour)
    wide = WIDTH * 72 - 6
    return [(fitted(f"{s} {text}", wide, SMALL), colour) for text, (s, colour) in marks.items()]


def _write_definitions(axes: Axes, defined: list[tuple[str, str]], above: float) -> None:
    """Write what each run counts above the axes, the first on top."""
    for line, colour in reversed(defined):
        axes.annotate(
            line,
            (0, 1),
            (2 - axes.get_position().x0 * WIDTH * 72, above + 4),
            xycoords="axes fraction",
            textcoords="offset points",
            va="bottom",
            color=colour,
        )
        above += LINE * 72 * (line.count("\n") + 1)


def _write(board: Board, trend: Trend) -> bool:
    """Label the first and the last figure, the targets, what lies ahead; then what has room.

    Say whether the former all have; where they have not, the last figure and the targets come
    first.
    """
    last, *others = (_figure(board, trend.points, row) for row in told(trend.points))
    labels = [last, *(_target(board, aim) for aim in reversed(trend.aims)), *others[:1]]
    if trend.ahead is not None:
        at = board.at(trend.ahead["year"], trend.ahead["projected"])
        spots, grey = Spots((at, at), aside=True), {"color": COLOURS["muted"]}
        labels.append(Label(forms(trend.ahead["label"]), spots, grey))
    settled = board.write_all(labels)
    for label in [*([] if settled else labels), *others[1:]]:
        board.write(label)
    return settled


def _target(board: Board, aim: Aim) -> Label:
    """Label a target at its line: in several lines where that is short."""
    ends = board.at(aim.first - OVER, aim.value), board.at(aim.last + OVER, aim.value)
    most = 2 * (ends[1][0] - ends[0][0])
    fit = sorted(forms(aim.short), key=lambda form: measured(form)[0] > most)
    return Label(fit, Spots(ends, gaps=(3, 6, 10, 14)), {"color": COLOURS["target"]})


def _figure(board: Board, points: pd.DataFrame, row: int) -> Label:
    """Label a figure on that side of its line that the line leaves open."""
    point, run = points.loc[row], points[points["run"].eq(points["run"][row])]
    beside = run["value"].reindex([row - 1, row + 1]).mean()
    at = board.at(*points.loc[row, ["year", "value"]].astype("float64"))
    gaps = FAR if row in (0, len(points) - 1) else NEAR
    spots = Spots((at, at), -1 if beside > point["value"] else 1, gaps)
    place = points["run"].drop_duplicates().tolist().index(point["run"])
    bold = {"fontweight": "bold", "fontsize": LARGE, "color": colour_of(place)}
    return Label(forms(str(point["label"])), spots, bold)
