"""Which units the rows or columns of a sheet are of: those of the programme, or new ones."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import identifier
from giaoban.sheet.answers import SKIP, WHOLE, Answers, Question
from giaoban.sheet.forms import Observation
from giaoban.sheet.indicators import NEW
from giaoban.sheet.known import Known, Place, place_of, plainly
from giaoban.sheet.words import COMPARISONS, PLACES, VILLAGES, is_mean, is_sum
from giaoban.tables import VIETNAMESE, local

_LEVEL = re.compile(rf"{PLACES}|{VILLAGES}|trường|chi bộ|đảng bộ", re.IGNORECASE)

# What is equal to one other number alone is no sum.
PARTS = 2

_TITLES = ("title_vi", "title_en", "title")


@dataclass(frozen=True)
class Unit:
    """A unit that a sheet has figures of.

    Attributes
    ----------
    id, title : str
        Its id, and what the sheet calls it.
    level : str
        Such as ``xã``, where its title says it.
    is_new : bool
        Whether the programme does not have it yet.
    """

    id: str
    title: str
    level: str
    is_new: bool


def own_unit(answers: Answers, known: Known) -> Unit:
    """Give the programme's own unit: as it has it, or as a person called it."""
    titles = {r["unit"]: local(r, "title", VIETNAMESE) for r in known.of("units")}
    if known.unit in titles or known.has_figures:
        return Unit(known.unit, titles.get(known.unit, known.unit), "", is_new=False)
    title = answers.get("unit")
    return Unit(known.unit or identifier(title), title, _level(title), is_new=True)


@dataclass(frozen=True)
class _Called:
    """A title of a unit that there is, and the place that it names."""

    id: str
    title: str
    place: Place


def units_of(
    found: list[Observation], own: Unit, answers: Answers, known: Known
) -> tuple[dict[str, Unit | None], list[Question]]:
    """Name the units that a sheet has figures of by their titles, and what is to be asked.

    None of one that is to be left out, or is asked about.
    """
    titles = dict.fromkeys(s.unit for s in found if s.unit and s.kind not in COMPARISONS)
    called, totals = [*_called(own, known)], _totals(found)
    taken = {own.id, *(row["unit"] for row in known.of("units"))}
    named: dict[str, Unit | None] = {}
    questions: list[Question] = []
    # What says no level may be any of those that do.
    for title in sorted(titles, key=lambda title: not place_of(title).level):
        said = answers.get("unit-name", title)
        same, others = _namesakes(title, called, own, titles)
        if said == WHOLE:
            named[title] = own
            continue
        if said in ("", NEW) and len(same) == 1:
            said = same[0].id
        asked = [] if said or others else _or_together(title, totals, found)
        if asked:
            named[title] = None
            questions += asked
            continue
        if said == SKIP or (not said and (same or others)):
            named[title] = None
            questions += [] if said else [_which(title, same or others)]
            continue
        name = identifier(title, taken) if said in ("", NEW) else said
        unit = Unit(name, title, _level(title), is_new=name not in taken)
        named[title] = own if name == own.id else unit
        taken.add(name)
        called.append(_Called(name, title, place_of(title)))
    return {"": own} | {title: named[title] for title in titles}, questions


def _totals(found: list[Observation]) -> dict[str, Observation]:
    """Give the units whose numbers are the sums of all others, with one of these.

    In half of what is told of them and twice at least, as shares have no sum.
    """
    told, equal = Counter[str](), Counter[str]()
    sums: dict[str, Observation] = {}
    for own in _by_unit(found):
        values = _values(own)
        whole = sum(values.values())
        told.update([*values])
        for unit, value in values.items() if len(own) > PARTS else ():
            if 2 * value == whole:
                equal[unit] += 1
                sums.setdefault(unit, own[unit])
    return {u: seen for u, seen in sums.items() if equal[u] > 1 and 2 * equal[u] >= told[u]}


