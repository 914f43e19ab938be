"""Complete an entry by those before it: what it speaks of, and the doubts that follow."""

import re
from dataclasses import replace

from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.entry import Entry
from giaoban.extract.kinds import FIGURE, TARGET
from giaoban.extract.means import by_year
from giaoban.extract.mentions import Quantity
from giaoban.extract.sentences import Around

_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)", re.IGNORECASE)
# A target or claim whose own words are fewer speaks of what the number before does.
OWN_WORDS = 3


def alike(quantity: Quantity, made: list[Entry]) -> Entry | None:
    """Give the entry before that counted the same, or else the last one."""
    for entry in reversed(made):
        before = entry.mention
        if quantity.unit and isinstance(before, Quantity) and before.unit == quantity.unit:
            return entry
    return made[-1] if made else None


def completed(entry: Entry, own: str, last: Entry | None, unsure: str) -> Entry:
    """Take over what was said of the number before, and add the doubts that follow."""
    quantity = entry.mention
    doubts: list[Doubt] = list(entry.doubts)
    phrase = own
    weak = entry.kind != FIGURE and len(own.split()) < OWN_WORDS
    if last is not None and (not own or weak):
        phrase = last.phrase
    if not phrase:
        doubts.append(doubt("no_phrase"))
    if isinstance(quantity, Quantity) and quantity.bound:
        doubts.append(doubt("range"))
    if isinstance(quantity, Quantity) and quantity.before:
        doubts.append(doubt("earlier_value"))
    # Of a count, a share can only be a share of that count.
    of_share = entry.part_of is not None and entry.part_of.unit_measure == "percent"
    if of_share and entry.unit_measure == "percent":
        doubts.append(doubt("base_not_said"))
    if _IN_TURN.search(entry.earlier) and unsure != "in_turn":
        doubts.append(doubt("in_turn"))
    if unsure:
        doubts.append(doubt(unsure))
    return replace(entry, phrase=phrase, doubts=tuple(doubts))


def is_aim(entry: Entry) -> bool:
    """Say whether an entry is a target, or may be one."""
    return entry.kind == TARGET or doubt("target_or_figure") in entry.doubts


def doubted(entry: Entry, code: str) -> Entry:
    """Add a doubt to an entry, once."""
    return replace(entry, doubts=tuple(dict.fromkeys((*entry.doubts, doubt(code)))))


def yearly(entry: Entry, place: Around, quantity: Quantity, last: Entry | None) -> Entry:
    """Doubt a number of each year where its period is not one year."""
    single = entry.period is not None and (entry.period.years or 1) == 1
    if single or entry.kind not in (FIGURE, TARGET):
        return entry
    of_range = quantity.bound == "<=" and last is not None and doubt("per_year") in last.doubts
    if not (of_range or by_year(place, quantity.unit)):
        return entry
    return doubted(entry, "per_year")
