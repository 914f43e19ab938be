"""A letter: what the post takes and delivers."""

from dataclasses import dataclass
from email.message import EmailMessage

# Servers refuse larger messages.
MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Letter:
    """One message and those who get it."""

    report: str  # "P/D/U.L", the report it carries
    message: EmailMessage  # complete: Message-ID set, no Date, no Bcc, never
    recipients: tuple[str, ...]  # envelope addresses, those of Bcc too
