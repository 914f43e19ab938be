"""A table of a page as one of Word: a caption with its number, header rows that are repeated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bs4.element import Tag
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from giaoban.render.word.columns import share_out
from giaoban.render.word.inline import Piece, fill, pieces, text_of
from giaoban.render.word.landscape import begin_turned, end_turned, room_in, turned

Cell = list[Piece]
DASH = "–"
# In lines: a table with a taller row is too wide for its page.
TALL = 8


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


def write_table(
    document: Document, grid: Grid, section: Section, bookmarks: dict[str, str]
) -> None:
    """Write a table at the end of a document; one too wide for its page stands on a turned one.

    One too wide for that too, such as an analyst's frame of many columns, stands in parts below
    one another; each begins with its first column.
    """
    columns = share_out(grid.rows, grid.headers, room_in(section))
    wide = turned(section)
    turns = not 0 < columns.lines <= TALL and room_in(wide) > room_in(section)
    if turns:
        begin_turned(document, section)
    for number, part in enumerate(_parts(grid, room_in(wide if turns else section))):
        if number:
            document.add_paragraph()  # Two tables without anything between are one to Word.
        _write_rows(document, *part, bookmarks)
    if turns:
        end_turned(document, section)


def _parts(grid: Grid, room: int) -> Iterator[tuple[Grid, list[int]]]:
    """Divide a table between its columns until no word is broken; give the widths of each part."""
    columns, width = share_out(grid.rows, grid.headers, room), len(grid.rows[0])
    if columns.lines or width < 3:
        yield grid, columns.widths
        return
    middle = (width + 1) // 2
    for rows in (
        [row[:middle] for row in grid.rows],
        [[row[0], *row[middle:]] for row in grid.rows],
    ):
        yield from _parts(replace(grid, rows=rows), room)


def _write_rows(
    document: Document, grid: Grid, widths: Sequence[int], bookmarks: dict[str, str]
) -> None:
    table = document.add_table(0, len(grid.rows[0]), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width)
    for number, cells in enumerate(grid.rows):
        row = table.add_row()
        _hold_together(row, number < grid.headers)
        for place, cell, width in zip(row._tr.tc_lst, cells, widths, strict=True):
            style = "Table Heading" if number < grid.headers else "Table Text"
            _write_cell(_Cell(place, table), cell, width, style, bookmarks)


def _write_cell(
    cell: _Cell, words: Cell, width: int, style: str, bookmarks: dict[str, str]
) -> None:
    cell.width = Length(width)
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    fill(paragraph, words, bookmarks)


def _hold_together(row: _Row, header: bool) -> None:
    """Let no page break cut a row, and repeat a header on each page."""
    properties = row._tr.get_or_add_trPr()
    for name in ["w:cantSplit", *(["w:tblHeader"] if header else [])]:
        properties.append(OxmlElement(name))


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
