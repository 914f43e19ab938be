"""Propose what each quantity of a sentence says."""

import re
from dataclasses import replace

from giaoban.extract.cells import doubt_of_column, title_of_row, with_unit
from giaoban.extract.dated import dated
from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.entry import Entry
from giaoban.extract.inturn import in_turn
from giaoban.extract.kinds import FIGURE, TARGET, by_year, downward, kind_of, may_be_aim
from giaoban.extract.memory import Memory, usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.phrases import phrase_of, time_words
from giaoban.extract.prose import Passage
from giaoban.extract.sentences import Around, around
from giaoban.extract.values import is_share, value_of
from giaoban.numerals import readings

_OF_WHICH = re.compile(r"(?<!\w)trong (?:số )?(?:đó|này)(?!\w)", re.IGNORECASE)
_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)", re.IGNORECASE)
_ENDS_OF_WHICH = re.compile(r";|(?<!\w)năm 20\d\d")
# A target or claim whose own words are fewer speaks of what the number before does.
OWN_WORDS = 3


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
        low = own
        entry = replace(entry, period=period, part_of=whole if entry.kind == FIGURE else None)
        entry = _completed(entry, own, _alike(quantity, made), unsure)
        if entry.part_of is previous is not None:
            entry = replace(entry, earlier=f"{previous.earlier} {previous.phrase} {entry.earlier}")
        aims = aims or (place.bracket is None and _is_aim(entry))
        if aims and entry.kind == FIGURE and may_be_aim(place):
            entry = _doubted(entry, "target_or_figure")
        if headed := doubt_of_column(passage, quantity):
            entry = _doubted(entry, headed)
        made.append(_yearly(entry, place, quantity, last))
    return made


def _read(
    passage: Passage, quantity: Quantity, place: Around, shares: bool, last: Entry | None
) -> Entry:
    value = next(iter(readings(quantity.number)), None)
    kind = kind_of(place, is_share(quantity, value, shares))
    down = downward(place, kind)
    if quantity.bound == "<=" and last is not None:
        kind = last.kind
        down = any(one.code == "decrease" for one in last.doubts)
    read = value_of(quantity, place, kind, shares, down)
    return Entry(
        passage,
        quantity,
        kind,
        value=read.value,
        qualifier=read.qualifier,
        unit_measure=read.unit_measure,
        earlier=place.said,
        doubts=read.doubts,
    )


def _alike(quantity: Quantity, made: list[Entry]) -> Entry | None:
    """Give the entry before that counted the same, or else the last one."""
    for entry in reversed(made):
        before = entry.mention
        if quantity.unit and isinstance(before, Quantity) and before.unit == quantity.unit:
            return entry
    return made[-1] if made else None


def _completed(entry: Entry, own: str, last: Entry | None, unsure: str) -> Entry:
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


def _is_aim(entry: Entry) -> bool:
    """Say whether an entry is a target, or may be one."""
    return entry.kind == TARGET or doubt("target_or_figure") in entry.doubts


def _doubted(entry: Entry, code: str) -> Entry:
    return replace(entry, doubts=tuple(dict.fromkeys((*entry.doubts, doubt(code)))))


def _yearly(entry: Entry, place: Around, quantity: Quantity, last: Entry | None) -> Entry:
    """Doubt a number of each year where its period is not one year."""
    single = entry.period is not None and (entry.period.years or 1) == 1
    if single or entry.kind not in (FIGURE, TARGET):
        return entry
    of_range = quantity.bound == "<=" and last is not None and doubt("per_year") in last.doubts
    if not (of_range or by_year(place, quantity.unit)):
        return entry
    return _doubted(entry, "per_year")
