"""The commands that show what the data say: ``report``, ``explore``."""

from pathlib import Path

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import PROGRAMME_HELP, RAW, common, guarded, raw_folder, tell
from giaoban.commands.translated import argument, command, option


@command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--unit", default="", help=N_("Unit id; the programme's own by default."))
@option("--lang", default="", help=N_("Language such as vi or en; all by default."))
@option("--pdf", is_flag=True, help=N_("Print each report to PDF too, with Chromium or its kin."))
@common
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
    from giaoban.analysis import load
    from giaoban.catalogues import languages
    from giaoban.language import language
    from giaoban.programme import find_programme
    from giaoban.render import Job, print_page, render, write_overview

    folder = find_programme(programme, raw)
    codes = [language(lang).code] if lang else languages()
    review = load(str(folder), meeting, unit, raw)
    known = review.known
    tell(known.package.notes, quiet)
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


@command()
@argument("programme", default="", help=PROGRAMME_HELP)
@raw_folder
@option("--no-browser", is_flag=True, help=N_("Open no browser; JupyterLab tells the address."))
@option("--port", type=int, help=N_("Port to listen on; JupyterLab's choice by default."))
@guarded
def explore(programme: str, raw: Path, no_browser: bool, port: int | None) -> None:
    """Open JupyterLab on the figures of a programme: pick, look, suppose, copy out."""
    from giaoban.explore import explore_notebook, open_lab
    from giaoban.programme import find_programme

    if programme and (place := find_programme(programme, raw)).parent != raw:
        programme = str(place.resolve())
    start = {"programme": programme, "raw_dir": "" if raw == RAW else str(raw)}
    open_lab(explore_notebook(raw), start, not no_browser, port)
