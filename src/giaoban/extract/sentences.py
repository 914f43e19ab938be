"""Sentences, and what stands around a number in its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.extract.mentions import Mention

_END = re.compile(r"[.!?…]+[”\"')]*(?=\s+[^\s])|[.!?…]+$")
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-ZĐ]|TP|Tp|TS|ThS|PGS|GS|BS|KS|Q|P|H|TX|TT|Mr|St|v\.v)$")
# The next sentence begins within so many signs, and none has more numbers.
NEXT, MOST = 100, 200

# An abbreviation or a word in brackets.
_ASIDE = re.compile(r"\s?\([^()0-9]*\)")


@dataclass(frozen=True)
class Around:
    """A quantity within its sentence.

    Attributes
    ----------
    before : str
        From the quantity before, or the start of the sentence, to this one.
    after : str
        From this one to the next, or the end of the sentence.
    said : str
        The whole sentence up to this one.
    """

    before: str
    after: str
    said: str

    @property
    def bracket(self) -> str | None:
        """The words before it in the brackets that it stands in; None where in none."""
        opened = self.said.rfind("(")
        return None if opened <= self.said.rfind(")") else self.said[opened + 1 :]

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in its brackets: “10 chi bộ (19,2%) hoàn thành”."""
        return self.bracket == "" and self.after.lstrip().startswith(")")

    @property
    def outside(self) -> "Around":
        """What stands around its brackets, where it is alone in them."""
        if not self.alone:
            return self
        said, before = (text.rpartition("(")[0] for text in (self.said, self.before))
        return Around(before, self.after.partition(")")[2], said)

    @property
    def lead(self) -> str:
        """The words before it in its own part of the sentence."""
        inner = self.bracket
        lead = re.split(r";|\)|(?:^|\s)\|(?:\s|$)", _ASIDE.sub(" ", self.before))[-1]
        return inner if inner is not None and len(inner) < len(lead) else lead.split("(")[-1]

    @property
    def tail(self) -> str:
        """The words after it in its own part of the sentence."""
        return re.split(r"[;()|]|,(?!\d)|\.(?!\d)", _ASIDE.sub(" ", self.after))[0]


def sentences(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """Give where each sentence starts and ends; no full stop within a number or a date ends one."""
    start = 0
    starts = [mention.start for mention in mentions]
    for match in _END.finditer(text):
        end = match.end()
        following = text[end : end + NEXT].lstrip()
        last = bisect_left(starts, end) - 1
        within = last >= 0 and end < mentions[last].end
        goes_on = following[:1].islower() or _SHORT.search(text[start : match.start()])
        if not within and not (following and goes_on):
            yield from _parts(start, end, starts)
            start = end
    if text[start:].strip():
        yield from _parts(start, len(text), starts)


def _parts(start: int, end: int, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Cut what is no sentence but a list without end."""
    for cut in starts[bisect_left(starts, start) : bisect_left(starts, end)][MOST::MOST]:
        yield start, cut
        start = cut
    yield start, end


def around(
    text: str, sentence: tuple[int, int], before: int | None, number: Mention, after: int | None
) -> Around:
    """Give what stands around a number of a sentence.

    Parameters
    ----------
    text : str
        Of the passage.
    sentence : tuple of (int, int)
        Where the sentence starts and ends.
    before, after : int or None
        Where the quantity before it ends, and the one after it starts.
    number : Mention
        The number.
    """
    start, end = sentence
    return Around(
        text[start if before is None else before : number.start],
        text[number.end : end if after is None else after],
        text[start : number.start],
    )
