from .answers import (
    MANY,
    Answers,
    Question,
    answers_file,
    named_answers,
    read_answers,
)
from .known import known_of
from .preview import changes, preview
from .proposal import propose, read_blocks
from .save import save

__all__ = [
    "MANY",
    "Answers",
    "Question",
    "answers_file",
    "changes",
    "known_of",
    "named_answers",
    "preview",
    "propose",
    "read_answers",
    "read_blocks",
    "save",
]
