"""What is said once for a whole table, by the lines above it and the name of its sheet."""

import re
from dataclasses import dataclass

from giaoban.extract.vietnamese import CAPITALS, compiled
from giaoban.sheet.forms.columns import INDICATORS, is_bare_share
from giaoban.sheet.forms.headings import COMPARISONS, TARGET, Heading, may_aim, read_heading
from giaoban.sheet.forms.labels import is_sum, is_unit_name, proper
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.measurewords import named_measure

# What is told of a row: of which people, or which amount or share; “Từ Sơn” is a name.
_PART = compiled(
    r"(?:(?P<of>.+): )?(?:(?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|mức|giá trị|kế hoạch|diện tích|sản lượng"
    r"|năng suất|vốn|kinh phí|ngân sách|ns|giải ngân|dân tộc|độ tuổi|trình độ) \w.*"
    rf"|(?:dưới|trên|từ|tăng|giảm) (?-i:[^\W_{CAPITALS}]|[A-ZĐ]{{2}}).*"
    r"|nam|nữ|tăng|giảm|dân tộc|tôn giáo|giải ngân|đoàn viên|dtts|(?:fe)?male|(?:wo)?men)"
)
# What the heads of a table of indicators name.
UNITS, PARTS = "units", "parts"
_NO_TITLE = re.compile(
    r"\(.*\)|(?:biểu|phụ lục|mẫu|bảng)\s+(?:số\s*)?[\dIVX]+.{0,4}|.*(?:đvt|đơn vị tính|kèm theo).*"
    r"|cộng hòa.*|độc lập.*|ubnd .*|ủy ban.*|số\s*:.*|phụ lục|.*ngày\s+\d.*",
    re.IGNORECASE,
)
# The day of a paper is not the time of its figures.
_DATED = re.compile(r"kèm theo|(?<!đến )(?<!hết )(?<!tại )ngày\s+\d", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What is said once for a whole table: by its caption, its sheet's name, or by a person."""

    title: str = ""
    unit: str = ""
    period: str = ""
    measure: str = ""
    has_parts: bool = False


def context_of(block: Block, period: str = "") -> Context:
    """Read the lines above a table, the nearest last, and the name of its sheet.

    A ``period`` that a person has said goes before one that is told by the heads alone.
    """
    own = [block.grid.name] if block.grid.titled else []
    titles = [line for line in block.caption if not _NO_TITLE.fullmatch(line)]
    said = [read_heading(line) for line in own + block.caption if not _DATED.search(line)]
    measure = next((m for line in reversed(block.caption) if (m := named_measure(line))), "")
    units = [line for line in own + titles if is_unit_name(line)]
    period = next((h.time for h in reversed(said) if h.time), period) or _year_beside(block)
    named = [read_heading(line) for line in titles if line not in units]
    title = next((h for h in reversed(named) if h.name), Heading())
    unit = units[-1] if units else ""
    return Context(title.name, unit, period, measure or title.measure, _has_parts(block))


def _year_beside(block: Block) -> str:
    """Give the year that alone stands in the head where it is that of months and plans beside it.

    Forms go from last year’s result to next year’s plan. So it is that of a plan before all of
    them, or of a result behind them: an estimate, or “Năm 2024” behind “T1”, “T2”. A term, or a
    year until which something is to be, is that of no months.
    """
    heads = [c.heading for c in block.data if c.heading.kind not in COMPARISONS]
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


def heads_of(block: Block) -> str:
    """Give the heads of a table of indicators that name something, as they are answered for."""
    names = dict.fromkeys(head.name for head in _named(block))
    return ", ".join(names) if block.rows_are == INDICATORS else ""


def open_heads(block: Block) -> str:
    """Give the heads of a table of indicators where some name parts, and others may be units.

    Or where one may be a plan: “KH vốn” is no unit.
    Nothing of a table that says what they are.
    """
    named = _named(block)
    parts = [head for head in named if _is_part(head)]
    told = [found for head in parts if (found := _PART.fullmatch(proper(head.name)))]
    # “Tân Lập (hộ)” beside “Hợp Tiến (hộ)”, and “Tân Lập: nữ” beside “Hợp Tiến: nữ”, may be both.
    alike = not told and len({head.measure for head in parts}) == 1
    several = len({found["of"] for found in told}) > 1
    mixed = len(parts) < len(named) or any(_is_unit(block, head) for head in parts)
    planned = any(may_aim(head.name) for head in named if not _is_part(head))
    is_open = planned or (parts and (alike or several or mixed))
    return heads_of(block) if is_open else ""


def _has_parts(block: Block) -> bool:
    """Say whether columns name what is told of each row, and no units: *Nam*, *Số hộ*."""
    if block.heads:
        return block.heads == PARTS
    named = _named(block)
    return any(map(_is_part, named)) and not any(_is_unit(block, head) for head in named)


def _named(block: Block) -> list[Heading]:
    """Give the heads that name something; a whole, or a bare share, may stand beside anything."""
    heads = [column.heading for column in block.data if not is_bare_share(column)]
    return [head for head in heads if head.name and not is_sum(head.name)]


def _is_part(head: Heading) -> bool:
    return bool(head.measure or _PART.fullmatch(proper(head.name)))


def _is_unit(block: Block, head: Heading) -> bool:
    return is_unit_name(head.name) or head.name in block.known
