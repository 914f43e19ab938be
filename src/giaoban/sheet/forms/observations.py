"""What each cell of a sheet says: which indicator, which unit, when, a result or a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from giaoban.sheet.forms.captions import Context, context_of, time_of
from giaoban.sheet.forms.columns import INDICATORS, PERIODS, UNITS, Column, column_name
from giaoban.sheet.forms.heads import PARTS, heads_read
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.lines import lines_of
from giaoban.sheet.forms.namedrows import Line, cell_under, footnotes
from giaoban.sheet.forms.neighbours import share_of
from giaoban.sheet.forms.printed import NOTHING, Printed, may_be_time, read_print
from giaoban.sheet.forms.reasons import A_RATE, A_YEAR, APART, MERGED, NO_NUMBER
from giaoban.sheet.forms.setters import setter_of
from giaoban.sheet.grids import Cell
from giaoban.sheet.words import (
    COMPARISONS,
    FIGURE,
    OFFICE,
    SHARE,
    TARGET,
    is_percent,
    is_sum,
    is_unit_name,
    measure_over,
    proper,
    rank_of,
)


@dataclass(frozen=True)
class Observation:
    """What a cell says.

    Attributes
    ----------
    place : str
        Where it stands: ``Sheet1!C7``.
    column, head : str
        Its column, ``Sheet1!C``, and the texts over it, by which it can be told apart.
    title, unit : str
        The indicator; the unit, empty for the programme's own.
    period : str
        As ISO 8601 writes it; empty where the sheet does not say it.
    kind : str
        ``figure``, ``target``, or a comparison.
    measure, under : str
        The unit of measure; the title that the indicator stands under.
    estimated : bool
        Whether it is an estimate.
    note : str
        Its footnote.
    office : str
        Who answers for the indicator, where the sheet has a column of that.
    setter : str
        Who set a target, where the sheet has columns of several.
    printed : Printed
        The number.
    side : str
        Whether it is the ``counts`` or the ``share`` of two that stand under one head.
    counts : tuple of (int, int) or None
        How many of how many a share is, where the sheet says it.
    by : bool
        Whether a target says until when, and not since when: *đến năm 2025*.
    stage : int
        How often a target had been adjusted, -1 of one that is said to be the first.
    why : str
        Why nothing is taken from it, where its print has no value.
    """

    place: str
    column: str
    head: str
    title: str
    unit: str
    period: str
    kind: str
    measure: str
    under: str
    estimated: bool
    office: str
    setter: str
    printed: Printed
    note: str = ""
    side: str = ""
    counts: tuple[int, int] | None = None
    by: bool = False
    stage: int = 0
    why: str = ""

    @property
    def yearly(self) -> bool:
        """Whether it is the number of each of several years: *mỗi năm 12*."""
        return self.printed.yearly and (self.by or len(self.period) == len("2021/2025"))


def observe(block: Block, rules: str, unit: str = "") -> Iterator[Observation]:
    """Read every cell of a table that holds a number, or something that is none.

    Parameters
    ----------
    block : Block
        The table.
    rules : str
        How its texts write numbers, where a person has said it.
    unit : str
        The unit that the table is of; empty where it is the programme's own.
    """
    context, names = replace(context_of(block), unit=unit), heads_read(block)
    feet = footnotes(block)
    for line in lines_of(block, rules):
        for column in block.data:
            cell = block.grid.rows[line.row][column.index]
            if not cell.begins or NOTHING.fullmatch(cell.words):
                continue
            why = _why_unread(block, line, column, cell)
            printed = Printed() if why else read_print(cell, rules)
            if _is_other_percent(column, line, printed):
                why, printed = APART, Printed()
            printed = printed if printed.values else Printed(text=cell.words)
            marks = dict.fromkeys(m for m in (printed.mark, line.mark) if m in feet)
            note = " ".join(filter(None, [printed.remark, *(feet[mark] for mark in marks)]))
            told = _observation(block, line, column, context, names[column.index], printed)
            if told.yearly and told.kind != TARGET:
                told, why = replace(told, printed=Printed(text=cell.words)), A_RATE
            yield replace(told, note=note, counts=printed.counts, why=why or NO_NUMBER)


def rules_shown(found: Iterable[Observation]) -> str:
    """Say by whose rules a sheet writes its numbers.

    Nothing where none of its texts tells, or two of them tell otherwise.
    """
    telling = {rule for one in found if len(one.printed.rules) == 1 for rule in one.printed.rules}
    return telling.pop() if len(telling) == 1 else ""


def _why_unread(block: Block, line: Line, column: Column, cell: Cell) -> str:
    """Say why a cell is read as no number, whatever stands in it; nothing where it is read."""
    if not _is_of_one(block, column, cell):
        return MERGED
    if _is_apart(column, line):
        return APART
    return A_YEAR if cell.value is None and may_be_time(cell.words) else ""


def _is_of_one(block: Block, column: Column, cell: Cell) -> bool:
    """Say whether a merged cell stands under one head and in one row."""
    covered = range(column.index, column.index + cell.wide)
    heads = {other.heading for other in block.data if other.index in covered}
    return cell.tall == 1 and len(heads) == 1


def _is_apart(column: Column, line: Line) -> bool:
    """Say whether a head is in %, and names nothing, over a row that is in something else."""
    about = column.heading
    bare = is_percent(about.measure) and not (about.name or about.side or about.kind in COMPARISONS)
    return bare and bool(line.measure) and "%" not in line.measure


def _is_other_percent(column: Column, line: Line, printed: Printed) -> bool:
    """Say whether a cell is in %, in a row that is in something else: *không quá 1%* of members."""
    about = column.heading
    counted = line.measure and "%" not in line.measure + about.measure
    of_row = counted and not (about.side or about.name or about.kind in COMPARISONS)
    own = line.heading.kind not in COMPARISONS and not printed.counts
    return bool(of_row and own and printed.text.endswith("%"))


def _observation(
    block: Block,
    line: Line,
    column: Column,
    context: Context,
    names: tuple[str, str],
    printed: Printed,
) -> Observation:
    above, own = column.heading, line.heading
    if above.side and line.measure and not is_percent(line.measure):
        # What is told in hộ is their number, and their share another one.
        is_share, above = above.side == SHARE, replace(above, side="")
        line = replace(line, title=share_of(line.title), measure="%") if is_share else line
    title, unit = _about(block, line, names, context)
    title = _with_caption(title, context.title) if context.title else title
    kind = above.kind if above.kind in COMPARISONS else own.kind or above.kind or FIGURE
    # A caption that names two times says nothing of which is compared.
    said = replace(context, period="") if kind in COMPARISONS and not above.months else context
    # What is told of a row is in what its head says, the row itself in what it says.
    measure = (above.measure or line.measure) if names[1] else (line.measure or above.measure)
    measure = measure if block.rows_are == INDICATORS else above.measure
    return Observation(
        place=block.grid.place(line.row, column.index),
        column=column_name(block.grid, column),
        head=column.head,
        title=title,
        unit=unit,
        period=time_of(above, own, said),
        kind=kind,
        measure=measure or measure_over(title, line.group, context.measure),
        under=line.under,
        estimated=above.estimated or own.estimated,
        office=cell_under(block, line.row, OFFICE) or line.office,
        setter=setter_of(block, column),
        printed=_bounded(printed, above.bound or own.bound) if kind == TARGET else printed,
        side=above.side,
        by=kind == TARGET and (above.by or own.by),
        stage=above.stage or own.stage if kind == TARGET else 0,
    )


def _bounded(printed: Printed, bound: str) -> Printed:
    """Give a number the sign that its head says, where the cell itself says none."""
    is_bare = bound and printed.values and printed.qualifier == "=" and printed.to is None
    return replace(printed, qualifier=bound) if is_bare else printed


def _with_caption(title: str, caption: str) -> str:
    """Say of what a sum is (“Tổng số”), and what was rated (“Tốt”): alone they do not."""
    whole, of, part = title.partition(": ")
    title = f"{caption}{of}{part}" if is_sum(whole) else title
    return f"{proper(caption)}: {title}" if rank_of(title) is not None else title


def _about(block: Block, line: Line, names: tuple[str, str], context: Context) -> tuple[str, str]:
    """Say which indicator and which unit a cell is of."""
    rows_are, (over, named) = block.rows_are, names
    unit = "" if is_sum(over) else over
    if rows_are == INDICATORS:
        title = f"{line.title}: {named}" if named else line.title
        return title, line.unit or unit or context.unit
    if rows_are == PERIODS:
        return _beside_times(block, named, context)
    unit = line.unit if rows_are == UNITS else context.unit
    return named or context.title, unit


def _beside_times(block: Block, named: str, context: Context) -> tuple[str, str]:
    """Say what a head names over rows that are times: a unit, a part or whole, or an indicator."""
    if is_sum(named):
        return named, context.unit
    if block.heads == UNITS or is_unit_name(named) or named in block.known:
        return context.title, named
    part = f"{context.title}: {named}" if block.heads == PARTS else named
    return part or context.title, context.unit
