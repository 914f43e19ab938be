"""The rows of a table that hold figures, and what each says of its unit, time and kind."""

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
from giaoban.sheet.forms.reasons import (
    A_GROUP,
    A_MEAN,
    A_TOTAL,
    NO_TIME,
    NO_UNIT,
    SOME_SUM,
    UNNAMED,
)
from giaoban.sheet.words import (
    COMPARISONS,
    MEAN,
    YEAR,
    Heading,
    is_group,
    is_level,
    is_mean,
    is_only_sum,
    is_sum,
    may_be_name,
    may_be_place,
    names_many,
    read_heading,
    summed,
)


def lines_of(block: Block, rules: str = "") -> list[Line]:
    """Give the rows that hold figures; headings over groups of rows tell what these belong to.

    A text is read by the ``rules`` of numbers where it may be one of two.
    """
    return read_rows(block, rules)[0]


def read_rows(block: Block, rules: str = "") -> tuple[list[Line], dict[int, str]]:
    """Give the rows that hold figures, and why others do not though something stands in them."""
    if block.rows_are == INDICATORS:
        outline = Outline(block)
        return [*outline.lines()], outline.untaken
    lines: list[Line] = []
    untaken: dict[int, str] = {}
    rows, title = [*named_rows(block)], ""
    for n, row in enumerate(rows):
        # A unit may stand once over its years.
        title = row.title or (title if block.column(YEAR) else "")
        if not row.filled:
            continue
        adds = names_many(row.title) or (
            (is_group(row.title) or is_level(row.title)) and _adds(block, rules, row, rows[n + 1 :])
        )
        is_place = _is_place(block, row, rows)
        no_unit = "" if is_place else _no_unit(block, title)
        if why := A_GROUP if adds else no_unit or _no_time(block, row.row):
            untaken[row.row] = why
            continue
        unit = title if is_place or not is_sum(title) else ""
        lines.append(Line(row.row, "", unit, _heading(block, row.row), "", mark=row.mark))
    return lines, untaken


def _is_place(block: Block, row: Named, rows: list[Named]) -> bool:
    """Say whether a row is a unit, though it has a word for a sum or a mean as its name, or may be.

    It may be one where it is written as names are, *Trung Bình*, or numbered as other units are.
    """
    if row.title in block.known:
        return True
    others = {other.depth for other in rows if other.filled and not _sums_up(other.title)}
    numbered = row.depth is not None and row.depth in others
    is_name = may_be_place(row.title) and (numbered or may_be_name(row.title))
    return block.rows_are == UNITS and is_name


def _sums_up(title: str) -> bool:
    return is_sum(title) or is_mean(title)


def _adds(block: Block, rules: str, row: Named, below: list[Named]) -> bool:
    """Say whether a row is the sum of its parts: in half its columns, as shares have no sum.

    Over one part alone only what names its level can be that.
    """
    within = [*takewhile(lambda o: _is_within(row, o), (o for o in below if o.filled))]
    parts = [part.row for part in within if part.depth == within[0].depth]
    columns = [c.index for c in block.data if c.heading.kind not in COMPARISONS]
    numbers = {at: n for at in columns if (n := number_in(block, rules, row.row, at))}
    sums = {at: sum(number_in(block, rules, part, at) for part in parts) for at in numbers}
    equal = sum(number == sums[at] for at, number in numbers.items())
    least = 1 if is_level(row.title) else 2
    return len(parts) >= least and 2 * equal >= len(numbers) > 0


def _is_within(row: Named, other: Named) -> bool:
    """Say whether a row below another may be one of its parts."""
    deeper = other.depth is not None and (row.depth is None or other.depth > row.depth)
    unnumbered = other.depth is None and not is_group(other.title)
    return not is_sum(other.title) and (deeper or unnumbered)


def number_in(block: Block, rules: str, row: int, column: int) -> Decimal:
    """Give the number of a cell, 0 where it has none."""
    cell = block.grid.rows[row][column]
    return next(iter(read_print(cell, rules).values if cell.begins else ()), Decimal(0))


def _no_unit(block: Block, title: str) -> str:
    """Say why a row is no unit: a mean, a time, a plan, a comparison, a sum of groups, nameless."""
    said = read_heading(title)
    told = said.kind or said.period or said.months or said.untold
    if is_mean(title):
        return A_MEAN
    if title and told and not said.name:
        return NO_UNIT
    if is_only_sum(title) and not is_sum(title):
        return SOME_SUM
    return UNNAMED if block.rows_are == UNITS and not title else ""


def _no_time(block: Block, row: int) -> str:
    """Say why what a row calls its time is none: *Dự phòng*, a sum of years or of some months.

    The sum of months that follow each other is of them all.
    """
    about = _heading(block, row)
    if not cell_under(block, row, YEAR):
        return ""
    if about.kind == MEAN:
        return A_MEAN
    if is_total(block, row):
        return A_TOTAL if about.untold or not about.months else ""
    says = about.period or about.months or about.untold or about.kind
    return NO_TIME if is_time_unread(block, row) or not says else ""


def _heading(block: Block, row: int) -> Heading:
    """Read what a row says of its time; a sum is of the months of the rows of its year."""
    own = own_heading(block, row)
    parts = (own_heading(block, other.row) for other in named_rows(block))
    return (
        summed(own, (h for h in parts if h.period == own.period)) if is_total(block, row) else own
    )
