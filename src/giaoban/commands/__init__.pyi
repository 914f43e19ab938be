from .batch import batch
from .data import check, convert, extract, new
from .mail import email, outbox
from .reports import explore, report
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
    "new",
    "outbox",
    "report",
]
