"""The period of a proposed row: what its table, its brackets and its kind have to say of it."""

import re
from collections.abc import Sequence

from giaoban.extract.cells import period_of_column
from giaoban.extract.dating import period_of
from giaoban.extract.entry import Entry
from giaoban.extract.kinds import CHANGE, FIGURE, MEAN
from giaoban.extract.memory import Memory, usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.sentences import Around
from giaoban.extract.unresolved import unresolved
from giaoban.periods import Period, parse_period

_OTHER_TIME = re.compile(
    r"\s*(?:so\s+)?(?:với\s+)?(?:cùng kỳ|cùng thời điểm|năm\s+(?:trước|ngoái))"
)
_SINCE = re.compile(
    r"(?<!\w)(?:so(?:\s+với)?|hơn)\s+(?:(?:đầu|cuối)\s+)?năm\s+(?P<year>(?:19|20)[0-9]{2}|trước|ngoái)(?!\w)",
    re.IGNORECASE,
)


def dated(
    paragraph: int,
    entry: Entry,
    place: Around,
    mentions: Sequence[Mention],
    memory: Memory,
    last: Entry | None,
) -> tuple[Period | None, str]:
    """Find the period of an entry.

    Parameters
    ----------
    paragraph : int
        Which passage it stands in.
    entry : Entry
        With its kind.
    place : Around
        The words around it.
    mentions : sequence of Mention
        All that holds a number in its sentence.
    memory : Memory
        What was said of time before.
    last : Entry or None
        The entry before it in its sentence.

    Returns
    -------
    period : Period or None
        Of a change from a year that is said, from that year on. None where it is not said.
    doubt : str
        A code, or nothing.
    """
    period, doubt = _said(paragraph, entry, place, mentions, memory, last)
    if entry.kind == MEAN:
        # A mean of several years is none of one year, and is of all the years of a stage.
        single = period is not None and period.years == 1
        return (None, "period_not_said") if single else (period, doubt.replace("term_or_stage", ""))
    since = _since(place)
    if entry.kind == CHANGE and since and period is not None and period.years == 1:
        year = period.start.year
        told = since["year"].isdecimal()
        first = int(since["year"]) if told else year - 1
        if first >= year:
            # The year was carried from where it stood alone: it is not when the change ended.
            return None, "period_not_said"
        return parse_period(f"{first}/{year}"), doubt or ("" if told else "period_derived")
    several = period is not None and (period.years or 0) > 1
    if entry.kind == CHANGE and period is not None and not several:
        return period, doubt or "since_not_said"
    return period, doubt


def _since(place: Around) -> re.Match[str] | None:
    """Find since when something changed: right before or after it, or first in its sentence."""
    told = (_SINCE.search(place.tail), _SINCE.search(place.lead), _SINCE.match(place.said.lstrip()))
    return next((found for found in told if found), None)


def _said(
    paragraph: int,
    entry: Entry,
    place: Around,
    mentions: Sequence[Mention],
    memory: Memory,
    last: Entry | None,
) -> tuple[Period | None, str]:
    passage, quantity = entry.passage, entry.mention
    inner = place.bracket
    other_time = inner is not None and _OTHER_TIME.match(inner)
    if other_time or (isinstance(quantity, Quantity) and quantity.before):
        return None, "period_not_said"
    times = usable(passage.text, list(mentions))
    column = period_of_column(passage, quantity)
    if column is not None:
        return column, ""
    opened = quantity.start - len(inner or "")
    inside = any(opened <= time.start < quantity.start for time in times)
    if last is not None and inner is not None and not inside and entry.kind != FIGURE:
        return last.period, "" if last.period else "period_not_said"
    numbers = [m for m in mentions if isinstance(m, Quantity)]
    start, end = quantity.start - len(place.said), quantity.end + len(place.tail)
    vague = unresolved(passage.text, start, end, mentions)
    return period_of(passage.text, quantity, times, numbers, memory, paragraph, vague)
