"""What the heads over the columns of a table name: units, what is told of each row, indicators."""

from collections.abc import Iterator

from giaoban.extract.vietnamese import CAPITALS, compiled
from giaoban.sheet.forms.captions import context_of
from giaoban.sheet.forms.columns import INDICATORS, PERIODS, UNITS, Column
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import IN_WHICH, named_rows
from giaoban.sheet.forms.neighbours import is_bare_share, names_share
from giaoban.sheet.words import (
    COMPARISONS,
    TITLE,
    is_office,
    is_sum,
    is_unit_name,
    may_be_name,
    may_be_plan,
    plan_or_result,
    proper,
    read_heading,
    says_indicators,
)

# What is told of a row: of which people, or which amount or share; “Từ Sơn” is a name.
_PART = compiled(
    r"(?:(?P<of>.+): )?(?:(?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|mức|giá trị|diện tích|sản lượng"
    r"|năng suất|vốn|kinh phí|ngân sách|ns|giải ngân|dân tộc|độ tuổi|trình độ) \w.*"
    rf"|(?:dưới|trên|từ|tăng|giảm) (?-i:[^\W_{CAPITALS}]|[A-ZĐ]{{2}}).*"
    r"|nam|nữ|tăng|giảm|dân tộc|tôn giáo|giải ngân|đoàn viên|dtts"
    r"|diện tích|năng suất|sản lượng|(?:fe)?male|(?:wo)?men)"
)
# What the heads of a table of indicators name; of INDICATORS each row is a unit. One may be both.
PARTS, BOTH = "parts", "both"
HEADS = (UNITS, PARTS, INDICATORS)


def heads_of(block: Block) -> str:
    """Give the heads that name something, as they are answered for; none where rows are of units.

    As a label says.
    """
    asked = block.column(TITLE) or block.rows_are in (INDICATORS, PERIODS)
    return ", ".join(dict.fromkeys(c.heading.name for c in _named(block))) if asked else ""


def row_and_heads(block: Block) -> str:
    """Give the first row with its heads, by which tables with the same heads can be told apart."""
    row = next((row.title for row in named_rows(block) if row.filled and row.title), "")
    names = heads_of(block)
    return f"{row}: {names}" if names else ""


def heads_to_ask(block: Block) -> str:
    """Give the heads of a table of indicators where some name parts, and others may be units.

    Or where one may be a plan, a time or a comparison that is not understood, or its rows may be
    units. Nothing of a table that says all that.
    """
    if block.rows_are == UNITS:
        return ""
    said, unsure = _said(block), names_untold(block)
    if block.rows_are == PERIODS:
        # Beside years “Tân Lập” may be a unit of which the caption says what is counted.
        is_open = context_of(block).title and any(may_name(block, name) for name in unsure)
        return heads_of(block) if is_open else ""
    heads = [c.heading for c in _named(block) if c.heading.name in unsure]
    measures = {head.name: head.measure for head in heads if head.measure}
    units, parts = UNITS in said.values(), {PARTS, BOTH} & {*said.values()}
    # “Chợ (hộ)” beside “Đồng (hộ)”, and “Văn phòng: nữ” beside “Chợ: nữ”, may be both.
    alike = not parts and len({*measures.values()}) == 1
    wholes = {name.rpartition(": ")[0] for name, own in said.items() if own == PARTS}
    mixed = (parts or measures) and unsure != {*measures}
    planned = any(_planned_name(c) for c in _named(block) if c.heading.name in unsure)
    plain = all(may_name(block, name) and not may_be_plan(name) for name in unsure)
    # Beside “KH 2024” it may be anything: “Còn lại”.
    is_beside = any(not c.heading.name and c.heading.kind not in COMPARISONS for c in block.data)
    doubts = (mixed, planned, not plain, is_beside, alike, units and measures)
    is_open = (unsure and any(doubts)) or any(map(may_be_name, measures)) or len(wholes) > 1
    return heads_of(block) if is_open or (said and not units and _may_be_units(block)) else ""


