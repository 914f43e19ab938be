from .addresses import read_address
from .letter import describe
from .mailing import Mailing, send_letters, write_drafts
from .outbox import DATABASE, Outbox
from .recipients import group_recipients

__all__ = [
    "DATABASE",
    "Mailing",
    "Outbox",
    "describe",
    "group_recipients",
    "read_address",
    "send_letters",
    "write_drafts",
]
