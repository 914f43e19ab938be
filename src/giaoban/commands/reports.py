"""The commands that show what the data say: ``report``, ``explore``."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import PROGRAMME_HELP, RAW, begin, common, guarded, raw_folder, tell
from giaoban.commands.translated import argument, command, option
from giaoban.errors import Text

if TYPE_CHECKING:
    from giaoban.render import Job

# Where a report's charts and tables go.
FOLDERS = ("figures", "data/processed")


@command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--unit", default="", help=N_("Unit id; the programme's own by default."))
@option(
    "--lang", default="", help=N_("Language such as vi or en; those of the programme by default.")
)
@option("--png", is_flag=True, help=N_("Make a picture of each chart too, for slides."))
@option("--pdf", is_flag=True, help=N_("Print each report to PDF too, with Chromium or its kin."))
@option("--docx", is_flag=True, help=N_("Write each report as a Word file too."))
@option("--template", type=Path, help=N_("Word file whose styles and heading it takes."))
@option("--force", is_flag=True, help=N_("Make what is up to date, too."))
@option("--xlsx", is_flag=True, help=N_("Write the results of each report as a workbook too."))
@common
def report(
    programme: str,
    meeting: str,
    unit: str,
    lang: str,
    template: Path | None,
    force: bool,
    raw: Path,
    out: Path,
    quiet: bool,
    **beside: bool,
) -> None:
    """Write the dated report of a meeting; print where its files are."""
    folder, codes = begin(programme, raw, lang)

    from giaoban.render import Job, ask, get_ready, write_overview

    get_ready()
    if template:
        from giaoban.render import open_template

        open_template(template)  # A bad one is told before anything is made.
    (of,) = ask("giaoban.asof:occasions", folder.absolute(), meeting, [unit])
    tell(of.notes, quiet)
    jobs = [Job(folder, of.meeting_date, of.unit, code, raw, out) for code in codes or of.languages]
    kinds = {kind for kind, asked in beside.items() if asked} | ({"docx"} if template else set())
    try:
        for path in _pages(jobs, of.stamp, force, quiet):
            click.echo(path)
        for path in _beside(jobs, kinds, template):
            click.echo(path)
        if kinds:
            made = ", ".join(sorted(kinds)).upper()
            tell([Text(N_("made from the pages: {kinds}"), kinds=made)], quiet)
    finally:
        # What was written before something failed is listed too.
        click.echo(write_overview(out))
    places = [out / kind / of.name / of.meeting_date / of.unit for kind in FOLDERS]
    click.echo("\n".join(str(place) for place in places if place.is_dir()))


def _pages(jobs: "list[Job]", stamp: str, force: bool, quiet: bool) -> Iterator[Path]:
    """Make the pages that are not up to date, all at once, and give each as it is there."""
    from giaoban.render import up_to_date_or_made

    with ThreadPoolExecutor(len(jobs)) as pool:
        making = [pool.submit(up_to_date_or_made, job, stamp, force) for job in jobs]
        for job, made in zip(jobs, making, strict=True):
            paths, new = made.result()
            if not quiet:
                of = f"{job.folder.parent.name} {job.meeting_date} {job.unit} {job.lang}"
                click.echo(
                    of if new else Text(N_("{report}: the page is up to date"), report=of), err=True
                )
            yield from paths


def _beside(jobs: "list[Job]", kinds: set[str], template: Path | None) -> Iterator[Path]:
    """Make what is made of the pages, and give each file as it is there."""
    # What writes each is loaded for those alone who ask for it.
    from giaoban import render

    if "png" in kinds:
        for job in jobs:
            render.draw_pictures(job.path("html"))
    if "docx" in kinds:
        yield from (render.write_docx(job.path("html"), template) for job in jobs)
    if "pdf" in kinds:
        yield from (render.print_page(job.path("html"), job.meeting_date) for job in jobs)
    if "xlsx" in kinds:
        yield from (render.write_results(job) for job in jobs)


@command()
@argument("programme", default="", help=PROGRAMME_HELP)
@raw_folder
@option("--no-browser", is_flag=True, help=N_("Open no browser; JupyterLab tells the address."))
@option(
    "--port",
    type=click.IntRange(1, 65535),
    help=N_("Port to listen on; JupyterLab's choice by default."),
)
@guarded
def explore(programme: str, raw: Path, no_browser: bool, port: int | None) -> None:
    """Open JupyterLab on the figures of a programme: pick, look, suppose, copy out."""
    from giaoban.explore import explore_notebook, open_lab
    from giaoban.programme import find_programme

    if programme and (place := find_programme(programme, raw)).parent != raw:
        programme = str(place.resolve())
    start = {"programme": programme, "raw_dir": "" if raw == RAW else str(raw)}
    open_lab(explore_notebook(raw), start, not no_browser, port)
