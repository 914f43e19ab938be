"""Periods as ISO 8601 writes them (``2021``, ``2023-01/2023-06``), and days as people do."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache

# In months.
YEAR = 12


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of time, both days included."""

    start: date
    end: date

    def __str__(self) -> str:
        """Write it in the one way that periods are written here."""
        calendar = self.years and self.start.month == 1
        length = 4 if calendar else 7 if self.months else 10
        ends = [day.isoformat()[:length] for day in (self.start, self.end)]
        return ends[0] if ends[0] == ends[1] else "/".join(ends)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def within_a_year(self) -> bool:
        """Whether it is twelve months at most."""
        return self.year_before().end < self.start

    @property
    def months(self) -> int | None:
        """How many whole calendar months it is; None where an end lies within one."""
        if self.start.day != 1 or self.end.day != monthrange(self.end.year, self.end.month)[1]:
            return None
        return YEAR * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    @property
    def years(self) -> int | None:
        """How many times twelve whole months it is, whenever they begin; else None."""
        return self.months // YEAR if self.months and self.months % YEAR == 0 else None

    def in_years(self) -> list["Period"]:
        """Part it into stretches of twelve months; what is not whole years stays one."""
        if not self.years:
            return [self]
        starts = [self.start.replace(year=self.start.year + n) for n in range(self.years)]
        ends = [start - timedelta(days=1) for start in starts[1:]]
        return [Period(*pair) for pair in zip(starts, [*ends, self.end], strict=True)]

    def year_before(self) -> "Period":
        """Give the same stretch one year earlier; of a month's last day that month's last one."""
        months = (self.start.year, self.start.month), (self.end.year, self.end.month)
        (first, month), (last, until) = months
        ends = self.end.day == monthrange(last, until)[1]
        start, day = min(self.start.day, monthrange(first - 1, month)[1]), self.end.day
        day = monthrange(last - 1, until)[1] if ends else day
        return Period(date(first - 1, month, start), date(last - 1, until, day))

    def ending_in(self, year: int) -> "Period":
        """Give the same whole months so many years later or earlier that they end in a year."""
        first = self.start.year + year - self.end.year
        last_day = monthrange(year, self.end.month)[1]
        return Period(self.start.replace(year=first), date(year, self.end.month, last_day))

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


def iso_years(text: str) -> str:
    """Write years such as ``2021-2025`` or ``2021 – 2025`` as ISO 8601 does: ``2021/2025``.

    A text that is no such years stays as it is, without its blanks.
    """
    return _DASHED.sub(r"\1/", "".join(text.split()))


def _day(text: str, month: int, day: int) -> date:
    parts = [int(part) for part in text.split("-")]
    if max(parts) > MAXYEAR:
        raise ValueError(f"{text} has a number that is part of no day")
    year = parts[0]
    month = parts[1] if len(parts) > 1 else month
    if len(parts) > 2:
        day = parts[2]
    elif day != 1:
        day = monthrange(year, month)[1]
    return date(year, month, day)


_DASHED = re.compile(r"(?<![0-9])([0-9]{4})[-–—](?=[0-9]{4}(?![0-9]))")
_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_MIDNIGHT = re.compile(r"(?<=[0-9])[T ]0?0:00(?::00(?:\.0+)?)?$")


def without_midnight(text: str) -> str:
    """Take away the midnight that programs write behind a day: ``2023-03-14 00:00:00``."""
    return _MIDNIGHT.sub("", text)


def iso_day(text: str) -> str:
    """Write a day such as ``14/3/2023``, ``14.3.2023`` or ``14-3-2023`` as ISO 8601.

    A text that is no such day, at midnight at most, stays as it is.
    """
    text = without_midnight(text)
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[4]), int(found[3]), int(found[1])).isoformat() if found else text
    except ValueError:
        return text
