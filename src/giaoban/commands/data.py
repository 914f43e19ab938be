"""The commands for data: ``check``, ``convert``, ``extract``."""

import sys
from pathlib import Path

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import (
    PROGRAMME_HELP,
    common,
    guarded,
    quiet_flag,
    raw_folder,
    tell,
)
from giaoban.commands.translated import argument, command, option
from giaoban.errors import Text

_BOOK_LANG = N_("Language of the workbook, such as vi or en; yours by default.")


@command()
@option("--fix", type=Path, help=N_("Write a copy that says so what can only be meant."))
@option("--force", is_flag=True, help=N_("Write over what is there."))
@common
def check(programme: str, fix: Path | None, force: bool, raw: Path, out: Path, quiet: bool) -> None:
    """Check a programme's data; print every fault, one to a line."""
    from giaoban.programme import check_package, find_programme
    from giaoban.tables import causes, listed

    path = find_programme(programme, raw)
    if fix:
        path = _mended(path, fix, force, quiet)
    package, faults = check_package(path)
    tell(package.notes, quiet)
    if found := causes(faults):
        click.echo(listed(found))
        template = N_("{programme}: faults found: {number}")
        click.echo(Text(template, programme=package.name, number=len(found)), err=True)
        sys.exit(2)
    if not quiet:
        rows = sum(len(table) for table in package.tables.values())
        template = N_("{programme}: {number} rows, no fault")
        click.echo(Text(template, programme=package.name, number=rows))


def _mended(path: Path, target: Path, force: bool, quiet: bool) -> Path:
    """Write the copy, and say what is new in it; where there is nothing to mend there is none."""
    from giaoban.catalogues import user_language
    from giaoban.language import language
    from giaoban.programme import examine, mend_programme

    examined = examine(path)
    mends = mend_programme(examined, target, language(user_language()), force=force)
    for mend in mends:
        click.echo(mend.told(user_language()))
    # What was passed over, such as remarks below a table, is not in the copy.
    nothing = [Text(N_("nothing to mend: no copy was written"))]
    tell(examined.given.notes if mends else nothing, quiet)
    return target if mends else path


@command()
@argument("source", help=PROGRAMME_HELP)
@argument("target", type=Path, help=N_("Workbook (.xlsx) or folder to write."))
@option("--lang", default="", help=_BOOK_LANG)
@option("--parquet", is_flag=True, help=N_("Write a folder of Parquet files, not of CSV."))
@option("--force", is_flag=True, help=N_("Write over what is there."))
@raw_folder
@quiet_flag
@guarded
def convert(
    source: str, target: Path, lang: str, parquet: bool, force: bool, raw: Path, quiet: bool
) -> None:
    """Turn a programme into a workbook, or into a folder of CSV or Parquet files."""
    from giaoban.catalogues import user_language
    from giaoban.language import language
    from giaoban.programme import convert_programme, find_programme

    spoken = language(lang or user_language())
    path = find_programme(source, raw)
    done = convert_programme(path, target, spoken, force=force, parquet=parquet)
    tell(done.notes, quiet)
    for path in done.written:
        click.echo(path)


@command()
@argument("item", type=Path, help=N_("Text file or saved web page (.txt, .html)."))
@option("--programme", default="", help=N_("Programme whose indicators and tables are looked up."))
@raw_folder
@option("--draft", "file", type=Path, help=N_("File of the draft (CSV); printed by default."))
@option("--lang", default="", help=N_("Language of the doubts; the user's by default."))
@option(
    "--records",
    is_flag=True,
    help=N_("Propose rows of records instead: causes, shortcomings, actions …"),
)
@quiet_flag
@guarded
def extract(
    item: Path, programme: str, raw: Path, file: Path | None, lang: str, records: bool, quiet: bool
) -> None:
    """Propose rows of figures from a press item; list every number in it."""
    from giaoban import extract as drafts
    from giaoban.catalogues import user_language
    from giaoban.language import language
    from giaoban.programme import find_programme, read_package

    code = language(lang).code if lang else user_language()
    package = read_package(find_programme(programme, raw)) if programme else None
    known = drafts.Programme(package) if package else None
    make, tell_of = (
        (drafts.record_rows, drafts.records_summary)
        if records
        else (drafts.draft_rows, drafts.summary)
    )
    table = make(item, known, code)
    if file:
        click.echo(drafts.save(table, file, raw))
    else:
        click.echo(drafts.as_csv(table), nl=False)
    for line in [] if quiet else tell_of(item, table):
        click.echo(line, err=True)
