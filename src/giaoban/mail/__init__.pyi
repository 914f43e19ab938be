from .addresses import read_address
from .keeper import Keeper
from .letter import describe, next_steps
from .mailing import Mailing, send_letters, write_drafts
from .outbox import DATABASE, Outbox
from .recipients import group_recipients

__all__ = [
    "DATABASE",
    "Keeper",
    "Mailing",
    "Outbox",
    "describe",
    "group_recipients",
    "next_steps",
    "read_address",
    "send_letters",
    "write_drafts",
]
