"""Read the tables of a Word file (.docx) as grids, each with the lines above it."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.sheet.grids.grid import EMPTY, Cell, Grid, Range, spread, typed
from giaoban.workbook import read_part

DOCUMENT = "word/document.xml"
# Lines above a table that may be its title, and say year or unit.
ABOVE = 6
MOST = 100
_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_docx(path: Path) -> list[Grid]:
    """Read its tables, those within tables left out.

    Raises
    ------
    GiaobanError
        Where the file is no Word file, damaged or too large.
    """
    return read_part(path, DOCUMENT, "Word", lambda tree: [*_grids(tree)])


def _grids(tree: Element) -> Iterator[Grid]:
    lines: list[str] = []
    number = 0
    for part in tree.iterfind("{*}body/*"):
        name = part.tag.rpartition("}")[2]
        if name == "p" and (text := _text(part)).strip():
            lines.append(text)
        elif name == "tbl":
            number += 1
            above = [[typed(line)] for line in lines[-ABOVE:]]
            table, merged = _table(part, len(above))
            named = str(Text(N_("table {number}"), number=number))
            yield Grid(named, spread(above + table, merged), len(above), titled=False)
            lines = []


def _table(table: Element, first: int) -> tuple[list[list[Cell]], list[Range]]:
    rows: list[list[Cell]] = []
    merged: list[Range] = []
    open_: dict[int, tuple[int, int]] = {}
    for here, tr in enumerate(table.findall("{*}tr"), first):
        row: list[Cell] = []
        for tc in tr.findall("{*}tc"):
            left, wide, down = len(row), _wide(tc), tc.find("{*}tcPr/{*}vMerge")
            goes_on = down is not None and _said(down) != "restart"
            if not goes_on:
                open_[left] = (here, left + wide - 1)
            top, right = open_.get(left, (here, left + wide - 1))
            merged = [range_ for range_ in merged if range_[0] != (top, left)]
            if top != here or right != left:
                merged.append(((top, left), (here, right)))
            row += [EMPTY if goes_on else typed("\n".join(map(_text, tc.findall("{*}p"))))]
            row += [EMPTY] * (wide - 1)
        rows.append(row)
    return rows, merged


def _said(element: Element) -> str:
    return next((value for key, value in element.items() if key.endswith("}val")), "")


def _wide(tc: Element) -> int:
    span = tc.find("{*}tcPr/{*}gridSpan")
    said = _said(span) if span is not None else ""
    return min(max(int(said), 1), MOST) if said.isdecimal() else 1


def _text(paragraph: Element) -> str:
    """Give the text of a paragraph; what is struck out or deleted is none of it."""
    return "".join(_runs(paragraph))


def _runs(element: Element) -> Iterator[str]:
    for part in element:
        name = part.tag.rpartition("}")[2]
        if name == "r":
            look = part.find("{*}rPr")
            struck = look is not None and look.find("{*}strike") is not None
            raised = look.find("{*}vertAlign") if look is not None else None
            text = "" if struck else "".join(_parts(part))
            up = raised is not None and _said(raised) == "superscript"
            yield text.translate(_UP) if up else text
        elif name not in ("del", "moveFrom", "pPr"):
            yield from _runs(part)


def _parts(run: Element) -> Iterator[str]:
    for part in run:
        name = part.tag.rpartition("}")[2]
        if name == "t":
            yield part.text or ""
        elif name in ("tab", "br", "cr"):
            yield " " if name == "tab" else "\n"
