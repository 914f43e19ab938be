"""Frames to draw, and what a drawn chart shows."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

TICKS = {0.0: "0", 50.0: "50", 100.0: "100%"}


def points(*rows: tuple[int, float, int], **more: Any) -> pd.DataFrame:
    """Make the yearly figures of a chart, each with its label, from years, values and runs."""
    table = pd.DataFrame(rows, columns=["year", "value", "run"])
    labels = [f"{value:g}%" for value in table["value"]]
    made = table.assign(least=table["value"], most=table["value"], label=labels, definition="")
    return made.assign(**more)


def axes_of(figure: Figure) -> Any:
    """Give the first axes; their parts are artists of many kinds."""
    return figure.axes[0]


def words(figure: Figure) -> dict[str, tuple[float, float]]:
    """Give the texts of a figure's first axes and where they stand."""
    return {text.get_text(): text.get_position() for text in axes_of(figure).texts}
