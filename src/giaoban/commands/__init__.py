"""In: the words of a command line.

Out: files and lines of text, and an exit code.

Each command is a function that says what it takes and calls the step that does it.
"""

from giaoban.commands.data import check, convert, extract, new
from giaoban.commands.mail import email, outbox
from giaoban.commands.reports import explore, report
from giaoban.commands.translated import SpokenGroup, SpokenOption

__all__ = [
    "SpokenGroup",
    "SpokenOption",
    "check",
    "convert",
    "email",
    "explore",
    "extract",
    "new",
    "outbox",
    "report",
]
