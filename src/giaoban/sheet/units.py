"""Which units the rows or columns of a sheet are of: those of the programme, or new ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.language import identifier
from giaoban.sheet.answers import SKIP, Answers
from giaoban.sheet.forms import Observation
from giaoban.sheet.known import Known, place_name
from giaoban.sheet.words import COMPARISONS, PLACES, VILLAGES
from giaoban.tables import VIETNAMESE, local

_LEVEL = re.compile(rf"{PLACES}|{VILLAGES}|trường|chi bộ|đảng bộ", re.IGNORECASE)


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


def units_of(
    found: Iterable[Observation], own: Unit, answers: Answers, known: Known
) -> dict[str, Unit | None]:
    """Name the units that a sheet has figures of by their titles; None of one to be left out."""
    titled = known.titled("units", "unit") | {place_name(own.title): own.id}
    taken = {own.id, *(row["unit"] for row in known.of("units"))}
    named: dict[str, Unit | None] = {"": own}
    for title in dict.fromkeys(seen.unit for seen in found if seen.kind not in COMPARISONS):
        said = answers.get("unit-name", title) or titled.get(place_name(title), "")
        if title in named:
            continue
        if said == SKIP:
            named[title] = None
        elif said == own.id:
            named[title] = own
        else:
            name = said or identifier(title, taken)
            is_new = name not in taken
            taken.add(name)
            named[title] = Unit(name, title, _level(title), is_new)
            titled.setdefault(place_name(title), name)
    return named


def _level(title: str) -> str:
    found = _LEVEL.match(title)
    return found[0].lower() if found else ""
