"""Find where a table stands in a sheet, as people lay it out."""

from dataclasses import dataclass
from functools import cached_property

from giaoban.headings import find_column, is_explanation, is_ordinal
from giaoban.schema import columns
from giaoban.sheetxml import Place
from giaoban.xlsx import Sheet, Value

# Titles and remarks above the header have so much room, explanations under it so much.
HEADER_WITHIN = 20
EXPLAINED_WITHIN = 3


@dataclass(frozen=True)
class Layout:
    """Where the table stands in a sheet; rows and columns count from 1.

    Attributes
    ----------
    sheet : Sheet
        The sheet.
    table : str
        The table that it holds.
    header_row : int
        The row of the header: of the first rows the one in which most columns are recognised.
    """

    sheet: Sheet
    table: str
    header_row: int

    @cached_property
    def header(self) -> dict[int, str]:
        """The column that each place of the header names; a foreign name stands as it is.

        A place without a name belongs to it where something stands below. A column that only
        numbers the rows does not.
        """
        cells = self.sheet.rows[self.header_row - 1]
        named = {n: flat(cell) for n, cell in enumerate(cells, 1)}
        return {
            n: find_column(self.table, name) or name
            for n, name in named.items()
            if not is_ordinal(name) and (name or any(self._holds(row, n) for row in self._below))
        }

    @cached_property
    def rows(self) -> list[int]:
        """The rows of the table, but those that are blank, explain, number or repeat the header."""
        return [row for row in self._below if self._is_row(row)]

    def value(self, row: int, column: int) -> Value:
        """Give what stands in a cell."""
        return self.sheet.rows[row - 1][column - 1]

    @property
    def _below(self) -> range:
        return range(self.header_row + 1, len(self.sheet.rows) + 1)

    @cached_property
    def _marked(self) -> set[Place]:
        return {*self.sheet.marks.errors, *self.sheet.marks.uncalculated}

    def _holds(self, row: int, column: int) -> bool:
        return bool(flat(self.value(row, column))) or (row, column) in self._marked

    def _is_row(self, row: int) -> bool:
        held = {
            self.header[n]: flat(self.value(row, n)) for n in self.header if self._holds(row, n)
        }
        near = row <= self.header_row + EXPLAINED_WITHIN
        if not held or (near and (self._explains(held) or _numbers_columns([*held.values()]))):
            return False
        return len(held) == 1 or any(find_column(self.table, held[name]) != name for name in held)

    def _explains(self, held: dict[str, str]) -> bool:
        known = [name for name in held if name in columns(self.table)]
        return 2 * sum(is_explanation(self.table, n, held[n]) for n in known) >= len(held)


def _numbers_columns(cells: list[str]) -> bool:
    """Say whether a row only numbers the columns: (1), (2), (3)."""
    numbers = [cell.strip("()").removesuffix(".0") for cell in cells]
    first = int(numbers[0]) if numbers[0].isdecimal() else 0
    return len(numbers) > 1 and numbers == [str(first + n) for n in range(len(numbers))]


def find_layout(sheet: Sheet, table: str) -> Layout | None:
    """Find a table in a sheet; None where no column of it is named in the first rows."""
    found = [
        len({find_column(table, flat(cell)) for cell in row if flat(cell)} - {None})
        for row in sheet.rows[:HEADER_WITHIN]
    ]
    most = max(found, default=0)
    return Layout(sheet, table, found.index(most) + 1) if most else None


def flat(value: Value) -> str:
    """Write a value on one line, without the spaces around it."""
    return " ".join(str(value).split())
