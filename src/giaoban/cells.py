"""What stands in a cell of a workbook, written as a CSV file would hold it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from giaoban.catalogues import N_
from giaoban.days import iso_day
from giaoban.headings import find_code
from giaoban.numerals import LARGEST
from giaoban.schema import Schema
from giaoban.xlsx import Value

# More a spreadsheet neither shows nor keeps: beyond them is what binary arithmetic leaves.
DIGITS = 15
# As many as `giaoban.numerals` reads.
DECIMALS = 12


class Unread(NamedTuple):
    """Why a cell has no text: what is wrong, what was found, what is expected."""

    problem: str
    found: str
    expected: str


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
    """Tell of a date that the spreadsheet has made of something else, such as ``1/2``."""
    if not isinstance(value, date | time | timedelta) or field["type"] == "date":
        return None
    if _is_free_text(field):
        return None
    expected = N_("format the cell as text and type it again")
    return Unread(N_("a date where none belongs"), str(value), expected)


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
