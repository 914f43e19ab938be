"""Propose what each quantity of a sentence says."""

import re
from dataclasses import replace

from giaoban.extract.cells import period_of_column, title_of_row, with_unit
from giaoban.extract.dating import Memory, period_of, usable
from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.entry import Entry
from giaoban.extract.kinds import FIGURE, TARGET, by_year, kind_of
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.phrases import phrase_of, time_words
from giaoban.extract.prose import Passage
from giaoban.extract.sentences import Around, around
from giaoban.extract.unresolved import unresolved
from giaoban.extract.values import is_share, value_of
from giaoban.numerals import readings
from giaoban.periods import Period

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
    made: list[Entry] = []
    whole: Entry | None = None
    low = ""
    ends = [None, *(quantity.end for quantity in quantities)]
    starts = [*(quantity.start for quantity in quantities[1:]), None]
    for end, quantity, start in zip(ends, quantities, starts, strict=False):
        place = around(passage.text, sentence, end, quantity, start)
        last = made[-1] if made else None
        entry = _read(passage, quantity, place, shares, last)
        if _ENDS_OF_WHICH.search(place.before):
            whole = None
        whole = last if _OF_WHICH.search(place.before) else whole
        if last is None and _OF_WHICH.match(place.before.lstrip()):
            whole = previous
        period, unsure = _dated(paragraph, entry, place, mentions, memory, last)
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
        made.append(_yearly(entry, place, quantity, last))
    return made


def _read(
    passage: Passage, quantity: Quantity, place: Around, shares: bool, last: Entry | None
) -> Entry:
    value = next(iter(readings(quantity.number)), None)
    kind = kind_of(place, is_share(quantity, value, shares))
    if quantity.bound == "<=" and last is not None:
        kind = last.kind
    read = value_of(quantity, place, kind, shares)
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
    if _IN_TURN.search(entry.earlier):
        doubts.append(doubt("in_turn"))
    if unsure:
        doubts.append(doubt(unsure))
    return replace(entry, phrase=phrase, doubts=tuple(doubts))


def _yearly(entry: Entry, place: Around, quantity: Quantity, last: Entry | None) -> Entry:
    """Doubt a number of each year where its period is not one year."""
    single = entry.period is not None and (entry.period.years or 1) == 1
    if single or entry.kind not in (FIGURE, TARGET):
        return entry
    of_range = quantity.bound == "<=" and last is not None and doubt("per_year") in last.doubts
    if not (of_range or by_year(place, quantity.unit)):
        return entry
    return replace(entry, doubts=(*entry.doubts, doubt("per_year")))


def _dated(
    paragraph: int,
    entry: Entry,
    place: Around,
    mentions: list[Mention],
    memory: Memory,
    last: Entry | None,
) -> tuple[Period | None, str]:
    """Find the period of a number: in a table, that of its column first."""
    passage, quantity = entry.passage, entry.mention
    if isinstance(quantity, Quantity) and quantity.before:
        return None, "period_not_said"
    times = usable(passage.text, mentions)
    column = period_of_column(passage, quantity)
    if column is not None:
        return column, ""
    opened = quantity.start - len(place.bracket or "")
    dated = any(opened <= time.start < quantity.start for time in times)
    if last is not None and place.bracket is not None and not dated and entry.kind != FIGURE:
        return last.period, ""
    others = [m for m in mentions if isinstance(m, Quantity)]
    start = quantity.start - len(place.said)
    vague = unresolved(passage.text, start, quantity.start, mentions)
    return period_of(passage.text, quantity, times, others, memory, paragraph, vague)
