"""Which figures of an indicator are labelled, and each target once."""

from typing import NamedTuple

import pandas as pd

from giaoban.charts.canvas import wrapped
from giaoban.charts.rows import rows_of

# Letters of a line of a label that has several.
LINE = 9


class Target(NamedTuple):
    """A target and the years that it holds for."""

    first: float
    last: float
    value: float


class Aim(NamedTuple):
    """A target, the years that it holds for, and what is written at its line."""

    first: float
    last: float
    value: float
    short: str


def told(points: pd.DataFrame) -> list[int]:
    """Give the figures that are labelled, those that must be before those that may be.

    Parameters
    ----------
    points : DataFrame
        ``value`` and ``run``, in the order of time.

    Returns
    -------
    list of int
        Row numbers: the last, the first, the greatest, the least, the ends of each run, and the
        turning points, the sharper first.
    """
    values, places = points["value"].tolist(), range(len(points))
    runs = points["run"].tolist()
    ends = [n for n in places if runs[max(n - 1, 0) : n + 2] != [runs[n]] * 3 or n == 0]
    extremes = [max(places, key=values.__getitem__), min(places, key=values.__getitem__)]
    turns = sorted(_turns(points), key=lambda turn: -turn[1])
    return list(dict.fromkeys([places[-1], 0, *extremes, *ends, *(place for place, _ in turns)]))


def _turns(points: pd.DataFrame) -> list[tuple[int, float]]:
    """Give the local highest and lowest points of each run, each with how far it stands out."""
    found = []
    for _, run in points.reset_index(drop=True).groupby("run", sort=False):
        # Of figures that stand alike side by side, the first turns.
        moved = run["value"][run["value"].diff().ne(0)]
        before, after = moved.diff(), -moved.diff(-1)
        turned = moved.index[before * after < 0]
        found += [(int(n), float(min(abs(before[n]), abs(after[n])))) for n in turned]
    return found


def joined(targets: pd.DataFrame) -> list[Aim]:
    """Give targets as lines: what stays the same from one year to the next is one line."""
    lines: list[Aim] = []
    for aim in rows_of(targets, Aim):
        same = [
            line
            for line in lines
            if (line.value, line.short) == (aim.value, aim.short)
            and aim.first <= line.last + 1
            and line.first <= aim.last + 1
        ]
        for line in same:
            lines.remove(line)
            first, last = min(aim.first, line.first), max(aim.last, line.last)
            aim = aim._replace(first=first, last=last)
        lines.append(aim)
    return lines


def forms(label: str, line: int = LINE) -> list[str]:
    """Give a label in one line, and in several where it has spaces."""
    return list(dict.fromkeys([label, wrapped(label, 2 * line), wrapped(label, line)]))
