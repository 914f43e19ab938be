"""Read one quantity: what kind of number it is, and what it is worth."""

from decimal import Decimal

from giaoban.extract.cells import moved_column
from giaoban.extract.completed import doubted
from giaoban.extract.entry import Entry
from giaoban.extract.kinds import (
    CHANGE,
    FIGURE,
    MARGIN,
    TARGET,
    downward,
    kind_of,
    names_target,
    same_again,
)
from giaoban.extract.mentions import Quantity
from giaoban.extract.prose import Passage
from giaoban.extract.sentences import Around
from giaoban.extract.values import is_share, value_of
from giaoban.numerals import readings


def read_alone(
    passage: Passage, quantity: Quantity, place: Around, shares: bool, last: Entry | None
) -> Entry:
    """Make an entry of a quantity: its kind and its value, without what others say of it.

    Parameters
    ----------
    passage : Passage
        Where it stands.
    quantity : Quantity
        The quantity.
    place : Around
        The words around it.
    shares : bool
        Whether there are percentages near it.
    last : Entry or None
        The entry before it in its sentence.
    """
    value = next(iter(readings(quantity.number)), None)
    kind = kind_of(place, is_share(quantity, value, shares))
    if moved_column(passage, quantity):
        kind = CHANGE
    if last is not None and last.kind == CHANGE and same_again(place):
        kind = CHANGE
    if quantity.before:
        # What a change started from is no change.
        kind = FIGURE
    down = downward(place, kind)
    if quantity.bound == "<=" and last is not None:
        kind = last.kind
        down = any(one.code == "decrease" for one in last.doubts)
    unsure = kind == MARGIN and names_target(place) and _is_most(value, last)
    if unsure:
        kind, down = TARGET, False
    read = value_of(quantity, place, kind, shares, down)
    entry = Entry(
        passage,
        quantity,
        kind,
        value=read.value,
        qualifier=read.qualifier,
        unit_measure=read.unit_measure,
        earlier=place.said,
        doubts=read.doubts,
    )
    return doubted(entry, "margin_or_target") if unsure else entry


def _is_most(value: Decimal | None, last: Entry | None) -> bool:
    """Say whether a number is too much to be a part of the one before."""
    if value is None or last is None or last.value is None:
        return False
    return 2 * value >= last.value
