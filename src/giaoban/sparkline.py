"""A series in the size of a word, broken where its figures may not be compared."""

from html import escape
from itertools import pairwise

import pandas as pd

WIDTH, HEIGHT, EDGE = 96, 26, 4


def sparkline(points: pd.DataFrame, targets: pd.DataFrame, description: str) -> str:
    """Draw a series as an SVG that stands in a table; its scale takes in 0.

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
    low, high = min(values), max(values)

    def across(year: float) -> float:
        inner = (year - first) / (last - first) if last > first else 1
        return EDGE + (WIDTH - 2 * EDGE) * min(1.0, max(0.0, inner))

    def down(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share

    places = [f"{across(p.year):.1f} {down(p.value):.1f}" for p in points.itertuples()]
    lines, breaks = [], []
    for (one, here), (other, there) in pairwise(zip(points.itertuples(), places, strict=True)):
        if one.run != other.run:
            breaks.append(f"M{across((one.year + other.year) / 2):.1f} 0V{HEIGHT}")
        elif other.year - one.year <= 1:
            lines.append(f"M{here}L{there}")
    aims = [
        f"M{across(t.first - 0.4):.1f} {down(t.value):.1f}H{across(t.last + 0.4):.1f}"
        for t in shown.itertuples()
    ]
    drawn = {
        "aim": aims,
        "break": breaks,
        "line": lines,
        "dots": [f"M{place}h0" for place in places],
        "last": [f"M{place}h0" for place, p in zip(places, points["latest"], strict=True) if p],
    }
    paths = "".join(f'<path class="{name}" d="{"".join(d)}"/>' for name, d in drawn.items() if d)
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(description)}">{paths}</svg>'
    )
