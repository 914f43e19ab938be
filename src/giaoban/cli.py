"""The command ``giaoban``."""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.spoken import SpokenGroup, SpokenOption, option

_raw = option("--raw", type=Path, default=Path("data/raw"), help=N_("Folder of the programmes."))
_quiet = option("-q", "--quiet", is_flag=True, help=N_("Print results only."))
_out = option("--out", type=Path, default=Path(), help=N_("Folder that results go under."))
_BOOK_LANG = N_("Language of the workbook, such as vi or en; yours by default.")


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that read a programme have."""

    @click.argument("programme")
    @_raw
    @_out
    @_quiet
    @wraps(command)
    def common(*args: Any, **kwargs: Any) -> None:
        _guarded(command)(*args, **kwargs)

    return common


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Tell what the user can mend without a trace; that there is nothing to do, unless quiet."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except GiaobanError as error:
            if error.exit_code or not kwargs.get("quiet"):
                click.echo(error, err=True)
            sys.exit(error.exit_code)

    return guarded


def _tell(notes: Iterable[Text], quiet: bool) -> None:
    """Tell what is good to know of the data."""
    for note in [] if quiet else notes:
        click.echo(note, err=True)


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="giaoban", message="%(prog)s %(version)s", cls=SpokenOption)
def main() -> None:
    """Turn the yearly figures behind a review meeting into an analysis that people can trust."""


@main.command()
@_common
def check(programme: str, raw: Path, out: Path, quiet: bool) -> None:
    """Check a programme's data; print every fault, one to a line."""
    from giaoban.package import check_package
    from giaoban.programmes import find_programme

    package, faults = check_package(find_programme(programme, raw))
    _tell(package.notes, quiet)
    for fault in faults:
        click.echo(fault)
    if faults:
        form = N_("{programme}: faults found: {number}")
        click.echo(Text(form, programme=package.name, number=len(faults)), err=True)
        sys.exit(2)
    if not quiet:
        rows = sum(len(table) for table in package.tables.values())
        form = N_("{programme}: {number} rows, no fault")
        click.echo(Text(form, programme=package.name, number=rows))


@main.command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--unit", default="", help=N_("Unit id; the programme's own by default."))
@option("--lang", default="", help=N_("Language such as vi or en; all by default."))
@option("--pdf", is_flag=True, help=N_("Print each report to PDF too, with Chromium or its kin."))
@_common
def report(
    programme: str,
    meeting: str,
    unit: str,
    lang: str,
    pdf: bool,
    raw: Path,
    out: Path,
    quiet: bool,
) -> None:
    """Write the dated report of a meeting; print where its files are."""
    from giaoban.language import language, languages
    from giaoban.overview import write_overview
    from giaoban.pdf import print_page
    from giaoban.programmes import find_programme
    from giaoban.render import Job, render
    from giaoban.review import load

    folder = find_programme(programme, raw)
    codes = [language(lang).code] if lang else languages()
    review = load(str(folder), meeting, unit, raw)
    known = review.known
    _tell(known.package.notes, quiet)
    jobs = [Job(folder, review.date, known.unit, code, raw, out) for code in codes]
    try:
        for job in jobs:
            if not quiet:
                click.echo(f"{review.name} {review.date} {known.unit} {job.lang} …", err=True)
            for path in render(job):
                click.echo(path)
        for job in jobs if pdf else []:
            click.echo(print_page(job.path("html"), job.meeting_date))
    finally:
        # What was written before something failed is listed too.
        click.echo(write_overview(out))
    for folder_name in ("figures", "data/processed"):
        made = out / folder_name / review.name / review.date / known.unit
        if made.is_dir():
            click.echo(made)


@main.command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--unit", default="", help=N_("Unit id; the programme's own by default."))
@option("--lang", default="", help=N_("Language such as vi or en; the first one by default."))
@option("--to", multiple=True, help=N_("Who gets it: addresses, with commas between."))
@option("--cc", multiple=True, help=N_("Who gets a copy."))
@option("--bcc", multiple=True, help=N_("Who gets a copy that the others do not see."))
@option("--recipients", type=Path, help=N_("A list of people, units and languages (CSV)."))
@option("--from", "sender", default="", help=N_("Whom it is from."))
@option("--pdf", is_flag=True, help=N_("Attach the report as PDF too."))
@option("--demo", is_flag=True, help=N_("Allow a report on made-up figures."))
@option("--draft", type=Path, help=N_("File of the draft; beside the report by default."))
@option("--send", is_flag=True, help=N_("Send it, after showing it and asking."))
@option("--yes", is_flag=True, help=N_("Send it without asking."))
@option("--again", is_flag=True, help=N_("Send it even to those who have it."))
@_common
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
    from giaoban.mailing import Mailing, send_letters, write_drafts
    from giaoban.programmes import find_programme
    from giaoban.recipients import groups

    if send and draft:
        raise GiaobanError(N_("--draft writes a file and --send sends: give one of them"))
    if (yes or again) and not send:
        raise GiaobanError(N_("--yes and --again belong to --send"))
    people = groups(to, cc, bcc, recipients, unit, lang)
    folder = find_programme(programme, raw)
    mailing = Mailing(folder, meeting, raw, out, sender, pdf, demo)
    if not send:
        for path in write_drafts(mailing, people, draft):
            click.echo(path)
    elif not send_letters(mailing, people, again=again, yes=yes):
        sys.exit(1)


