"""The command that begins a programme: ``new``."""

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import SPOKEN, ask, guarded, raw_folder, speak
from giaoban.commands.translated import argument, command, option
from giaoban.errors import Text

if TYPE_CHECKING:
    from giaoban.programme import Beginning


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
    from giaoban.language import PERCENT
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
    if code.casefold() in PERCENT:
        return "percent"
    if code not in fields["unit_measure"]["constraints"]["enum"]:
        click.echo(Text(N_("taken as the name of its unit: so many {unit}"), unit=code), err=True)
    return code
