"""Find the tables on a sheet: where each head begins and ends, and the rows below it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from giaoban.sheet.forms.columns import (
    DATA,
    Column,
    columns_of,
    is_figure,
    is_number,
    paths_over,
    rows_are,
)
from giaoban.sheet.forms.neighbours import beside
from giaoban.sheet.grids import Cell, Grid
from giaoban.sheet.words import (
    MEASURE,
    NUMBER,
    NUMBERING,
    TITLE,
    UNIT,
    YEAR,
    is_scale,
    label_of,
    rank_of,
    read_heading,
)

_COUNTING = re.compile(r"[A-Z]|\(?\d{1,2}\)?|\(?\d{1,2}\)?\s*=.*|\(?[a-z]\)?")
_FOOT = re.compile(
    r"\((?:\d{1,2}|\*+)\)|\*|(?:ghi chú|nguồn|lưu ý|notes?|source)\s*:", re.IGNORECASE
)
# What stands in every letterhead beside whose it is.
MOTTO = re.compile(r"cộng hòa xã hội.*|đảng cộng sản.*|độc lập\s*[-–].*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass
class Block:
    """A table on a sheet.

    Attributes
    ----------
    grid : Grid
        The sheet.
    first, last : int
        Its rows below the head, both included.
    columns : list of Column
        Those with something in them.
    caption : list of str
        The lines above its head.
    rows_are : str
        ``indicators``, ``units`` or ``periods``.
    feet : list of str
        The lines below it.
    known : frozenset of str
        The names in it that the programme knows as units.
    heads : str
        What a person has said that its heads name: ``units``, ``parts`` of each row, or
        ``indicators`` of rows that are units.
    period : str
        The time of what does not say its own, where a person has said it.
    groups : mapping of str to str
        What a person has said that the rows below a heading are: ``units`` or ``indicators``.
    """

    grid: Grid
    first: int
    last: int
    columns: list[Column]
    caption: list[str]
    rows_are: str
    feet: list[str] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    heads: str = ""
    period: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)

    def column(self, use: str) -> Column | None:
        """Give the first column of a use."""
        return next((column for column in self.columns if column.use == use), None)

    @property
    def data(self) -> list[Column]:
        """The columns of numbers."""
        return [column for column in self.columns if column.use == DATA]


def find_blocks(grid: Grid) -> list[Block]:
    """Find the tables on a sheet, from the top down: each has a head with years or labels."""
    heads = _heads(grid)
    blocks: list[Block] = []
    before = -1
    for n, (top, below) in enumerate(heads):
        end = heads[n + 1][0] if n + 1 < len(heads) else len(grid.rows)
        paths = _paths(grid, top, below)
        if not (filled := _filled(grid, paths, below, end)):
            continue
        above = (line for row in grid.rows[before + 1 : top] for line in _lines_apart(row))
        caption, last = [line for line in above if not is_foot(line)], filled[-1]
        # What stands before the next table is its caption, but for the notes of this one.
        told = _lines(grid, last + 1, end)
        feet = [line for line in told if end == len(grid.rows) or is_foot(line)]
        body, before = grid.rows[below : last + 1], last
        for columns in _columns(paths, body):
            rows = rows_are(columns, body)
            blocks.append(Block(grid, below, last, columns, caption, rows, feet))
    return blocks


def is_foot(line: str) -> bool:
    """Say whether a line is a note to the table above it."""
    return bool(_FOOT.match(line))


def _lines(grid: Grid, first: int, end: int) -> list[str]:
    found = ([c.words for c in row if c.begins and c.text] for row in grid.rows[first:end])
    return [" ".join(texts) for texts in found if texts]


def _lines_apart(row: list[Cell]) -> list[str]:
    """Give the texts of a row over a table: of a letterhead both halves, else all as one line."""
    texts = [cell.words for cell in row if cell.begins and cell.text]
    is_letterhead = any(map(MOTTO.fullmatch, texts))
    return texts if is_letterhead else [" ".join(texts)] * bool(texts)


def _is_year(cell: Cell) -> bool:
    return bool(_YEAR.fullmatch(cell.text))


def _filled(grid: Grid, paths: list[tuple[str, ...]], first: int, end: int) -> list[int]:
    """Give the rows with a number in them that is not the number of a row."""
    labels = [label_of(path[-1]) if path else "" for path in paths]
    numbers = [n for n, label in enumerate(labels) if label not in (NUMBER, YEAR)]
    figures = [n for n, path in enumerate(paths) if path and not labels[n]]
    # Organisations may be rated in words alone.
    rated = figures if UNIT in labels else []
    return [
        row
        for row in range(first, end)
        if any(is_number(grid.rows[row][n]) for n in numbers)
        or any(is_figure(grid.rows[row][n]) for n in figures)
        or any(rank_of(grid.rows[row][n].words) is not None for n in rated)
    ]


def _heads(grid: Grid) -> list[tuple[int, int]]:
    """Give the rows at which each head begins, and the table below it."""
    heads = []
    row = 0
    while row < len(grid.rows):
        if _opens(grid.rows[row]) or _heads_numbers(grid, row):
            below = _below(grid, row)
            heads.append((row, below))
            row = below
        row += 1
    return heads


def _opens(row: list[Cell]) -> bool:
    """Say whether a row begins a head: with labels, or with years and nothing to count."""
    own = [cell for cell in row if cell.begins and cell.text]
    if len(own) < 2 or any(is_number(c) and not _is_year(c) for c in own):
        return False
    labels = [label_of(cell.words) for cell in own]
    # “II” before “Thị trấn” is the number of a row.
    if NUMBERING.fullmatch(own[0].words.strip(" .)(")) and not labels[0]:
        return False
    if any(label in (TITLE, UNIT, MEASURE, NUMBER) for label in labels):
        return True
    timed = [bool((said := read_heading(c.words)).period and not said.name) for c in own]
    return labels[0] == YEAR or (any(timed) and (timed[0] or bool(labels[0])))


def _heads_numbers(grid: Grid, row: int) -> bool:
    """Say whether several texts, behind a line over them or none, stand over numbers."""
    own, above = (
        [cell for cell in grid.rows[at] if cell.begins and cell.text] if at >= 0 else []
        for at in (row, row - 1)
    )
    below = _below(grid, row)
    numbers = grid.rows[below] if below < len(grid.rows) else []
    texts = not any(is_figure(cell) and not _is_year(cell) for cell in own)
    return len(own) > 2 and len(above) < 2 and texts and sum(map(is_number, numbers)) > 1


def _below(grid: Grid, top: int) -> int:
    """Give the first row below a head that begins at a row."""
    title = next((n for n, c in enumerate(grid.rows[top]) if label_of(c.words) in (TITLE, UNIT)), 0)
    row = top + 1
    while row < len(grid.rows) and _goes_on(grid.rows[row], title):
        row += 1
    return row


def _goes_on(row: list[Cell], title: int) -> bool:
    own = [cell for cell in row if cell.begins and cell.text]
    if not own:
        return False
    if _counts_columns(own):
        return True
    stands = row[title].begins and row[title].text
    figures = [cell for cell in own if is_number(cell) and not _is_year(cell)]
    return not stands and not figures


def _counts_columns(own: list[Cell]) -> bool:
    """Say whether a row numbers the columns: A, B, 1, 2, 3=2/1."""
    if len(own) < 3 or not all(_COUNTING.fullmatch(cell.words) for cell in own):
        return False
    counted = [
        int(re.sub(r"\D", "", c.words.split("=")[0]))
        for c in own
        if c.words[-1:].isdigit() or "=" in c.words
    ]
    return len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted)))


def _paths(grid: Grid, top: int, below: int) -> list[tuple[str, ...]]:
    """Give the texts over each column in a head, without the row that numbers the columns."""
    told = [[c for c in row if c.begins and c.text] for row in grid.rows[top:below]]
    return paths_over(grid, [top + n for n, own in enumerate(told) if not _counts_columns(own)])


def _columns(paths: list[tuple[str, ...]], body: list[list[Cell]]) -> Iterator[list[Column]]:
    """Give the columns of each table under a head: those beside the first begin with “STT” too."""
    rated = is_scale(text for path in paths for text in path)
    starts = [n for n, path in enumerate(paths) if [label_of(t) for t in path] == [NUMBER]][1:]
    for first, end in pairwise([0, *starts, len(paths)]):
        yield beside(columns_of(paths[:end], body, rated=rated, first=first), rated=rated)
