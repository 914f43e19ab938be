"""The cells of a table's rows, with what its heads and its first column say of each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bs4 import Tag

from giaoban.extract.vietnamese import TableCell, heads_units

BETWEEN_CELLS = " | "
# No cell is taken to cover more rows or columns.
MOST = 100
_WORDS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class _Covered:
    """What covers one column of a row: a cell's text, whose row it began in, and where it ends."""

    text: str
    began: int
    until: int
    first: int


_Row = dict[int, _Covered]


def rows(
    table: Tag, said: Callable[[Tag], str]
) -> Iterator[tuple[Tag, str, tuple[TableCell, ...]]]:
    """Give each row of a table with its text and its cells, not of the tables within it.

    Parameters
    ----------
    table : Tag
        The table.
    said : callable
        Gives the text of a cell.
    """
    found = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    lines = _lines(found, said)
    heads = _heads(found, lines)
    caption = table.find("caption")
    about = said(caption) if isinstance(caption, Tag) else ""
    above: dict[int, list[str]] = {}
    for number, (row, line) in enumerate(zip(found, lines, strict=True)):
        of_head = number < heads
        told = {} if of_head else {column: " ".join(texts) for column, texts in above.items()}
        text, cells = _row(line, number, told, "" if of_head else about)
        yield row, text, cells
        for column, covered in line.items() if of_head else ():
            if covered.text not in above.setdefault(column, []):
                above[column].append(covered.text)


def _lines(found: list[Tag], said: Callable[[Tag], str]) -> list[_Row]:
    """Lay the cells of each row into columns, those that reach down from above among them."""
    lines: list[_Row] = []
    for number, row in enumerate(found):
        last = lines[-1] if lines else {}
        line = {column: covered for column, covered in last.items() if covered.until > number}
        column = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while column in line:
                column += 1
            covered = _Covered(said(cell), number, number + _span(cell, "rowspan"), column)
            for _ in range(_span(cell, "colspan")):
                line.setdefault(column, covered)
                column += 1
        lines.append(line)
    return lines


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "")
    return min(max(int(text), 1), MOST) if re.fullmatch(r"[0-9]{1,9}", text) else 1


def _heads(found: list[Tag], lines: list[_Row]) -> int:
    """Count the rows at the head: of a ``thead``, or the first with those that it reaches into."""
    of_head = sum(row.find_parent("thead") is not None for row in found)
    reach = max((covered.until for covered in lines[0].values()), default=1) if lines else 0
    for row in found[reach:]:
        if not row.find("th") or row.find("td"):
            break
        reach += 1
    return of_head or min(reach, max(1, len(found) - 1))


def _row(
    line: _Row, number: int, heads: dict[int, str], about: str
) -> tuple[str, tuple[TableCell, ...]]:
    worded = [column for column in sorted(line) if _WORDS.search(line[column].text)]
    titled = line[worded[0]].first if worded and heads else -1
    title = line[titled].text.strip(" :.-–+*") if titled >= 0 else ""
    unit = next((line[n].text for n in line if heads_units(heads.get(n, ""))), "")
    about = f"{about} {heads.get(titled, '')}".strip()
    text = ""
    cells: list[TableCell] = []
    for column in sorted(line):
        covered = line[column]
        if covered.began != number or covered.first != column:
            continue
        text += BETWEEN_CELLS if cells else ""
        start, end = len(text), len(text) + len(covered.text)
        own = column == titled
        cells.append(
            TableCell(start, end, heads.get(column, ""), "" if own else title, unit, about)
        )
        text += covered.text
    return text, tuple(cells)
