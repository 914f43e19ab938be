"""What a table holds that nothing is taken from, and why."""

from collections.abc import Iterator

from giaoban.catalogues import N_
from giaoban.errors import Number, Text, one_line
from giaoban.sheet.forms.columns import Column
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.lines import number_in, read_rows
from giaoban.sheet.forms.namedrows import FOOT, Line, cell_under, is_total
from giaoban.sheet.forms.printed import NOTHING
from giaoban.sheet.forms.reasons import A_NOTE, A_TOTAL
from giaoban.sheet.words import NOTE, YEAR


def untaken(cells: str, why: Text) -> Text:
    """Tell of cells, with what they show, that nothing is taken from them, and why."""
    return Text(N_("{cells} – {why}"), cells=one_line(cells), why=why)


def untaken_rows(block: Block, rules: str) -> Iterator[Text]:
    """Tell of the rows that are none of an indicator's or a unit's: sums, means, nameless ones.

    A total of other times is set beside what the rows that it may be of make.
    """
    lines, left = read_rows(block, rules)
    for row, why in left.items():
        cells = [block.grid.rows[row][column.index] for column in block.data]
        filled = zip(block.data, cells, strict=True)
        told = [
            (column, f"{block.grid.place(row, column.index)}: {cell.words}")
            for column, cell in filled
            if cell.begins and not NOTHING.fullmatch(cell.words)
        ]
        if why == A_TOTAL and (parts := _parts(block, lines, row)):
            yield from (untaken(t, _total(block, rules, row, c, parts)) for c, t in told)
        else:
            yield untaken("; ".join(text for _, text in told), Text(why))


def _parts(block: Block, lines: list[Line], row: int) -> list[int]:
    """Give the rows that a total may be of: those above it up to the last one, else those below."""
    own = [line.row for line in lines if not is_total(block, line.row)]
    totals = [at for at in range(block.first, block.last + 1) if is_total(block, at)]
    before = max((at for at in totals if at < row), default=-1)
    after = min((at for at in totals if at > row), default=block.last + 1)
    return [at for at in own if before < at < row] or [at for at in own if row < at < after]


def _total(block: Block, rules: str, row: int, column: Column, parts: list[int]) -> Text:
    own = number_in(block, rules, row, column.index)
    made = sum(number_in(block, rules, part, column.index) for part in parts)
    template = (
        N_("a total of other times: it is what {first} to {last} make, and is not written again")
        if own == made
        else N_("a total of other times, but {first} to {last} make {made}: see which is right")
    )
    first, last = (cell_under(block, part, YEAR) for part in (parts[0], parts[-1]))
    return Text(template, first=first, last=last, made=Number(float(made)))


def untaken_notes(block: Block) -> Iterator[Text]:
    """Tell of what stands below a table and is no footnote, and beside rows."""
    for column in (c for c in block.columns if c.use == NOTE):
        for row in range(block.first, block.last + 1):
            cell = block.grid.rows[row][column.index]
            if cell.begins and cell.text:
                place = block.grid.place(row, column.index)
                yield untaken(f"{place}: {cell.words}", Text(A_NOTE))
    yield from (untaken(line, Text(A_NOTE)) for line in block.feet if not FOOT.fullmatch(line))
