"""What a number measures, and how its unit is put to it."""

import re
from typing import Final, NamedTuple

# How a unit says that it is so many of a hundred.
PERCENT: Final = ("%", "phần trăm", "percent", "per cent")
# Signs that stand at a number without a space.
GLUED = ("%", "‰", "°")
# A number that is one, of whatever sign.
_ONE = re.compile("[+−]?1")
# What is counted: the words up to one that says of what, or how many at once; no possessives.
_HEAD = re.compile(
    r"(?:(?!(?:an?|at|by|for|from|in|of|on|per|to|with|hundred|thousand|million|billion)\b)"
    r"[^\W\d_]+(?!\w|['’]) ?)+"
)
# What offices count, as English writes one of it; other units stand as they are given.
_REGULAR: Final = """
activist animal applicant application arrival award bed book bridge cadre campaign case
cell centre certificate citizen committee commune complaint comrade cooperative course
day decision degree district doctor document dollar employee enterprise event farm file
guest hamlet hectare home hospital hour house household improvement inspection job
kilogram kilometre lesson litre meeting member metre model month nurse office official
organisation organization patient permit person petition place plan point product
project province pupil recommendation request resident resolution road room school
student task teacher ton tonne tourist trainee tree unit vehicle village violation visit
visitor volunteer week worker year
"""
_SINGULAR: Final = {
    "people": "person",
    "women": "woman",
    "men": "man",
    "children": "child",
    "cities": "city",
    "communities": "community",
    "companies": "company",
    "enquiries": "enquiry",
    "factories": "factory",
    "families": "family",
    "inquiries": "inquiry",
    "libraries": "library",
    "remedies": "remedy",
    "classes": "class",
    "businesses": "business",
    "branches": "branch",
} | {f"{one}s": one for one in _REGULAR.split()}
# Words that are no names, wherever they stand in a unit.
_COMMON: Final = {
    *(*_SINGULAR, *_SINGULAR.values()),
    *("hundred", "thousand", "million", "billion", "percent", "dong"),
    *("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "đồng"),
}
# A longer word in letters of English alone may be a name there.
_SHORT: Final = 3
_WORD = re.compile(r"[^\W\d_]+")


class Measure(NamedTuple):
    """What a number measures.

    Attributes
    ----------
    kind : str
        ``percent``, ``count``, ``number`` or ``rating``; empty for a number alone.
    unit : str
        Of a count or a number, in the language in which it is written.
    """

    kind: str = ""
    unit: str = ""

    @property
    def in_points(self) -> bool:
        """Whether a difference of two is in percentage points: of shares, of so many % of GDP."""
        return self.kind == "percent" or self.unit.casefold().startswith(PERCENT)

    @property
    def said(self) -> str:
        """Its unit within a sentence: “học sinh” of “Học sinh”, where a cell begins with a capital.

        A short form stays (USD, GRDP), and a name (Việt Nam đồng); so does an English word that is
        none of what is counted commonly (Australian dollars).
        """
        unit = _WORD.sub(_small_if_common, self.unit)
        first, *others = _WORD.findall(unit) or [""]
        is_word = first.istitle() and len(first) > 1 and unit.startswith(first)
        is_name = any(map(str.istitle, others[:1])) or (unit.isascii() and len(first) > _SHORT)
        return first.lower() + unit[len(first) :] if is_word and not is_name else unit

    def of(self, number: str) -> str:
        """Put the unit to a number: 1 person, 2 people."""
        unit = "%" if self.kind == "percent" else self.said
        if _ONE.fullmatch(number):
            unit = _of_one(unit)
        return f"{number}{unit}" if not unit or unit.startswith(GLUED) else f"{number} {unit}"


BARE = Measure()


def _small_if_common(word: re.Match[str]) -> str:
    small = word[0].lower()
    return small if word[0].istitle() and small in _COMMON else word[0]


def _of_one(unit: str) -> str:
    """Give the unit of one: 1 person, 1 woman member, 1 case/1,000 people, 1 million people."""
    return _HEAD.sub(_singular, unit, count=1) if _HEAD.match(unit) else unit


def _singular(head: re.Match[str]) -> str:
    return " ".join(_SINGULAR.get(word, word) for word in head[0].split(" "))
