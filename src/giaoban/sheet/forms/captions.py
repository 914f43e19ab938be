"""What is said once for a whole table, by the lines above it and the name of its sheet."""

import re
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.forms.columns import Column
from giaoban.sheet.forms.layout import MOTTO, Block
from giaoban.sheet.words import (
    COMPARISONS,
    FIGURE,
    MONTH,
    QUARTER,
    SO_FAR,
    TARGET,
    TERM,
    WHOLE,
    Heading,
    is_all_planned,
    is_unit_name,
    named_measure,
    names_two_years,
    number_and_title,
    read_heading,
    time_named,
)

_NO_TITLE = re.compile(
    r"\(.*\)|(?:biểu|phụ lục|mẫu|bảng)\s+(?:số\s*)?[\dIVX]+.{0,4}|.*(?:đvt|đơn vị tính|kèm theo).*"
    r"|(?:đơn vị|unit)\s*:.*"
    rf"|{MOTTO.pattern}|ubnd .*|ủy ban.*|số\s*:.*|phụ lục|.*ngày\s+\d.*",
    re.IGNORECASE,
)
_MEASURED = compiled(r"\s*\((?:đvt|đơn\s+vị(?:\s+tính)?|unit)\s*:[^()]*\)\s*$")
# The report that a table is annexed to: “(Kèm theo Báo cáo số 15 ngày 14/3/2025 của UBND xã)”.
_ANNEXED = compiled(
    r"kèm\s+theo\s+(?P<source>[^()]*?ngày\s+(?P<day>\d\d?)(?:/|\s+tháng\s+)"
    r"(?P<month>\d\d?)(?:/|\s+năm\s+)(?P<year>\d{4})[^()]*)"
)
# The day of a paper is not the time of its figures.
_DATED = re.compile(r"kèm theo|(?<!đến )(?<!hết )(?<!tại )ngày\s+\d", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What is said once for a whole table; of two years nobody knows which its plans are of."""

    title: str = ""
    unit: str = ""
    period: str = ""
    measure: str = ""
    source: str = ""
    day: str = ""
    two_years: bool = False


def context_of(block: Block) -> Context:
    """Read the lines above a table, the nearest last, and the name of its sheet.

    The time that a person has said goes before one that is told by the heads alone.
    """
    own = [block.grid.name] if block.grid.titled else []
    titles = [line for line in map(_bare, block.caption) if not _NO_TITLE.fullmatch(line)]
    dated = [line for line in own + block.caption if not _DATED.search(line)]
    timed = next((line for line in reversed(dated) if time_named(line) is not None), "")
    measure = next((m for line in reversed(block.caption) if (m := named_measure(line))), "")
    units = [line for line in own + titles if is_unit_name(line)]
    period = time_named(timed) or block.period or _year_beside(block)
    named = [read_heading(line) for line in titles if line not in units]
    title = next((h for h in reversed(named) if h.name), Heading())
    unit = (read_heading(units[-1]).name or units[-1]) if units else ""
    measure = measure or title.measure
    return Context(title.name, unit, period, measure, *_annexed(block), names_two_years(timed))


def as_planned(block: Block) -> Block:
    """Take for plans the columns of a table whose caption says that all of it is planned.

    Those of another year are none. Beside plans that say so, what a column names is none.
    """
    own = _under_plan(block)
    kinds = {column.heading.kind for column in own}
    untold = [c for c in own if not (c.heading.kind or (c.heading.name and TARGET in kinds))]
    dated = years_under_plan(block)
    as_plan = {c.index: replace(c.heading, kind=TARGET) for c in untold if c not in dated}
    columns = (replace(c, heading=as_plan.get(c.index, c.heading)) for c in block.columns)
    return replace(block, columns=[*columns])


def years_under_plan(block: Block) -> list[Column]:
    """Give the columns of single years under the caption of a plan of several: plans or results."""
    is_term = len({*re.findall(r"\d{4}", context_of(block).period)}) > 1
    dated = [c for c in _under_plan(block) if len(c.heading.period) == len("2025")]
    return [c for c in dated if is_term and not c.heading.kind]


def _under_plan(block: Block) -> list[Column]:
    """Give the columns in the time of a caption that says that all is planned; none by results."""
    years = re.findall(r"\d{4}", context_of(block).period)
    lines = (_bare(line) for line in block.caption if not _DATED.search(line))
    if not years or not any(map(is_all_planned, lines)):
        return []
    own = [c for c in block.data if years[0] <= (c.heading.period or years[0])[:4] <= years[-1]]
    return [] if any(c.heading.kind == FIGURE for c in own) else own


def _bare(line: str) -> str:
    """Take away what stands around the name of a table: its number, its measure in brackets."""
    return _MEASURED.sub("", number_and_title(line)[1])


def _annexed(block: Block) -> tuple[str, str]:
    """Give the report that a table is annexed to, and its day; nothing where it does not say it."""
    found = next(filter(None, map(_ANNEXED.search, block.caption)), None)
    if not found:
        return "", ""
    source = " ".join(found["source"].split())
    return source[:1].upper() + source[1:], "/".join(found.group("day", "month", "year"))


def _year_beside(block: Block) -> str:
    """Give the year that alone stands in the head where it is that of months and plans beside it.

    Forms go from last year’s result to next year’s plan. So it is that of a plan before all of
    them, or of a result behind them: an estimate, or “Năm 2024” behind “T1”, “T2”. A term, or a
    year until which something is to be, is that of no months.
    """
    data = [c.heading for c in block.data if c.heading.kind not in COMPARISONS]
    heads = [head for head in data if not head.untold]
    dated, untold = [h for h in heads if h.time], [h for h in heads if not h.time]
    years = {head.period for head in heads if head.period}
    if len(years) != 1 or not all(h.months or h.stage for h in untold):
        return ""
    if untold and any(h.by or len(h.period) != len("2025") for h in dated):
        return ""
    first, last = heads[0], heads[-1]
    planned = first in dated and first.kind == TARGET
    kinds = {h.kind for h in untold}
    reached = (
        last in dated and last.kind != TARGET and (last.estimated or {last.kind, *kinds} == {""})
    )
    return years.pop() if planned or reached or not untold else ""


def time_of(above: Heading, own: Heading, context: Context) -> str:
    """Say the time of a cell; a caption says the year of a column or row of some months of it."""
    untold = above if above.untold else own
    if not untold.untold:
        is_plan = TARGET in (above.kind, own.kind)
        return _time(above, own, "" if is_plan and context.two_years else context.period)
    if {above.kind, own.kind} & {*COMPARISONS}:
        return above.time
    # “Cùng kỳ 2023” is of the months of 2023 that the table is of in another year.
    years = {*re.findall(r"\d{4}", context.period)}
    moved = context.period.replace(years.pop(), untold.period) if len(years) == 1 else ""
    above, own = (replace(h, period="") if h is untold else h for h in (above, own))
    return _time(above, own, moved) if untold.period else ""


def _time(above: Heading, own: Heading, told: str) -> str:
    """Say the time of a cell by its column, its row, and what is told of the whole table."""
    if above.span or own.span:
        beside = own.time if above.span else above.time
        return _of_span(above if above.span else own, beside or told)
    if above.time:
        return above.time
    if own.time and not above.months:
        return own.time
    year = {text[:4] for text in (own.time or told).split("/")}
    about = above if above.months else own
    if about.months:
        whole = told if about.months == WHOLE else ""
        return replace(about, period=year.pop()).time if len(year) == 1 else whole
    return told


def _of_span(above: Heading, told: str) -> str:
    """Say the time of *TH tháng* and *Lũy kế* by what is told of the month; it may be untold."""
    if above.span == TERM:
        return above.period or (told if len(told) == len("2021/2025") else "")
    year, _, _ = told.partition("-")
    months = [int(text) for text in re.findall(r"\d{4}-(\d\d)", told)]
    if above.period not in ("", year) or not months:
        return replace(above, period=above.period or told).time if above.span == SO_FAR else ""
    if above.span == SO_FAR:
        until = replace(above, period=year, months=(1, months[-1])).time
        return told if months[0] == 1 else until
    long = {MONTH: 1, QUARTER: 3}[above.span]
    return told if 1 + months[-1] - months[0] == long else ""
