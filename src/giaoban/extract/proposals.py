"""Go through an item and make an entry of everything in it that holds a number."""

import re
from collections.abc import Iterator
from dataclasses import replace

from giaoban.extract.document import Passage
from giaoban.extract.entry import Entry
from giaoban.extract.values import as_range, read_quantity
from giaoban.extract.vietnamese import (
    CHANGE,
    ENDS_OF_WHICH,
    FIGURE,
    IN_TURN,
    MARGIN,
    OF_WHICH,
    REACHED,
    RELATIVE,
    TARGET,
    Context,
    Memory,
    Mention,
    Quantity,
    Sentence,
    announces_targets,
    by_year,
    counts_all,
    counts_targets,
    find_mentions,
    how_many,
    in_turn,
    may_be_aim,
    period_of,
    phrase_of,
    split_sentences,
)
from giaoban.language import Period, readings
from giaoban.tables import TALLIES

UNPLACED = "unplaced"
# A percent sign may be missing beside percentages so many numbers back.
BESIDE = 6
# A target or claim whose own words are fewer speaks of what the number before does.
OWN_WORDS = 3


def entries(passages: list[Passage]) -> list[Entry]:
    """Make the entries of an item, in the order of the text."""
    made: list[Entry] = []
    memory = Memory()
    aims = False
    for passage in passages:
        mentions = find_mentions(passage.text)
        previous: Entry | None = None
        aims = announces_targets(passage.text, mentions, aims)
        memory.begin_paragraph()
        for sentence in split_sentences(passage.text, mentions):
            lately = [*(entry.mention for entry in made[-BESIDE:]), *sentence.mentions]
            shares = any(isinstance(m, Quantity) and m.measure == "percent" for m in lately)
            proposed = _Proposals(passage, sentence, memory, shares, previous).made
            if aims:
                proposed = [
                    entry.doubted("target_or_figure") if entry.kind in (FIGURE, MARGIN) else entry
                    for entry in proposed
                ]
            previous = next((e for e in reversed(proposed) if e.kind == FIGURE), None)
            listed = [_listed(passage, m) for m in sentence.mentions if not isinstance(m, Quantity)]
            made += sorted([*proposed, *listed], key=lambda entry: entry.mention.start)
            memory.keep(sentence)
    return made


def _listed(passage: Passage, mention: Mention) -> Entry:
    """List what holds a number and is no figure."""
    printed = passage.text[mention.start : mention.end]
    if mention.sort == "words":
        return Entry(passage, mention, UNPLACED).doubted("in_words")
    entry = Entry(passage, mention, mention.sort, period=mention.period)
    if mention.sort == UNPLACED and re.search(r"\d\D+\d", printed) and not readings(printed):
        return entry.doubted("not_a_number")
    return entry


