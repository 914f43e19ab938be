"""A series in the size of a word, broken where its figures may not be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd
from markupsafe import Markup

WIDTH, HEIGHT, EDGE = 96, 26, 4


@dataclass(frozen=True)
class _Scale:
    """Where years and values stand; it takes in 0."""

    first: float
    last: float
    low: float
    high: float

    def across(self, year: float) -> float:
        inner = (year - self.first) / (self.last - self.first) if self.last > self.first else 1
        return EDGE + (WIDTH - 2 * EDGE) * min(1.0, max(0.0, inner))

    def down(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share


def sparkline(points: pd.DataFrame, targets: pd.DataFrame, description: str) -> Markup:
    """Draw a series as an SVG that stands in a table.

    Parameters
    ----------
    points : DataFrame
        In the order of time: ``year``, ``value``, and ``run``: no line runs from one run to the
        next, nor over a year without a figure; ``latest``, whether it is the figure beside.
    targets : DataFrame
        ``first`` and ``last`` year, ``value``; drawn over the years that they hold for.
    description : str
        What it shows, with its numbers.
    """
    first, last = points["year"].iloc[0], points["year"].iloc[-1]
    shown = targets[(targets["last"] >= first) & (targets["first"] <= last)]
    values = [0.0, *points["value"], *shown["value"]]
    scale = _Scale(first, last, min(values), max(values))
    places = [
        f"{scale.across(point['year']):.1f} {scale.down(point['value']):.1f}"
        for _, point in points.iterrows()
    ]
    drawn = {
        "aim": [_aim(target, scale) for _, target in shown.iterrows()],
        **_between(points, places, scale),
        "dots": [f"M{place}h0" for place in places],
        "last": [f"M{place}h0" for place, p in zip(places, points["latest"], strict=True) if p],
    }
    paths = Markup().join(
        Markup('<path class="{}" d="{}"/>').format(name, "".join(d))
        for name, d in drawn.items()
        if d
    )
    return Markup(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(WIDTH, HEIGHT, description, paths)


def _aim(target: pd.Series, scale: _Scale) -> str:
    start, end = scale.across(target["first"] - 0.4), scale.across(target["last"] + 0.4)
    return f"M{start:.1f} {scale.down(target['value']):.1f}H{end:.1f}"


def _between(points: pd.DataFrame, places: Sequence[str], scale: _Scale) -> dict[str, list[str]]:
    """Join neighbouring points by a line, or part them where they may not be compared."""
    breaks, lines = [], []
    own = zip(points["year"].tolist(), points["run"].tolist(), places, strict=True)
    for (year, run, here), (next_year, next_run, there) in pairwise(own):
        if run != next_run:
            breaks.append(f"M{scale.across((year + next_year) / 2):.1f} 0V{HEIGHT}")
        elif next_year - year <= 1:
            lines.append(f"M{here}L{there}")
    return {"break": breaks, "line": lines}
