"""Read the sheets of an ``.xlsx`` file, and refuse politely what is none or would do harm."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from posixpath import join, normpath

from defusedxml.ElementTree import fromstring
from python_calamine import (
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line
from giaoban.files import reading, refuse_too_large
from giaoban.workbook.archive import DAMAGE, xml_parts
from giaoban.workbook.richtext import read_looks
from giaoban.workbook.sheetxml import (
    MOST_CELLS,
    SheetMarks,
    number_formats,
    read_marks,
)

BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
TEXTS = "xl/sharedStrings.xml"
LINKS = "xl/_rels/workbook.xml.rels"

Value = str | int | float | bool | date | datetime | time | timedelta
Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Sheet:
    """One sheet as it stands in the file.

    Attributes
    ----------
    name : str
        Its name.
    hidden : bool
        Whether it is hidden.
    rows : list of list
        The values from cell A1 on; an empty cell is an empty text, and so is one of `marks`
        that holds an error or was never calculated.
    merged : list
        The merged ranges: first and last row and column, counted from 0.
    marks : SheetMarks
        What the values do not tell.
    """

    name: str
    hidden: bool
    rows: list[list[Value]]
    merged: list[Range]
    marks: SheetMarks


def read_sheets(path: Path) -> list[Sheet]:
    """Read the sheets of a workbook in their order.

    Raises
    ------
    GiaobanError
        Where the file is no such workbook, protected, damaged or too large.
    """
    with reading(path):
        refuse_too_large(path)
        content = path.read_bytes()
    try:
        parts = xml_parts(path.name, content, BOOK, _no_workbook(path.name))
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return list(_sheets(path.name, book, parts))
    except DAMAGE as error:
        template = N_(
            "{file}: damaged ({reason}), open it in Excel or LibreOffice and save it anew"
        )
        raise GiaobanError(template, file=path.name, reason=one_line(str(error))) from None


def _no_workbook(file: str) -> GiaobanError:
    template = N_("{file}: no .xlsx workbook, open it in Excel or LibreOffice and save it as .xlsx")
    return GiaobanError(template, file=file)


def _sheets(file: str, book: CalamineWorkbook, parts: dict[str, bytes]) -> Iterator[Sheet]:
    workbook = fromstring(parts[BOOK])
    # Programs that do not calculate write formulas so: whoever opens it next is to do so.
    stale = any(c.get("fullCalcOnLoad") in ("1", "true") for c in workbook.findall("{*}calcPr"))
    styles = number_formats(parts[STYLES]) if STYLES in parts else {}
    looks = read_looks(parts.get(STYLES, b""), parts.get(TEXTS, b""))
    links = {link.get("Id"): link.get("Target", "") for link in fromstring(parts[LINKS])}
    entries = workbook.findall("{*}sheets/{*}sheet")
    for n, (entry, about) in enumerate(zip(entries, book.sheets_metadata, strict=True)):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        # Its namespace is another one in a workbook saved as Strict Open XML.
        link = links[next((value for key, value in entry.items() if key.endswith("}id")), None)]
        # Each has one of its own.
        xml = parts.pop(normpath(join("/xl", link))[1:])
        marks = read_marks(f"{file}[{about.name}]", xml, styles, stale, looks)
        if marks.rows * marks.columns > MOST_CELLS:
            template = N_(
                "{file}[{sheet}]: the cells reach to {cell}, clear those beyond the table"
            )
            raise GiaobanError(template, file=file, sheet=about.name, cell=marks.last)
        yield _sheet(book, n, about, marks)


def _sheet(book: CalamineWorkbook, number: int, about: SheetMetadata, marks: SheetMarks) -> Sheet:
    sheet = book.get_sheet_by_index(number)
    rows = _as_far_as(marks, sheet.to_python(skip_empty_area=False))
    hidden = about.visible != SheetVisibleEnum.Visible
    return Sheet(about.name, hidden, rows, sheet.merged_cell_ranges or [], marks)


def _as_far_as(marks: SheetMarks, rows: list[list[Value]]) -> list[list[Value]]:
    """Add the last rows and columns where all formulas lack a value: calamine leaves them out."""
    wide = max(marks.columns, len(rows[0]) if rows else 0)
    whole = [row + [""] * (wide - len(row)) if len(row) < wide else row for row in rows]
    return whole + [[""] * wide for _ in range(marks.rows - len(rows))]