class _Proposals:
    """The quantities of a sentence, made into entries one after the other.

    Attributes
    ----------
    made : list of Entry
        The entries.
    previous : Entry or None
        The last figure of the sentence before, of which “trong đó” at the head of this one speaks.
    whole, bracketed : Entry or None, bool
        The figure of which “trong đó” speaks, and whether it does so in brackets.
    aims : bool
        Whether a target was read.
    low, out_of : str
        The words of the number before; of how many targets the sentence speaks.
    """

    def __init__(
        self,
        passage: Passage,
        sentence: Sentence,
        memory: Memory,
        shares: bool,
        previous: Entry | None,
    ) -> None:
        self.passage, self.memory, self.shares, self.previous = passage, memory, shares, previous
        self.turns = in_turn(sentence)
        self.made: list[Entry] = []
        self.whole: Entry | None = None
        self.bracketed = self.aims = False
        self.low = self.out_of = ""
        for context in sentence.contexts():
            cell = passage.cell_of(context.quantity)
            self._add(replace(context, quantity=cell.with_unit(context.quantity)))
        self._add_up()

    def _add(self, context: Context) -> None:
        """Make an entry of the next quantity."""
        last, previous = self.made[-1] if self.made else None, self.previous
        entry = read_quantity(self.passage, context, self.shares, last)
        self._see_whole(context, last)
        period, unsure = self._period(entry.kind, context)
        entry = replace(entry, phrase=self._phrase(entry, context), period=period)
        entry = self._of_so_many(entry, context)
        if entry.kind == FIGURE and self.whole is not None:
            entry = replace(entry, part_of=self.whole)
            if previous is not None and self.whole is previous:
                earlier = f"{previous.earlier} {previous.phrase} {entry.earlier}"
                entry = replace(entry, earlier=earlier)
        entry = entry.doubted(*_doubts(entry, context, unsure))
        self.aims = self.aims or (context.bracket is None and entry.is_aim)
        over_aim = entry.kind == MARGIN and last is not None and last.is_aim
        if self.aims and (over_aim or entry.kind == FIGURE) and may_be_aim(context):
            entry = entry.doubted("target_or_figure")
        if headed := self.passage.cell_of(context.quantity).doubt:
            entry = entry.doubted(headed)
        if _is_yearly(entry, context, last):
            entry = entry.doubted("per_year")
        if whole := as_range(last, entry):
            self.made[-1] = whole
        else:
            self.made.append(entry)

    def _of_so_many(self, entry: Entry, context: Context) -> Entry:
        """Say of how many targets a number of them is; keep how many there are."""
        if not counts_targets(context.quantity):
            return entry
        quantity = context.quantity
        if quantity.counts or entry.kind not in TALLIES:
            self.out_of = quantity.counts[1] if quantity.counts else quantity.number
        if entry.kind not in TALLIES:
            return entry
        out_of = how_many(self.out_of or (quantity.number if counts_all(context) else ""))
        # Of more than there are it is not one: others are meant.
        if out_of and (entry.value or 0) <= out_of:
            return replace(entry, out_of=str(out_of))
        return entry.doubted("out_of_not_said")

    def _add_up(self) -> None:
        """Take those met for others than those exceeded where only so all targets are counted."""
        parts = [e for e in self.made if e.kind in TALLIES and e.kind != REACHED]
        if len(parts) > 1 and str(sum(e.value or 0 for e in parts)) == parts[-1].out_of:
            self.made = [entry.without("met_or_exceeded") for entry in self.made]

    def _see_whole(self, context: Context, last: Entry | None) -> None:
        """See where “trong đó” begins to speak of a figure, and where it ends."""
        if ENDS_OF_WHICH.search(context.before) or (self.bracketed and context.bracket is None):
            self.whole = None
        if OF_WHICH.search(context.before):
            self.whole, self.bracketed = last, context.bracket is not None
        if not self.made and OF_WHICH.match(context.before.lstrip()):
            self.whole = self.previous

    def _period(self, kind: str, context: Context) -> tuple[Period | None, str]:
        start = context.quantity.start
        if start in self.turns:
            period = self.turns[start]
            return period, "in_turn" if period else "period_not_said"
        # A change began before the time of what is said beside it.
        moved = kind in (CHANGE, RELATIVE)
        before = next((e.period for e in reversed(self.made) if moved or e.kind != CHANGE), None)
        column = self.passage.cell_of(context.quantity).period
        return period_of(context, kind, self.memory, before, column)

    def _phrase(self, entry: Entry, context: Context) -> str:
        """Give the words that a quantity speaks of: its own, or those of the one before."""
        own = self._own_words(context, entry.unit_measure == "percent")
        weak = entry.kind != FIGURE and len(own.split()) < OWN_WORDS and ";" not in context.before
        if self.made and (not own or weak or context.quantity.paired == TARGET):
            return self._alike(context.quantity).phrase
        return own

    def _own_words(self, context: Context, share: bool) -> str:
        """Give the words of a quantity; some of them may be those of the one before too."""
        own = self.passage.cell_of(context.quantity).title or phrase_of(context, share)
        if self.made and context.quantity.bound == "<=":
            # What a range is of may stand on either side of it.
            own = f"{self.low} {own}".strip()
            self._reword(own)
        elif self.made and context.alone and _counts(self.made[-1].mention):
            # What its count is of may stand behind the brackets too.
            self._reword(own)
        self.low = own
        return own

    def _reword(self, words: str) -> None:
        self.made[-1] = replace(self.made[-1], phrase=words or self.made[-1].phrase)

    def _alike(self, quantity: Quantity) -> Entry:
        """Give the entry before that counted the same, or else the last one."""
        for entry in reversed(self.made):
            before = entry.mention
            if quantity.unit and isinstance(before, Quantity) and before.unit == quantity.unit:
                return entry
        return self.made[-1]


def _counts(mention: Mention) -> bool:
    return isinstance(mention, Quantity) and mention.measure in ("count", "counts")


def _doubts(entry: Entry, context: Context, unsure: str) -> Iterator[str]:
    """Have the doubts that follow from the numbers before; ``unsure`` is that of the period."""
    if not entry.phrase and entry.kind not in TALLIES:
        yield "no_phrase"
    if context.quantity.bound:
        yield "range"
    if context.quantity.before:
        yield "earlier_value"
    # Of a count, a share can only be a share of that count.
    of_share = entry.part_of is not None and entry.part_of.unit_measure == "percent"
    if of_share and entry.unit_measure == "percent":
        yield "base_not_said"
    if IN_TURN.search(context.said) and unsure != "in_turn":
        yield "in_turn"
    if unsure:
        yield unsure


def _is_yearly(entry: Entry, context: Context, last: Entry | None) -> bool:
    """Say whether a number is one of each year where its period is not one year."""
    single = entry.period is not None and (entry.period.years or 1) == 1
    if single or entry.kind not in (FIGURE, TARGET):
        return False
    of_range = context.quantity.bound == "<=" and last is not None and last.has("per_year")
    return of_range or by_year(context)
