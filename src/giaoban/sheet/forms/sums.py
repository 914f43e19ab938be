"""The rows of a table of units that are sums of the rows below them."""

from decimal import Decimal
from itertools import takewhile

from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import Named
from giaoban.sheet.forms.printed import read_print
from giaoban.sheet.words import COMPARISONS, is_group, is_sum


def adds(block: Block, rules: str, row: Named, below: list[Named]) -> bool:
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
