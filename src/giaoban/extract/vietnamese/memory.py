"""What an item has said of time so far, and whether targets are to follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from giaoban.extract.vietnamese.mentions import Mention, Quantity, Time, whole_words
from giaoban.extract.vietnamese.sentences import Sentence
from giaoban.extract.vietnamese.signs import bullet_of, is_ranked, sign_of
from giaoban.extract.vietnamese.times import YEAR, part_of_year, unresolved_times
from giaoban.language import Period, parse_period

_AHEAD = whole_words("phấn đấu|mục tiêu|định hướng|dự kiến")
_ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")

# A heading has no more signs.
LONGEST = 120
_ANNOUNCED = whole_words(
    "chỉ tiêu|mục tiêu|phương hướng|kế hoạch|dự kiến|nhiệm vụ (?:trọng tâm|năm|thời gian)"
)
_REPORTED = whole_words("kết quả|thực hiện|tình hình|đánh giá|đạt|hoàn thành|tổng kết|sơ kết")


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
    here : bool
        Whether that was in the present paragraph.
    """

    told: list[list[Period]] = field(default_factory=list)
    year: int | None = None
    last: tuple[Period | None, str] | None = None
    here: bool = False

    def begin_paragraph(self) -> None:
        """Take all that was said for said in an earlier paragraph."""
        self.here = False

    def keep(self, sentence: Sentence) -> None:
        """Remember the time words of a sentence; what is striven for says nothing of the next."""
        text, said, times = sentence.text, sentence.said, sentence.times
        if periods := _exact(times):
            self.told.append(periods)
        for mention in sentence.mentions:
            years = _ANY_YEAR.findall(text[mention.start : mention.end])
            if years and mention.sort in ("date", "period"):
                self.year = int(years[-1])
        # What is said in brackets says nothing of the next sentence, where something else does.
        outside = [time for time in times if not _in_brackets(text, time)]
        told = outside if outside or self.last is not None else times
        lasting = [time for time in told if not time.frame]
        # A heading says the time of the list below it, be that ahead.
        if lasting and (said.rstrip().endswith(":") or not _AHEAD.search(said)):
            self.last, self.here = self.resolved(lasting[-1], times), True
        elif not lasting and unresolved_times(said, 0, len(said)):
            self.last, self.here = (None, "period_not_said"), True
        elif times and not lasting and self.last is not None:
            # A term, a stage or another year was named since: the next number may be of that.
            self.last = (self.last[0], self.last[1] or "years_carried")

    def recalled(self) -> tuple[Period | None, str]:
        """Give the period of a number whose sentence names none, and the doubt of it."""
        if self.last is None:
            return None, "period_not_said"
        period, doubt = self.last
        if doubt:
            return period, doubt
        if not self.here:
            return period, "period_carried"
        return period, "years_carried" if period and (period.years or 1) > 1 else ""

    def resolved(self, time: Time, times: list[Time]) -> tuple[Period | None, str]:
        """Give the period that a time word means among others, and the doubt of it."""
        if time.period:
            return time.period, "term_or_stage" if time.frame else ""
        if time.months:
            said = [t.period for t in times if t.period]
            years = [p.start.year for p in said if p.start.year == p.end.year]
            year = years[0] if years else self.year
            period = part_of_year(year, *time.months) if year else None
        else:
            period = _together(time.years, [*self.told, _exact(times)])
        return period, "period_derived" if period else "period_not_said"


def _exact(times: list[Time]) -> list[Period]:
    return [time.period for time in times if time.period and not time.frame]


def _in_brackets(text: str, time: Time) -> bool:
    return text.rfind("(", 0, time.start) > text.rfind(")", 0, time.start)


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


def announces_targets(text: str, mentions: Sequence[Mention], before: bool) -> bool:
    """Say whether what follows a passage may be targets.

    Parameters
    ----------
    text : str
        Of the passage.
    mentions : sequence of Mention
        What holds a number in it.
    before : bool
        Whether that was so before it: only a heading of the first rank ends it.
    """
    ranked = is_ranked(text) or text.isupper()
    numbered = sign_of(text) and not bullet_of(text)
    heads = numbered or ranked or text.rstrip().endswith(":")
    counts = any(isinstance(mention, Quantity) for mention in mentions)
    if not heads or counts or len(text) > LONGEST or text.rstrip().endswith((".", ";")):
        return before
    if _REPORTED.search(text):
        return False
    return bool(_ANNOUNCED.search(text)) or (before and not ranked)
