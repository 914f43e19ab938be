"""What in a text holds a number: each sign of the text is in one mention at most."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from giaoban.periods import Period


@dataclass(frozen=True)
class Mention:
    """A part of a text that holds a number.

    Attributes
    ----------
    start, end : int
        Where it starts and ends in the text of its passage.
    sort : str
        ``quantity``, ``period``, ``date``, ``time``, ``document``, ``ordinal``, ``name``,
        ``words`` or ``unplaced``.
    period : Period or None
        The time that it says, where it says which.
    """

    start: int
    end: int
    sort: str
    period: Period | None = None


@dataclass(frozen=True)
class Time(Mention):
    """A period, which may want the words around it to be known.

    Attributes
    ----------
    months : tuple of (int, int) or None
        First and last month of a year that is not said.
    years : int
        How many years it lasts, where it is not said which ones.
    frame : bool
        Whether it is a term of office or a stage of a plan, which says little of a figure.
    """

    months: tuple[int, int] | None = None
    years: int = 0
    frame: bool = False


@dataclass(frozen=True)
class Quantity(Mention):
    """A number that may be a figure.

    Attributes
    ----------
    number : str
        As printed, with its percent sign: what goes under ``as_published``.
    measure : str
        ``percent``, ``points``, ``count``, ``other`` (money, area, marks …) or, where no unit
        is said, empty.
    unit : str
        The words of what was counted or measured.
    counts : tuple of (str, str) or None
        Part and whole of a fraction.
    bound : str
        ``>=`` and ``<=`` at the two ends of a range.
    before : bool
        Whether it is where a change started from.
    """

    number: str = ""
    measure: str = ""
    unit: str = ""
    counts: tuple[str, str] | None = None
    bound: str = ""
    before: bool = False


Maker = Callable[[re.Match[str]], Iterable[Mention]]
Rule = tuple[re.Pattern[str], Maker]


def rule(pattern: str, make: Maker) -> Rule:
    """Let what fits a pattern be made into mentions; no number begins or ends within one."""
    return re.compile(rf"(?<!\d)(?<!\d[.,])(?:{pattern})(?!\d)", re.IGNORECASE), make


def named(sort: str) -> Maker:
    """Take what fits as one mention of a sort."""
    return lambda match: [Mention(*match.span(), sort)]


def mentions(text: str, rules: Iterable[Rule]) -> list[Mention]:
    """Find every mention; a rule takes nothing of what one before it took.

    Every run of digits lies within exactly one of them: what no rule took is ``unplaced``.
    """
    taken = [False] * len(text)
    found: list[Mention] = []
    for pattern, make in rules:
        for match in pattern.finditer(text):
            made = list(make(match))
            if all(_whole(text, m) and not any(taken[m.start : m.end]) for m in made):
                found += made
                for mention in made:
                    taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    for start, end in runs_of_digits(text):
        if not taken[start]:
            found.append(Mention(start, end, "unplaced"))
    return sorted(found, key=lambda mention: mention.start)


def runs_of_digits(text: str) -> Iterator[tuple[int, int]]:
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
