"""A series in the size of a word, broken where its figures may not be compared."""

from html import escape

import pandas as pd

WIDTH, HEIGHT, EDGE = 96, 26, 4


def sparkline(points: pd.DataFrame, target: float, description: str) -> str:
    """Draw a series as an SVG that stands in a table; its scale starts at 0.

    Parameters
    ----------
    points : DataFrame
        ``year``, ``value``, and ``run``: no line runs from one run to the next.
    target : float
        Drawn as a line across; missing where there is none.
    description : str
        What it shows, with its numbers.
    """
    values = pd.concat([points["value"], pd.Series([target])]).dropna()
    low, high = min(0.0, values.min()), values.max()
    first, last = points["year"].min(), points["year"].max()

    def across(year: float) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * ((year - first) / (last - first) if last > first else 1)

    def down(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share

    def place(row: pd.Series) -> str:
        return f"{across(row['year']):.1f} {down(row['value']):.1f}"

    runs = [[place(row) for _, row in run.iterrows()] for _, run in points.groupby("run")]
    line = "".join(f"M{'L'.join(places)}" for places in runs if len(places) > 1)
    dots = "".join(f"M{p}h0" for places in runs for p in places)
    edges = points.groupby("run", sort=False)["year"].agg(["min", "max"])
    gaps = [across(m) for m in (edges["max"] + edges["min"].shift(-1)).dropna() / 2]
    breaks = "".join(f"M{gap:.1f} 0V{HEIGHT}" for gap in gaps)
    aim = "" if pd.isna(target) else f'<path class="aim" d="M0 {down(target):.1f}H{WIDTH}"/>'
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(description)}">{aim}'
        f'<path class="break" d="{breaks}"/><path class="line" d="{line}"/>'
        f'<path class="dots" d="{dots}"/>'
        f'<path class="last" d="M{runs[-1][-1]}h0"/></svg>'
    )
