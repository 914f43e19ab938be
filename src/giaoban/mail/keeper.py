"""A message to whoever keeps the programme, where reports failed while nobody was looking."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.mail import headers
from giaoban.mail.addresses import read_address
from giaoban.mail.letter import Letter, describe
from giaoban.mail.message import POLICY
from giaoban.mail.outbox import Outbox
from giaoban.mail.send import send
from giaoban.mail.settings import Server, read_sender, read_server


@dataclass(frozen=True)
class Keeper:
    """Who is told, and how a message gets there; found before anything is made."""

    person: Address
    sender: Address
    server: Server

    @classmethod
    def of(cls, address: str) -> "Keeper":
        """Find the way to an address, by the settings that email has.

        Raises
        ------
        GiaobanError
            Where it is no address, or no server or sender is set.
        """
        person = read_address(address)
        return cls(person, read_sender(ask=False), read_server(ask=False))

    def told(self, batch: str, failures: Sequence[str], out: Path) -> None:
        """Send a message that lists what failed; of the same failures it is sent once.

        Parameters
        ----------
        batch : str
            The reports' programme and meeting, ``P/D``.
        failures : sequence of str
            A line for each.
        out : Path
            The folder of the outbox.

        Raises
        ------
        GiaobanError
            Where it could not be sent; the next run with this failure sends it.
        """
        letter = self._letter(batch, failures)
        with Outbox(out) as outbox:
            if any(delivery.state == "sent" for delivery in outbox.of([letter])):
                return
            done = send([letter], outbox, self.server, pauses=())
        for delivery in done:
            if delivery.state != "sent":
                raise GiaobanError("{told}", exit_code=1, told=describe(delivery))

    def _letter(self, batch: str, failures: Sequence[str]) -> Letter:
        text = "\n".join(failures)
        digest = hashlib.sha256(f"{batch}\n{text}".encode()).hexdigest()[:32]
        subject = Text(
            N_("{batch}: reports that failed: {number}"), batch=batch, number=len(failures)
        )
        message = EmailMessage(policy=POLICY)
        message["Subject"] = headers.words("Subject", str(subject))
        message["From"] = headers.people("From", [self.sender])
        message["To"] = headers.people("To", [self.person])
        message["Message-ID"] = headers.HeaderText("Message-ID", f"<{digest}@{self.sender.domain}>")
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(f"{text}\n")
        message = message_from_bytes(bytes(message), policy=POLICY)
        return Letter(f"{batch}/{digest[:12]}", message, (self.person.addr_spec,))
