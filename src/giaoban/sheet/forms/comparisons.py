"""What a sheet says of its own figures, checked with them: percent of the plan, a change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.extract.vietnamese import compiled
from giaoban.sheet.forms.headings import (
    COMPARED,
    FIGURE,
    OF_TARGET,
    TARGET,
    read_heading,
    together,
)
from giaoban.sheet.forms.observations import Observation
from giaoban.sheet.forms.times import YEAR

# By indicator and unit: the times, each with its number.
Values = dict[tuple[str, str], list[tuple[str, Decimal]]]

_RATIO = compiled(rf"(?<!\d)({YEAR})\s*/\s*(?:\w+\s+){{0,3}}?({YEAR})(?!\d)")
_IS_SCHOOL = compiled(r"năm\s+học|school year")
_WITH = compiled(r"(?<!\w)(?:so(?:\s+(?:với|sánh))*|against|compared\s+(?:to|with)|vs\.?)(?!\w)")
_YEAR_BEFORE = compiled(
    r"(?<!\w)(?:cùng\s+kỳ|năm\s+(?:học\s+)?(?:trước|ngoái)|same\s+period"
    r"|(?:previous|prior|last)\s+year|year\s+before)(?!\w)"
)
# With what else a column compares, or how: the start of a year, the month before, in numbers.
_OTHERWISE = compiled(
    r"(?<!\w)(?:(?<!tháng\s)đầu\s+(?:năm|kỳ|nhiệm\s+kỳ|giai\s+đoạn)|tuyệt\s+đối"
    r"|(?:tuần|tháng|quý|nhiệm\s+kỳ)\s+trước|(?:\d|hai|ba|bốn|năm)\s+năm\s+trước)(?!\w)"
)


@dataclass(frozen=True)
class Checked:
    """How the comparisons of a sheet came out.

    Attributes
    ----------
    agree : int
        How many its figures bear out.
    unchecked : int
        How many lack a figure or a target.
    disagree : list of Text
        What is said of each that they do not.
    """

    agree: int
    unchecked: int
    disagree: list[Text]


def check_comparisons(found: Iterable[Observation]) -> Checked:
    """Work out each percentage of the plan, and each change, from the figures of the sheet.

    A percentage of the plan is figure / target x 100. Against the year before, a number may be a
    ratio (105,3), its change in percent (5,3) or the difference; one that is any of them agrees.
    A number agrees where one worked out, rounded to its decimals or cut off there, is it.
    """
    seen = [*found]
    figures, targets = _values(seen, FIGURE), _values(seen, TARGET)
    agree = unchecked = 0
    disagree: list[Text] = []
    for one in seen:
        stated = one.printed.value
        if one.kind not in (OF_TARGET, COMPARED) or stated is None:
            continue
        likely = [*_worked_out(one, figures, targets)]
        if not likely:
            unchecked += 1
        elif any(_is(stated, value) for value in likely):
            agree += 1
        else:
            template = N_(
                "{place}: {title} {period}: {stated} stands there, the figures give {found}"
            )
            told = Number(round(float(likely[0]), max(1, _places(stated))))
            parts = {"place": one.place, "title": one.title, "period": one.period}
            disagree.append(Text(template, stated=one.printed.text, found=told, **parts))
    return Checked(agree, unchecked, disagree)


def changed_in(path: Iterable[str], times: Iterable[str]) -> str:
    """Say of which time a column gives the change against the same months a year before.

    Parameters
    ----------
    path : iterable of str
        The texts over it, such as ``So với cùng kỳ năm 2023 (%)`` or ``2024/2023``.
    times : iterable of str
        Those of the figures in the row.

    Returns
    -------
    str
        The time that the texts name, else the latest; empty where they do not say that it is set
        against the same months a year before, or where several times of the last year may be meant.
    """
    head = "\n".join(path)
    own, base = _sides(head)
    about, against = together([read_heading(line) for line in own.split("\n")]), read_heading(base)
    last = max((time[:4] for time in times), default="")
    about = replace(about, period=about.period or (last if about.months else ""))
    likely = {t for t in times if (t == about.time if about.time else t.startswith(last))}
    if len(likely) != 1 or about.kind == TARGET or _OTHERWISE.search(head):
        return ""
    (period,) = likely
    before = _year_before(period)
    same = bool(_YEAR_BEFORE.search(base))
    years = {*re.findall(YEAR, base)} <= {*re.findall(YEAR, before)}
    whole = same and not against.months and against.period in ("", before[:4])
    said = replace(against, period=against.period or before[:4]).time
    named = bool(against.period or against.months) and said == before
    return period if years and (whole or named) else ""


def _sides(head: str) -> tuple[str, str]:
    """Part the texts over a column into what is compared, and what with; none where untold."""
    ratio = _RATIO.search(head)
    if ratio and not _IS_SCHOOL.search(head):
        # 2023/2024 is no change of 2024.
        found = ratio[1] > ratio[2]
        return (head[: ratio.end(1)], head[ratio.end(1) :].lstrip(" /")) if found else ("", "")
    parts = [*_WITH.finditer(head)][-1:] or [*_YEAR_BEFORE.finditer(head)][:1]
    if not parts:
        return head, ""
    (part,) = parts
    at = part.end() if _WITH.fullmatch(part[0]) else part.start()
    return head[: part.start()], head[at:]


def _values(found: Iterable[Observation], kind: str) -> Values:
    values: Values = {}
    for seen in found:
        if seen.kind == kind and seen.printed.value is not None:
            own = values.setdefault((seen.title, seen.unit), [])
            own += [(seen.period, value) for value in seen.printed.sides]
    return values


def _worked_out(one: Observation, figures: Values, targets: Values) -> Iterator[Decimal]:
    own = figures.get((one.title, one.unit), [])
    # What says no time of its own is of the last column, or of another of the same year.
    last = max((time[:4] for time, _ in own), default="")
    for period, figure in reversed(own):
        if period != one.period if one.period else not period.startswith(last):
            continue
        for time, base in targets.get((one.title, one.unit), []):
            # Half a year may be set against the plan of the year.
            if one.kind == OF_TARGET and base and time in (period, period[:4]):
                yield from (figure / base * 100, figure - base, figure / base)
        for time, before in own:
            if one.kind == COMPARED and before and time == _year_before(period):
                yield from (figure / before * 100, figure / before * 100 - 100, figure - before)
                yield from (abs(figure - before), abs(figure / before * 100 - 100), figure / before)


def _year_before(period: str) -> str:
    """Give the same stretch of time a year earlier."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _is(stated: Decimal, value: Decimal) -> bool:
    return abs(stated - value) < Decimal(1).scaleb(-_places(stated))
