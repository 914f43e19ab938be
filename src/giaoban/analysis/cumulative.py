"""Counts put together from their parts."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import inf
from typing import NamedTuple

import pandas as pd

from giaoban.analysis.series import range_between
from giaoban.language import Period, added, parse_period
from giaoban.statistics import Range, added_up
from giaoban.tables import by_label

# Of a cover: its days, the most first; its figures; their first days and their last ones.
_Rank = tuple[int, int, tuple[date, ...], tuple[date, ...]]


class Figure(NamedTuple):
    """A figure, apart from its frame.

    Attributes
    ----------
    row : int
        Its index in the frame.
    period : Period
        Its time.
    value, qualifier, range : float, str, Range
        What was published, and what that leaves open.
    definition : str or missing
        What was counted.
    obs_status, as_published : str or missing
        Its status, and the number as it was printed.
    """

    row: int
    period: Period
    value: float
    qualifier: str
    range: Range
    definition: object
    obs_status: object
    as_published: object

    @property
    def broken(self) -> bool:
        """Whether its status says that it does not go on from the one before."""
        return self.obs_status in ("B", "D")


class Sum(NamedTuple):
    """Figures added up.

    Attributes
    ----------
    parts : list of Figure
        In the order of time.
    value, qualifier : float, str
        As a figure has them.
    range : Range
        What the parts leave open.
    days : int
        How many days they cover.
    """

    parts: list[Figure]
    value: float
    qualifier: str
    range: Range
    days: int


def figures_by_series(published: pd.DataFrame) -> dict[tuple[str, str], list[Figure]]:
    """Take figures out of their frame, by unit and indicator.

    Parameters
    ----------
    published : DataFrame
        From `giaoban.analysis.published`, or a frame that has its columns.
    """
    found: dict[tuple[str, str], list[Figure]] = {}
    for number, row in by_label(published).items():
        figure = Figure(
            number,
            parse_period(row["period"]),
            row["value"],
            row["qualifier"],
            range_between(row),
            row["definition"],
            row["obs_status"],
            row["as_published"],
        )
        found.setdefault((row["unit"], row["indicator"]), []).append(figure)
    return found


def largest_cover(figures: Sequence[Figure], span: Period) -> list[Figure]:
    """Pick the figures that together cover the most days of a period without overlapping.

    Of equal covers the one with the fewest figures counts, then the one whose figures begin first,
    one after the other, then the one whose figures end first.

    Parameters
    ----------
    figures : sequence of Figure
        Of one unit and indicator; those that reach beyond the period are left out.
    span : Period
        The period.

    Returns
    -------
    list of Figure
        In the order of time.
    """
    inside = [f for f in figures if span.contains(f.period)]
    best: list[tuple[_Rank, list[Figure]]] = [((0, 0, (), ()), [])]
    # From the last start to the first: each figure with the best of what begins after it.
    for figure in sorted(inside, key=lambda f: f.period.start, reverse=True):
        after = [c for c in best if not c[1] or c[1][0].period.start > figure.period.end]
        (days, number, starts, ends), rest = min(after, key=lambda cover: cover[0])
        here = figure.period
        rank = (days - here.days, number + 1, (here.start, *starts), (here.end, *ends))
        best.append((rank, [figure, *rest]))
    return min(best, key=lambda cover: cover[0])[1]


def add_up(figures: Sequence[Figure], span: Period) -> Sum | None:
    """Add up what is known of a period from its figures.

    Parameters
    ----------
    figures, span : sequence of Figure, Period
        As for `largest_cover`.

    Returns
    -------
    Sum or None
        None where there is nothing to add up, or the parts do not count the same: they have
        several definitions, or the series broke after the first of them.
    """
    parts = largest_cover(figures, span)
    if not parts or any(part.broken for part in parts[1:]):
        return None
    if len({p.definition if isinstance(p.definition, str) else "" for p in parts}) > 1:
        return None
    range_ = added_up(part.range for part in parts)
    value, sign = as_stated([p.value for p in parts], [p.qualifier for p in parts], range_)
    return Sum(parts, value, sign, range_, sum(p.period.days for p in parts))


def as_stated(
    values: Sequence[float], qualifiers: Sequence[str], range_: Range
) -> tuple[float, str]:
    """Write what parts come to as a figure states it: a value, and how it is qualified.

    Parameters
    ----------
    values, qualifiers : sequence of float, str
        Of the parts.
    range_ : Range
        What they leave open together.
    """
    if len(values) == 1:
        return values[0], qualifiers[0]
    if set(qualifiers) == {"="}:
        return added(*values), "="
    if range_.high == inf:
        return range_.low, ">" if range_.low_open else ">="
    if range_.low == 0:
        return range_.high, "<" if range_.high_open else "<="
    return (range_.low, "..") if ".." in qualifiers else (added(*values), "~")


def status_of(added: Sum) -> str | None:
    """Give the status of a sum: estimated, ``E``, where one of its parts is."""
    return "E" if any(part.obs_status == "E" for part in added.parts) else None


def covers(parts: Sequence[Figure], span: Period) -> bool:
    """Say whether figures that do not overlap cover a whole period."""
    return sum(part.period.days for part in parts) == span.days


def is_contiguous(parts: Sequence[Figure], span: Period) -> bool:
    """Say whether figures follow one another without a gap from the first day of a period."""
    return bool(parts) and not gaps(parts, span)


def gaps(parts: Sequence[Figure], span: Period) -> list[Period]:
    """Give the stretches without a figure from the first day of a period to the last figure.

    Parameters
    ----------
    parts, span : sequence of Figure, Period
        In the order of time, none over another; the period that they lie in.
    """
    starts = [span.start, *(part.period.end + timedelta(days=1) for part in parts)]
    pairs = [(start, part.period.start) for start, part in zip(starts, parts, strict=False)]
    return [Period(start, end - timedelta(days=1)) for start, end in pairs if start < end]


def since_first_day(added: Sum, span: Period) -> Sum:
    """Take a sum as that from the first day of a period on: with a gap it is at least that.

    Parameters
    ----------
    added, span : Sum, Period
        From `add_up`, and the period.
    """
    if not gaps(added.parts, span):
        return added
    low, beyond = added.range.low, added.range.low_open
    sign = ">" if beyond else ">="
    return added._replace(value=low, qualifier=sign, range=Range(low, inf, low_open=beyond))
