"""Read the sheets of an ``.xlsx`` file, and refuse politely what is none or would do harm."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from posixpath import join, normpath

from defusedxml.ElementTree import fromstring
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import reading
from giaoban.workbook.richtext import read_looks
from giaoban.workbook.sheetxml import SheetMarks, percent_styles, read_marks

# What a file may hold, unpacked; one of half a million figures has some 50 MB.
MOST_BYTES = 256_000_000
# So many cells a sheet may span; a single one far away would make the rest of them.
MOST_CELLS = 10_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
TEXTS = "xl/sharedStrings.xml"
LINKS = "xl/_rels/workbook.xml.rels"
# How a broken archive shows, broken XML, a number that is none, a part that is not there.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    CalamineError,
    SyntaxError,
    ValueError,
    KeyError,
)

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
        content = path.read_bytes()
    try:
        parts = _unpacked(path.name, content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return list(_sheets(path.name, book, parts))
    except DAMAGE as error:
        template = N_(
            "{file}: damaged ({reason}), open it in Excel or LibreOffice and save it anew"
        )
        raise GiaobanError(template, file=path.name, reason=error) from None


def _unpacked(file: str, content: bytes) -> dict[str, bytes]:
    """Give the XML parts of a workbook by their names."""
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise GiaobanError(N_("{file}: protected by a password, save it without one"), file=file)
    packed = io.BytesIO(content)
    if not zipfile.is_zipfile(packed):
        raise _no_workbook(file)
    with zipfile.ZipFile(packed) as archive:
        if BOOK not in archive.namelist():
            raise _no_workbook(file)
        size = sum(info.file_size for info in archive.infolist())
        if size > MOST_BYTES:
            template = N_("{file}: {found} MB when unpacked, expected at most {most} MB")
            most = MOST_BYTES // 10**6
            raise GiaobanError(template, file=file, found=size // 10**6, most=most)
        named = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        parts = {name: archive.read(name) for name in named}
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        template = N_("{file}: declares a document type, which no workbook does; save it anew")
        raise GiaobanError(template, file=file)
    return parts


def _no_workbook(file: str) -> GiaobanError:
    template = N_("{file}: no .xlsx workbook, open it in Excel or LibreOffice and save it as .xlsx")
    return GiaobanError(template, file=file)


def _sheets(file: str, book: CalamineWorkbook, parts: dict[str, bytes]) -> Iterator[Sheet]:
    workbook = fromstring(parts[BOOK])
    # Programs that do not calculate write formulas so: whoever opens it next is to do so.
    stale = any(c.get("fullCalcOnLoad") in ("1", "true") for c in workbook.findall("{*}calcPr"))
    percents = percent_styles(parts[STYLES]) if STYLES in parts else set()
    looks = read_looks(parts.get(STYLES, b""), parts.get(TEXTS, b""))
    links = {link.get("Id"): link.get("Target", "") for link in fromstring(parts[LINKS])}
    entries = workbook.findall("{*}sheets/{*}sheet")
    for n, (entry, about) in enumerate(zip(entries, book.sheets_metadata, strict=True)):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        # Its namespace is another one in a workbook saved as Strict Open XML.
        link = links[next((value for key, value in entry.items() if key.endswith("}id")), None)]
        marks = read_marks(parts[normpath(join("/xl", link))[1:]], percents, stale, looks)
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
