from .batch import batch
from .beginning import new
from .data import check, convert, extract
from .mail import email, outbox
from .menu import menu
from .reports import explore, report
from .shared import guarded, keep_within_memory
from .sheets import import_sheet
from .translated import SpokenGroup, SpokenOption

__all__ = [
    "SpokenGroup",
    "SpokenOption",
    "batch",
    "check",
    "convert",
    "email",
    "explore",
    "extract",
    "guarded",
    "import_sheet",
    "keep_within_memory",
    "menu",
    "new",
    "outbox",
    "report",
]
