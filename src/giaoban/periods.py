"""Periods of time as ISO 8601 writes them: ``2021``, ``2023-01/2023-06``, ``2020/2022``."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of time, both days included."""

    start: date
    end: date

    @property
    def years(self) -> int | None:
        """How many whole calendar years it is; None for a part of a year."""
        whole = (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)
        return self.end.year - self.start.year + 1 if whole else None

    def contains(self, other: "Period") -> bool:
        """Whether the other period lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@cache
def parse_period(text: str) -> Period:
    """Read a period.

    Parameters
    ----------
    text : str
        A year, month or day, or two of them with a slash between.

    Raises
    ------
    ValueError
        Where it is no period, or ends before it starts.
    """
    first, _, last = text.partition("/")
    period = Period(_day(first, 1, 1), _day(last or first, 12, 31))
    if period.end < period.start:
        raise ValueError(f"{text} ends before it starts")
    return period


def _day(text: str, month: int, day: int) -> date:
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else month
    if len(parts) > 2:
        day = parts[2]
    elif day != 1:
        day = monthrange(year, month)[1]
    return date(year, month, day)
