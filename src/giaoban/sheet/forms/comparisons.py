"""What a sheet says of its own figures, checked with them: percent of the plan, a change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.sheet.forms.columns import Column
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import cell_under
from giaoban.sheet.forms.observations import Observation
from giaoban.sheet.forms.setters import setters_in
from giaoban.sheet.words import COMPARISONS, FIGURE, MEAN, PLAN, TARGET, TITLE, Pair, pairs_in
from giaoban.sheet.words import YEAR as YEARS_DOWN

# Title, unit and time.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Comparison:
    """A cell that compares.

    Attributes
    ----------
    block, column : Block, Column
        Where it stands.
    one : Observation
        What it says.
    head : str
        The texts that say with what, a line each.
    pairs : list of Pair
        What it may set against what; none where they do not say it.
    """

    block: Block
    column: Column
    one: Observation
    head: str
    pairs: list[Pair]


@dataclass(frozen=True)
class Checked:
    """How the comparisons of a sheet came out.

    Attributes
    ----------
    agree : int
        How many its figures bear out.
    unchecked : int
        How many lack a figure or a target, or do not say with what they compare.
    disagree : list of Text
        What is said of each that they do not.
    """

    agree: int
    unchecked: int
    disagree: list[Text]


def check_comparisons(
    blocks: Iterable[Block],
    found: Iterable[Observation],
    first: Mapping[Key, Mapping[str, Decimal]],
) -> Checked:
    """Work out each comparison of a sheet from its figures, with what the sheet says it is of.

    A number may be a ratio (105,3), its change in percent (5,3) or the difference; one that is any
    of them agrees. It does where one worked out, rounded to its decimals or cut off there, is it.

    Parameters
    ----------
    blocks, found : iterable
        The tables, and what their cells say.
    first : mapping of (str, str, str) to mapping of str to Decimal
        The plans that the programme had at first, by title, unit and time, and who set them.
    """
    seen = [*found]
    values: dict[tuple[str, Key], list[Observation]] = {}
    for one in seen:
        if one.kind in (FIGURE, TARGET):
            values.setdefault((one.kind, (one.title, one.unit, one.period)), []).append(one)
    agree = unchecked = 0
    disagree: list[Text] = []
    for comparison in compared(blocks, seen):
        one, stated = comparison.one, comparison.one.printed.value
        if stated is None or one.kind == MEAN:
            continue
        likely = []
        is_sure = True
        for pair in comparison.pairs:
            key = (one.title, one.unit, pair.before)
            plans = values.get((pair.base, key), [])
            bases, is_told = _bases(pair, comparison.head, plans, first.get(key, {}))
            is_sure &= is_told
            figures = values.get((pair.kind, (one.title, one.unit, pair.time)), [])
            sides = product((n for figure in figures for n in figure.printed.sides), bases)
            likely += [(pair, n) for figure, base in sides for n in _ways(figure, base)]
        if any(_is(stated, number) for _, number in likely):
            agree += 1
        elif likely and is_sure:
            pair, number = likely[0]
            disagree.append(_told(one, pair, Number(round(float(number), max(1, _places(stated))))))
        else:
            unchecked += 1
    return Checked(agree, unchecked, disagree)


def _bases(
    pair: Pair, head: str, own: list[Observation], first: Mapping[str, Decimal]
) -> tuple[list[Decimal], bool]:
    """Give the numbers that others are set against, and whether they are what the head names.

    Of several plans that of the setter or stage in it; of one plan alone nobody knows whether it
    is that of the year’s beginning.
    """
    setters = setters_in(head, (one.setter for one in own))
    own = [one for one in own if one.setter in setters] or own
    at_first = setters_in(head, first)
    stages = {one.stage for one in own}
    untold = pair.stage < 0 and pair.stage not in stages
    # Beside what it was adjusted to, a plan that says nothing of it is the first.
    if untold and len(at_first) == 1 and not ({0} < stages):
        return [first[setter] for setter in at_first], True
    meant = [one for one in own if one.stage == (0 if untold else pair.stage or one.stage)]
    return [side for one in meant for side in one.printed.sides], not untold or {0} < stages


def _told(one: Observation, pair: Pair, found: Number) -> Text:
    template = N_("{place}: {title} {period}: {stated} stands there, the figures give {found}")
    about = {"place": one.place, "title": one.title, "period": pair.time}
    return Text(template, stated=one.printed.text, found=found, **about)


def compared(blocks: Iterable[Block], found: Iterable[Observation]) -> Iterator[Comparison]:
    """Give each comparison of a sheet with what it may set against what, as far as heads say it.

    Parameters
    ----------
    blocks : iterable of Block
        The tables.
    found : iterable of Observation
        What their cells say.
    """
    by_place: dict[str, list[Observation]] = {}
    for one in found:
        by_place.setdefault(one.place, []).append(one)
    for block in blocks:
        own = [
            (column, row, one)
            for column in block.data
            for row in range(block.first, block.last + 1)
            for one in by_place.get(block.grid.place(row, column.index), ())
        ]
        # Where each row is of its own year, only what stands in it is of that.
        down = block.column(YEARS_DOWN) is not None
        times: dict[tuple[str, int], set[str]] = {}
        for column, row, one in own:
            if one.kind == FIGURE:
                times.setdefault((column.heading.name, row * down), set()).add(one.period)
        for column, row, one in own:
            if one.kind not in COMPARISONS:
                continue
            if column.heading.kind in COMPARISONS:
                head, beside = "\n".join(column.path), times.get((column.heading.name, row * down))
            else:
                head = cell_under(block, row, PLAN) or cell_under(block, row, TITLE)
                figures = (o for c, _, o in own if c == column and o.kind == FIGURE)
                like = {o.period for o in figures if (o.title, o.unit) == (one.title, one.unit)}
                beside = {one.period} if one.period else like
            yield Comparison(
                block, column, one, head, pairs_in(head, one.kind, sorted(beside or ()))
            )


def _ways(figure: Decimal, base: Decimal) -> Iterator[Decimal]:
    """Give each number that may be written for a figure beside another."""
    if base:
        percent = figure / base * 100
        yield from (percent, percent - 100, abs(percent - 100))
        yield from (figure - base, abs(figure - base), figure / base)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _is(stated: Decimal, value: Decimal) -> bool:
    return abs(stated - value) < Decimal(1).scaleb(-_places(stated))
