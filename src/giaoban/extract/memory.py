"""What an item has said of time so far."""

import re
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
        # What is said in brackets says nothing of the next sentence, where something else does.
        outside = [time for time in times if not _in_brackets(text, time)]
        told = outside if outside or self.last is not None else times
        lasting = [time for time in told if not time.frame]
        if lasting and not _AHEAD.search(said):
            self.last, self.paragraph = self.resolved(lasting[-1], times), paragraph
        elif not lasting and unresolved(said, 0, len(said), []):
            self.last, self.paragraph = (None, "period_not_said"), paragraph
        elif times and not lasting and self.last is not None:
            # A term, a stage or another year was named since: the next number may be of that.
            self.last = (self.last[0], self.last[1] or "years_carried")

    def resolved(self, time: Time, times: list[Time]) -> tuple[Period | None, str]:
        """Give the period that a time word means among others, and the doubt of it."""
        if time.period:
            return time.period, "term_or_stage" if time.frame else ""
        said = [t.period for t in times if t.period]
        if time.months:
            years = [p.start.year for p in said if p.start.year == p.end.year]
            year = years[0] if years else self.year
            period = part_of_year(year, *time.months) if year else None
        else:
            here = [t.period for t in times if t.period and not t.frame]
            period = _together(time.years, [*self.told, here])
        return period, "period_derived" if period else "period_not_said"


def _in_brackets(text: str, time: Time) -> bool:
    return text.rfind("(", 0, time.start) > text.rfind(")", 0, time.start)


def usable(text: str, mentions: list[Mention]) -> list[Time]:
    """Give the time words that a figure may be of: not what it is compared with."""
    times = [m for m in mentions if isinstance(m, Time)]
    told = [t for t in times if t.period or t.months or t.years > 1]
    return [time for time in told if not _BASE.search(text[max(0, time.start - NEAR) : time.start])]


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