def _by_unit(found: list[Observation]) -> list[dict[str, Observation]]:
    """Give the numbers that units have of one thing and time, each by its unit."""
    by_unit: dict[tuple[str, ...], dict[str, Observation]] = {}
    for seen in found:
        if seen.unit and seen.kind not in COMPARISONS and seen.printed.value:
            key = (seen.title, seen.period, seen.kind, seen.setter)
            by_unit.setdefault(key, {})[seen.unit] = seen
    return [*by_unit.values()]


def _values(own: dict[str, Observation]) -> dict[str, Decimal]:
    return {unit: seen.printed.value or Decimal(0) for unit, seen in own.items()}


def _or_together(
    title: str, totals: dict[str, Observation], found: list[Observation]
) -> list[Question]:
    """Ask whether what is called a unit is all others together, or a mean of them.

    Of a mean nothing lies beyond what it is of.
    """
    if title in totals:
        return [_whole(title, totals[title])]
    if is_sum(title):
        text = N_("“{title}”: all units together (whole), or a unit of that name (new)?")
        return [Question("unit-name", title, Text(text, title=title), "", (WHOLE, NEW, SKIP))]
    return [mean_or_place(title)] if is_mean(title) and not _lies_beyond(title, found) else []


def mean_or_place(title: str) -> Question:
    """Ask whether *Trung Bình* is a mean of what stands around it, or a unit of that name."""
    text = N_("“{title}”: a unit of that name (new), or a mean of the others (skip)?")
    return Question("unit-name", title, Text(text, title=title), "", (NEW, SKIP))


def _lies_beyond(title: str, found: list[Observation]) -> bool:
    """Say whether a number of a unit is below or above those of all others."""
    for own in map(_values, _by_unit(found)):
        others = [value for unit, value in own.items() if unit != title]
        if title in own and others and not min(others) <= own[title] <= max(others):
            return True
    return False


def _whole(title: str, seen: Observation) -> Question:
    text = N_(
        "“{title}”: its numbers are the sums of those of the other units ({place}: {shown}). Is it "
        "all of them together (whole), or a unit beside them (new)?"
    )
    asked = Text(text, title=title, place=seen.place, shown=seen.printed.text)
    return Question("unit-name", title, asked, WHOLE, (WHOLE, NEW, SKIP))


def _called(own: Unit, known: Known) -> Iterator[_Called]:
    """Give each title of a unit that there is, and the place that it names.

    A title without the level that another one of the same unit says is left out.
    """
    rows = {row["unit"]: row for row in known.of("units")}
    for name, row in ({own.id: {"title": own.title}} | rows).items():
        titles = [row[part] for part in _TITLES if row.get(part)]
        levelled = {place.name for place in map(place_of, titles) if place.level}
        for title in titles:
            place = place_of(title)
            # “xã” in the column of levels says as much as “Xã Tân Lập” does.
            level = place.level or place_of(f"{row.get('level', '')} {title}").level
            if place.level or place.name not in levelled:
                yield _Called(name, plainly(title), Place(place.name, level))


def _namesakes(
    title: str, called: list[_Called], own: Unit, titles: Iterable[str]
) -> tuple[list[_Called], list[_Called]]:
    """Give the units that a title is as it is written, or by its level, and those it may be.

    Where one of the two says no level they are one, if nothing else has that name, save the
    programme's own unit: that has others in it.
    """
    place = place_of(title)
    named = [one for one in called if one.place.name == place.name]
    same = [one for one in named if one.title == plainly(title)]
    same = same or [one for one in named if one.place.level == place.level]
    others = [one for one in named if not (one.place.level and place.level)]
    same, others = ([*{one.id: one for one in those}.values()] for those in (same, others))
    levels = {other.level for other in map(place_of, titles) if other.name == place.name} - {""}
    if not same and len(others) == 1 and others[0].id != own.id and len(levels) < 2:
        return others, []
    return same, others


def _which(title: str, others: list[_Called]) -> Question:
    ids = [one.id for one in others]
    template = N_("“{title}” may be {others}, or another unit of that name: which is it?")
    asked = Text(template, title=title, others=", ".join(ids))
    return Question("unit-name", title, asked, "", (*ids, NEW, SKIP))


def _level(title: str) -> str:
    found = _LEVEL.match(title)
    return found[0].lower() if found else ""
