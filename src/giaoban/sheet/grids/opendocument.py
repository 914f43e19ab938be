"""Read the sheets of an OpenDocument spreadsheet (.ods) as grids: each cell as it is shown."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.language import readings
from giaoban.sheet.grids.grid import EMPTY, Cell, Grid, Range, spread, typed
from giaoban.workbook import LAST_COLUMN, read_part

CONTENT = "content.xml"
# More is not repeated: empty cells to the end of the sheet are written so.
MOST = 1000
# A sheet that people read has far fewer, those that are repeated among them.
MOST_CELLS = 1_000_000
_NUMBERS = ("float", "percentage", "currency")


def read_ods(path: Path) -> list[Grid]:
    """Read its sheets.

    Raises
    ------
    GiaobanError
        Where the file is no such spreadsheet, damaged or too large.
    """
    return read_part(path, CONTENT, "LibreOffice", partial(_grids, path.name))


def _grids(file: str, tree: Element) -> list[Grid]:
    return [_grid(file, table) for table in tree.iterfind("{*}body/{*}spreadsheet/{*}table")]


def _about(element: Element, name: str) -> str:
    """Give an attribute, whatever its namespace is called."""
    found = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def _times(element: Element, name: str) -> int:
    return min(int(_about(element, name) or 1), MOST)


def _grid(file: str, table: Element) -> Grid:
    name = _about(table, "name")
    place = f"{file}[{name}]"
    rows: list[list[Cell]] = []
    merged: list[Range] = []
    wide = 0
    for element in _rows(table):
        row, spans = _row(place, element)
        wide = max(wide, len(row))
        times = _times(element, "number-rows-repeated") if any(c.text for c in row) else 1
        if (len(rows) + times) * wide > MOST_CELLS:
            template = N_(
                "{place}: more than {most} cells, delete the rows and columns beyond the table"
            )
            raise GiaobanError(template, place=place, most=MOST_CELLS)
        hidden = _about(element, "visibility") in ("collapse", "filter")
        for _ in range(times):
            here = len(rows)
            merged += [((here, left), (here + down, right)) for left, down, right in spans]
            rows.append([] if hidden else row)
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    return Grid(name, spread(rows, merged))


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows, those within groups and headers too."""
    for part in table:
        name = part.tag.rpartition("}")[2]
        if name == "table-row":
            yield part
        elif name in ("table-header-rows", "table-row-group", "table-rows"):
            yield from _rows(part)


def _row(place: str, element: Element) -> tuple[list[Cell], list[tuple[int, int, int]]]:
    row: list[Cell] = []
    spans = []
    for part in element:
        name = part.tag.rpartition("}")[2]
        if name not in ("table-cell", "covered-table-cell"):
            continue
        cell = _cell(part) if name == "table-cell" else EMPTY
        down = _times(part, "number-rows-spanned") - 1
        right = _times(part, "number-columns-spanned") - 1
        if down or right:
            spans.append((len(row), down, len(row) + right))
        row += [cell] * _times(part, "number-columns-repeated")
        if len(row) > LAST_COLUMN + MOST:
            template = N_("{place}: more than {most} columns, delete those beyond the table")
            raise GiaobanError(template, place=place, most=LAST_COLUMN)
    while row and not row[-1].text:
        row.pop()
    return row, spans


def _cell(element: Element) -> Cell:
    lines = ["".join(_texts(line)) for line in element.findall("{*}p")]
    cell = typed("\n".join(lines))
    if _about(element, "value-type") not in _NUMBERS:
        return cell
    held = Decimal(_about(element, "value"))
    held = held * 100 if cell.text.endswith("%") else held
    # Of what is shown, the reading that the file keeps.
    near = min(readings(cell.text), key=lambda value: abs(value - held), default=None)
    return Cell(cell.text, near)


def _texts(line: Element) -> Iterator[str]:
    """Give the text of a paragraph; comments are none of it."""
    yield line.text or ""
    for part in line:
        name = part.tag.rpartition("}")[2]
        if name in ("s", "tab", "line-break"):
            yield "\n" if name == "line-break" else " " * _times(part, "c")
        elif name != "annotation":
            yield from _texts(part)
        yield part.tail or ""
