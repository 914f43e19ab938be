"""The rows of a table: what their first cells name, and what each says of its own time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from giaoban.sheet.forms.columns import Column
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.printed import NOTHING
from giaoban.sheet.words import (
    MEASURE,
    NUMBER,
    PLAN,
    TITLE,
    UNIT,
    YEAR,
    Heading,
    depth_of,
    is_sum,
    number_and_title,
    read_heading,
    read_path,
    together,
    without_measure,
)

FOOT = re.compile(
    r"(?:\((?P<in>\d{1,2}|\*{1,3})\)|(?P<raised>\d{1,2}|\*{1,3}))\s*[:.]?\s*(?P<text>\S.*)"
)
_MARK = re.compile(r"\s*(?P<mark>\(\d{1,2}\)|\(?\*{1,3}\)?)$")
# What stands behind “Trong đó” is a part of what stands above it.
IN_WHICH = re.compile(
    r"(?:(?:(?:trong|tr\.?) ?đó|trđ|of which|bao gồm|(?:chia|phân) (?:ra|theo)(?: [^:]*)?)[\s:,]*)+"
    r"[-–+]?\s*(?P<title>.*)",
    re.IGNORECASE,
)
_SAME = re.compile(r"[\"”″]|-\s*[\"”″]\s*-|nt|như trên|//", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """What a row's first cells say."""

    row: int
    title: str
    number: str
    depth: int | None
    measure: str
    mark: str
    filled: bool
    begins: bool


@dataclass(frozen=True)
class Line:
    """A row with figures.

    Attributes
    ----------
    row : int
        Where it stands, from 0.
    title : str
        The indicator that it is of; empty where its columns say that.
    unit : str
        The unit that it is of, empty where it is the programme's own or its columns say that.
    heading : Heading
        The plan, result or time that it names itself.
    measure : str
        Its unit of measure.
    office : str
        Who answers for it, where offices stand over what they have to do.
    under : str
        The title of the row that it stands under.
    mark : str
        The mark of a footnote.
    group : str
        What the heading of its group says that these are in.
    """

    row: int
    title: str
    unit: str
    heading: Heading
    measure: str
    office: str = ""
    under: str = ""
    mark: str = ""
    group: str = ""


def own_heading(block: Block, row: int) -> Heading:
    """Read what a row says of its time, and whether it is a plan or a result."""
    plan = read_heading(cell_under(block, row, PLAN))
    return replace(together([*map(read_path, _times(block, row)), plan]), name="")


def footnotes(block: Block) -> dict[str, str]:
    """Give the footnotes by their marks, and the remarks of the rows by none."""
    found = (FOOT.fullmatch(line) for line in block.feet)
    return {match["in"] or match["raised"]: match["text"] for match in found if match}


def is_total(block: Block, row: int) -> bool:
    """Say whether a row is the sum of those of other times: *Cộng*, *Tổng 2019-2024*."""
    return any(is_sum(told) or _sums_years(told) for told, _ in _times(block, row))


def _sums_years(told: str) -> bool:
    about = read_heading(told)
    return is_sum(about.name) and "/" in about.period


def is_time_unread(block: Block, row: int) -> bool:
    """Say whether what a row calls its time is not understood in whole: *Vụ xuân 2024*."""
    return any(all(read_heading(text).name for text in texts) for texts in _times(block, row))


def _times(block: Block, row: int) -> Iterator[tuple[str, str]]:
    """Give what a row says under *Năm* and *Tháng*, or one of them, alone and with its label.

    “3” under “Tháng” is the month of March.
    """
    for column in block.columns:
        if column.use == YEAR:
            told = named_above(block, row, column)
            yield told, f"{column.path[-1]} {told}"


def cell_under(block: Block, row: int, use: str) -> str:
    """Give what a row says under a label, empty where there is no such column."""
    column = block.column(use)
    return block.grid.rows[row][column.index].words if column else ""


def named_above(block: Block, row: int, column: Column) -> str:
    """Give what a row says in a column before its title, else what the last one above says.

    An office writes a unit or a year once over the rows that are of it, merged or not. The sum
    below them is of none.
    """
    title = block.column(TITLE) or block.column(UNIT)
    told = block.grid.rows[row][column.index].words
    if told or row == block.first or not (title and column.index < title.index):
        return told
    return "" if is_sum(cell_under(block, row, title.use)) else named_above(block, row - 1, column)


def _begins(block: Block, row: int) -> bool:
    """Say whether a row has a title of its own, and not one that reaches down from above."""
    column = block.column(TITLE) or block.column(UNIT)
    return column is None or block.grid.rows[row][column.index].begins


def named_rows(block: Block) -> Iterator[Named]:
    """Give the rows with a title or a number; a unit of measure may be that of the row above."""
    measure = ""
    of_units = _numbers_units(block)
    for row in range(block.first, block.last + 1):
        cells = block.grid.rows[row]
        data = [cells[column.index] for column in block.data]
        filled = any(c.begins and not NOTHING.fullmatch(c.words) for c in data)
        said = cell_under(block, row, TITLE) or cell_under(block, row, UNIT)
        own, title = number_and_title(said)
        number = own or ("" if of_units else cell_under(block, row, NUMBER))
        found = _MARK.search(title)
        bare, told = without_measure(_MARK.sub("", title))
        under = cell_under(block, row, MEASURE)
        measure = measure if _SAME.fullmatch(under) else under
        if filled or bare:
            mark = found["mark"].strip("()") if found else ""
            bare = bare.strip(" :;.-")
            depth, begins = depth_of(number), _begins(block, row)
            yield Named(row, bare, number, depth, measure or told, mark, filled, begins)


def _numbers_units(block: Block) -> bool:
    """Say whether the numbers of rows are those of the units that stand before their titles."""
    rows = range(block.first, block.last + 1)
    numbered = [row for row in rows if cell_under(block, row, NUMBER)]
    beside = block.column(TITLE) and block.column(UNIT)
    return bool(beside) and all(cell_under(block, row, UNIT) for row in numbered)


def names_in(block: Block) -> set[str]:
    """Give what the heads and the rows of a table name, without numbers and measures."""
    titles = {row.title for row in named_rows(block)}
    behind = {found["title"] for title in titles if (found := IN_WHICH.fullmatch(title))}
    heads = {name for column in block.data for name in (column.heading.name, *column.path)}
    return titles | behind | heads
