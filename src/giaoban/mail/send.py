"""Send letters: each to each person once, whatever breaks."""

import re
import smtplib
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.mail.letter import MOST_BYTES, Delivery, Letter, describe, refuse_over, seal
from giaoban.mail.outbox import Outbox
from giaoban.mail.settings import Server
from giaoban.mail.smtp import BROKEN, Connection

# Seconds before what a server puts off is tried again; after the last it is left for another run.
PAUSES = (60, 300, 900)

# What the first digit of an answer makes of a message.
_BEFORE_THE_DOT = {4: "deferred", 5: "refused"}
_AFTER_THE_DOT = _BEFORE_THE_DOT | {2: "sent"}


def send(
    letters: Iterable[Letter],
    outbox: Outbox,
    server: Server,
    *,
    again: bool = False,
    pauses: Sequence[float] = PAUSES,
    sleep: Callable[[float], object] = time.sleep,
    tell: Callable[[Text], object] = lambda text: None,
) -> list[Delivery]:
    """Send letters to all of their recipients who have not got them.

    Parameters
    ----------
    letters, outbox, server : iterable of Letter, Outbox, Server
        What to send, what knows who has got what and is told, and where to send.
    again, tell : bool, callable
        Whether even those get it who have got the same report; takes a line about each person.
    pauses, sleep : sequence of float, callable
        Seconds to wait after each temporary refusal, with as many further tries; what waits.

    Returns
    -------
    list of Delivery
        What has become of each.

    Raises
    ------
    GiaobanError
        Where a letter is too large, or the server cannot be used; what was not sent waits.
    """
    sealed = [seal(letter) for letter in letters]
    refuse_over(sealed, MOST_BYTES, "giaoban")
    with outbox.sole_sender():
        outbox.put(sealed, again)
        if waiting := deque(d for d in outbox.of(sealed) if d.state == "queued"):
            with Connection(server, pauses, sleep) as connection:
                refuse_over(sealed, connection.largest, server.host)
                _deliver(waiting, outbox, connection, pauses, tell)
    return outbox.of(sealed)


def _deliver(
    waiting: deque[Delivery],
    outbox: Outbox,
    connection: Connection,
    pauses: Sequence[float],
    tell: Callable[[Text], object],
) -> None:
    tries: Counter[tuple[str, str]] = Counter()
    while waiting:
        delivery = waiting.popleft()
        connection.rest(delivery.next_try - time.time())
        state, said = _carry(delivery, outbox, connection)
        key = delivery.report, delivery.address
        more = state == "deferred" and tries[key] < len(pauses)
        next_try = time.time() + pauses[tries[key]] if more else 0
        tries[key] += 1
        delivery = outbox.change(delivery, state, said, next_try)
        if more:
            waiting.append(delivery)
        tell(describe(delivery))


def _carry(delivery: Delivery, outbox: Outbox, connection: Connection) -> tuple[str, str]:
    """Carry one message to one person; give the state reached, and what the server said."""
    sender, content = outbox.message(delivery)
    smtp = connection.smtp
    lost = str(Text(N_("the connection broke off")))
    states, unclear = _BEFORE_THE_DOT, "deferred"
    try:
        code, said = _offer(smtp, sender, delivery.address, content)
        if code == 354:
            # From here on it may arrive, whatever happens to us.
            outbox.change(delivery, "sending")
            states, unclear = _AFTER_THE_DOT, "uncertain"
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
    except BROKEN:
        connection.drop()
        return unclear, lost
    state = states.get(code // 100, unclear)
    if state != "sent":
        connection.reset()
    return state, _answer(code, said)


def _offer(smtp: smtplib.SMTP, sender: str, address: str, content: bytes) -> tuple[int, bytes]:
    """Send all of a message but the dot that ends it; 354 is the answer where it was taken."""
    size = [f"size={len(content)}"] if smtp.has_extn("size") else []
    code, said = smtp.mail(sender, size)
    if code // 100 == 5:
        template = N_("{sender}: the server does not let this address send ({said})")
        raise GiaobanError(template, exit_code=1, sender=sender, said=_answer(code, said))
    for step in (partial(smtp.rcpt, address), partial(smtp.docmd, "DATA")):
        if code // 100 == 2:
            code, said = step()
    if code == 354:
        smtp.send(re.sub(rb"(?m)^\.", b"..", content))
    return code, said


def _answer(code: int, said: bytes) -> str:
    return one_line(f"{code} {said.decode(errors='replace')}")
