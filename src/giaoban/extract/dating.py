"""The period that a number is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from giaoban.extract.mentions import Mention, Time
from giaoban.extract.timewords import part_of_year
from giaoban.extract.unresolved import unresolved
from giaoban.periods import Period, parse_period

_BASE = re.compile(
    r"(?:(?<!\w)so\s+với[^,;.()]{0,60}|(?:so|cùng kỳ|bằng|như|hơn|so sánh|giá)\s*(?:của\s*)?)$",
    re.IGNORECASE,
)
# So many signs before a period hold the word that makes it one to compare with.
NEAR = 100
_PARTED = re.compile(r"[,;:|.]|(?<!\w)(?:và|còn|sang|đến|so|vượt|tăng|giảm)(?!\w)", re.IGNORECASE)
_AHEAD = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|định hướng|dự kiến)(?!\w)", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")


@dataclass
class Memory:
    """What was said of time so far: the sentences, each with its periods, and the last year.

    Attributes
    ----------
    told : list of list of Period
        The periods of each sentence that has any, in order.
    year : int or None
        The year that was mentioned last, in a date or a period.
    last : tuple of (Period or None, str) or None
        The period that the last sentence with one ended on, and the doubt of it.
    paragraph : int
        Where it was.
    """

    told: list[list[Period]] = field(default_factory=list)
    year: int | None = None
    last: tuple[Period | None, str] | None = None
    paragraph: int = -1

    def keep(self, text: str, said: str, mentions: list[Mention], paragraph: int) -> None:
        """Remember the time words of a sentence; what is striven for says nothing of the next."""
        times = usable(text, mentions)
        if periods := [t.period for t in times if t.period and not t.frame]:
            self.told.append(periods)
        for mention in mentions:
            if years := _ANY_YEAR.findall(text[mention.start : mention.end]):
                self.year = int(years[-1]) if mention.sort in ("date", "period") else self.year
        lasting = [time for time in times if not time.frame]
        if lasting and not _AHEAD.search(said):
            self.last, self.paragraph = _resolved(lasting[-1], times, self), paragraph
        elif not lasting and unresolved(said, 0, len(said), []):
            self.last, self.paragraph = (None, "period_not_said"), paragraph


def usable(text: str, mentions: list[Mention]) -> list[Time]:
    """Give the time words that a figure may be of: not what it is compared with."""
    times = [m for m in mentions if isinstance(m, Time)]
    told = [t for t in times if t.period or t.months or t.years > 1]
    return [time for time in told if not _BASE.search(text[max(0, time.start - NEAR) : time.start])]


def period_of(
    text: str,
    number: Mention,
    times: list[Time],
    between: Sequence[Mention],
    memory: Memory,
    paragraph: int,
    vague: Sequence[int] = (),
) -> tuple[Period | None, str]:
    """Find the period of a number.

    Parameters
    ----------
    text : str
        Of the passage.
    number : Mention
        The number.
    times : list of Time
        The usable time words of its sentence.
    between : list of Mention
        The other numbers of the sentence.
    memory : Memory
        What was said before.
    paragraph : int
        Which passage it is.
    vague : sequence of int
        Where the periods before it end that are not said which.

    Returns
    -------
    period : Period or None
        None where it is not said.
    doubt : str
        A code, or nothing.
    """
    near = _nearest(text, number, times, between)
    if vague and (near is None or near.end <= vague[-1]):
        return None, "period_not_said"
    if near is not None:
        return _resolved(near, times, memory)
    if memory.last is None:
        return None, "period_not_said"
    period, doubt = memory.last
    several = period is not None and (period.years or 1) > 1
    carried = "years_carried" if several else ""
    if memory.paragraph != paragraph:
        carried = "period_carried"
    return period, doubt or carried


def _nearest(
    text: str, number: Mention, times: list[Time], between: Sequence[Mention]
) -> Time | None:
    after = [time for time in times if time.start >= number.end]
    for time in after[:1]:
        gap = text[number.end : time.start]
        parted = _PARTED.search(gap) or len(gap.split()) > 8
        if not parted and not any(number.end <= o.start < time.start for o in between):
            return time
    before = [t for t in times if t.end <= number.start and not _aside(text[t.end : number.start])]
    exact = [time for time in before if not time.frame] or before
    if exact:
        return exact[-1]
    return next((time for time in after if not time.frame), after[0] if after else None)


def _aside(between: str) -> bool:
    """Say whether what stands before a text stands in brackets that end within it."""
    return ")" in between.split("(")[0]


def _resolved(time: Time, times: list[Time], memory: Memory) -> tuple[Period | None, str]:
    if time.period:
        return time.period, ""
    if time.months:
        said = [t.period for t in times if t.period]
        years = [p.start.year for p in said if p.start.year == p.end.year]
        year = years[0] if years else memory.year
        return (
            (part_of_year(year, *time.months), "period_derived")
            if year
            else (None, "period_not_said")
        )
    here = [t.period for t in times if t.period and not t.frame]
    period = _together(time.years, [*memory.told, here])
    return period, "period_derived" if period else "period_not_said"


def _together(years: int, told: list[list[Period]]) -> Period | None:
    """Find the last sentence whose periods are of so many years in a row."""
    for periods in reversed(told):
        whole = [p for p in periods if p.years == years]
        if whole:
            return whole[-1]
        said = sorted({year for p in periods for year in range(p.start.year, p.end.year + 1)})
        if len(said) == years and said[-1] - said[0] == years - 1:
            return parse_period(f"{said[0]}/{said[-1]}")
    return None
