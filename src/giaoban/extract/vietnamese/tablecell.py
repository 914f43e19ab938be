"""What a table says of a number in it: in the first cell of its row, at the head of its column."""

import re
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese.grammar import find_mentions
from giaoban.extract.vietnamese.mentions import Quantity, compiled, whole_words
from giaoban.extract.vietnamese.quantities import MEASURE
from giaoban.extract.vietnamese.times import usable_times
from giaoban.language import Period

_UNIT = compiled(r"(?:đvt|đơn vị(?: tính)?)\W*")
# A percent sign that is not that of a number.
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )%")
_OWN_UNIT = re.compile(r"\([^()%]+\)$")
_AIM = whole_words("KH|CT|NQ|kế hoạch|chỉ tiêu|mục tiêu|dự toán|giao")
_COMPARED = whole_words("so(?: sánh)?|cùng kỳ")
_MOVED = whole_words(r"tăng(?!\s+trưởng)|giảm")


def heads_units(head: str) -> bool:
    """Say whether units stand under a head."""
    return bool(_UNIT.fullmatch(head))


@dataclass(frozen=True)
class TableCell:
    """A cell of a row.

    Attributes
    ----------
    start, end : int
        Where it lies in the text of its row.
    head : str
        What stands above it in the head of its table.
    title : str
        The first words of its row, where they are not its own.
    unit : str
        What its row says under “ĐVT”.
    about : str
        The caption of the table and the head of the titles.
    """

    start: int
    end: int
    head: str = ""
    title: str = ""
    unit: str = ""
    about: str = ""

    def with_unit(self, number: Quantity) -> Quantity:
        """Give a number without a unit that of its table: “(%)” in a title, or the one of its row.

        A title in the row goes before what is said of the whole table.
        """
        if number.measure:
            return number
        if _PERCENT.search(self.head):
            return replace(number, measure="percent")
        if _COMPARED.search(self.head):
            return number
        if self.unit and self.unit != "%":
            measure = "other" if MEASURE.match(self.unit) else "count"
            return replace(number, measure=measure, unit=self.unit)
        titles = [self.unit, self.title]
        titles += [] if _OWN_UNIT.search(self.title) else [self.about]
        said = any(_PERCENT.search(title) for title in titles)
        return replace(number, measure="percent") if said else number

    @property
    def period(self) -> Period | None:
        """The period that stands at its head, if one does."""
        times = usable_times(self.head, find_mentions(self.head))
        said = [time.period for time in times if time.period]
        return said[0] if len(said) == 1 else None

    @property
    def moved(self) -> bool:
        """Whether it stands under “tăng, giảm”: by how much something moved."""
        return bool(_MOVED.search(self.head))

    @property
    def doubt(self) -> str:
        """The code of the doubt that its head raises, or nothing."""
        if _AIM.search(self.head):
            return "target_or_figure"
        if _COMPARED.search(self.head):
            return "ratio"
        return "change_or_level" if self.moved else ""
