"""The commands for data: ``check``, ``new``, ``convert``, ``extract``."""

import re
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import (
    PROGRAMME_HELP,
    SPOKEN,
    ask,
    common,
    guarded,
    quiet_flag,
    raw_folder,
    speak,
    tell,
)
from giaoban.commands.translated import argument, command, option
from giaoban.errors import Text

if TYPE_CHECKING:
    from giaoban.programme import Beginning

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
@argument(
    "folder",
    type=Path,
    default=None,
    help=N_("Folder to make, such as data/raw/05-CTr-HU; without it you are asked for the rest."),
)
@option("--xlsx", is_flag=True, help=N_("Write a workbook to fill in, not CSV files."))
@option("--lang", default="", help=SPOKEN)
@option("--code", default="", help=N_("Official number of the programme."))
@option("--title-vi", default="", help=N_("Its name in Vietnamese."))
@option("--title-en", default="", help=N_("Its name in English."))
@option("--period", default="", help=N_("Its years, such as 2021/2025."))
@option("--unit", default="", help=N_("Name of its own unit, such as Xã Tân Lập, or its id."))
@raw_folder
@guarded
def new(folder: Path | None, xlsx: bool, lang: str, raw: Path, **programme: str) -> None:
    """Begin a programme: write its tables, empty, into a new folder; or ask what it is to hold."""
    from giaoban.language import identifier
    from giaoban.programme import new_package, new_workbook

    known, rows = {column: value for column, value in programme.items() if value}, None
    spoken = speak(lang)
    if folder is None:
        beginning = _asked(spoken.code)
        known, rows = beginning.programme | known, beginning.rows
        folder, xlsx = raw / identifier(beginning.title), True
    elif re.search(r"[^\x00-\x7f]|\s", name := known.get("unit", "")):
        # A name is no id: it becomes that of the unit's own row.
        known["unit"] = identifier(name)
        rows = {"units": {"unit": known["unit"], _titled(name, known, spoken.code): name}}
    book = [new_workbook(folder, known, spoken, rows)] if xlsx else []
    for path in book or new_package(folder, known, rows):
        click.echo(path)
    if rows and "figures" in rows:
        template = N_("fill in the figures there, then: giaoban check {programme}")
        click.echo(Text(template, programme=folder.name), err=True)


def _titled(name: str, known: dict[str, str], lang: str) -> str:
    """Name the column of a title: of the language that it shows, else of the programme's name."""
    from giaoban.tables import KEPT_IN, kept_in, language_of

    named = [code for code in KEPT_IN if known.get(f"title_{code}")]
    return f"title_{language_of(name) or (named or [kept_in(lang)])[0]}"


def _asked(lang: str) -> "Beginning":
    """Ask for the least that a programme needs; what cannot be is asked again."""
    from giaoban.programme import Beginning

    title = ask(N_("Name of the programme"))
    period = ask(N_("Its years, such as 2021/2025"), _years)
    unit = ask(N_("Whose figures they are, such as Xã Tân Lập"))
    day = ask(N_("Day of the next meeting, such as 14/3/2023"), partial(_day_within, period))
    indicator = ask(N_("Name of the first indicator"))
    asked = N_("What it is in: percent, count, rating, or the name of its unit, such as tỷ đồng")
    measure = ask(asked, _measure)
    source = ask(N_("Which report do its figures come from, such as Báo cáo số 15-BC/HU?"))
    return Beginning(title, period, unit, day, indicator, measure, source, lang)


def _years(text: str) -> str:
    """Read years as people write them: 2021/2025, 2021-2025."""
    from giaoban.language import iso_years, parse_period

    try:
        return str(parse_period(iso_years(text)))
    except ValueError:
        raise click.BadParameter(str(Text(N_("expected years such as 2021/2025")))) from None


def _day_within(period: str, text: str) -> str:
    from giaoban.checks import meetings_within
    from giaoban.language import iso_day

    day, years = iso_day(text.strip()), meetings_within(period)
    try:
        within = years.start <= date.fromisoformat(day) <= years.end
    except ValueError:
        within = False
    if not within:
        template = N_("expected a day from {first} to {last}, such as 14/3/{year}")
        first, last = (f"{end.day}/{end.month}/{end.year}" for end in (years.start, years.end))
        said = Text(template, first=first, last=last, year=years.end.year)
        raise click.BadParameter(str(said))
    return day


def _measure(text: str) -> str:
    """Read what an indicator is in: percent and count by their titles too, else a unit."""
    from giaoban.tables import find_code, table_schema

    fields = {field["name"]: field for field in table_schema("indicators")["fields"]}
    code = find_code(fields["unit_measure"], text.strip())
    # A unit is named by letters, or is a sign such as ‰ or €; “số” is but a number.
    named = re.search(r"[^\W\d_]|[%‰$€£¥₫]", code) and normalize("NFC", code.lower()) not in (
        "number",
        "so",
        "số",
    )
    if not named:
        raise click.BadParameter(str(Text(N_("expected its unit, such as tỷ đồng"))))
    if code == "%":
        return "percent"
    if code not in fields["unit_measure"]["constraints"]["enum"]:
        click.echo(Text(N_("taken as the name of its unit: so many {unit}"), unit=code), err=True)
    return code


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
