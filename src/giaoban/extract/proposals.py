"""Propose what each quantity of a sentence says."""

import re
from dataclasses import replace

from giaoban.extract.cells import doubt_of_column, title_of_row, with_unit
from giaoban.extract.completed import alike, completed, doubted, is_aim, yearly
from giaoban.extract.dated import dated
from giaoban.extract.entry import Entry
from giaoban.extract.inturn import in_turn
from giaoban.extract.kinds import (
    FIGURE,
    may_be_aim,
)
from giaoban.extract.memory import Memory, usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.phrases import phrase_of, time_words
from giaoban.extract.prose import Passage
from giaoban.extract.reading import read_alone
from giaoban.extract.sentences import Around, around
from giaoban.periods import Period

_OF_WHICH = re.compile(r"(?<!\w)trong (?:số )?(?:đó|này)(?!\w)", re.IGNORECASE)
_ENDS_OF_WHICH = re.compile(r";|(?<!\w)năm 20\d\d")


class _Sentence:
    """The quantities of a sentence, made into entries one after the other.

    ``whole`` is the figure of which “trong đó” speaks, ``bracketed`` whether it does so in
    brackets; ``aims`` whether a target was read; ``low`` the words of the number before.
    """

    def __init__(self, passage: Passage, paragraph: int, here: list[Mention], memory: Memory):
        self.passage, self.paragraph, self.mentions, self.memory = passage, paragraph, here, memory
        self.times = time_words(passage.text, here)
        self.turns: dict[int, Period | None] = {}
        self.made: list[Entry] = []
        self.whole: Entry | None = None
        self.bracketed = self.aims = False
        self.low = ""

    @property
    def last(self) -> Entry | None:
        """The entry before."""
        return self.made[-1] if self.made else None

    def add(self, quantity: Quantity, place: Around, shares: bool, previous: Entry | None) -> None:
        """Make an entry of the next quantity."""
        last = self.last
        entry = read_alone(self.passage, quantity, place, shares, last)
        self._see_whole(place, previous)
        period, unsure = self._period(entry, place)
        own = self._phrase(quantity, place, entry.unit_measure == "percent")
        whole = self.whole if entry.kind == FIGURE else None
        entry = replace(entry, period=period, part_of=whole)
        entry = completed(entry, own, alike(quantity, self.made), unsure)
        if entry.part_of is previous is not None:
            entry = replace(entry, earlier=f"{previous.earlier} {previous.phrase} {entry.earlier}")
        self.aims = self.aims or (place.bracket is None and is_aim(entry))
        if self.aims and entry.kind == FIGURE and may_be_aim(place):
            entry = doubted(entry, "target_or_figure")
        if headed := doubt_of_column(self.passage, quantity):
            entry = doubted(entry, headed)
        self.made.append(yearly(entry, place, quantity, last))

    def _see_whole(self, place: Around, previous: Entry | None) -> None:
        """See where “trong đó” begins to speak of a figure, and where it ends."""
        if _ENDS_OF_WHICH.search(place.before) or (self.bracketed and place.bracket is None):
            self.whole = None
        if _OF_WHICH.search(place.before):
            self.whole, self.bracketed = self.last, place.bracket is not None
        if not self.made and _OF_WHICH.match(place.before.lstrip()):
            self.whole = previous

    def _period(self, entry: Entry, place: Around) -> tuple[Period | None, str]:
        start = entry.mention.start
        if start in self.turns:
            period = self.turns[start]
            return period, "in_turn" if period else "period_not_said"
        return dated(self.paragraph, entry, place, self.mentions, self.memory, self.last)

    def _phrase(self, quantity: Quantity, place: Around, share: bool) -> str:
        """Give the words of a quantity; some of them may be those of the one before too."""
        said = phrase_of(place, self.times, share)
        own = title_of_row(self.passage, quantity) or said
        if self.made and quantity.bound == "<=":
            # What a range is of may stand on either side of it.
            own = f"{self.low} {own}".strip()
            self._reword(own)
        elif self.made and place.alone and _counts(self.made[-1].mention):
            # What its count is of may stand behind the brackets too.
            self._reword(own)
        self.low = own
        return own

    def _reword(self, words: str) -> None:
        self.made[-1] = replace(self.made[-1], phrase=words or self.made[-1].phrase)


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
    read = _Sentence(passage, paragraph, mentions, memory)
    read.turns = in_turn(passage.text, sentence, usable(passage.text, mentions), quantities)
    ends = [None, *(quantity.end for quantity in quantities)]
    starts = [*(quantity.start for quantity in quantities[1:]), None]
    for end, quantity, start in zip(ends, quantities, starts, strict=False):
        place = around(passage.text, sentence, end, quantity, start)
        read.add(quantity, place, shares, previous)
    return read.made


def _counts(mention: Mention) -> bool:
    return isinstance(mention, Quantity) and mention.measure in ("count", "counts")
