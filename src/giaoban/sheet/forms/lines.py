"""The rows of a table that hold figures, and what each says of its unit, time and kind."""

from collections.abc import Iterator

from giaoban.sheet.forms.columns import INDICATORS, PERIODS
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import cell_under, named_rows, own_heading
from giaoban.sheet.forms.outline import Line, Outline
from giaoban.sheet.forms.sums import adds
from giaoban.sheet.words import YEAR, is_group, is_mean, is_sum, names_many, read_heading


def lines_of(block: Block, rules: str = "") -> Iterator[Line]:
    """Give the rows that hold figures; headings over groups of rows tell what these belong to.

    A text is read by the ``rules`` of numbers where it may be one of two.
    """
    if block.rows_are == INDICATORS:
        yield from Outline(block).lines()
        return
    rows = [*named_rows(block)]
    for n, row in enumerate(rows):
        group = names_many(row.title) or (
            is_group(row.title) and adds(block, rules, row, rows[n + 1 :])
        )
        if group or not row.filled or _says_no_time(block, row.row) or _is_no_unit(row.title):
            continue
        unit = "" if is_sum(row.title) or block.rows_are == PERIODS else row.title
        yield Line(row.row, "", unit, own_heading(block, row.row), "", mark=row.mark)


def _is_no_unit(title: str) -> bool:
    """Say whether a row among units is a mean, a time, a plan or a comparison: *Cùng kỳ*."""
    said = read_heading(title)
    told = said.kind or said.period or said.months or said.before
    return is_mean(title) or (bool(title and told) and not said.name and not is_sum(title))


def _says_no_time(block: Block, row: int) -> bool:
    """Say whether a row of a table of times is none, such as *Dự phòng*, or the sum of years.

    The sum of months is of their year.
    """
    text, about = cell_under(block, row, YEAR), own_heading(block, row)
    if block.rows_are != PERIODS or not text:
        return False
    if is_sum(text):
        return any(own_heading(block, other.row).period for other in named_rows(block))
    return not (about.period or about.months or about.before or about.kind)
