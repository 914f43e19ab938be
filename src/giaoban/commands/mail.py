"""The commands for email: ``email``, ``outbox``."""

import sys
from pathlib import Path

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import common, guarded, out_folder
from giaoban.commands.translated import command, option
from giaoban.errors import GiaobanError, Text


@command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--unit", default="", help=N_("Unit id; the programme's own by default."))
@option("--lang", default="", help=N_("Language such as vi or en; the first one by default."))
@option("--to", multiple=True, help=N_("Who gets it: addresses, with commas between."))
@option("--cc", multiple=True, help=N_("Who gets a copy."))
@option("--bcc", multiple=True, help=N_("Who gets a copy that the others do not see."))
@option("--recipients", type=Path, help=N_("A list of people, units and languages (CSV)."))
@option("--from", "sender", default="", help=N_("Whom it is from."))
@option("--pdf", is_flag=True, help=N_("Attach the report as PDF too."))
@option("--docx", is_flag=True, help=N_("Attach the report as a Word file too."))
@option("--xlsx", is_flag=True, help=N_("Attach the results as a workbook too."))
@option("--demo", is_flag=True, help=N_("Allow a report on made-up figures."))
@option("--draft", type=Path, help=N_("File of the draft; beside the report by default."))
@option("--send", is_flag=True, help=N_("Send it, after showing it and asking."))
@option("--yes", is_flag=True, help=N_("Send it without asking."))
@option("--again", is_flag=True, help=N_("Send it even to those who have it."))
@common
def email(
    programme: str,
    meeting: str,
    unit: str,
    lang: str,
    to: tuple[str, ...],
    cc: tuple[str, ...],
    bcc: tuple[str, ...],
    recipients: Path | None,
    sender: str,
    pdf: bool,
    docx: bool,
    xlsx: bool,
    demo: bool,
    draft: Path | None,
    send: bool,
    yes: bool,
    again: bool,
    raw: Path,
    out: Path,
    quiet: bool,
) -> None:
    """Put a report into a message; write it as a draft, or send it."""
    from giaoban.mail import Mailing, group_recipients, send_letters, write_drafts
    from giaoban.programme import find_programme

    if send and draft:
        raise GiaobanError(N_("--draft writes a file and --send sends: give one of them"))
    if (yes or again) and not send:
        raise GiaobanError(N_("--yes and --again belong to --send"))
    people = group_recipients(to, cc, bcc, recipients, unit, lang)
    folder = find_programme(programme, raw)
    kinds = {".pdf": pdf, ".docx": docx, ".xlsx": xlsx}
    beside = tuple(ending for ending, asked in kinds.items() if asked)
    mailing = Mailing(folder, meeting, raw, out, sender, beside, demo)
    if not send:
        for path in write_drafts(mailing, people, draft):
            click.echo(path)
    elif not send_letters(mailing, people, again=again, yes=yes):
        sys.exit(1)


@command()
@out_folder
@option("--arrived", multiple=True, help=N_("Address where what is uncertain has arrived."))
@option("--send-again", multiple=True, help=N_("Address that is to get it with the next run."))
@option("--report", default="", help=N_("The report that is meant; all by default."))
@guarded
def outbox(out: Path, arrived: tuple[str, ...], send_again: tuple[str, ...], report: str) -> None:
    """Show what was sent to whom; say what has become of what is uncertain."""
    from giaoban.mail import DATABASE, Outbox, describe, next_steps, read_address

    template, place = N_("{path}: the outbox is empty, nothing was sent from here"), out / DATABASE
    named, deliveries = (*arrived, *send_again), []
    if named and not place.is_file():
        raise GiaobanError(template, path=place)
    if place.is_file():
        with Outbox(out) as box:
            for address in named:
                box.settle(read_address(address).addr_spec, address in arrived, report)
            deliveries = box.deliveries()
    for delivery in deliveries:
        click.echo(f"{delivery.changed} {describe(delivery)}")
    for step in next_steps(deliveries) if deliveries else [Text(template, path=place)]:
        click.echo(step, err=True)
