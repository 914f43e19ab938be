"""What has become of one report on its way to one person."""

from dataclasses import dataclass
from datetime import UTC, datetime

from giaoban.catalogues import N_
from giaoban.errors import Text

STATES = {
    "queued": N_("waiting"),
    "sending": N_("being sent"),
    "sent": N_("sent"),
    "refused": N_("refused"),
    "deferred": N_("put off by the server"),
    "uncertain": N_("uncertain"),
}


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


def told(delivery: Delivery) -> Text:
    """Tell in a line what has become of a delivery."""
    form = "{report} {address}: {state}"
    if delivery.said:
        form = "{report} {address}: {state} ({said})"
    if delivery.next_try:
        form = N_("{report} {address}: {state} ({said}), next try at {time}")
    time_of_day = f"{datetime.fromtimestamp(delivery.next_try, UTC).astimezone():%H:%M:%S}"
    state = Text(STATES[delivery.state])
    return Text(form, **vars(delivery) | {"state": state, "time": time_of_day})
