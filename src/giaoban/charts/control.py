"""XmR charts: a long series with its mean and limits."""

import pandas as pd
from matplotlib.figure import Figure

from giaoban.charts.canvas import canvas, label_line, wrapped
from giaoban.style import COLOURS


def control_chart(points: pd.DataFrame, labels: dict[str, str]) -> Figure:
    """Draw a long series with its mean and limits; points with a signal stand out by shape.

    Parameters
    ----------
    points : DataFrame
        In the order of time: ``value``, ``mean``, ``lower``, ``upper``, ``signal`` (bool) and
        ``tick``, a word under the axis or nothing.
    labels : dict of str to str
        What stands at the lines ``mean``, ``lower`` and ``upper``.
    """
    with canvas(3.6, left=0.4, right=1.75, top=0.15, bottom=0.45) as (figure, axes):
        places = range(len(points))
        axes.plot(places, points["value"], color=COLOURS["first"], linewidth=1.6, zorder=2)
        for signal, marker, colour in ((False, "o", "first"), (True, "D", "second")):
            mine = points["signal"].eq(signal).to_numpy()
            axes.plot(
                [p for p, m in zip(places, mine, strict=True) if m],
                points["value"][mine],
                linestyle="none",
                marker=marker,
                markersize=7,
                color=COLOURS[colour],
                zorder=3,
            )
        for line, label in labels.items():
            level = float(points[line].iloc[0])
            dashes = "solid" if line == "mean" else (0, (4, 3))
            axes.axhline(level, color=COLOURS["muted"], linewidth=1.4, linestyle=dashes, zorder=1)
            label_line(axes, level, wrapped(label, 10))
        ticks = [p for p, word in zip(places, points["tick"], strict=True) if word]
        axes.set_xticks(ticks, [word for word in points["tick"] if word])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.margins(x=0.03, y=0.12)
    return figure
