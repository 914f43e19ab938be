"""In: Vietnamese sentences.

Out: the numbers, times, units and names that stand in them.
"""

from giaoban.extract.vietnamese.changes import by_year, says_mean
from giaoban.extract.vietnamese.dating import IN_TURN, in_turn, period_of
from giaoban.extract.vietnamese.grammar import find_mentions
from giaoban.extract.vietnamese.kinds import (
    CHANGE,
    CLAIMS,
    FIGURE,
    KINDS,
    MARGIN,
    MEAN,
    PERCENT,
    TARGET,
    announces_targets,
    doubts_of_kind,
    downward,
    kind_of,
    may_be_aim,
    names_target,
    same_again,
)
from giaoban.extract.vietnamese.memory import Memory
from giaoban.extract.vietnamese.mentions import Mention, Quantity
from giaoban.extract.vietnamese.phrases import (
    ENDS_OF_WHICH,
    OF_WHICH,
    names_subject,
    opposed,
    phrase_of,
    words,
)
from giaoban.extract.vietnamese.placenames import PlaceNames
from giaoban.extract.vietnamese.qualifiers import qualifiers_of
from giaoban.extract.vietnamese.sentences import Context, Sentence, split_sentences
from giaoban.extract.vietnamese.tablecell import TableCell, heads_units

__all__ = [
    "CHANGE",
    "CLAIMS",
    "ENDS_OF_WHICH",
    "FIGURE",
    "IN_TURN",
    "KINDS",
    "MARGIN",
    "MEAN",
    "OF_WHICH",
    "PERCENT",
    "TARGET",
    "Context",
    "Memory",
    "Mention",
    "PlaceNames",
    "Quantity",
    "Sentence",
    "TableCell",
    "announces_targets",
    "by_year",
    "doubts_of_kind",
    "downward",
    "find_mentions",
    "heads_units",
    "in_turn",
    "kind_of",
    "may_be_aim",
    "names_subject",
    "names_target",
    "opposed",
    "period_of",
    "phrase_of",
    "qualifiers_of",
    "same_again",
    "says_mean",
    "split_sentences",
    "words",
]
