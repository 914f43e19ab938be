"""Read the sheets of an Excel workbook, new or old, as grids."""

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line
from giaoban.files import reading
from giaoban.language import LARGEST
from giaoban.sheet.grids.grid import EMPTY, Cell, Grid, numbered, spread, typed
from giaoban.sheet.grids.numberformat import GENERAL, shown_number
from giaoban.workbook import DAMAGE, Sheet, Value, as_shown, read_sheets

# Such a file is no larger where it is one of an office.
MOST_BYTES = 50_000_000


def read_xlsx(path: Path) -> list[Grid]:
    """Read the sheets that are not hidden, as they are shown: hidden rows and columns are empty.

    Raises
    ------
    GiaobanError
        Where the file is no such workbook, protected, damaged or too large.
    """
    return [_grid(sheet) for sheet in read_sheets(path) if not sheet.hidden]


def _grid(sheet: Sheet) -> Grid:
    marks = sheet.marks
    formats = {m: marks.formats(m) for m in marks.styles}
    rows = [
        [
            EMPTY
            if n in marks.hidden_rows or m in marks.hidden_columns
            else _cell(sheet, (n, m), value, formats.get(m, {}).get(n, GENERAL))
            for m, value in enumerate(row, 1)
        ]
        for n, row in enumerate(sheet.rows, 1)
    ]
    return Grid(sheet.name, spread(rows, sheet.merged))


def _cell(sheet: Sheet, place: tuple[int, int], value: Value, code: str) -> Cell:
    marks = sheet.marks
    if told := marks.uncalculated.get(place) or marks.errors.get(place):
        return Cell(told)
    if runs := marks.fonts.get(place):
        # What is struck out was taken back.
        runs = [run for run in runs if not (run.look and run.look.struck)]
        return typed(as_shown(runs, value)) if runs else EMPTY
    return cell_of(value, code)


def cell_of(value: Value, code: str = GENERAL) -> Cell:
    """Make a cell of a value, shown by a number format."""
    if isinstance(value, str):
        return typed(value)
    if isinstance(value, bool):
        return Cell(str(value).lower())
    if isinstance(value, int | float) and not abs(value) < LARGEST:
        return Cell(str(value))
    if isinstance(value, int | float):
        return numbered(*shown_number(value, code))
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and set(code.lower()) <= {"y"}:
        return numbered(str(value.year), Decimal(value.year))
    if isinstance(value, date) and not isinstance(value, datetime):
        return Cell(f"{value.day}/{value.month}/{value.year}")
    return EMPTY if isinstance(value, timedelta) and not value else Cell(str(value))


def read_xls(path: Path) -> list[Grid]:
    """Read the sheets of an old workbook (.xls), which does not tell how numbers are shown.

    Raises
    ------
    GiaobanError
        Where the file is none, protected or damaged.
    """
    with reading(path):
        content = path.read_bytes()
    template = N_("{file}: cannot be read ({reason}), open it and save it as .xlsx")
    if len(content) > MOST_BYTES:
        raise GiaobanError(template, file=path.name, reason=f"{len(content) // 10**6} MB")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return [
                _old(book, n, about.name)
                for n, about in enumerate(book.sheets_metadata)
                if about.typ == SheetTypeEnum.WorkSheet
                and about.visible == SheetVisibleEnum.Visible
            ]
    except DAMAGE as error:
        raise GiaobanError(template, file=path.name, reason=one_line(str(error))) from None


def _old(book: CalamineWorkbook, number: int, name: str) -> Grid:
    sheet = book.get_sheet_by_index(number)
    rows = [[cell_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return Grid(name, spread(rows, sheet.merged_cell_ranges or []))
