"""What is said of two numbers for one thing, where nobody can know which is meant."""

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
