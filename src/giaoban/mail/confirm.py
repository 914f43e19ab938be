"""Before anything is sent: whether a report may be, and whether the user says yes."""

from collections.abc import Iterable
from pathlib import Path

import click

from giaoban.asof import Known, inputs
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.mail.letter import STATES, Delivery, Letter
from giaoban.mail.outbox import Outbox
from giaoban.mail.settings import Server
from giaoban.mail.trust import ask_user
from giaoban.wording import digest_of, read_page_data


def require_sendable(page: Path, known: Known, demo: bool) -> None:
    """Refuse a report that must not be sent, and say what to do.

    Parameters
    ----------
    page : Path
        The report, ``reports/P/D/U.L.html``.
    known : Known
        What is known now of the same unit at the same meeting.
    demo : bool
        Whether a report on made-up figures may go out.

    Raises
    ------
    GiaobanError
        Where it failed, is not there, was changed, does not rest on the tables as they are now, or
        is made up.
    """
    failed = page.with_suffix(".failed.ipynb")
    if failed.is_file():
        template = N_("{failed}: the report failed, mend what it says and make the report anew")
        raise GiaobanError(template, failed=failed)
    if not page.is_file():
        template = N_("{page}: no such report, make it first with giaoban report")
        raise GiaobanError(template, page=page)
    told = read_page_data(page)
    if told.digest != digest_of(page.read_text("utf-8")):
        template = N_("{page}: changed after it was made, make the report anew")
        raise GiaobanError(template, page=page)
    if changed := _changed(told.inputs, inputs(known)):
        template = N_(
            "{page}: older than its inputs (changed since: {tables}), make the report anew"
        )
        raise GiaobanError(template, page=page, tables=", ".join(changed))
    if told.synthetic and not demo:
        template = N_("{page}: the figures are made up, send it with --demo only")
        raise GiaobanError(template, page=page)


def _changed(then: str, now: str) -> list[str]:
    """Name the tables whose digests differ."""
    digests = [dict(pair.rsplit(":", 1) for pair in text.split()) for text in (then, now)]
    return [f for f in sorted(digests[0] | digests[1]) if digests[0].get(f) != digests[1].get(f)]


def confirm(
    letters: Iterable[Letter], outbox: Outbox, server: Server, *, again: bool, yes: bool
) -> None:
    """Show who would get what, and go on only at the word *yes*.

    Parameters
    ----------
    letters : iterable of Letter
        What is to be sent.
    outbox : Outbox
        Knows who has got what, and is told what the user says of it.
    server : Server
        What it would go through.
    again : bool
        Whether it is sent even to those who have got it.
    yes : bool
        Show it without asking.

    Raises
    ------
    GiaobanError
        Where the answer is another.
    """
    letters = list(letters)
    if not yes:
        _settle(outbox, outbox.of(letters))
    known = {(d.report, d.address.lower()): d for d in outbox.of(letters)}
    number = sum(_show(letter, known, again) for letter in letters)
    _say(Text(N_("through: {host}:{port} {user}"), **vars(server)))
    if not number:
        _say(Text(N_("Nobody is left to send to; --again sends it once more to all of these.")))
    elif not yes:
        question = Text(N_("Send {number} messages? Type yes to send"), number=number)
        if ask_user(question) != "yes":
            raise GiaobanError(N_("nothing was sent: the answer was not yes"), exit_code=1)


def _settle(outbox: Outbox, known: Iterable[Delivery]) -> None:
    """Ask about what may have arrived."""
    for delivery in known:
        if delivery.state == "uncertain":
            template = N_(
                "{report} may have reached {address} on {changed}. Ask there. Has it arrived? "
                "(yes, no, or Enter to leave it open)"
            )
            answer = ask_user(Text(template, **vars(delivery)))
            if answer in ("yes", "no"):
                outbox.settle(delivery.address, answer == "yes", delivery.report)


def _show(letter: Letter, known: dict[tuple[str, str], Delivery], again: bool) -> int:
    """Show a letter; give the number of those who would get it now."""
    _say(f"{letter.report}: {one_line(str(letter.message['Subject']))}")
    for part in letter.message.iter_attachments():
        size = len(part.get_payload(decode=True) or b"") / 1000
        name = one_line(part.get_filename("–"))
        _say(Text(N_("  attached: {name}, {size} kB"), name=name, size=f"{size:.0f}"))
    _say(Text(N_("  from: {sender}"), sender=one_line(str(letter.message["From"]))))
    number = 0
    for address in letter.recipients:
        delivery = known.get((letter.report, address.lower()))
        left_out = delivery and not again and delivery.state not in ("queued", "deferred")
        if delivery and left_out:
            state = Text(STATES[delivery.state])
            template = N_("  not to: {address} ({state}, {changed})")
            _say(Text(template, address=address, state=state, changed=delivery.changed))
        else:
            _say(Text(N_("  to: {address}"), address=address))
            number += 1
    return number


def _say(text: object) -> None:
    click.echo(text, err=True)
