"""What a head sets against what: a figure and its plan, a year it names, or the year before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese import compiled
from giaoban.language import parse_period
from giaoban.sheet.words.headings import (
    FIGURE,
    IS_SCHOOL,
    OF_TARGET,
    RATIO,
    TARGET,
    WITH,
    Heading,
    read_heading,
)
from giaoban.sheet.words.otheryears import YEAR
from giaoban.sheet.words.paths import read_path
from giaoban.sheet.words.times import AT_START, WHOLE, spaced

_WITH = compiled(rf"(?<!\w)(?:{WITH})(?!\w)")
_YEAR_BEFORE = compiled(
    r"(?<!\w)(?:cùng\s+kỳ|ck|năm\s+(?:học\s+)?(?:trước|ngoái)|same\s+period"
    r"|(?:previous|prior|last)\s+year|year\s+before)(?!\w)"
)
# With what else a column compares: the start of a year, the month before.
_OTHERWISE = compiled(
    rf"(?<!\w)(?:{AT_START}"
    r"|(?:tuần|tháng|quý|nhiệm\s+kỳ)\s+trước|(?:\d|hai|ba|bốn|năm)\s+năm\s+trước)(?!\w)"
)
_IN_NUMBERS = compiled(r"(?<!\w)tuyệt\s+đối(?!\w)")


@dataclass(frozen=True)
class Pair:
    """What is set against what.

    Attributes
    ----------
    kind, time : str
        What is compared, ``figure`` or ``target``, and of when.
    base, before : str
        What with, and of when.
    stage : int
        With which of several plans: how often it had been adjusted, 0 of any.
    """

    kind: str
    time: str
    base: str
    before: str
    stage: int = 0


def pairs_in(head: str, kind: str, times: Iterable[str]) -> list[Pair]:
    """Say what a head sets against what: several where each may be meant, none where it is untold.

    Parameters
    ----------
    head : str
        The texts over a column, a line each: ``So với cùng kỳ năm 2023 (%)``, ``2024/2023``.
    kind : str
        Whether it compares with a target or otherwise.
    times : iterable of str
        Those of the figures beside it. Where the head does not say which of them it is of, that is
        one of the last year.
    """
    sides = _sides(spaced(head))
    if sides is None:
        return []
    (own, base), beside = sides, [time for time in times if time]
    about, against, last = _read(own), _read(base), max((time[:4] for time in beside), default="")
    if kind == OF_TARGET and not base and about.months == WHOLE:
        # “% KH năm” is of any time in that year.
        about, against = replace(about, months=None), about
    about = replace(about, period=about.period or (last if about.months else ""))
    with_plan, kind = kind == OF_TARGET, TARGET if _is_plan(own) else FIGURE
    # “So với KH 2024” is of 2024 too, where there is a figure of it.
    last = against.period if with_plan and against.period in beside else last
    if about.time and (kind == TARGET or about.months or not with_plan):
        likely = [about.time] if kind == TARGET or about.time in beside else []
    else:
        year = about.period or last
        likely = [time for time in beside if time.startswith(year) and kind == FIGURE]
    if with_plan:
        stage = against.stage or about.stage
        plans = ((time, plan) for time in likely for plan in _plans(against, time, kind))
        return [Pair(kind, time, TARGET, plan, stage) for time, plan in plans]
    found = ((time, _figure_before(head, base, against, time)) for time in likely)
    return [Pair(kind, time, FIGURE, before) for time, before in found if before]


def change_in(head: str, pairs: list[Pair]) -> str:
    """Say of which time a head gives the change against the same months a year before.

    Empty where it does not say that it is set against these, or may be of several times.
    """
    if len(pairs) != 1 or _IN_NUMBERS.search(head):
        return ""
    (pair,) = pairs
    years = pair.base == pair.kind == FIGURE and pair.before == _year_before(pair.time)
    return pair.time if years else ""


def _read(text: str) -> Heading:
    return read_path(tuple(text.split("\n")))


def _is_plan(own: str) -> bool:
    """Say whether what is compared is a plan: “KH 2025 so với TH 2024”."""
    lines = [said for line in own.split("\n") if (said := _WITH.sub("", line).strip())]
    return bool(lines) and read_heading(lines[-1]).kind == TARGET


def _sides(head: str) -> tuple[str, str] | None:
    """Part the texts over a column into what is compared, and what with; None of no comparison."""
    ratio = RATIO.search(head)
    if ratio and not IS_SCHOOL.search(head):
        # 2023/2024 is no change of 2024.
        parted = (head[: ratio.end(1)], head[ratio.end(1) :].lstrip(" /"))
        return parted if ratio[1] >= ratio[2] else None
    above, _, last = head.rpartition("\n")
    own, _, base = last.partition("/")
    if read_heading(own).kind and (read_heading(base).kind == TARGET or _YEAR_BEFORE.search(base)):
        return f"{above}\n{own}", base
    parts = [*_WITH.finditer(head)][-1:] or [*_YEAR_BEFORE.finditer(head)][:1]
    if not parts:
        return head, ""
    (part,) = parts
    at = part.end() if _WITH.fullmatch(part[0]) else part.start()
    return head[: part.start()], head[at:]


def _plans(against: Heading, time: str, kind: str) -> list[str]:
    """Say of when the plan is: as named, else of the figure's own time, or of the year around it.

    What is to be by a year may be meant of all years until then: that is not said.
    """
    if against.by or (against.period and "/" in against.period and against.period != time):
        return []
    named = replace(against, period=against.period or (time[:4] if against.months else "")).time
    plans = [named] if named else [*dict.fromkeys((time, time[:4]))]
    return [plan for plan in plans if kind == FIGURE or plan != time]


def _figure_before(head: str, base: str, against: Heading, time: str) -> str:
    """Say of when the figure is that another is set against, empty where that is not said."""
    before, is_same = _year_before(time), bool(_YEAR_BEFORE.search(base))
    if _OTHERWISE.search(head) or not before:
        return ""
    if is_same and not against.months and against.period in ("", before[:4]):
        return before
    year = against.period or ((before if is_same else time)[:4] if against.months else "")
    named = replace(against, period=year).time
    years = {*re.findall(YEAR, base)} <= {*re.findall(YEAR, named)}
    return named if years and named != time else ""


def _year_before(period: str) -> str:
    """Give the same stretch of time a year earlier; nothing of a year that may begin in any month.

    Such a one, 2013/14, is asked about.
    """
    try:
        return str(parse_period(period).year_before())
    except ValueError:
        return ""
