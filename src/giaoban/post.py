"""Send letters: each to each person once, whatever breaks."""

import re
import smtplib
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from giaoban.catalogues import N_
from giaoban.delivery import Delivery, told
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.letter import MOST_BYTES, Letter
from giaoban.line import BROKEN, Line
from giaoban.outbox import Outbox
from giaoban.sealed import seal
from giaoban.server import Server

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
    letters : iterable of Letter
        The letters.
    outbox : Outbox
        Knows who has got what, and is told.
    server : Server
        Where to send.
    again : bool
        Send even to those who have got the same report.
    pauses : sequence of float
        Seconds to wait after each temporary refusal; there are as many further tries.
    sleep : callable
        Waits for so many seconds.
    tell : callable
        Takes a line about each person.

    Returns
    -------
    list of Delivery
        What has become of each.

    Raises
    ------
    GiaobanError
        Where a letter is too large, or where the server cannot be used at all; what was not sent
        waits in the outbox.
    """
    sealed = [seal(letter) for letter in letters]
    for letter in sealed:
        letter.refuse_over(MOST_BYTES, "giaoban")
    with outbox.sole_sender():
        outbox.put(sealed, again)
        waiting = [delivery for delivery in outbox.of(sealed) if delivery.state == "queued"]
        if waiting:
            with Line(server, pauses, sleep) as line:
                for letter in sealed:
                    letter.refuse_over(line.largest, server.host)
                _deliver(deque(waiting), outbox, line, pauses, tell)
    return outbox.of(sealed)


def _deliver(
    waiting: deque[Delivery],
    outbox: Outbox,
    line: Line,
    pauses: Sequence[float],
    tell: Callable[[Text], object],
) -> None:
    tries: Counter[tuple[str, str]] = Counter()
    while waiting:
        delivery = waiting.popleft()
        line.rest(delivery.next_try - time.time())
        state, said = _carry(delivery, outbox, line)
        key = delivery.report, delivery.address
        more = state == "deferred" and tries[key] < len(pauses)
        next_try = time.time() + pauses[tries[key]] if more else 0
        tries[key] += 1
        delivery = outbox.change(delivery, state, said, next_try)
        if more:
            waiting.append(delivery)
        tell(told(delivery))


def _carry(delivery: Delivery, outbox: Outbox, line: Line) -> tuple[str, str]:
    """Carry one message to one person; give the state reached, and what the server said."""
    sender, content = outbox.message(delivery)
    connection = line.connection
    lost = str(Text(N_("the connection broke off")))
    states, unclear = _BEFORE_THE_DOT, "deferred"
    try:
        code, said = _offer(connection, sender, delivery.address, content)
        if code == 354:
            # From here on it may arrive, whatever happens to us.
            outbox.change(delivery, "sending")
            states, unclear = _AFTER_THE_DOT, "uncertain"
            connection.send(b".\r\n")
            code, said = connection.getreply()
    except BROKEN:
        line.drop()
        return unclear, lost
    state = states.get(code // 100, unclear)
    if state != "sent":
        line.reset()
    return state, _answer(code, said)


def _offer(
    connection: smtplib.SMTP, sender: str, address: str, content: bytes
) -> tuple[int, bytes]:
    """Send all of a message but the dot that ends it; 354 is the answer where it was taken."""
    size = [f"size={len(content)}"] if connection.has_extn("size") else []
    code, said = connection.mail(sender, size)
    if code // 100 == 5:
        form = N_("{sender}: the server does not let this address send ({said})")
        raise GiaobanError(form, exit_code=1, sender=sender, said=_answer(code, said))
    for step in (partial(connection.rcpt, address), partial(connection.docmd, "DATA")):
        if code // 100 == 2:
            code, said = step()
    if code == 354:
        connection.send(re.sub(rb"(?m)^\.", b"..", content))
    return code, said


def _answer(code: int, said: bytes) -> str:
    return one_line(f"{code} {said.decode(errors='replace')}")
