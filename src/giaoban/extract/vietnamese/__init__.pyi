from .changes import by_year, says_mean, since_a_year
from .dating import IN_TURN, in_turn, period_of
from .grammar import find_mentions
from .kinds import (
    CHANGE,
    CLAIMS,
    FIGURE,
    KINDS,
    MARGIN,
    MEAN,
    MET,
    PERCENT,
    REACHED,
    RELATIVE,
    TARGET,
    counts_all,
    counts_targets,
    doubts_of_kind,
    downward,
    how_many,
    kind_of,
    may_be_aim,
    names_target,
    same_again,
)
from .memory import Memory, announces_targets
from .mentions import CAPITALS, Mention, Quantity, compiled
from .phrases import (
    ENDS_OF_WHICH,
    OF_WHICH,
    names_subject,
    opposed,
    phrase_of,
    words,
)
from .placenames import PlaceNames
from .qualifiers import is_estimate, qualifiers_of
from .remarks import Heading, remarks
from .sentences import Context, Sentence, split_sentences
from .signs import ROMAN
from .tablecell import TableCell, heads_units

__all__ = [
    "CAPITALS",
    "CHANGE",
    "CLAIMS",
    "ENDS_OF_WHICH",
    "FIGURE",
    "IN_TURN",
    "KINDS",
    "MARGIN",
    "MEAN",
    "MET",
    "OF_WHICH",
    "PERCENT",
    "REACHED",
    "RELATIVE",
    "ROMAN",
    "TARGET",
    "Context",
    "Heading",
    "Memory",
    "Mention",
    "PlaceNames",
    "Quantity",
    "Sentence",
    "TableCell",
    "announces_targets",
    "by_year",
    "compiled",
    "counts_all",
    "counts_targets",
    "doubts_of_kind",
    "downward",
    "find_mentions",
    "heads_units",
    "how_many",
    "in_turn",
    "is_estimate",
    "kind_of",
    "may_be_aim",
    "names_subject",
    "names_target",
    "opposed",
    "period_of",
    "phrase_of",
    "qualifiers_of",
    "remarks",
    "same_again",
    "says_mean",
    "since_a_year",
    "split_sentences",
    "words",
]
