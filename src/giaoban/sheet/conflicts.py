"""What is said of two numbers for one thing, where nobody can know which is meant."""

import re

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.sheet.forms import Observation
from giaoban.sheet.known import Row

TWO_NUMBERS = N_(
    "{first}, {second}: two numbers for “{title}” {period} (found {one} and {other}), take one "
    "away, or leave a column out with --column"
)
TOO_EARLY = N_(
    "{place}: “{title}” {period} is {value} as reported on {day} (found {found} for "
    "{reported}): a revision needs a later day, give it with --reported-on"
)

BEYOND = N_(
    "{place} (column “{head}”): a target of {period}, and the programme lasts until {last}: let it "
    'last longer with --years {years}, or leave the column out with --column "{head}=skip"'
)
BEYOND_THERE = N_(
    "{place} (column “{head}”): a target of {period}, and the programme lasts until {last}: write "
    "{years} under period in its description (datapackage.json, or the sheet Programme), or leave "
    'the column out with --column "{head}=skip"'
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def refuse_beyond(seen: Observation, years: str, template: str = BEYOND) -> None:
    """Refuse a target that is due after the last year of the programme.

    Raises
    ------
    GiaobanError
        Which names its column, and how the programme is made longer.
    """
    own, programme = _YEAR.findall(seen.period), _YEAR.findall(years)
    if own and programme and own[-1] > programme[-1]:
        raise GiaobanError(
            template,
            place=seen.place,
            head=seen.head,
            period=seen.period,
            last=programme[-1],
            years=f"{programme[0]}/{own[-1]}",
        )


def twice(one: Observation, other: Observation, template: str = TWO_NUMBERS) -> GiaobanError:
    """Say that two cells have different numbers, or else what a template says, for one thing."""
    return GiaobanError(
        template,
        first=one.place,
        second=other.place,
        title=one.title,
        unit=one.unit,
        period=one.period,
        one=one.printed.text,
        other=other.printed.text,
    )


def too_early(seen: Observation, before: Row, row: Row, template: str = TOO_EARLY) -> GiaobanError:
    """Say that there is another number whose day is none that goes with that of a row."""
    return GiaobanError(
        template,
        place=seen.place,
        title=seen.title,
        unit=row["unit"],
        period=seen.period,
        value=before["value"],
        day=before["reported_on"],
        found=row["value"],
        reported=row["reported_on"],
    )
