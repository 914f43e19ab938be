"""The period that a number is of."""

import re
from collections.abc import Sequence

from giaoban.extract.vietnamese.kinds import CHANGE, FIGURE, MEAN, TARGET
from giaoban.extract.vietnamese.memory import Memory
from giaoban.extract.vietnamese.mentions import Mention, Time, compiled, whole_words
from giaoban.extract.vietnamese.sentences import Context, Sentence
from giaoban.extract.vietnamese.times import YEAR, part_of_year, unresolved_times
from giaoban.language import Period, parse_period

IN_TURN = whole_words("lần lượt")
_PARTED = compiled(r"[,;:|.]|(?<!\w)(?:và|còn|sang|đến|so|vượt|tăng|giảm)(?!\w)")
_UNTIL = compiled(r"(?<!\w)đến\s+(?:hết\s+|cuối\s+)?$")
# So many signs before a period hold the words that it ends with it.
WITHIN = 20
_OTHER_TIME = re.compile(
    r"\s*(?:so\s+)?(?:với\s+)?(?:cùng kỳ|cùng thời điểm|năm\s+(?:trước|ngoái))"
)
_SINCE = whole_words(
    rf"(?:so(?:\s+với)?|hơn)\s+(?:(?:đầu|cuối)\s+)?năm\s+(?P<year>{YEAR}|trước|ngoái)"
)
# “giảm 3 vụ so với cùng kỳ năm 2024 (15 vụ)”: of then is what stands in the brackets.
_OF_THEN = compiled(
    rf"(?<!\w)(?:so\s+với|cùng kỳ)(?:\s+cùng kỳ)?(?:\s+(?:của\s+)?năm)?\s*(?P<year>{YEAR})?"
    r"(?:\s*(?:trước|ngoái))?\s*\($"
)
# “30% kế hoạch năm (150 đồng chí)”, “mục tiêu đến năm 2025 (56%)”
_AIM_OF_YEAR = compiled(
    rf"(?:(?:kế hoạch|chỉ tiêu|dự toán|KH)\s+(?:cả\s+)?năm|năm\s+(?P<year>{YEAR}))\s*\($"
)
NOT_SAID = None, "period_not_said"
Dated = tuple[Period | None, str]


def period_of(
    context: Context,
    kind: str,
    memory: Memory,
    before: Period | None = None,
    column: Period | None = None,
) -> Dated:
    """Find the period of a number.

    Parameters
    ----------
    context : Context
        The number, and the words around it.
    kind : str
        What it is.
    memory : Memory
        What was said of time before.
    before : Period or None
        Of the number before it in its sentence.
    column : Period or None
        What stands above it in a table.

    Returns
    -------
    period : Period or None
        Of a change from a year that is said, from that year on. None where it is not said.
    doubt : str
        A code, or nothing.
    """
    period, doubt = _said(context, kind, memory, before, column)
    if kind == CHANGE and period is not None:
        return _of_change(context, period, doubt)
    if kind == MEAN:
        # A mean of several years is none of one year, and is of all the years of a stage.
        single = period is not None and period.years == 1
        return NOT_SAID if single else (period, doubt.replace("term_or_stage", ""))
    return period, doubt


def in_turn(sentence: Sentence) -> dict[int, Period | None]:
    """Give the period of each number that is given in turn, by where the number starts.

    As in “năm 2022, 2023 lần lượt là 3% và 2%”. None for each where there are several periods
    and not so many numbers; empty where nothing is given in turn, or not by time.
    """
    said = IN_TURN.search(sentence.text, sentence.start, sentence.end)
    if not said:
        return {}
    times = [time for time in sentence.times if time.period and not time.frame]
    before = [time.period for time in times if time.end <= said.start()]
    after = [time.period for time in times if time.start >= said.end()]
    following = [number for number in sentence.quantities if number.start >= said.end()]
    leading = [number for number in sentence.quantities if number.end <= said.start()]
    periods, turned = (before, following) if len(before) > 1 else (after, leading)
    if len(periods) < 2:
        return {}
    told = periods if len(periods) == len(turned) else [None] * len(turned)
    return {number.start: period for number, period in zip(turned, told, strict=True)}


