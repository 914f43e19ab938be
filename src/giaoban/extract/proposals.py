"""Propose what each quantity of a sentence says."""

import re
from dataclasses import replace
from decimal import Decimal

from giaoban.extract.cells import doubt_of_column, moved_column, title_of_row, with_unit
from giaoban.extract.completed import alike, completed, doubted, is_aim, yearly
from giaoban.extract.dated import dated
from giaoban.extract.entry import Entry
from giaoban.extract.inturn import in_turn
from giaoban.extract.kinds import (
    CHANGE,
    FIGURE,
    MARGIN,
    TARGET,
    downward,
    kind_of,
    may_be_aim,
    names_target,
    same_again,
)
from giaoban.extract.memory import Memory, usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.phrases import phrase_of, time_words
from giaoban.extract.prose import Passage
from giaoban.extract.sentences import Around, around
from giaoban.extract.values import is_share, value_of
from giaoban.numerals import readings

_OF_WHICH = re.compile(r"(?<!\w)trong (?:số )?(?:đó|này)(?!\w)", re.IGNORECASE)
_ENDS_OF_WHICH = re.compile(r";|(?<!\w)năm 20\d\d")


def proposals(
    passage: Passage,
    paragraph: int,
    sentence: tuple[int, int],
    mentions: list[Mention],
    memory: Memory,
    shares: bool,
    previous: Entry | None = None,
) -> list[Entry]:
    """Make an entry of each quantity of a sentence, in order.

    Parameters
    ----------
    passage : Passage
        Where the sentence stands.
    paragraph : int
        Which passage it is.
    sentence : tuple of (int, int)
        Where it starts and ends.
    mentions : list of Mention
        All that holds a number in it.
    memory : Memory
        What was said of time before.
    shares : bool
        Whether there are percentages in it or shortly before.
    previous : Entry or None
        The last figure of the sentence before, of which “trong đó” at its head speaks.
    """
    quantities = [with_unit(passage, m) for m in mentions if isinstance(m, Quantity)]
    times = time_words(passage.text, mentions)
    turns = in_turn(passage.text, sentence, usable(passage.text, mentions), quantities)
    made: list[Entry] = []
    whole: Entry | None = None
    bracketed = aims = False
    low = ""
    ends = [None, *(quantity.end for quantity in quantities)]
    starts = [*(quantity.start for quantity in quantities[1:]), None]
    for end, quantity, start in zip(ends, quantities, starts, strict=False):
        place = around(passage.text, sentence, end, quantity, start)
        last = made[-1] if made else None
        entry = _read(passage, quantity, place, shares, last)
        if _ENDS_OF_WHICH.search(place.before) or (bracketed and place.bracket is None):
            whole = None
        if _OF_WHICH.search(place.before):
            whole, bracketed = last, place.bracket is not None
        if last is None and _OF_WHICH.match(place.before.lstrip()):
            whole = previous
        if quantity.start in turns:
            period = turns[quantity.start]
            unsure = "in_turn" if period else "period_not_said"
        else:
            period, unsure = dated(paragraph, entry, place, mentions, memory, last)
        said = phrase_of(place, times, entry.unit_measure == "percent")
        own = title_of_row(passage, quantity) or said
        if quantity.bound == "<=" and made:
            # What a range is of may stand on either side of it.
            own = f"{low} {own}".strip()
            made[-1] = replace(made[-1], phrase=own or made[-1].phrase)
        if place.alone and made and made[-1].unit_measure in ("count", "percent") and own:
            # What its count is of may stand behind the brackets too.
            made[-1] = replace(made[-1], phrase=own)
        low = own
        entry = replace(entry, period=period, part_of=whole if entry.kind == FIGURE else None)
        entry = completed(entry, own, alike(quantity, made), unsure)
        if entry.part_of is previous is not None:
            entry = replace(entry, earlier=f"{previous.earlier} {previous.phrase} {entry.earlier}")
        aims = aims or (place.bracket is None and is_aim(entry))
        if aims and entry.kind == FIGURE and may_be_aim(place):
            entry = doubted(entry, "target_or_figure")
        if headed := doubt_of_column(passage, quantity):
            entry = doubted(entry, headed)
        made.append(yearly(entry, place, quantity, last))
    return made


def _read(
    passage: Passage, quantity: Quantity, place: Around, shares: bool, last: Entry | None
) -> Entry:
    value = next(iter(readings(quantity.number)), None)
    kind = kind_of(place, is_share(quantity, value, shares))
    if moved_column(passage, quantity):
        kind = CHANGE
    if last is not None and last.kind == CHANGE and same_again(place):
        kind = CHANGE
    if quantity.before:
        # What a change started from is no change.
        kind = FIGURE
    down = downward(place, kind)
    if quantity.bound == "<=" and last is not None:
        kind = last.kind
        down = any(one.code == "decrease" for one in last.doubts)
    unsure = kind == MARGIN and names_target(place) and _is_most(value, last)
    if unsure:
        kind, down = TARGET, False
    read = value_of(quantity, place, kind, shares, down)
    entry = Entry(
        passage,
        quantity,
        kind,
        value=read.value,
        qualifier=read.qualifier,
        unit_measure=read.unit_measure,
        earlier=place.said,
        doubts=read.doubts,
    )
    return doubted(entry, "margin_or_target") if unsure else entry


def _is_most(value: Decimal | None, last: Entry | None) -> bool:
    """Say whether a number is too much to be a part of the one before."""
    if value is None or last is None or last.value is None:
        return False
    return 2 * value >= last.value
