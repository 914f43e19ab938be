"""A letter: as it is written, as the wire carries it, and what has become of it on its way."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text

# Servers refuse larger messages.
MOST_BYTES = 20_000_000
# Headers go as they were written, whatever their length.
_WIRE = SMTP.clone(cte_type="7bit", refold_source="none")
STATES = {
    "queued": N_("waiting"),
    "sending": N_("being sent"),
    "sent": N_("sent"),
    "refused": N_("refused"),
    "deferred": N_("put off by the server"),
    "uncertain": N_("uncertain"),
}
_ONCE_MORE = N_("give the command that was to send it once more")
# What is to be done where a message is in such a state.
NEXT_STEPS = {
    "queued": _ONCE_MORE,
    "deferred": _ONCE_MORE,
    "refused": N_(
        "mend what the server says, then `giaoban outbox --send-again ADDRESS` and the command "
        "that was to send it once more"
    ),
    "uncertain": N_(
        "ask there whether it has arrived, then `giaoban outbox --arrived ADDRESS` or "
        "`giaoban outbox --send-again ADDRESS`"
    ),
}


@dataclass(frozen=True)
class Letter:
    """One message and those who get it."""

    report: str  # "P/D/U.L", the report it carries
    message: EmailMessage  # complete: Message-ID set, no Date, no Bcc, never
    recipients: tuple[str, ...]  # envelope addresses, those of Bcc too


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


def refuse_over(letters: Iterable[Sealed], most: int, whose: str) -> None:
    """Refuse messages of which one is larger than somebody takes."""
    for letter in letters:
        if (number := len(letter.content)) > most:
            template = N_(
                "{report}: the message has {number} bytes, {whose} takes {most}: nothing was sent, "
                "send it without what goes with the page, or give out the files by other means"
            )
            raise GiaobanError(
                template, report=letter.report, number=number, whose=whose, most=most
            )


@dataclass(frozen=True)
class Delivery:
    """One report on its way to one person.

    Attributes
    ----------
    report, address : str
        What, and to whom.
    state : str
        One of `STATES`.
    said : str
        What the server said last.
    changed : str
        When the state was reached, by the clock of the place.
    next_try : float
        Where it was put off: not to be tried again before, in seconds since 1970.
    """

    report: str
    address: str
    state: str
    said: str
    changed: str
    next_try: float


def describe(delivery: Delivery) -> Text:
    """Tell in a line what has become of a delivery."""
    template = "{report} {address}: {state}"
    if delivery.said:
        template = "{report} {address}: {state} ({said})"
    if delivery.next_try:
        template = N_("{report} {address}: {state} ({said}), next try at {time}")
    time_of_day = f"{datetime.fromtimestamp(delivery.next_try, UTC).astimezone():%H:%M:%S}"
    state = Text(STATES[delivery.state])
    return Text(template, **vars(delivery) | {"state": state, "time": time_of_day})


def next_steps(deliveries: Iterable[Delivery]) -> list[Text]:
    """Say what is to be done about deliveries, a line for each state that asks for something."""
    met = {delivery.state for delivery in deliveries}
    return [
        Text("{state}: {step}", state=Text(STATES[state]), step=Text(step))
        for state, step in NEXT_STEPS.items()
        if state in met
    ]
