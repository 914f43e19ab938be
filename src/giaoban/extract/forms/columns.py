"""The columns of a table: what stands over each, and what it is for."""

import re
from dataclasses import dataclass, replace

from giaoban.extract.forms.headings import OF_TARGET, TARGET, Heading, read_heading, read_path
from giaoban.extract.forms.labels import (
    MEASURE,
    NUMBER,
    NUMBERING,
    PLAN,
    TITLE,
    UNIT,
    YEAR,
    is_sum,
    is_unit_name,
    label_of,
)
from giaoban.extract.forms.measurewords import is_measure
from giaoban.extract.grids import Cell, Grid
from giaoban.language import readings
from giaoban.workbook import letters

DATA = "data"
INDICATORS, UNITS, PERIODS = "indicators", "units", "periods"
_WORDS = re.compile(r"[^\W\d_]{2}")
# A column of bare shares, beside one of numbers.
_BARE_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng)?\s*\(?%?\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    index : int
        From 0.
    path : tuple of str
        The texts over it, from the top down.
    use : str
        ``data``, or one of the labels of `labels`.
    heading : Heading
        What the texts over it say.
    """

    index: int
    path: tuple[str, ...]
    use: str
    heading: Heading


def is_number(cell: Cell) -> bool:
    """Say whether a cell holds a number that may be a figure."""
    return cell.begins and (cell.value is not None or bool(readings(cell.text)))


def column_name(grid: Grid, column: Column) -> str:
    """Call a column of a sheet."""
    return f"{grid.name}!{letters(column.index + 1)}"


def columns_of(grid: Grid, lines: list[int], body: list[list[Cell]]) -> list[Column]:
    """Read the columns of a table with something in them.

    Parameters
    ----------
    grid : Grid
        The sheet.
    lines : list of int
        The rows of the head.
    body : list of list of Cell
        The rows below it.
    """
    columns = [
        _column(n, path, [row[n] for row in body])
        for n, path in enumerate(_filled(grid, lines))
        if path or any(row[n].text for row in body)
    ]
    return _shares(_titled(columns, body))


def _filled(grid: Grid, lines: list[int]) -> list[tuple[str, ...]]:
    """Give the texts over each column; an empty cell over a filled one is its left neighbour's."""
    rows = [[cell.words for cell in grid.rows[r]] for r in lines]
    for n, row in enumerate(rows[:-1]):
        for m in range(1, len(row)):
            lower = any(below[m] for below in rows[n + 1 :])
            same = any(below[m - 1] for below in rows[n + 1 :])
            if not row[m] and row[m - 1] and lower and same:
                row[m] = row[m - 1]
    paths = ([row[m] for row in rows if row[m]] for m in range(grid.columns))
    return [tuple(dict.fromkeys(path)) for path in paths]


def _column(index: int, path: tuple[str, ...], cells: list[Cell]) -> Column:
    heading = read_path(path)
    told = [cell for cell in cells if cell.text and cell.begins]
    numbers = sum(is_number(cell) for cell in told)
    texts = [cell.words for cell in told if not is_number(cell)]
    label = label_of(path[-1]) if path else ""
    if label == UNIT and texts and sum(map(is_measure, texts)) * 2 >= len(texts):
        label = MEASURE
    if label == TITLE and numbers > len(texts):
        label = ""
    if not path and told and all(NUMBERING.fullmatch(c.text.strip(" .)(")) for c in told):
        label = NUMBER
    plans = sum(not (said := read_heading(text)).name and said.kind != "" for text in texts)
    if not label and texts and plans == len(texts) > numbers:
        label = PLAN
    if label:
        return Column(index, path, label, heading)
    use = DATA if numbers or heading.period or heading.kind else ""
    return Column(index, path, use, heading)


def _titled(columns: list[Column], body: list[list[Cell]]) -> list[Column]:
    """Say which column names the rows, where no label does: the first with words in it."""
    if any(column.use in (TITLE, UNIT, YEAR) for column in columns):
        return columns
    for n, column in enumerate(columns):
        cells = [row[column.index].words for row in body]
        if column.use in ("", DATA) and sum(bool(_WORDS.search(c)) for c in cells) * 2 > len(body):
            return [*columns[:n], replace(column, use=TITLE), *columns[n + 1 :]]
    return columns


def _shares(columns: list[Column]) -> list[Column]:
    """Take a bare “%” for a share of its own where there is no target that it could be one of."""
    if any(column.heading.kind == TARGET for column in columns if column.use == DATA):
        return columns
    return [
        replace(column, heading=replace(column.heading, kind="", measure="%", name=_share(column)))
        if column.use == DATA
        and column.heading.kind in ("", OF_TARGET)
        and column.path
        and _BARE_SHARE.fullmatch(column.path[-1])
        else column
        for column in columns
    ]


def _share(column: Column) -> str:
    return f"{column.heading.name}: tỷ lệ" if column.heading.name else "Tỷ lệ"


def rows_are(columns: list[Column], body: list[list[Cell]]) -> str:
    """Say what the rows of a table are: indicators, units or times."""
    uses = [column.use for column in columns]
    named = next((column for column in columns if column.use in (TITLE, UNIT)), None)
    if TITLE in uses and named is not None:
        title = next(column for column in columns if column.use == TITLE)
        texts = [row[title.index].words for row in body if row[title.index].text]
        units = sum(is_unit_name(text) or is_sum(text) for text in texts)
        plain = any(column.heading.name for column in columns if column.use == DATA)
        return UNITS if texts and plain and units * 2 > len(texts) else INDICATORS
    if UNIT in uses:
        return UNITS
    return PERIODS if YEAR in uses else INDICATORS
