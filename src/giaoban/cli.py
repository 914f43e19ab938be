"""The command ``giaoban``."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from giaoban.errors import GiaobanError


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all have, and tell what the user can mend without a trace."""

    @click.argument("programme")
    @click.option("--raw", type=Path, default=Path("data/raw"), help="Folder of the programmes.")
    @click.option("--out", type=Path, default=Path(), help="Folder that results go under.")
    @click.option("-q", "--quiet", is_flag=True, help="Print results only.")
    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except GiaobanError as error:
            click.echo(error, err=True)
            sys.exit(error.exit_code)

    return guarded


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="giaoban")
def main() -> None:
    """Turn the yearly figures behind a review meeting into an analysis that people can trust."""


@main.command()
@_common
def check(programme: str, raw: Path, out: Path, quiet: bool) -> None:
    """Check a programme's data; print every fault, one to a line."""
    from giaoban.package import check_package, find_programme

    package, faults = check_package(find_programme(programme, raw))
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{package.name}: {len(faults)} faults", err=True)
        sys.exit(2)
    if not quiet:
        rows = sum(len(table) for table in package.tables.values())
        click.echo(f"{package.name}: {rows} rows, no fault")


@main.command()
@click.option("--meeting", default="latest", help="Date such as 2023-03-14, latest or next.")
@click.option("--unit", default="", help="Unit id; the programme's own by default.")
@click.option("--lang", default="", help="vi or en; both by default.")
@click.option("--pdf", is_flag=True, help="Print each report to PDF too, with Chromium or its kin.")
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
    from giaoban.package import find_programme
    from giaoban.pdf import print_page
    from giaoban.render import Job, render
    from giaoban.review import load

    folder = find_programme(programme, raw)
    codes = [language(lang).code] if lang else languages()
    review = load(str(folder), meeting, unit, raw)
    known = review.known
    jobs = [Job(folder, review.date, known.unit, code, raw, out) for code in codes]
    for job in jobs:
        if not quiet:
            click.echo(f"{review.name} {review.date} {known.unit} {job.lang} …", err=True)
        for path in render(job):
            click.echo(path)
    for folder_name in ("figures", "data/processed"):
        made = out / folder_name / review.name / review.date / known.unit
        if made.is_dir():
            click.echo(made)
    for job in jobs if pdf else []:
        click.echo(print_page(job.path("html"), job.meeting_date))
