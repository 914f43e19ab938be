"""A series in the size of a word, broken where its figures may not be compared."""

from itertools import pairwise
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from giaoban.charts.labels import Target
from giaoban.charts.rows import rows_of

WIDTH, HEIGHT, EDGE = 96, 26, 4
# A target is drawn where it lies no further from the figures than this part of what they span.
REACH = 0.5


class SparkPoint(NamedTuple):
    """A figure of a series; ``run`` numbers those that may be compared with one another."""

    year: int
    value: float
    run: int


class Scale(NamedTuple):
    """The years and the values that the picture has room for."""

    first: float
    last: float
    low: float
    high: float

    def across(self, year: float) -> float:
        """Place a year; one that lies outside stands at the edge."""
        inner = (year - self.first) / (self.last - self.first) if self.last > self.first else 1
        return EDGE + (WIDTH - 2 * EDGE) * min(1.0, max(0.0, inner))

    def down(self, value: float) -> float:
        """Place a value."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share

    def at(self, point: SparkPoint) -> str:
        """Place a figure."""
        return f"{self.across(point.year):.1f} {self.down(point.value):.1f}"


def sparkline(points: pd.DataFrame, targets: pd.DataFrame, description: str) -> Markup:
    """Draw a series as an SVG that stands in a table, on the range of its own figures.

    Parameters
    ----------
    points : DataFrame
        In the order of time, with the fields of a `SparkPoint`: no line runs from one run to the
        next, nor over a year without a figure; the last is marked.
    targets : DataFrame
        ``first`` and ``last`` year, ``value``; drawn over the years that they hold for, where
        they lie near the figures: one far off would press these into a flat line.
    description : str
        What it shows, with its numbers.
    """
    own = list(rows_of(points, SparkPoint))
    first, last = own[0].year, own[-1].year
    aims = [t for t in _near(own, targets) if t.last >= first and t.first <= last]
    values = [*(point.value for point in own), *(target.value for target in aims)]
    scale = Scale(first, last, min(values), max(values))
    lines, breaks = _between(own, scale)
    drawn = {
        "aim": [_aim(target, scale) for target in aims],
        "break": breaks,
        "line": lines,
        "dots": [f"M{scale.at(point)}h0" for point in own],
        "last": [f"M{scale.at(own[-1])}h0"],
    }
    paths = Markup().join(
        Markup('<path class="{}" d="{}"/>').format(name, "".join(d))
        for name, d in drawn.items()
        if d
    )
    return Markup(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(WIDTH, HEIGHT, description, paths)


def _near(points: list[SparkPoint], targets: pd.DataFrame) -> list[Target]:
    """Give the targets that lie near the figures."""
    values = [point.value for point in points]
    low, high = min(values), max(values)
    near = (high - low) * REACH
    return [t for t in rows_of(targets, Target) if low - near <= t.value <= high + near]


def _between(points: list[SparkPoint], scale: Scale) -> tuple[list[str], list[str]]:
    """Draw the lines from one figure to the next, and the breaks."""
    lines, breaks = [], []
    for one, other in pairwise(points):
        if one.run != other.run:
            breaks.append(f"M{scale.across((one.year + other.year) / 2):.1f} 0V{HEIGHT}")
        elif other.year - one.year <= 1:
            lines.append(f"M{scale.at(one)}L{scale.at(other)}")
    return lines, breaks


def _aim(target: Target, scale: Scale) -> str:
    left, right = scale.across(target.first - 0.4), scale.across(target.last + 0.4)
    return f"M{left:.1f} {scale.down(target.value):.1f}H{right:.1f}"
