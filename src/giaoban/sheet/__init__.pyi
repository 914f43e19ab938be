from .answered import check_answer
from .answers import MANY, SKIP, Answers, Question, coded, named_answers, word
from .better import BETTER
from .indicators import NEW
from .intake import Intake
from .preview import KINDS, changes, columns_taken, findings, preview
from .proposal import Proposal

__all__ = [
    "BETTER",
    "KINDS",
    "MANY",
    "NEW",
    "SKIP",
    "Answers",
    "Intake",
    "Proposal",
    "Question",
    "changes",
    "check_answer",
    "coded",
    "columns_taken",
    "findings",
    "named_answers",
    "preview",
    "word",
]
