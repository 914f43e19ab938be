"""All that stands in a passage with a number in it."""

from giaoban.extract.fractions import FRACTIONS
from giaoban.extract.inwords import WORDS
from giaoban.extract.labels import DOCUMENTS, LABELS, NAMES
from giaoban.extract.mentions import Mention, mentions
from giaoban.extract.quantities import QUANTITIES
from giaoban.extract.ranges import RANGES
from giaoban.extract.timewords import TIMES

RULES = (*DOCUMENTS, *TIMES, *LABELS, *NAMES, *RANGES, *FRACTIONS, *QUANTITIES, *WORDS)


def found(text: str) -> list[Mention]:
    """Find every mention of a text in its order, each sign in one of them at most."""
    return mentions(text, RULES)
