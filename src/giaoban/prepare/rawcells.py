"""The cells of a table as they stand in its file, with the rows that a spreadsheet counts."""

import csv
import json
from collections.abc import Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from giaoban.datapackage import PARQUET, NotReadError, parquet_cells, read_descriptor, read_header
from giaoban.errors import one_line
from giaoban.language import without_hidden
from giaoban.programme import Examined
from giaoban.tables import FILE, GIAOBAN, PROGRAMME, Fault, cell_texts
from giaoban.workbook import Sheet, Value, as_shown, find_layout, letters, read_sheets

# A row, and the number of a column from 0; -1 for the row itself.
RawPlace = tuple[Hashable, int]


@dataclass(frozen=True)
class RawSheet:
    """Raw cells.

    Attributes
    ----------
    path : Path
        The file.
    header : int or str
        The row that names the columns.
    rows : dict of (int or str) to list of str
        The cells of each row, under its number, the header's too; rows may differ in length.
    sheet : str
        The name of the sheet, in a workbook.
    """

    path: Path
    header: Hashable
    rows: dict[Hashable, list[str]]
    sheet: str = ""

    @property
    def names(self) -> list[str]:
        """The names of the columns, as they stand there."""
        return [without_hidden(name) for name in self.rows.get(self.header, [])]

    @property
    def letters(self) -> list[str]:
        """The letters of the columns, in a workbook."""
        wide = max(map(len, self.rows.values()), default=0)
        return [letters(n) for n in range(1, wide + 1)] if self.sheet else []

    def cells_of(self, fault: Fault) -> list[RawPlace]:
        """Find the cells that a fault is about, each as its row and the place of its column.

        A fault that is about a whole row, or about a column that is not there, has the number of
        its row, in column -1; none where there is no such row.
        """
        if fault.row not in self.rows:
            return []
        if fault.cell:
            return [(fault.row, self.letters.index(fault.cell.rstrip("0123456789")))]
        wanted = [fault.column] if fault.column in self.names else fault.column.split("+")
        columns = [n for n, name in enumerate(self.names) if name in wanted]
        return [(fault.row, n) for n in columns or [-1]]


def raw_sheets(examined: Examined) -> dict[str, RawSheet]:
    """Read the programme's own description and each table that there is, as they stand."""
    if examined.workbook:
        return _of_the_workbook(examined, examined.workbook)
    descriptor = examined.path / FILE
    given = read_descriptor(examined.path)[GIAOBAN]
    cells = [v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in given.values()]
    own = RawSheet(descriptor, "", {"": list(given), GIAOBAN: cells})
    paths = {name: examined.path / text.file for name, text in examined.given.tables.items()}
    read = {
        name: _of_parquet if path.suffix == PARQUET else _of_csv for name, path in paths.items()
    }
    return {PROGRAMME: own} | {name: read[name](path, name) for name, path in paths.items()}


def _of_parquet(path: Path, name: str) -> RawSheet:
    """Read the cells as the texts that they are checked as; none of a file that is not read."""
    with suppress(NotReadError):
        header, frame = parquet_cells(path, name)
        cells = zip(*(cell_texts(frame.iloc[:, n]) for n in range(len(header))), strict=True)
        rows: dict[Hashable, list[str]] = {n: [*row] for n, row in enumerate(cells, 2)}
        return RawSheet(path, 1, {1: header} | rows)
    return RawSheet(path, 1, {1: []})


def _of_csv(path: Path, _name: str) -> RawSheet:
    """Read as far as the file can be read; a byte that is no text becomes a sign that says so."""
    rows: dict[Hashable, list[str]] = {}
    first, separator = 1, ","
    with suppress(UnicodeDecodeError, csv.Error):
        first, _, separator = read_header(path)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file, suppress(csv.Error):
        for row, cells in enumerate(csv.reader(file, delimiter=separator), 1):
            rows[row] = cells
    return RawSheet(path, first, rows)


def _of_the_workbook(examined: Examined, path: Path) -> dict[str, RawSheet]:
    """Read the sheets that hold a table; a date is shown as a day, a cell in error as its error."""
    tables = {text.file: name for name, text in examined.texts.items()}
    found = {}
    for sheet in read_sheets(path):
        file = f"{path.name}[{one_line(sheet.name)}]"
        if file in tables:
            layout = find_layout(sheet, tables[file])
            found[tables[file]] = RawSheet(
                path,
                layout.header_row if layout else 1,
                {row: list(_told(sheet, row)) for row in range(1, len(sheet.rows) + 1)},
                sheet.name,
            )
    return {name: found[name] for name in examined.texts if name in found}


def _told(sheet: Sheet, row: int) -> Iterator[str]:
    for column, value in enumerate(sheet.rows[row - 1], 1):
        marks, place = sheet.marks, (row, column)
        text = as_shown(marks.fonts.get(place, []), _as_text(value))
        yield marks.errors.get(place) or marks.uncalculated.get(place) or text


def _as_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")
