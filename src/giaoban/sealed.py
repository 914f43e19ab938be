"""A letter as the wire carries it: dated, and nothing in it that is not ASCII."""

from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.letter import Letter

# Headers go as they were written, whatever their length.
_WIRE = SMTP.clone(cte_type="7bit", refold_source="none")


@dataclass(frozen=True)
class Sealed:
    """One message, ready to go.

    Attributes
    ----------
    report, recipients : str, tuple of str
        As in the letter.
    digest : str
        SHA-256 of the message without its date: the same for what says the same.
    message_id, sender, subject : str
        From its headers.
    content : bytes
        The whole message.
    """

    report: str
    recipients: tuple[str, ...]
    digest: str
    message_id: str
    sender: str
    subject: str
    content: bytes

    def refuse_over(self, most: int, whose: str) -> None:
        """Refuse a message that is larger than somebody takes."""
        if len(self.content) > most:
            form = N_(
                "{report}: the message has {number} bytes, {whose} takes {most}: nothing was sent, "
                "send it without the PDF or give out the file by other means"
            )
            number = len(self.content)
            raise GiaobanError(form, report=self.report, number=number, whose=whose, most=most)


def seal(letter: Letter) -> Sealed:
    """Turn a letter into bytes, with the date of now."""
    message = copy(letter.message)
    del message["Bcc"]  # Whoever made the message, nobody may read this.
    undated = message.as_bytes(policy=_WIRE)
    date = f"Date: {format_datetime(datetime.now(UTC).astimezone())}\r\n".encode()
    return Sealed(
        letter.report,
        letter.recipients,
        sha256(undated).hexdigest(),
        str(message["Message-ID"]),
        message["From"].addresses[0].addr_spec,
        str(message["Subject"]),
        date + undated,
    )
