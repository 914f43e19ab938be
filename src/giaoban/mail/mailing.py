"""From reports and people to drafts, or to letters that are sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from giaoban.analysis import load
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.language import language
from giaoban.mail.addresses import read_address
from giaoban.mail.confirm import confirm, require_sendable
from giaoban.mail.letter import Letter, next_steps
from giaoban.mail.message import compose, write_draft
from giaoban.mail.outbox import Outbox
from giaoban.mail.recipients import Groups, Recipients
from giaoban.mail.send import send
from giaoban.mail.settings import read_sender, read_server
from giaoban.render import Job, print_page, up_to_date_docx, write_results


@dataclass(frozen=True)
class Mailing:
    """The reports of one meeting, on their way to people.

    Attributes
    ----------
    programme : Path
        Its folder or workbook.
    meeting : str
        ISO date, ``latest`` or ``next``.
    raw_dir, out_dir : Path
        Where the programmes are and where reports are.
    sender : str
        Whom the messages are from; empty for the one that is set.
    beside : tuple of str
        Endings of the files that go with the report: ``.pdf``, ``.docx``, ``.xlsx``.
    demo : bool
        Whether a report on made-up figures may go out.
    """

    programme: Path
    meeting: str
    raw_dir: Path
    out_dir: Path
    sender: str
    beside: tuple[str, ...]
    demo: bool

    def job(self, unit: str, lang: str) -> Job:
        """Find the report of a unit in a language, fit to be sent, and what goes with it.

        Raises
        ------
        GiaobanError
            Where there is none, or it must not be sent.
        """
        known = load(str(self.programme), self.meeting, unit, self.raw_dir).known
        code = language(lang).code if lang else known.package.languages[0]
        day = f"{known.meeting['meeting_date']:%Y-%m-%d}"
        job = Job(self.programme, day, known.unit, code, self.raw_dir, self.out_dir)
        require_sendable(job.path("html"), known, self.demo)
        if ".pdf" in self.beside:
            print_page(job.path("html"), day)
        if ".docx" in self.beside:
            up_to_date_docx(job.path("html"))
        if ".xlsx" in self.beside:
            write_results(job)
        return job


def write_drafts(mailing: Mailing, groups: Groups, path: Path | None) -> Iterator[Path]:
    """Write a draft for each report.

    Parameters
    ----------
    mailing : Mailing
        The reports.
    groups : dict
        From `group_recipients`.
    path : Path or None
        Where the draft of a single report goes; else each stands beside its report.
    """
    sender = read_address(mailing.sender) if mailing.sender else None
    if path and len(groups) > 1:
        raise GiaobanError(
            N_("--draft names one file, and there are several reports: leave it out")
        )
    drafts = []
    for job, people in _jobs(mailing, groups):
        # Those of a list are hidden from one another.
        shown = Recipients((), (), people.to) if people.listed and len(people.to) > 1 else people
        letter = compose(job.path("html"), sender, shown, mailing.beside)
        drafts.append((letter, shown.bcc, path or job.path("eml")))
    yield from (write_draft(*draft) for draft in drafts)


def send_letters(mailing: Mailing, groups: Groups, *, again: bool, yes: bool) -> bool:
    """Send each report to its people, after showing who gets what and asking.

    Returns
    -------
    bool
        Whether everybody has got it.
    """
    server = read_server(ask=not yes)
    letters = list(_letters(mailing, groups, ask=not yes))
    with Outbox(mailing.out_dir) as outbox:
        confirm(letters, outbox, server, again=again, yes=yes)
        done = send(letters, outbox, server, again=again, tell=partial(click.echo, err=True))
    for step in next_steps(done):
        click.echo(step, err=True)
    return all(delivery.state == "sent" for delivery in done)


def _letters(mailing: Mailing, groups: Groups, *, ask: bool) -> Iterator[Letter]:
    """Write the letters; those of a list each name one person only."""
    sender = read_address(mailing.sender) if mailing.sender else read_sender(ask=ask)
    for job, people in _jobs(mailing, groups):
        each = [Recipients((person,)) for person in people.to] if people.listed else [people]
        for one in each:
            yield compose(job.path("html"), sender, one, mailing.beside)


def _jobs(mailing: Mailing, groups: Groups) -> list[tuple[Job, Recipients]]:
    """Find every report that is to go out, or tell of all that must not, and to whom they would."""
    found, faults = [], []
    for (unit, lang), people in groups.items():
        try:
            found.append((mailing.job(unit, lang), people))
        except GiaobanError as error:
            if not error.exit_code:
                raise  # There is nothing to do for anybody.
            template = N_("for {people}: {error}")
            faults.append(str(Text(template, people=", ".join(people.envelope), error=error)))
    if faults:
        raise GiaobanError("{faults}", faults="\n".join(faults))
    return found
