"""Go through an item and make an entry of everything in it that holds a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from giaoban.extract.dating import Memory, period_of, usable
from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.found import found
from giaoban.extract.kinds import CLAIMS, FIGURE, TARGET, kind_of
from giaoban.extract.mentions import Mention, Quantity, Time
from giaoban.extract.phrases import phrase_of, time_words
from giaoban.extract.prose import Passage
from giaoban.extract.sentences import around, sentences
from giaoban.extract.values import is_share, value_of
from giaoban.numerals import readings
from giaoban.periods import Period

_OF_WHICH = re.compile(r"(?<!\w)trong (?:số )?(?:đó|này)(?!\w)", re.IGNORECASE)
_ENDS_OF_WHICH = re.compile(r";|(?<!\w)năm 20\d\d")


@dataclass(frozen=True)
class Entry:
    """A number in the text, with what is proposed for it.

    Attributes
    ----------
    passage : Passage
        Where it stands.
    mention : Mention
        The number itself.
    kind : str
        ``figure``, ``target``, a kind of claim, or the sort of what is no figure.
    earlier : str
        What the sentence said before it.
    part_of : Entry or None
        The figure before, of which it is said to be a part.
    """

    passage: Passage
    mention: Mention
    kind: str
    value: Decimal | None = None
    qualifier: str = ""
    unit_measure: str = ""
    phrase: str = ""
    earlier: str = ""
    period: Period | None = None
    part_of: "Entry | None" = field(default=None, repr=False)
    doubts: tuple[Doubt, ...] = ()


def entries(passages: list[Passage]) -> list[Entry]:
    """Make the entries of an item, in the order of the text."""
    made: list[Entry] = []
    memory = Memory()
    for number, passage in enumerate(passages):
        mentions = found(passage.text)
        for start, end in sentences(passage.text, mentions):
            here = [m for m in mentions if start <= m.start < end]
            made += _of_sentence(passage, number, (start, end), here, memory, made)
            memory.keep(passage.text, here, number)
    return made


def _of_sentence(
    passage: Passage,
    number: int,
    sentence: tuple[int, int],
    mentions: list[Mention],
    memory: Memory,
    before: list[Entry],
) -> Iterator[Entry]:
    quantities = [m for m in mentions if isinstance(m, Quantity)]
    lately = [e.mention for e in before[-6:] if isinstance(e.mention, Quantity)]
    shares = any(q.measure == "percent" for q in (*quantities, *lately))
    last: Entry | None = None
    whole: Entry | None = None
    for mention in mentions:
        if not isinstance(mention, Quantity):
            words = passage.text[mention.start : mention.end]
            doubts = (doubt("in_words"),) if mention.sort == "words" else ()
            if mention.sort == "unplaced" and re.search(r"\d\D+\d", words):
                doubts = (doubt("not_a_number"),)
            kind = "unplaced" if mention.sort == "words" else mention.sort
            period = mention.period if isinstance(mention, Time) else None
            yield Entry(passage, mention, kind, period=period, doubts=doubts)
            continue
        place = around(passage.text, sentence, mention, quantities)
        value = next(iter(readings(mention.number)), None)
        share = is_share(mention, value, shares)
        kind = kind_of(place, share)
        read = value_of(mention, place, kind, shares)
        times = usable(passage.text, mentions)
        period, unsure = _period(passage, number, mention, times, quantities, memory)
        opened = mention.start - len(place.bracket or "")
        own = any(opened <= time.start < mention.start for time in times)
        if last is not None and place.bracket is not None and not own and kind != FIGURE:
            period, unsure = last.period, ""
        if _ENDS_OF_WHICH.search(place.before):
            whole = None
        if _OF_WHICH.search(place.before) and last is not None:
            whole = last
        phrase = phrase_of(place, time_words(passage.text, mentions), share)
        entry = Entry(
            passage,
            mention,
            kind,
            read.value,
            read.qualifier,
            read.unit_measure,
            phrase,
            place.said,
            period,
            whole if kind == FIGURE else None,
            read.doubts,
        )
        last = _completed(entry, mention, last, unsure)
        yield last


def _completed(entry: Entry, quantity: Quantity, last: Entry | None, unsure: str) -> Entry:
    """Take over what was said of the number before, and add the doubts that follow."""
    doubts = list(entry.doubts)
    phrase = entry.phrase
    if last is not None and (not phrase or (entry.kind in (TARGET, *CLAIMS) and len(phrase.split()) < 3)):
        phrase = last.phrase
    if not phrase:
        doubts.append(doubt("no_phrase"))
    if quantity.bound:
        doubts.append(doubt("range"))
    period = entry.period
    if quantity.before:
        period, unsure = None, "period_not_said"
        doubts.append(doubt("earlier_value"))
    if entry.part_of is not None and quantity.measure in ("percent", ""):
        doubts.append(doubt("base_not_said"))
    if unsure:
        doubts.append(doubt(unsure))
    return replace(entry, phrase=phrase, period=period, doubts=tuple(doubts))


def _period(
    passage: Passage,
    number: int,
    mention: Quantity,
    times: list[Time],
    quantities: list[Quantity],
    memory: Memory,
) -> tuple[Period | None, str]:
    """Find the period of a number: in a table, that of its column first."""
    if passage.header is not None and len(passage.header.cells) == len(passage.cells):
        column = next(n for n, (start, end) in enumerate(passage.cells) if mention.start <= end)
        start, end = passage.header.cells[column]
        heads = usable(passage.header.text, found(passage.header.text))
        said = [time.period for time in heads if start <= time.start < end and time.period]
        if len(said) == 1:
            return said[0], ""
    others: list[Mention] = list(quantities)
    return period_of(passage.text, mention, times, others, memory, number)
