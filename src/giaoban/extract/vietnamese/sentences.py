"""Sentences, and what stands around a number in its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from giaoban.extract.vietnamese.mentions import Mention, Quantity, Time
from giaoban.extract.vietnamese.times import usable_times

_END = re.compile(r"[.!?…]+[”\"')]*(?=\s+[^\s])|[.!?…]+$")
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-ZĐ]|TP|Tp|TS|ThS|PGS|GS|BS|KS|Q|P|H|TX|TT|Mr|St|v\.v)$")
# The number of a task in a list within a sentence: “Giao X: 1. Rà soát; 2. Lập …”.
_FIRST_TASK, _SECOND = re.compile(r":\s*1$"), re.compile(r"[^.;]*;\s*2\.\s")
_NEXT_TASK = re.compile(r";\s*[0-9]{1,2}$")
# The next sentence begins within so many signs, and none has more numbers.
NEXT, MOST = 100, 200
# An abbreviation or a word in brackets.
_ASIDE = re.compile(r"\s?\([^()0-9]*\)")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage.

    Attributes
    ----------
    text : str
        Of the passage.
    start, end : int
        Where it starts and ends there.
    mentions : sequence of Mention
        All that holds a number in it.
    """

    text: str
    start: int
    end: int
    mentions: Sequence[Mention]

    @property
    def said(self) -> str:
        """The whole of it."""
        return self.text[self.start : self.end]

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers that may be figures."""
        return [mention for mention in self.mentions if isinstance(mention, Quantity)]

    @cached_property
    def times(self) -> list[Time]:
        """The time words that a figure may be of."""
        return usable_times(self.text, self.mentions)

    @cached_property
    def time_words(self) -> list[str]:
        """All its time words as they stand in it, the longest first."""
        times = [m for m in self.mentions if m.sort in ("period", "date", "time")]
        said = {self.text[time.start : time.end] for time in times}
        return sorted(said, key=lambda word: (-len(word), word))

    def contexts(self) -> "Iterator[Context]":
        """Give each number that may be a figure, with what stands around it."""
        before = self.start
        for number, quantity in enumerate(self.quantities):
            following = self.quantities[number + 1 : number + 2]
            after = following[0].start if following else self.end
            yield Context(
                self,
                quantity,
                self.text[before : quantity.start],
                self.text[quantity.end : after],
                self.text[self.start : quantity.start],
            )
            before = quantity.end


@dataclass(frozen=True)
class Context:
    """A quantity within its sentence.

    Attributes
    ----------
    sentence : Sentence
        Its sentence.
    quantity : Quantity
        The quantity.
    before : str
        From the quantity before, or the start of the sentence, to this one.
    after : str
        From this one to the next, or the end of the sentence.
    said : str
        The whole sentence up to this one.
    """

    sentence: Sentence
    quantity: Quantity
    before: str
    after: str
    said: str

    @property
    def follows(self) -> bool:
        """Whether another quantity stands before it in its sentence."""
        return self.before != self.said

    @cached_property
    def bracket(self) -> str | None:
        """The words before it in the brackets that it stands in; None where in none."""
        opened = self.said.rfind("(")
        return None if opened <= self.said.rfind(")") else self.said[opened + 1 :]

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in its brackets: “10 chi bộ (19,2%) hoàn thành”."""
        return self.bracket == "" and self.after.lstrip().startswith(")")

    @property
    def of_same_unit(self) -> bool:
        """Whether it stands right behind another in its unit of measure: “120 ha/100 ha”."""
        unit = self.sentence.text[self.quantity.start : self.quantity.end].removeprefix(
            self.quantity.number
        )
        return bool(unit) and self.said.endswith(f"{unit}/")

    @property
    def outside(self) -> "Context":
        """What stands around its brackets, where it is alone in them."""
        if not self.alone:
            return self
        said, before = (text.rpartition("(")[0] for text in (self.said, self.before))
        return replace(self, before=before, after=self.after.partition(")")[2], said=said)

    @cached_property
    def lead(self) -> str:
        """The words before it in its own part of the sentence."""
        inner = self.bracket
        lead = re.split(r";|\)|(?:^|\s)\|(?:\s|$)", _ASIDE.sub(" ", self.before))[-1]
        return inner if inner is not None and len(inner) < len(lead) else lead.split("(")[-1]

    @cached_property
    def tail(self) -> str:
        """The words after it in its own part of the sentence."""
        return re.split(r"[;()|]|,(?!\d)|\.(?!\d)", _ASIDE.sub(" ", self.after))[0]


def split_sentences(text: str, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """Give the sentences of a passage, each with those of its mentions that it holds."""
    starts = [mention.start for mention in mentions]
    start = 0
    for end in _ends(text, mentions, starts):
        here = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        while len(here) > MOST:
            # It is no sentence but a list without end.
            yield Sentence(text, start, here[MOST].start, here[:MOST])
            start, here = here[MOST].start, here[MOST:]
        yield Sentence(text, start, end, here)
        start = end


def _ends(text: str, mentions: Sequence[Mention], starts: list[int]) -> Iterator[int]:
    """Give where each sentence ends; no full stop within a number or a date ends one."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        following = text[end : end + NEXT].lstrip()
        last = bisect_left(starts, end) - 1
        within = last >= 0 and end < mentions[last].end
        before = text[start : match.start()]
        goes_on = following[:1].islower() or _SHORT.search(before) or _NEXT_TASK.search(before)
        listed = _FIRST_TASK.search(before) and _SECOND.match(text, end)
        if not within and not (following and (goes_on or listed)):
            yield end
            start = end
    if text[start:].strip():
        yield len(text)
