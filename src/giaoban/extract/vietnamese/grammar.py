"""Find all that holds a number in a text: each sign of it is in one mention at most."""

import unicodedata
from collections.abc import Iterator

from giaoban.extract.vietnamese.identifiers import DOCUMENTS, LABELS, NAMES
from giaoban.extract.vietnamese.mentions import Mention
from giaoban.extract.vietnamese.quantities import FRACTIONS, IN_WORDS, QUANTITIES, RANGES
from giaoban.extract.vietnamese.times import TIMES

# What one of them takes is none of a later one's.
GRAMMAR = (
    *DOCUMENTS,
    *TIMES,
    *LABELS,
    *NAMES,
    *RANGES,
    *FRACTIONS,
    *QUANTITIES,
    *IN_WORDS,
)


def find_mentions(text: str) -> list[Mention]:
    """Find every mention of a text, in order.

    Every run of digits lies within exactly one of them: what no matcher took is ``unplaced``.
    """
    taken = [False] * len(text)
    found: list[Mention] = []
    for matcher in GRAMMAR:
        for match in matcher.pattern.finditer(text):
            made = list(matcher.make(match))
            if all(_whole(text, m) and not any(taken[m.start : m.end]) for m in made):
                found += made
                for mention in made:
                    taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    for start, end in _runs_of_digits(text):
        if not taken[start]:
            found.append(Mention(start, end, "unplaced"))
    return sorted(found, key=lambda mention: mention.start)


def _runs_of_digits(text: str) -> Iterator[tuple[int, int]]:
    """Give every run of digits, of raised and lowered ones and of fractions in one sign."""
    start, kind = 0, ""
    for at, sign in enumerate(f"{text} "):
        here = unicodedata.category(sign)
        if here != kind:
            if kind in ("Nd", "No"):
                yield start, at
            start, kind = at, here


def _whole(text: str, mention: Mention) -> bool:
    """Say whether a mention cuts no run of digits in two."""
    edges = (mention.start, mention.end)
    return mention.start < mention.end and not any(_within_run(text, edge) for edge in edges)


def _within_run(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    kinds = {unicodedata.category(text[at - 1]), unicodedata.category(text[at])}
    return kinds in ({"Nd"}, {"No"})
