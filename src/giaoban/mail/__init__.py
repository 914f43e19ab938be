"""In: a finished report and the people it is for.

Out: a draft, or letters sent once and remembered.
"""

from giaoban.mail.addresses import read_address
from giaoban.mail.letter import describe
from giaoban.mail.mailing import Mailing, send_letters, write_drafts
from giaoban.mail.outbox import DATABASE, Outbox
from giaoban.mail.recipients import group_recipients

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
