"""The cells of a table as they stand in its file, with the rows that a spreadsheet counts."""

import csv
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from giaoban.csvfile import separator_of
from giaoban.descriptor import FILE
from giaoban.errors import Fault
from giaoban.headings import PROGRAMME
from giaoban.package import Examined

Cell = tuple[int | str, int]


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
    """

    path: Path
    header: int | str
    rows: dict[int | str, list[str]]

    @property
    def names(self) -> list[str]:
        """The names of the columns, as they stand there."""
        return [name.strip() for name in self.rows.get(self.header, [])]

    def cells_of(self, fault: Fault) -> list[Cell]:
        """Find the cells that a fault is about, each as its row and the place of its column.

        A fault that is about a whole row, or about a column that is not there, has the number of
        its row, in column -1; none where there is no such row.
        """
        if fault.row not in self.rows:
            return []
        wanted = [fault.column] if fault.column in self.names else fault.column.split("+")
        columns = [n for n, name in enumerate(self.names) if name in wanted]
        return [(fault.row, n) for n in columns or [-1]]


def raw_sheet(examined: Examined, name: str) -> RawSheet:
    """Read a table, or the ``programme``'s own description, as it stands."""
    if name == PROGRAMME:
        given = examined.descriptor["giaoban"]
        cells = [
            v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in given.values()
        ]
        return RawSheet(examined.folder / FILE, "", {"": list(given), "giaoban": cells})
    path = examined.folder / f"{name}.csv"
    return RawSheet(path, 1, dict(enumerate(_csv_rows(path), 1)))


def _csv_rows(path: Path) -> list[list[str]]:
    """Read as far as the file can be read; a byte that is no text becomes a sign that says so."""
    rows = []
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file, suppress(csv.Error):
        for cells in csv.reader(file, delimiter=separator_of(file)):
            rows.append(cells)
    return rows
