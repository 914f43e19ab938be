"""Write the cells of a column, each as what it is, so that they are read back as they were."""

import re
from datetime import datetime
from decimal import Decimal
from itertools import chain, repeat

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.tables import cell_texts
from giaoban.workbook.cells import DIGITS
from giaoban.workbook.formats import Column, Formats
from giaoban.workbook.sheetxml import shows_percent
from giaoban.workbook.validation import FIRST_DAY

LONGEST = 32_767
# Excel writes a sign that XML cannot hold as _x0001_. Of two such that share a stroke,
# XlsxWriter makes another text; and it takes <r>…</r> for its own markup.
_UNWRITABLE = re.compile(r"(?s).*_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_.*|<r>.*</r>")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Written(float):
    """A number that is written as it reads; XlsxWriter would write 84.59999999999999 for 84.6."""

    def __format__(self, _: str) -> str:
        return repr(self)


def write_column(
    sheet: Worksheet,
    table: str,
    first: int,
    n: int,
    column: Column,
    rows: pd.DataFrame,
    formats: Formats,
) -> None:
    """Write a column of a table from the row ``first`` on.

    Raises
    ------
    GiaobanError
        Where a cell is more than a sheet can hold.
    """
    codes = chain(column.shown_by, repeat(""))
    looks = {code: formats.shown_by(code) for code in {*column.shown_by} - {""}}
    looks[""] = formats.cells[column.kind, column.prose]
    cells = zip(rows.index, cell_texts(rows[column.name]), codes, strict=False)
    for row, (place, text, code) in enumerate(cells, first):
        if not text:
            continue
        refuse_unwritable(text, f"{table}.csv:{place}:{column.name}")
        value = _own(text, code) if code else _value(text, column.kind)
        if isinstance(value, float):
            sheet.write_number(row, n, value, looks[code])
        elif isinstance(value, datetime):
            sheet.write_datetime(row, n, value, looks[code])
        else:
            sheet.write_string(row, n, column.codes.get(text, text), looks[code])


def refuse_unwritable(text: str, place: str) -> None:
    """Refuse a text that no workbook holds.

    Raises
    ------
    GiaobanError
        With the place that it came from.
    """
    if len(text.encode("utf-16-le")) > 2 * LONGEST or _UNWRITABLE.fullmatch(text):
        template = N_("{place}: no workbook holds this text, expected a simple one of {most} signs")
        raise GiaobanError(template, place=place, most=LONGEST)


def _own(text: str, code: str) -> float | datetime | str:
    """Give a number, or day, in a column that somebody added the type that it was read from."""
    if _DAY.fullmatch(text) and text >= f"{FIRST_DAY}":
        return datetime.fromisoformat(text)
    bare, times = text.removesuffix("%"), 100 if shows_percent(code) else 1
    return Written(Decimal(bare) / times) if _NUMBER.fullmatch(bare) else text


def _value(text: str, kind: str) -> float | datetime | str:
    """Give a cell its type, if a workbook keeps it whole."""
    if kind in ("number", "integer"):
        return Written(text) if len(Decimal(text).normalize().as_tuple().digits) <= DIGITS else text
    if kind == "date" and text >= f"{FIRST_DAY}":
        return datetime.fromisoformat(text)
    return text
