"""What a sheet says of its own figures, checked with them: percent of the plan, a change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.extract.forms.headings import COMPARED, FIGURE, OF_TARGET, TARGET
from giaoban.extract.forms.observations import Observation

# By indicator and unit: the times, each with its number.
Values = dict[tuple[str, str], list[tuple[str, Decimal]]]


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
