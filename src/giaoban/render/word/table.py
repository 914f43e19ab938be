"""A table of a page as one of Word: a caption with its number, header rows that are repeated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from giaoban.render.word.inline import Piece, fill, pieces, text_of

Cell = list[Piece]
# Of a letter in a table, and what a cell keeps free beside its text.
LETTER, EDGES = Mm(1.9), Mm(3.5)
# In letters: the first column, which names the rows, is no narrower; a longer word is broken; a
# longer line claims no more room.
NAME, LONGEST_WORD, LONGEST_LINE = 12, 20, 80
# Where a line may end.
_BETWEEN = re.compile(r"[\s–]+")
DASH = "–"


@dataclass(frozen=True)
class Grid:
    """The cells of a table, row by row; the first rows are its header."""

    caption: Cell
    rows: list[list[Cell]]
    headers: int


def read_table(table: Tag) -> Grid:
    """Read a table of a page; a column that holds nothing but small pictures is left out."""
    rows, drawn = [], set()
    for tr in table.find_all("tr"):
        row: list[Cell] = []
        for cell in tr.find_all(["th", "td"], recursive=False):
            if cell.svg and not cell.get_text(strip=True):
                drawn.add(len(row))
            row.append(pieces(cell.children, Piece("", bold=bool(tr.find_parent("thead")))))
            row += [[] for _ in range(int(str(cell.get("colspan", "1"))) - 1)]
        rows.append(row)
    headers = len(table.select("thead tr"))
    width = max((len(row) for row in rows), default=0)
    rows = [row + [[] for _ in range(width - len(row))] for row in rows]
    kept = [n for n in range(width) if n not in drawn or _has_words(rows[headers:], n)]
    caption = table.caption
    words = pieces(caption.children) if caption else []
    return Grid(words, [[row[n] for n in kept] for row in rows], headers)


def _has_words(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return any(text_of(row[column]) not in ("", DASH) for row in rows)


def write_table(document: Document, grid: Grid, room: Length, bookmarks: dict[str, str]) -> None:
    """Write a table at the end of a document, as wide as there is room."""
    table = document.add_table(0, len(grid.rows[0]), "Table Grid")
    table.autofit = False
    widths = column_widths(grid, room)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, cells in enumerate(grid.rows):
        row = table.add_row()
        _hold_together(row, number < grid.headers)
        for place, cell, width in zip(row._tr.tc_lst, cells, widths, strict=True):
            _write_cell(_Cell(place, table), cell, width, bookmarks)


def _write_cell(cell: _Cell, words: Cell, width: int, bookmarks: dict[str, str]) -> None:
    cell.width = Length(width)
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    fill(paragraph, words, bookmarks)


def _hold_together(row: _Row, header: bool) -> None:
    """Let no page break cut a row, and repeat a header on each page."""
    properties = row._tr.get_or_add_trPr()
    for name in ["w:cantSplit", *(["w:tblHeader"] if header else [])]:
        properties.append(OxmlElement(name))


def column_widths(grid: Grid, room: Length) -> list[int]:
    """Share out the room: to each column its longest word, the rest by how much it says.

    By the root of its longest line: a text of four times the length then takes two times the
    width and two times the lines.
    """
    longest, wanted = [], []
    for number in range(len(grid.rows[0])):
        # Raised numbers take little room.
        texts = [text_of(p for p in row[number] if not p.raised) for row in grid.rows]
        words = [len(word) for text in texts for word in _BETWEEN.split(text)]
        longest.append(max(*words, NAME if number == 0 else 1))
        lines = [len(line) for text in texts for line in text.splitlines()]
        wanted.append(min(max(lines, default=1), LONGEST_LINE) ** 0.5)
    least = _cut([LETTER * min(word, LONGEST_WORD) + EDGES for word in longest], room)
    share = (room - sum(least)) / sum(wanted)
    return [int(low + share * want) for low, want in zip(least, wanted, strict=True)]


def _cut(widths: list[int], room: int) -> list[int]:
    """Take from the widest as much as is too much: a short word is broken last."""
    rest = room
    for left, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * left > rest:
            return [min(w, rest // left) for w in widths]
        rest -= width
    return widths


def caption_number(paragraph: Paragraph, name: str, number: int) -> None:
    """Write *Table 3. *, whose number Word counts by itself where tables are added."""
    paragraph.add_run(f"{name} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), rf" SEQ {name} \* ARABIC ")
    paragraph._p.append(field)
    field.append(paragraph.add_run(str(number))._r)
    paragraph.add_run(". ")


def empty_pair(document: Document, room: Length, height: Length) -> Table:
    """Leave a place free, of two cells side by side without lines."""
    table = document.add_table(1, 2)
    table.autofit = False
    for column, part in zip(table.columns, (0.42, 0.58), strict=True):
        column.width = Length(int(room * part))
        column.cells[0].width = column.width
        column.cells[0].paragraphs[0].style = "Header"
    table.rows[0].height = height
    return table