def names_untold(block: Block) -> set[str]:
    """Give the names over the columns that do not say themselves what they are."""
    return {name for name, own in _said(block).items() if not own}


def may_name(block: Block, name: str) -> bool:
    """Say whether a head may name a unit or a part, and is not only one that is not understood."""
    own = is_sum(name) or names_share(name.rpartition(": ")[2]) or _says(block, name)
    return bool(own) or may_be_name(name) or is_office(name)


def heads_read(block: Block) -> dict[int, tuple[str, str]]:
    """Part what each head names: a unit, and what is told of each row, or else an indicator.

    Over rows of indicators one that says itself which of them it is, is that, where nobody has
    said it of all; others are parts where the table has them.
    """
    if block.rows_are != INDICATORS:
        return {index: ("", title) for index, title in _titles(block)}
    said = _said(block)
    measured = any(c.heading.measure for c in _named(block) if not said[c.heading.name])
    has_parts = measured or bool({PARTS, BOTH} & {*said.values()})
    return {c.index: _parted(block, c.heading.name, said, has_parts) for c in block.data}


def _titles(block: Block) -> Iterator[tuple[int, str]]:
    """Give what each head names; a bare share, or *Trong đó: nữ*, after the column to its left."""
    left = ""
    for column in block.data:
        name = column.heading.name
        if names_share(name) or (name and IN_WHICH.match(column.path[0])):
            small = name.lower() if names_share(name) else name
            yield column.index, f"{left}: {small}" if left else name
        else:
            yield column.index, name
            left = left if column.heading.kind in COMPARISONS else name


def _parted(block: Block, name: str, said: dict[str, str], has_parts: bool) -> tuple[str, str]:
    over, _, last = name.rpartition(": ")
    if names_share(last):
        unit, part = _parted(block, over, said, has_parts)
        return unit, f"{part}: {last}" if part else last
    own = said.get(name) or _says(block, name)
    if own == BOTH:
        return "" if is_sum(over) else over, last
    told = block.heads or own or (PARTS if has_parts else UNITS)
    if told == PARTS:
        return "", "" if is_sum(name) else name
    return name, ""


def _named(block: Block) -> list[Column]:
    """Give the columns that name something; a whole, or a bare share, may stand beside anything."""
    columns = [column for column in block.data if not is_bare_share(column)]
    return [c for c in columns if c.heading.name and not is_sum(c.heading.name)]


def _said(block: Block) -> dict[str, str]:
    """Give what each name over the columns says itself that it is; nothing where it does not."""
    said: dict[str, str] = {}
    for column in _named(block):
        name = column.heading.name
        small = PARTS if _planned_name(column)[:1].islower() else ""
        said[name] = said.get(name) or _says(block, name) or small
    return said


def _says(block: Block, name: str) -> str:
    """Say whether a name is that of a unit, of what is told of each row, or of both: *Xã A: Nữ*."""
    over, _, last = name.rpartition(": ")
    if over and _PART.fullmatch(last) and (is_sum(over) or _is_unit(block, over)):
        return BOTH
    if _is_unit(block, name):
        return UNITS
    return PARTS if _PART.fullmatch(proper(name)) else ""


def _planned_name(column: Column) -> str:
    """Give what stands in one line with its plan or result, as it is written: *KH vốn*."""
    name = plan_or_result(read_heading(column.path[-1]).name).name if column.path else ""
    return name if name.lower() == column.heading.name.lower() else ""


def _is_unit(block: Block, name: str) -> bool:
    return is_unit_name(name) or name in block.known


def _may_be_units(block: Block) -> bool:
    """Say whether rows are written as names of places are, below a head that says nothing."""
    column = block.column(TITLE)
    if column is None or any(map(says_indicators, column.path)):
        return False
    titles = [row.title for row in named_rows(block) if row.filled]
    return 2 * sum(map(may_be_name, titles)) > len(titles)
