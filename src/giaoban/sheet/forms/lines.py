"""The rows of a table that hold figures, and what each says of its unit, time and kind."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from giaoban.sheet.forms.columns import INDICATORS, UNITS
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import (
    Line,
    Named,
    cell_under,
    is_time_unread,
    is_total,
    named_rows,
    own_heading,
)
from giaoban.sheet.forms.outline import Outline
from giaoban.sheet.forms.printed import read_print
from giaoban.sheet.words import (
    COMPARISONS,
    YEAR,
    Heading,
    is_group,
    is_mean,
    is_only_sum,
    is_sum,
    names_many,
    read_heading,
    summed,
)


def lines_of(block: Block, rules: str = "") -> Iterator[Line]:
    """Give the rows that hold figures; headings over groups of rows tell what these belong to.

    A text is read by the ``rules`` of numbers where it may be one of two.
    """
    if block.rows_are == INDICATORS:
        yield from Outline(block).lines()
        return
    rows, title = [*named_rows(block)], ""
    for n, row in enumerate(rows):
        # A unit may stand once over its years.
        title = row.title or (title if block.column(YEAR) else "")
        group = names_many(row.title) or (
            is_group(row.title) and _adds(block, rules, row, rows[n + 1 :])
        )
        is_none = _is_no_unit(title) or (block.rows_are == UNITS and not title)
        if group or is_none or not row.filled or _says_no_time(block, row.row):
            continue
        unit = "" if is_sum(title) else title
        yield Line(row.row, "", unit, _heading(block, row.row), "", mark=row.mark)


def _adds(block: Block, rules: str, row: Named, below: list[Named]) -> bool:
    """Say whether a row is the sum of its parts: in half its columns, as shares have no sum."""
    within = [*takewhile(lambda o: _is_within(row, o), (o for o in below if o.filled))]
    parts = [part.row for part in within if part.depth == within[0].depth]
    columns = [c.index for c in block.data if c.heading.kind not in COMPARISONS]
    numbers = {at: n for at in columns if (n := _number(block, rules, row.row, at))}
    sums = {at: sum(_number(block, rules, part, at) for part in parts) for at in numbers}
    equal = sum(number == sums[at] for at, number in numbers.items())
    return len(parts) > 1 and 2 * equal >= len(numbers) > 0


def _is_within(row: Named, other: Named) -> bool:
    """Say whether a row below another may be one of its parts."""
    deeper = other.depth is not None and (row.depth is None or other.depth > row.depth)
    unnumbered = other.depth is None and not is_group(other.title)
    return not is_sum(other.title) and (deeper or unnumbered)


def _number(block: Block, rules: str, row: int, column: int) -> Decimal:
    """Give the number of a cell, 0 where it has none."""
    cell = block.grid.rows[row][column]
    return next(iter(read_print(cell, rules).values if cell.begins else ()), Decimal(0))


def _is_no_unit(title: str) -> bool:
    """Say whether a row among units is a mean, a time, a plan, a comparison or a sum of groups."""
    said = read_heading(title)
    told = said.kind or said.period or said.months or said.untold
    untitled = bool(title and told) and not said.name
    return is_mean(title) or ((untitled or is_only_sum(title)) and not is_sum(title))


def _says_no_time(block: Block, row: int) -> bool:
    """Say whether what a row calls its time is none: *Dự phòng*, a sum of years or of some months.

    The sum of months that follow each other is of them all.
    """
    about = _heading(block, row)
    if not cell_under(block, row, YEAR):
        return False
    if is_total(block, row):
        return about.untold or not about.months
    return is_time_unread(block, row) or not (
        about.period or about.months or about.untold or about.kind
    )


def _heading(block: Block, row: int) -> Heading:
    """Read what a row says of its time; a sum is of the months of the rows of its year."""
    own = own_heading(block, row)
    parts = (own_heading(block, other.row) for other in named_rows(block))
    return (
        summed(own, (h for h in parts if h.period == own.period)) if is_total(block, row) else own
    )
