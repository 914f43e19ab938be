"""The period that a number is of."""

import re
from collections.abc import Sequence

from giaoban.extract.memory import Memory
from giaoban.extract.mentions import Mention, Time
from giaoban.periods import Period

_PARTED = re.compile(r"[,;:|.]|(?<!\w)(?:và|còn|sang|đến|so|vượt|tăng|giảm)(?!\w)", re.IGNORECASE)

_UNTIL = re.compile(r"(?<!\w)đến\s+(?:hết\s+|cuối\s+)?$", re.IGNORECASE)
# So many signs before a period hold the words that it ends with it.
WITHIN = 20


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
        Where the periods around it end that are not said which.

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
        period, doubt = memory.resolved(near, times)
        far = near.start >= number.end and _others(between, number.end, near.start)
        until = _UNTIL.search(text[max(0, near.start - WITHIN) : near.start])
        summed = until and period is not None and not period.years
        return period, doubt or ("period_behind" if far else "summed_until" if summed else "")
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
    after = [
        time
        for time in times
        if time.start >= number.end and not _of_another(text, number, time, between)
    ]
    for time in after[:1]:
        gap = text[number.end : time.start]
        parted = _PARTED.search(gap) or len(gap.split()) > 8
        if not parted and not _others(between, number.end, time.start):
            return time
    before = [t for t in times if t.end <= number.start and not _aside(text[t.end : number.start])]
    exact = [time for time in before if not time.frame]
    if exact and _others(between, exact[-1].end, before[-1].start):
        # The year was that of a number before; a term or a stage came after that.
        return before[-1]
    if before:
        return (exact or before)[-1]
    return next((time for time in after if not time.frame), after[0] if after else None)


def _others(numbers: Sequence[Mention], start: int, end: int) -> bool:
    """Say whether a number starts in a part of the text."""
    return any(start <= number.start < end for number in numbers)


def _of_another(text: str, number: Mention, time: Time, numbers: Sequence[Mention]) -> bool:
    """Say whether a time behind a number stands in brackets that hold a number of their own."""
    opened = text.rfind("(", number.end, time.start)
    if opened < 0 or ")" in text[opened : time.start]:
        return False
    closed = text.find(")", time.end)
    return _others(numbers, opened, closed if closed >= 0 else len(text))


def _aside(between: str) -> bool:
    """Say whether what stands before a text stands in brackets that end within it."""
    return ")" in between.split("(")[0]
