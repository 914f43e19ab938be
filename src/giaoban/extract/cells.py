"""What a table says of a number in it: in the first cell of its row, at the head of its column."""

import re
from dataclasses import replace

from giaoban.extract.found import found
from giaoban.extract.grid import Cell
from giaoban.extract.memory import usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.prose import Passage
from giaoban.extract.quantities import MEASURE
from giaoban.periods import Period

# A percent sign that is not that of a number.
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )%")
_OWN_UNIT = re.compile(r"\([^()%]+\)$")
_AIM = re.compile(
    r"(?<!\w)(?:KH|CT|NQ|kế hoạch|chỉ tiêu|mục tiêu|dự toán|giao)(?!\w)", re.IGNORECASE
)
_COMPARED = re.compile(r"(?<!\w)(?:so(?: sánh)?|cùng kỳ)(?!\w)", re.IGNORECASE)
_MOVED = re.compile(r"(?<!\w)(?:tăng(?!\s+trưởng)|giảm)(?!\w)", re.IGNORECASE)


def cell_of(passage: Passage, number: Mention) -> Cell | None:
    """Give the cell of a table that a number stands in."""
    return next((cell for cell in passage.cells if cell.start <= number.start < cell.end), None)


def title_of_row(passage: Passage, number: Mention) -> str:
    """Give the words of the first cell of a row that has any, where the number is not in it."""
    cell = cell_of(passage, number)
    return cell.title if cell else ""


def with_unit(passage: Passage, number: Quantity) -> Quantity:
    """Give a number without a unit that of its table: “(%)” in a title, or what stands under ĐVT.

    A title in the row goes before what is said of the whole table.
    """
    cell = cell_of(passage, number)
    if number.measure or cell is None:
        return number
    if _PERCENT.search(cell.head):
        return replace(number, measure="percent")
    if _COMPARED.search(cell.head):
        return number
    if cell.unit and cell.unit != "%":
        other = MEASURE.match(cell.unit)
        return replace(number, measure="other" if other else "count", unit=cell.unit)
    titles = [cell.unit, cell.title]
    titles += [] if _OWN_UNIT.search(cell.title) else [cell.about]
    said = any(_PERCENT.search(title) for title in titles)
    return replace(number, measure="percent") if said else number


def period_of_column(passage: Passage, number: Mention) -> Period | None:
    """Give the period that stands at the head of a number's column, if one does."""
    cell = cell_of(passage, number)
    if cell is None or not cell.head:
        return None
    said = [time.period for time in usable(cell.head, found(cell.head)) if time.period]
    return said[0] if len(said) == 1 else None


def moved_column(passage: Passage, number: Mention) -> bool:
    """Say whether a number stands under “tăng, giảm”: by how much something moved."""
    cell = cell_of(passage, number)
    return cell is not None and bool(_MOVED.search(cell.head))


def doubt_of_column(passage: Passage, number: Mention) -> str:
    """Give the code of the doubt that the head of a number's column raises, or nothing."""
    cell = cell_of(passage, number)
    if cell is None:
        return ""
    if _AIM.search(cell.head):
        return "target_or_figure"
    if _COMPARED.search(cell.head):
        return "ratio"
    return "change_or_level" if _MOVED.search(cell.head) else ""
