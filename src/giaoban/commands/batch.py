"""The command that makes many reports: ``batch``."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import begin, reading_a_programme, tell
from giaoban.commands.translated import command, option
from giaoban.errors import Text

if TYPE_CHECKING:
    from giaoban.mail import Keeper
    from giaoban.render import Outcome


@command()
@option("--meeting", default="latest", help=N_("Date such as 2023-03-14, latest or next."))
@option("--units", default="all", help=N_("Unit ids with commas between them, all, or below."))
@option(
    "--lang", default="", help=N_("Language such as vi or en; those of the programme by default.")
)
@option(
    "--workers",
    type=click.IntRange(min=1),
    help=N_("How many at a time; as many as processors by default."),
)
@option("--keeper", default="", help=N_("Address that is told by email where one failed."))
@option("--force", is_flag=True, help=N_("Make what is up to date, too."))
@option("--cluster", default="", help=N_("Address of a Dask scheduler whose workers make them."))
@option("--out", default=".", help=N_("Folder, or address such as s3://bucket/folder."))
@reading_a_programme
def batch(
    programme: str,
    meeting: str,
    units: str,
    lang: str,
    workers: int | None,
    keeper: str,
    force: bool,
    cluster: str,
    out: str,
    raw: Path,
    quiet: bool,
) -> None:
    """Write the reports of many units; go on where an earlier run stopped."""
    told = _keeper(keeper) if keeper else None
    folder, codes = begin(programme, raw, lang)

    from giaoban.render import Job, Store, ask, batch_elsewhere, is_address, write_overview
    from giaoban.render import batch as make_all

    chosen = units if units in ("all", "below") else units.split(",")
    asked = ask("giaoban.asof:occasions", folder.absolute(), meeting, chosen)
    address = out if is_address(out) else ""
    place = Path() if address else Path(out)
    jobs = {
        Job(folder, of.meeting_date, of.unit, code, raw, place): of.stamp
        for of in asked
        for code in codes or of.languages
    }
    if asked:
        tell(asked[0].notes, quiet)
    how, at_once = {"force": force, "quiet": quiet}, workers or os.cpu_count() or 1
    if cluster or address:
        outcomes = batch_elsewhere(jobs, at_once, cluster=cluster, address=address, **how)
    else:
        outcomes = make_all(jobs, at_once, **how)
    click.echo(Store(address).write_overview() if address else write_overview(place))
    failed = _failures(outcomes)
    if told and failed:
        told.told(f"{asked[0].name}/{asked[0].meeting_date}", failed, place)
    _tell_what_is_left(outcomes, failed)


def _keeper(address: str) -> "Keeper":
    from giaoban.mail import Keeper

    return Keeper.of(address)


def _failures(outcomes: "list[Outcome]") -> list[str]:
    """Say which reports failed, and why, a line each."""
    failed = [f"{o.unit}.{o.lang}: {o.error}" for o in outcomes if o.state == "failed"]
    for line in failed:
        click.echo(line, err=True)
    return failed


def _tell_what_is_left(outcomes: "list[Outcome]", failed: list[str]) -> None:
    """Say how many are left; where there are some, or some failed, the command has failed."""
    left = sum(outcome.state == "left" for outcome in outcomes)
    if left:
        template = N_("stopped, {left} of {all} left: give the command once more to go on")
        click.echo(Text(template, left=left, all=len(outcomes)), err=True)
    if failed or left:
        sys.exit(1)
