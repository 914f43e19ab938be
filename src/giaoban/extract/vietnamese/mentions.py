"""What in a text holds a number, and the patterns by which it is found."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from giaoban.language import Period

# What stands for a capital letter between the brackets of a pattern: from À to Ỹ small ones stand
# between them.
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x1F00))))


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
    paired : str
        ``figure`` or ``target``, where it stands beside the other: “165/150 đảng viên”.
    """

    number: str = ""
    measure: str = ""
    unit: str = ""
    counts: tuple[str, str] | None = None
    bound: str = ""
    before: bool = False
    paired: str = ""


Maker = Callable[[re.Match[str]], Iterable[Mention]]


@dataclass(frozen=True)
class Matcher:
    """A pattern, and what makes mentions of each part of a text that fits it."""

    pattern: re.Pattern[str]
    make: Maker


def matcher(pattern: str, make: Maker | str) -> Matcher:
    """Match a pattern in small or capital letters; no number begins or ends within a match.

    Parameters
    ----------
    pattern : str
        The regular expression.
    make : callable or str
        Makes the mentions; or else the sort of the one mention that the whole match is.
    """
    whole = re.compile(rf"(?<!\d)(?<!\d[.,])(?:{pattern})(?!\d)", re.IGNORECASE)
    if isinstance(make, str):
        return Matcher(whole, lambda match: [Mention(*match.span(), make)])
    return Matcher(whole, make)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for words with small or capital letters."""
    return re.compile(pattern, re.IGNORECASE)


def whole_words(words: str) -> re.Pattern[str]:
    """Compile a pattern for any of some words, parted by ``|``, each whole."""
    return compiled(rf"(?<!\w)(?:{words})(?!\w)")
