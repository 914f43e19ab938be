"""What is said once for a whole table, by the lines above it and the name of its sheet."""

import re
from dataclasses import dataclass

from giaoban.extract.vietnamese import CAPITALS, compiled
from giaoban.sheet.forms.columns import INDICATORS, UNITS
from giaoban.sheet.forms.headings import (
    COMPARISONS,
    TARGET,
    Heading,
    aim_or_result,
    names_aim,
    read_heading,
)
from giaoban.sheet.forms.labels import is_named, is_sum, is_unit_name, proper
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.measurewords import named_measure
from giaoban.sheet.forms.neighbours import is_bare_share, names_share

# What is told of a row: of which people, or which amount or share; “Từ Sơn” is a name.
_PART = compiled(
    r"(?:(?P<of>.+): )?(?:(?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|mức|giá trị|kế hoạch|diện tích|sản lượng"
    r"|năng suất|vốn|kinh phí|ngân sách|ns|giải ngân|dân tộc|độ tuổi|trình độ) \w.*"
    rf"|(?:dưới|trên|từ|tăng|giảm) (?-i:[^\W_{CAPITALS}]|[A-ZĐ]{{2}}).*"
    r"|nam|nữ|tăng|giảm|dân tộc|tôn giáo|giải ngân|đoàn viên|dtts|(?:fe)?male|(?:wo)?men)"
)
# What the heads of a table of indicators name; of INDICATORS each row is a unit.
PARTS = "parts"
HEADS = (UNITS, PARTS, INDICATORS)
_NO_TITLE = re.compile(
    r"\(.*\)|(?:biểu|phụ lục|mẫu|bảng)\s+(?:số\s*)?[\dIVX]+.{0,4}|.*(?:đvt|đơn vị tính|kèm theo).*"
    r"|cộng hòa.*|độc lập.*|ubnd .*|ủy ban.*|số\s*:.*|phụ lục|.*ngày\s+\d.*",
    re.IGNORECASE,
)
# The report that a table is annexed to: “(Kèm theo Báo cáo số 15 ngày 14/3/2025 của UBND xã)”.
_ANNEXED = compiled(
    r"kèm\s+theo\s+(?P<source>[^()]*?ngày\s+(?P<day>\d\d?)(?:/|\s+tháng\s+)"
    r"(?P<month>\d\d?)(?:/|\s+năm\s+)(?P<year>\d{4})[^()]*)"
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
    source: str = ""
    day: str = ""


def context_of(block: Block) -> Context:
    """Read the lines above a table, the nearest last, and the name of its sheet.

    The time that a person has said goes before one that is told by the heads alone.
    """
    own = [block.grid.name] if block.grid.titled else []
    titles = [line for line in block.caption if not _NO_TITLE.fullmatch(line)]
    said = [read_heading(line) for line in own + block.caption if not _DATED.search(line)]
    measure = next((m for line in reversed(block.caption) if (m := named_measure(line))), "")
    units = [line for line in own + titles if is_unit_name(line)]
    captioned = next((h.time for h in reversed(said) if h.time), block.period)
    period = captioned or _year_beside(block)
    named = [read_heading(line) for line in titles if line not in units]
    title = next((h for h in reversed(named) if h.name), Heading())
    unit = units[-1] if units else ""
    measure = measure or title.measure
    return Context(title.name, unit, period, measure, _has_parts(block), *_annexed(block))


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
    asked = INDICATORS in (block.rows_are, block.heads)
    return ", ".join(names) if asked else ""


def open_heads(block: Block) -> str:
    """Give the heads of a table of indicators where some name parts, and others may be units.

    Nothing of a table where each of them says what it is, or that has one alone.
    """
    named = _named(block)
    parts = [head for head in named if _may_be_part(block, head)]
    others = {h.name for h in named if h not in parts and not _is_place(block, h.name)}
    unsure = [head for head in parts if not _is_part(block, head.name)]
    # “THÓC (tấn)” beside “NGÔ (tấn)”, and “Trạm y tế: nữ” beside “Văn phòng: nữ”, may be both.
    alike = len({head.name for head in unsure}) > 1 and len({h.measure for h in parts}) == 1
    wholes = {head.name.rpartition(": ")[0] for head in parts}
    several = len(wholes) > 1 and not _has_shares(block)
    return heads_of(block) if parts and (others or alike or several) else ""


def unit_and_part(block: Block, name: str, has_parts: bool) -> tuple[str, str]:
    """Part what a head over rows of indicators names into a unit, and what is told of each row.

    A head that says itself which of them it is, is that; others are parts where the table has them.
    """
    over, _, last = name.rpartition(": ")
    if _is_of_unit(block, name):
        return "" if is_sum(over) else over, last
    told = not block.heads and (_is_part(block, name) or (has_parts and not _is_place(block, name)))
    if name and (names_share(name) or told or block.heads == PARTS):
        return "", "" if is_sum(name) else name
    return name, ""


def _is_of_unit(block: Block, name: str) -> bool:
    """Say whether a head names a part of a unit: *Tân Lập: Nữ*."""
    over, _, last = name.rpartition(": ")
    is_part = bool(_PART.fullmatch(last)) or names_share(last)
    return bool(over) and is_part and (is_sum(over) or _is_place(block, over))


def _has_parts(block: Block) -> bool:
    """Say whether columns name what is told of each row, and no units: *Nam*, *Số hộ*."""
    if block.heads:
        return block.heads == PARTS
    named = _named(block)
    names = {head.name for head in named}
    if any(_is_place(block, name) for name in names):
        return False
    is_single = len(names) == 1 and not any(map(str.isupper, names))
    return is_single or any(_may_be_part(block, head) for head in named)


def _has_shares(block: Block) -> bool:
    """Say whether under each head what is counted stands beside its share: they are no units."""
    over = {c.heading.name.rpartition(": ")[0] for c in block.data if is_bare_share(c)}
    return bool(over) and {h.name.rpartition(": ")[0] for h in _named(block)} <= over


def _named(block: Block) -> list[Heading]:
    """Give the heads that name something; a whole, or a bare share, may stand beside anything.

    Not what says itself of which unit it is: *Tân Lập: Nữ*.
    """
    heads = [column.heading for column in block.data if not is_bare_share(column)]
    named = [head for head in heads if head.name and not is_sum(head.name)]
    return [head for head in named if not _is_of_unit(block, head.name)]


def _may_be_part(block: Block, head: Heading) -> bool:
    """Say whether a head names a part, or has a unit of measure as parts have."""
    measured = head.measure and not _is_place(block, head.name)
    return bool(measured) or _is_part(block, head.name)


def _is_part(block: Block, name: str) -> bool:
    """Say whether a name is that of what is told of each row: “Số hộ”, “KH vốn”."""
    planned = names_aim(name) or name in _planned(block)
    return bool(_PART.fullmatch(proper(name))) or (planned and not _is_place(block, name))


def _planned(block: Block) -> set[str]:
    """Give what stands in one line with its plan and its result: *KH vốn*, *TH vốn*."""
    heads = (read_heading(column.path[-1]).name for column in block.data if column.path)
    return {aim_or_result(head).name for head in heads}


def _is_place(block: Block, name: str) -> bool:
    return is_named(name) or name in block.known
