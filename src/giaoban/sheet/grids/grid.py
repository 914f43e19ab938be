"""A table as people see it: cells with what they show, merged ones spread over their range."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from giaoban.language import trimmed, without_hidden
from giaoban.workbook import letters

_RAISED = re.compile(r"(?<=[\w%)])\s*(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")
# Units of measure, whose raised digit is no mark of a footnote.
_POWER = re.compile(r"(?<![^\W\d_])[kcd]?m[²³]$")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    text : str
        What it shows, without the mark of a footnote.
    value : Decimal or None
        The number that the file keeps for it, as far as it is shown; None of a text.
    begins : bool
        Whether it stands here: False where a merged cell reaches over from elsewhere.
    wide, tall : int
        How many columns and rows it covers.
    mark : str
        The mark of a footnote, such as ``1`` or ``*``.
    """

    text: str = ""
    value: Decimal | None = None
    begins: bool = True
    wide: int = 1
    tall: int = 1
    mark: str = ""

    @property
    def words(self) -> str:
        """What it shows, on one line."""
        return " ".join(self.text.split())


EMPTY = Cell()


@dataclass
class Grid:
    """One sheet, or one table with the lines above it.

    Attributes
    ----------
    name : str
        What the sheet is called, or which table it is.
    rows : list of list of Cell
        As wide as one another.
    above : int
        How many of the rows are lines above the table, which are not counted in places.
    titled : bool
        Whether the name was given by a person.
    """

    name: str
    rows: list[list[Cell]]
    above: int = 0
    titled: bool = True
    notes: list[str] = field(default_factory=list)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int, column: int) -> str:
        """Call a cell as spreadsheets do: ``Sheet1!C7``."""
        return f"{self.name}!{letters(column + 1)}{row + 1 - self.above}"


def typed(text: str) -> Cell:
    """Make a cell of a text: composed, without what is not seen, its footnote's mark apart."""
    bare = without_hidden(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    found = None if _POWER.search(bare) else _RAISED.search(bare)
    if not found:
        return Cell(trimmed(bare))
    return Cell(bare[: found.start()], mark=found["mark"].translate(_DIGITS))


def numbered(shown: str, value: Decimal) -> Cell:
    """Make a cell of a number that the file keeps as such."""
    return Cell(shown, value)


Range = tuple[tuple[int, int], tuple[int, int]]


def spread(rows: list[list[Cell]], merged: Iterable[Range]) -> list[list[Cell]]:
    """Let each merged cell stand in its whole range; make the rows as wide as one another."""
    wide = max(map(len, rows), default=0)
    whole = [row + [EMPTY] * (wide - len(row)) for row in rows]
    # No cell is in two ranges.
    room = wide * len(whole)
    for (top, left), (bottom, right) in merged:
        if top >= len(whole) or left >= wide:
            continue
        bottom, right = min(bottom, len(whole) - 1), min(right, wide - 1)
        room -= (bottom - top + 1) * (right - left + 1)
        if room < 0:
            break
        first = replace(whole[top][left], wide=right - left + 1, tall=bottom - top + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                whole[row][column] = replace(first, begins=(row, column) == (top, left))
    return whole
