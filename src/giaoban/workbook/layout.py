"""Find where a table stands in a sheet, as people lay it out."""

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from giaoban.tables import (
    PROGRAMME,
    Schema,
    are_sentences,
    columns,
    find_column,
    is_explanation,
    is_ordinal,
    own_columns,
    spoken,
    table_schema,
)
from giaoban.workbook.cells import cell_text
from giaoban.workbook.header import Head, find_head, flat, texts
from giaoban.workbook.sheetxml import Place
from giaoban.workbook.signoff import is_sign_off, is_signature, may_be_data, signs
from giaoban.workbook.xlsx import Sheet, Value

# Explanations under the header have so much room.
EXPLAINED_WITHIN = 3
# A sign-off has so many cells side by side.
SIGNED_BY = 3
_LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Layout:
    """Where the table stands in a sheet; rows and columns count from 1.

    Attributes
    ----------
    sheet : Sheet
        The sheet.
    table : str
        The table that it holds.
    head : Head
        Its header.
    """

    sheet: Sheet
    table: str
    head: Head

    @property
    def header_row(self) -> int:
        """The row of the header."""
        return self.head.row

    @cached_property
    def header(self) -> dict[int, str]:
        """The column that each place of the header names; a foreign name stands as it is.

        A place without a name belongs to it where something stands below. A column that only
        numbers the rows does not.
        """
        return {
            n: find_column(self.table, name) or name
            for n, name in self.head.headings.items()
            if not is_ordinal(name) and (name or any(self._holds(row, n) for row in self._below))
        }

    @cached_property
    def own(self) -> list[str]:
        """The names in the header that somebody added; of a programme itself nothing is added."""
        return [] if self.table == PROGRAMME else own_columns(self.table, [*self.header.values()])

    @cached_property
    def rows(self) -> list[int]:
        """The rows of the table, but those that are blank, explain, number or repeat the header."""
        return [row for row in self._below if self._is_row(row)]

    @cached_property
    def sign_off(self) -> list[int]:
        """The rows at the end that hold no data, from the first one on that begins a sign-off."""
        upward = range(len(self.sheet.rows), self.header_row, -1)
        end = [*takewhile(self._holds_no_data, upward)][::-1]
        starts = (row for row in end if any(map(is_sign_off, texts(self.sheet, row).values())))
        first = next(starts, len(self.sheet.rows) + 1)
        return [row for row in end if row >= first and any(texts(self.sheet, row).values())]

    def value(self, row: int, column: int) -> Value:
        """Give what stands in a cell."""
        return self.sheet.rows[row - 1][column - 1]

    @cached_property
    def _below(self) -> range:
        last = self.sign_off[0] - 1 if self.sign_off else len(self.sheet.rows)
        return range(self.head.last + 1, last + 1)

    def _holds_no_data(self, row: int) -> bool:
        held = [n for n, text in texts(self.sheet, row).items() if text or (row, n) in self._marked]
        filled_in = bool(self._compulsory) and all(map({*held}.intersection, self._compulsory))
        signed = all(signs(flat(self.value(row, n))) or self._is_signed(row, n) for n in held)
        may_be = (filled_in and not signed) or any(self._may_be_data(row, n) for n in held)
        return len(held) <= SIGNED_BY and not may_be

    def _may_be_data(self, row: int, column: int) -> bool:
        value, field = self.value(row, column), self._fields.get(column)
        if (row, column) in self._marked:
            return True
        if is_signature(value) and self._is_signed(row, column):
            return field is not None and field["type"] == "date"
        if not isinstance(value, str):
            return True
        return field is not None and may_be_data(cell_text(value, field, False), field)

    def _is_signed(self, row: int, column: int) -> bool:
        """Say whether somebody signs above a cell."""
        return any(signs(flat(self.value(n, column))) for n in range(self.head.last + 1, row))

    @cached_property
    def _compulsory(self) -> list[set[int]]:
        """The places of the columns that must be filled in; of two languages one must be."""
        told = [{n for n, f in self._fields.items() if f["name"] in s} for s in spoken(self.table)]
        required = [f.get("constraints", {}).get("required") for f in self._fields.values()]
        return told + [{n} for n, asked in zip(self._fields, required, strict=True) if asked]

    @cached_property
    def _fields(self) -> dict[int, Schema]:
        """The field of each place whose heading names one."""
        by_name = {field["name"]: field for field in table_schema(self.table)["fields"]}
        found = {n: find_column(self.table, text) for n, text in self.head.headings.items()}
        return {n: by_name[name] for n, name in found.items() if name}

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
        numbered = len(held) == len(self.header) and _numbers_columns([*held.values()])
        if not held or (near and (self._explains(held) or numbered)):
            return False
        return len(held) == 1 or any(find_column(self.table, held[name]) != name for name in held)

    def _explains(self, held: dict[str, str]) -> bool:
        known = [name for name in held if name in columns(self.table)]
        whole = {*self.header.values()}.intersection(columns(self.table)) == {*known}
        if whole and are_sentences([*held.values()]):
            return True  # As another version explained them.
        return 2 * sum(is_explanation(self.table, n, held[n]) for n in known) >= len(held)


def _numbers_columns(cells: list[str]) -> bool:
    """Say whether a row only numbers the columns: (1), (2), (3), or A, B, 1, 2 as offices do."""
    signs = [cell.strip("()").removesuffix(".0") for cell in cells]
    letters = [*takewhile(_LETTERS.__contains__, signs)]
    numbers = signs[len(letters) :]
    first = int(numbers[0]) if numbers and numbers[0].isdecimal() else 0
    wanted = [str(first + n) for n in range(len(numbers))]
    return len(numbers) > 1 and numbers == wanted and "".join(letters) in _LETTERS


def find_layout(sheet: Sheet, table: str) -> Layout | None:
    """Find a table in a sheet; None where no column of it is named in the first rows."""
    head = find_head(sheet, table)
    return Layout(sheet, table, head) if head else None
