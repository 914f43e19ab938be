"""What stands in a cell of a workbook, written as a CSV file would hold it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import LARGEST, iso_day
from giaoban.tables import Schema, find_code
from giaoban.workbook.xlsx import Value

# More a spreadsheet neither shows nor keeps: beyond them is what binary arithmetic leaves.
DIGITS = 15
# As many as `giaoban.language` reads.
DECIMALS = 12
# Days from 1980 to 2099, as spreadsheets count them; smaller numbers are more likely years.
FIRST_SERIAL, LAST_SERIAL = 29_221, 73_050
_DAY_ZERO = date(1899, 12, 30)


class Unread(NamedTuple):
    """Why a cell has no text: what is wrong, what was found, what is expected."""

    problem: str
    found: str
    expected: str | Text


def cell_text(value: Value, field: Schema, percent: bool) -> str:
    """Write a value as text.

    Parameters
    ----------
    value : str, number, bool, date, time or timedelta
        What the cell holds.
    field : dict
        The column's field in its Table Schema.
    percent : bool
        Whether the cell shows its number as percent; then 0.978 is 97.8.
    """
    if isinstance(value, str):
        return _typed(value, field)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, percent, field["type"])
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def misread(value: Value, field: Schema) -> Unread | None:
    """Tell of a date that is shown as a number, or made of something else, such as ``1/2``."""
    if field["type"] == "date" and type(value) in (int, float):
        return _not_shown_as_date(value)
    if not isinstance(value, date | time | timedelta) or field["type"] == "date":
        return None
    if _is_free_text(field):
        return None
    expected = N_("format the cell as text and type it again")
    return Unread(N_("a date where none belongs"), str(value), expected)


def _not_shown_as_date(value: Value) -> Unread | None:
    """Tell of a number that counts days from 1900 on, as spreadsheets keep dates."""
    number = float(str(value))
    if not number.is_integer() or not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    day = (_DAY_ZERO + timedelta(days=number)).isoformat()
    expected = Text(N_("format the cell as a date, then see whether {day} is right"), day=day)
    return Unread(N_("a number where a date belongs"), f"{number:.0f}", expected)


def _is_free_text(field: Schema) -> bool:
    told = field.get("constraints", {})
    bound = "pattern" in told or "enum" in told or field["name"] == "as_published"
    return field["type"] == "string" and not bound


def _typed(text: str, field: Schema) -> str:
    text = text.replace("\r\n", "\n")
    if _is_free_text(field):
        return text
    # The sign by which people make a spreadsheet take a number as text.
    bare = text.strip().removeprefix("'")
    if "codes" in field:
        return find_code(field, bare)
    return iso_day(bare) if field["type"] == "date" else bare


def _number(value: float, percent: bool, kind: str) -> str:
    if not isfinite(value):
        return str(value)
    whole = value == int(value) and abs(value) < LARGEST
    number = Decimal(int(value)) if whole else Decimal(f"{value:.{DIGITS}g}")
    if percent:
        number *= 100
    places = -int(number.as_tuple().exponent)
    if places > DECIMALS:
        number = round(number, DECIMALS)
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    if kind == "string":
        return f"{text}%" if percent else text
    # Of three decimals a text does not say whether they are thousands.
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
