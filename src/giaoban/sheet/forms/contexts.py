"""What is said once for a whole table, by the lines above it and the name of its sheet."""

import re
from dataclasses import dataclass

from giaoban.sheet.forms.headings import COMPARISONS, Heading, read_heading
from giaoban.sheet.forms.labels import is_unit_name
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.measurewords import named_measure

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


def context_of(block: Block) -> Context:
    """Read the lines above a table, the nearest last, and the name of its sheet."""
    own = [block.grid.name] if block.grid.titled else []
    titles = [line for line in block.caption if not _NO_TITLE.fullmatch(line)]
    said = [read_heading(line) for line in own + block.caption if not _DATED.search(line)]
    measure = next((m for line in reversed(block.caption) if (m := named_measure(line))), "")
    units = [line for line in own + titles if is_unit_name(line)]
    period = next((h.time for h in reversed(said) if h.time), "")
    # Months, and plans that were adjusted, are of the year that alone stands in the head.
    heads = [c.heading for c in block.data if c.heading.kind not in COMPARISONS]
    years = {head.period for head in heads if head.period}
    if (
        not period
        and len(years) == 1
        and all(h.time for h in heads if not h.months and not h.stage)
    ):
        period = years.pop()
    named = [read_heading(line) for line in titles if line not in units]
    title = next((h for h in reversed(named) if h.name), Heading())
    return Context(title.name, units[-1] if units else "", period, measure or title.measure)
