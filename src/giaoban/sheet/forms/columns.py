"""The columns of a table: what stands over each, and what it is for."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from giaoban.language import readings
from giaoban.sheet.forms.printed import read_print
from giaoban.sheet.grids import Cell, Grid
from giaoban.sheet.words import (
    MEASURE,
    NUMBER,
    NUMBERING,
    PLAN,
    TITLE,
    UNIT,
    YEAR,
    Heading,
    is_group,
    is_mean,
    is_measure,
    is_place,
    is_sum,
    is_unit_name,
    label_of,
    rank_of,
    read_heading,
    read_path,
    without_measure,
)
from giaoban.workbook import letters

DATA = "data"
INDICATORS, UNITS, PERIODS = "indicators", "units", "periods"
# What is told of each crop.
_CROPS = {"DT": "Diện tích", "NS": "Năng suất", "SL": "Sản lượng"}
_WORDS = re.compile(r"[^\W\d_]{2}")


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

    @property
    def head(self) -> str:
        """What a column is called: the texts over it."""
        return " / ".join(self.path)


def is_number(cell: Cell) -> bool:
    """Say whether a cell holds a number that may be a figure."""
    return cell.begins and (cell.value is not None or bool(readings(cell.text)))


def is_figure(cell: Cell) -> bool:
    """Say whether a cell below a head holds a number, with what may be said of it: ≥ 97, 45/48."""
    return cell.begins and (is_number(cell) or bool(read_print(cell).values))


def column_name(grid: Grid, column: Column) -> str:
    """Call a column of a sheet."""
    return f"{grid.name}!{letters(column.index + 1)}"


def columns_of(
    paths: list[tuple[str, ...]], body: list[list[Cell]], *, rated: bool, first: int = 0
) -> list[Column]:
    """Read the columns of a table with something in them.

    Parameters
    ----------
    paths : list of tuple of str
        The texts over each column, from the top down.
    body : list of list of Cell
        The rows below the head.
    rated : bool
        Whether the heads name the classes of a scale.
    first : int
        The column where the table begins.
    """
    columns = [
        _column(n, path, [row[n] for row in body], rated)
        for n, path in enumerate(paths[first:], first)
        if path or any(row[n].text for row in body)
    ]
    return _rated(_titled(_counted(columns, body), body), body)


def paths_over(grid: Grid, lines: list[int]) -> list[tuple[str, ...]]:
    """Give the texts over each column; an empty cell over a filled one is its left neighbour's."""
    rows = [_in_full([cell.words for cell in grid.rows[r]]) for r in lines]
    for n, row in enumerate(rows[:-1]):
        for m in range(1, len(row)):
            lower = any(below[m] for below in rows[n + 1 :])
            same = any(below[m - 1] for below in rows[n + 1 :])
            if not row[m] and row[m - 1] and lower and same:
                row[m] = row[m - 1]
    paths = ([row[m] for row in rows if row[m]] for m in range(grid.columns))
    return [tuple(dict.fromkeys(path)) for path in paths]


def _in_full(texts: list[str]) -> list[str]:
    """Write DT, NS and SL in full where all three stand beside each other: DT alone is a plan."""
    names = [without_measure(text)[0] for text in texts]
    if not {*_CROPS} <= {*names}:
        return texts
    pairs = zip(texts, names, strict=True)
    return [text.replace(name, _CROPS.get(name, name), 1) for text, name in pairs]


def _column(index: int, path: tuple[str, ...], cells: list[Cell], rated: bool) -> Column:
    heading = read_path(path, rated=rated)
    told = [cell for cell in cells if cell.text and cell.begins]
    numbers = sum(map(is_figure, told))
    texts = [cell.words for cell in told if not is_figure(cell)]
    label = label_of(path[-1]) if path else ""
    # A unit of measure is written small, what has a name is not: “Thôn Đông” counts no “thôn”.
    small = sum(t[0].islower() or (is_measure(t) and not is_unit_name(t)) for t in texts)
    if label == UNIT and small * 2 > len(texts):
        label = MEASURE
    # “No.” below “Poor households” is how many there are.
    if (label == TITLE and numbers > len(texts)) or (label == NUMBER and len(path) > 1):
        label = ""
    if not path and told and all(NUMBERING.fullmatch(c.text.strip(" .)(")) for c in told):
        label = NUMBER
    plans = [said.kind for text in texts if not (said := read_heading(text)).name and said.kind]
    # All “Đạt” is an assessment.
    if not label and len(plans) == len(texts) > numbers and len({*plans}) > 1:
        label = PLAN
    if label:
        return Column(index, path, label, heading)
    held = numbers * 2 > len(told) or any(map(is_number, told))
    use = DATA if held or heading.period or heading.kind else ""
    return Column(index, path, use, heading)


def _counted(columns: list[Column], body: list[list[Cell]]) -> list[Column]:
    """Take “Xã” and “Thôn” behind a column of names for how many there are, if not named."""
    named = [c.index for c in columns if any(_WORDS.search(row[c.index].words) for row in body)]
    counts = [c for c in columns if c.use == UNIT and c.index not in named]
    return [
        replace(c, use=DATA) if c in counts and min(named, default=c.index) < c.index else c
        for c in columns
    ]


def _titled(columns: list[Column], body: list[list[Cell]]) -> list[Column]:
    """Say which column names the rows: of two labelled so the one that says more, else words."""
    titles = [column for column in columns if column.use == TITLE]
    if len(titles) > 1:
        most = max(titles, key=lambda column: len({row[column.index].words for row in body}))
        return [replace(c, use="") if c in titles and c != most else c for c in columns]
    if any(column.use in (TITLE, UNIT, YEAR) for column in columns):
        return columns
    for n, column in enumerate(columns):
        cells = [row[column.index].words for row in body]
        if column.use in ("", DATA) and sum(bool(_WORDS.search(c)) for c in cells) * 2 > len(body):
            return [*columns[:n], replace(column, use=TITLE), *columns[n + 1 :]]
    return columns


def _rated(columns: list[Column], body: list[list[Cell]]) -> list[Column]:
    """Take a column for data in which organisations are rated in words."""
    if not any(column.use == UNIT for column in columns):
        return columns
    told = {c.index: [r[c.index].words for r in body if r[c.index].text] for c in columns}
    ranks = {n: sum(rank_of(text) is not None for text in told[n]) for n in told}
    return [
        replace(c, use=DATA)
        if c.use in ("", PLAN) and 2 * ranks[c.index] > len(told[c.index])
        else c
        for c in columns
    ]


def rows_are(
    columns: list[Column], body: list[list[Cell]], known: Container[str] = frozenset()
) -> str:
    """Say what the rows of a table are: indicators, units (some of them known) or times."""
    uses = [column.use for column in columns]
    if title := next((column for column in columns if column.use == TITLE), None):
        texts = [row[title.index].words for row in body if row[title.index].text]
        others = [text for text in texts if not (is_sum(text) or is_mean(text) or is_group(text))]
        units = sum(is_unit_name(text) or is_sum(text) or text in known for text in texts)
        plain = any(column.heading.name for column in columns if column.use == DATA)
        # A house may be an indicator that is to be built; places are none, nor what has no head.
        is_one = is_place if title.path else is_unit_name
        places = bool(others) and all(is_one(text) or text in known for text in others)
        return UNITS if places or (plain and units * 2 > len(texts)) else INDICATORS
    if UNIT in uses:
        return UNITS
    return PERIODS if YEAR in uses else INDICATORS