@main.command()
@click.argument("item", type=Path)
@option("--programme", default="", help=N_("Programme whose indicators and tables are looked up."))
@option("--raw", type=Path, default=Path("data/raw"), help=N_("Folder of the programmes."))
@option("--draft", "file", type=Path, help=N_("File of the draft (CSV); printed by default."))
@option("--lang", default="", help=N_("Language of the doubts; the user's by default."))
@option("-q", "--quiet", is_flag=True, help=N_("Print results only."))
@_guarded
def extract(
    item: Path, programme: str, raw: Path, file: Path | None, lang: str, quiet: bool
) -> None:
    """Propose rows of figures from a press item; list every number in it."""
    from giaoban.catalogues import user_language
    from giaoban.extract.draft import as_csv, draft, save, summary
    from giaoban.extract.standing import Programme
    from giaoban.language import language
    from giaoban.package import read_package
    from giaoban.programmes import find_programme

    code = language(lang).code if lang else user_language()
    known = Programme(read_package(find_programme(programme, raw))) if programme else None
    table = draft(item, known, code)
    if file:
        click.echo(save(table, file, raw))
    else:
        click.echo(as_csv(table), nl=False)
    for line in [] if quiet else summary(item, table):
        click.echo(line, err=True)


@main.command()
@click.argument("programme", default="")
@option("--raw", type=Path, default=Path("data/raw"), help=N_("Folder of the programmes."))
@option("--no-browser", is_flag=True, help=N_("Open no browser; the address is printed."))
@option("--port", type=int, help=N_("Port to listen on; JupyterLab's choice by default."))
@_guarded
def explore(programme: str, raw: Path, no_browser: bool, port: int | None) -> None:
    """Open JupyterLab on the figures of a programme: pick, look, suppose, copy out."""
    from giaoban.lab import explore_notebook, open_lab
    from giaoban.programmes import find_programme

    if programme and (place := find_programme(programme, raw)).parent != raw:
        programme = str(place.resolve())
    start = {"programme": programme, "raw_dir": "" if raw == Path("data/raw") else str(raw)}
    open_lab(explore_notebook(raw), start, not no_browser, port)


@main.command()
@_out
@option("--arrived", multiple=True, help=N_("Address where what is uncertain has arrived."))
@option("--send-again", multiple=True, help=N_("Address that is to get it with the next run."))
@option("--report", default="", help=N_("The report that is meant; all by default."))
@_guarded
def outbox(out: Path, arrived: tuple[str, ...], send_again: tuple[str, ...], report: str) -> None:
    """Show what was sent to whom; say what has become of what is uncertain."""
    from giaoban.addresses import read_address
    from giaoban.delivery import told
    from giaoban.outbox import FILE, Outbox

    if not (out / FILE).is_file():
        raise GiaobanError(N_("{path}: no outbox, nothing was sent from here"), path=out / FILE)
    with Outbox(out) as box:
        for address in (*arrived, *send_again):
            box.settle(read_address(address).addr_spec, address in arrived, report)
        for delivery in box.deliveries():
            click.echo(f"{delivery.changed} {told(delivery)}")


@main.command()
@click.argument("folder", type=Path)
@option("--xlsx", is_flag=True, help=N_("Write a workbook to fill in, not CSV files."))
@option("--lang", default="", help=_BOOK_LANG)
@option("--code", default="", help=N_("Official number of the programme."))
@option("--title-vi", default="", help=N_("Its name in Vietnamese."))
@option("--title-en", default="", help=N_("Its name in English."))
@option("--period", default="", help=N_("Its years, such as 2021/2025."))
@option("--unit", default="", help=N_("Id of its own unit."))
@_guarded
def new(folder: Path, xlsx: bool, lang: str, **programme: str) -> None:
    """Begin a programme: write its tables, empty, into a new folder."""
    from giaoban.catalogues import user_language
    from giaoban.language import language
    from giaoban.newprogramme import new_package, new_workbook

    known = {column: value for column, value in programme.items() if value}
    spoken = language(lang or user_language())
    made = [new_workbook(folder, known, spoken)] if xlsx else new_package(folder, known)
    for path in made:
        click.echo(path)


@main.command()
@click.argument("source")
@click.argument("target", type=Path)
@option("--lang", default="", help=_BOOK_LANG)
@option("--force", is_flag=True, help=N_("Write over what is there."))
@_raw
@_quiet
@_guarded
def convert(source: str, target: Path, lang: str, force: bool, raw: Path, quiet: bool) -> None:
    """Turn a programme into a workbook (TARGET ends in .xlsx), or into a folder of CSV files."""
    from giaoban.catalogues import user_language
    from giaoban.conversion import convert_programme
    from giaoban.language import language
    from giaoban.package import read_texts
    from giaoban.programmes import find_programme

    found = find_programme(source, raw)
    _tell(read_texts(found).notes, quiet)
    for path in convert_programme(found, target, language(lang or user_language()), force=force):
        click.echo(path)
