"""What a table says of a number in it: in the first cell of its row, at the head of its column."""

import re
from dataclasses import replace

from giaoban.extract.found import found
from giaoban.extract.memory import usable
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.prose import Passage
from giaoban.periods import Period

# A percent sign that is not that of a number.
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )%")


def title_of_row(passage: Passage, number: Mention) -> str:
    """Give the words of the first cell of a row that has any, where the number is not in it."""
    for start, end in passage.cells:
        said = passage.text[start:end]
        if re.search(r"[^\W\d_]{2}", said):
            return "" if start <= number.start < end else said.strip(" :.-–+*")
    return ""


def with_unit(passage: Passage, number: Quantity) -> Quantity:
    """Make a number without a unit a percentage where its row or its column says “(%)”."""
    if number.measure or not passage.cells:
        return number
    titles = [title_of_row(passage, number)]
    header = passage.header
    if header is not None and len(header.cells) == len(passage.cells):
        column = next(n for n, (_, end) in enumerate(passage.cells) if number.start <= end)
        start, end = header.cells[column]
        titles.append(header.text[start:end])
    said = any(_PERCENT.search(title) for title in titles)
    return replace(number, measure="percent") if said else number


def period_of_column(passage: Passage, number: Mention) -> Period | None:
    """Give the period that stands at the head of a number's column, if one does."""
    header = passage.header
    if header is None or len(header.cells) != len(passage.cells):
        return None
    column = next(n for n, (_, end) in enumerate(passage.cells) if number.start <= end)
    start, end = header.cells[column]
    times = usable(header.text, found(header.text))
    said = [time.period for time in times if start <= time.start < end and time.period]
    return said[0] if len(said) == 1 else None