def _of_change(context: Context, period: Period, doubt: str) -> Dated:
    """Begin the period of a change where it began: said beside it, or first in its sentence."""
    said = (
        _SINCE.search(context.tail),
        _SINCE.search(context.lead),
        _SINCE.match(context.said.lstrip()),
    )
    since = next(filter(None, said), None)
    if since is None or period.years != 1:
        several = (period.years or 0) > 1
        return period, doubt or ("" if several else "since_not_said")
    year = period.start.year
    told = since["year"].isdecimal()
    first = int(since["year"]) if told else year - 1
    if first >= year:
        # The year was carried from where it stood alone: it is not when the change ended.
        return NOT_SAID
    return parse_period(f"{first}/{year}"), doubt or ("" if told else "period_derived")


def _said(
    context: Context, kind: str, memory: Memory, before: Period | None, column: Period | None
) -> Dated:
    number, inner, sentence = context.quantity, context.bracket, context.sentence
    if number.before or (inner is not None and _OTHER_TIME.match(inner)):
        return NOT_SAID
    if column is not None:
        return column, ""
    if inner == "" and (then := _OF_THEN.search(context.said)):
        return _then(before, then["year"]) if number.measure != "percent" else NOT_SAID
    opened = number.start - len(inner or "")
    inside = any(opened <= time.start < number.start for time in sentence.times)
    if kind == TARGET and (aim := _AIM_OF_YEAR.search(context.said)):
        if aim["year"]:
            return parse_period(aim["year"]), ""
        if before and not before.years:
            return parse_period(f"{before.end.year}"), "period_derived"
    if context.follows and inner is not None and not inside and kind != FIGURE:
        return before, "" if before else "period_not_said"
    near = _nearest(sentence, number)
    end = number.end + len(context.tail)
    vague = unresolved_times(sentence.text, sentence.start, end, sentence.mentions)
    if vague and (near is None or near.end <= vague[-1]):
        return NOT_SAID
    if near is None:
        return memory.recalled()
    period, doubt = memory.resolved(near, sentence.times)
    between = sentence.text[number.end : near.start]
    behind = near.start >= number.end
    far = behind and (";" in between or _starts_in(sentence.quantities, number.end, near.start))
    until = _UNTIL.search(sentence.text[max(0, near.start - WITHIN) : near.start])
    summed = until and period is not None and not period.years
    aimed = until and kind == TARGET and number.measure != "percent"
    unsure = "summed_until" if summed else "by_or_in_all" if aimed else ""
    return period, doubt or ("period_behind" if far else unsure)


def _then(now: Period | None, year: str | None) -> Dated:
    """Give the same time of another year, or of the one before."""
    if now is None or not now.months or ((now.years or 1) > 1 and not year):
        return NOT_SAID
    then = int(year or now.end.year - 1)
    if now.years:
        return parse_period(f"{then}"), "period_derived"
    return part_of_year(then, now.start.month, now.end.month), "period_derived"


def _nearest(sentence: Sentence, number: Mention) -> Time | None:
    """Find the time word that is nearest in sense: right behind a number, or before it."""
    text, numbers = sentence.text, sentence.quantities
    after = [
        time
        for time in sentence.times
        if time.start >= number.end and not _of_another(sentence, number, time)
    ]
    for time in after[:1]:
        gap = text[number.end : time.start]
        parted = _PARTED.search(gap) or len(gap.split()) > 8
        if not parted and not _starts_in(numbers, number.end, time.start):
            return time
    before = [
        time
        for time in sentence.times
        if time.end <= number.start and not _aside(text[time.end : number.start])
    ]
    exact = [time for time in before if not time.frame]
    if exact and _starts_in(numbers, exact[-1].end, before[-1].start):
        # The year was that of a number before; a term or a stage came after that.
        return before[-1]
    if before:
        return (exact or before)[-1]
    return next((time for time in after if not time.frame), after[0] if after else None)


def _starts_in(numbers: Sequence[Mention], start: int, end: int) -> bool:
    """Say whether a number starts in a part of the text."""
    return any(start <= number.start < end for number in numbers)


def _of_another(sentence: Sentence, number: Mention, time: Time) -> bool:
    """Say whether a time behind a number stands in brackets that hold a number of their own."""
    text = sentence.text
    opened = text.rfind("(", number.end, time.start)
    if opened < 0 or ")" in text[opened : time.start]:
        return False
    closed = text.find(")", time.end)
    return _starts_in(sentence.quantities, opened, closed if closed >= 0 else len(text))


def _aside(between: str) -> bool:
    """Say whether what stands before a text stands in brackets that end within it."""
    return ")" in between.split("(")[0]
