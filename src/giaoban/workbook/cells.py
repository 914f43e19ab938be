"""What stands in a cell of a workbook, written as a CSV file would hold it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import LARGEST, iso_day, trimmed
from giaoban.tables import RAISED, Schema, as_read, find_code, is_free_text
from giaoban.workbook.richtext import PLAIN, Run, shown
from giaoban.workbook.xlsx import Value

# More a spreadsheet neither shows nor keeps: beyond them is what binary arithmetic leaves.
DIGITS = 15
# As many as `giaoban.language` reads.
DECIMALS = 12
# Days from 1980 to 2099, as spreadsheets count them; smaller numbers are more likely years.
FIRST_SERIAL, LAST_SERIAL = 29_221, 73_050
STRUCK = N_("struck out")
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
    if is_free_text(field):
        return None
    expected = N_("format the cell as text and type it again")
    return Unread(N_("a date where none belongs"), str(value), expected)


def told_by_font(runs: list[Run], value: Value, field: Schema) -> str | Unread:
    """Give a text that is partly raised or lowered, such as m²; or tell what is so, or struck out.

    Parameters
    ----------
    runs : list of Run
        From the marks of the sheet.
    value, field
        As for `cell_text`.
    """
    text = as_shown(runs, value if isinstance(value, str) else cell_text(value, field, False))
    if any((run.look or PLAIN).struck for run in runs if run.text.strip() or len(runs) == 1):
        return Unread(STRUCK, text, N_("delete what is struck out, or take the line away"))
    if is_free_text(field) and isinstance(value, str):
        return cell_text(text, field, False)
    problem, expected = RAISED
    return Unread(str(problem), text, expected)


def as_shown(runs: list[Run], value: Value) -> str:
    """Write a value with its raised and lowered digits as such."""
    if not "".join(run.text for run in runs):
        runs = [Run(str(value), runs[0].look if runs else None)]
    return shown(runs)


def _not_shown_as_date(value: Value) -> Unread | None:
    """Tell of a number that counts days from 1900 on, as spreadsheets keep dates."""
    number = float(str(value))
    if not number.is_integer() or not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    day = (_DAY_ZERO + timedelta(days=number)).isoformat()
    expected = Text(N_("format the cell as a date, then see whether {day} is right"), day=day)
    return Unread(N_("a number where a date belongs"), f"{number:.0f}", expected)


def _typed(text: str, field: Schema) -> str:
    text = text.replace("\r\n", "\n")
    if is_free_text(field):
        return text
    # The sign by which people make a spreadsheet take a number as text.
    bare = as_read(trimmed(text).removeprefix("'"), field)
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
