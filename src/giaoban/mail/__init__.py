"""In: a finished report, and the people who are to have it.

Out: a draft that an email program opens, or a message that is sent once to each, and remembered.
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
