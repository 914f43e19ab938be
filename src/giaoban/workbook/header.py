"""Find the header of a table in a sheet, as people lay it out."""

from dataclasses import dataclass

from giaoban.language import trimmed
from giaoban.tables import find_column
from giaoban.workbook.xlsx import Sheet, Value

# Titles and remarks above the header have so much room.
HEADER_WITHIN = 20


@dataclass(frozen=True)
class Head:
    """A header; rows and columns count from 1.

    Attributes
    ----------
    row, last : int
        Of the first rows the one in which most columns are recognised, and the last row of the
        header, which may have two.
    headings : dict of int to str
        What stands in each of its places; of two rows what names a column.
    """

    row: int
    last: int
    headings: dict[int, str]


def find_head(sheet: Sheet, table: str) -> Head | None:
    """Find the header of a table; None where no column of it is named in the first rows."""
    rows = range(1, min(len(sheet.rows), HEADER_WITHIN) + 1)
    found = {row: len(_named(table, texts(sheet, row))) for row in rows}
    row = max(found, key=found.__getitem__, default=0)
    if not found.get(row):
        return None
    headings, above, below = (texts(sheet, n) for n in (row, row - 1, row + 1))
    known = _named(table, headings)
    two = _names_others(table, below, known)
    for n, text in above.items():
        if not headings.get(n) and find_column(table, text) not in (None, *known):
            headings[n] = text
    if two:
        headings |= {n: text for n, text in below.items() if text}
    return Head(row, row + two, headings)


def _named(table: str, cells: dict[int, str]) -> set[str]:
    return {name for text in cells.values() if (name := find_column(table, text))}


def _names_others(table: str, cells: dict[int, str], known: set[str]) -> bool:
    """Say whether a row names columns that are not known yet, and holds nothing else."""
    held = [find_column(table, text) for text in cells.values() if text]
    return bool(held) and not {*held} & {None, *known}


def texts(sheet: Sheet, row: int) -> dict[int, str]:
    """Give the cells of a row as texts, by their columns; none where there is no such row."""
    cells = sheet.rows[row - 1] if 0 < row <= len(sheet.rows) else []
    return {n: flat(cell) for n, cell in enumerate(cells, 1)}


def flat(value: Value) -> str:
    """Write a value on one line, without the spaces around it."""
    return " ".join(trimmed(str(value)).split())
