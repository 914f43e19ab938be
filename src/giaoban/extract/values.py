"""What a quantity is worth: its value, qualifier and measure, and the doubts of its print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.kinds import (
    CHANGE,
    CLAIMS,
    FIGURE,
    MARGIN,
    MEAN,
    TARGET,
    change_or_level,
    target_or_figure,
)
from giaoban.extract.means import says_mean
from giaoban.extract.mentions import Quantity
from giaoban.extract.movement import set_against
from giaoban.extract.qualifiers import qualifiers
from giaoban.extract.sentences import Around
from giaoban.numerals import readings

OPPOSITE = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class Value:
    """The value of a quantity; None where it has not one reading."""

    value: Decimal | None
    qualifier: str
    unit_measure: str
    doubts: tuple[Doubt, ...]


def value_of(quantity: Quantity, place: Around, kind: str, among_shares: bool, down: bool) -> Value:
    """Read a quantity.

    Parameters
    ----------
    quantity : Quantity
        The quantity.
    place : Around
        The words around it.
    kind : str
        What it is.
    among_shares : bool
        Whether the sentence or the one before has percentages.
    down : bool
        Whether it is a change or a margin downwards, or below zero.
    """
    read = list(readings(quantity.number))
    # A count is whole, so that 1.234 of them can only be one thing.
    whole = [reading for reading in read if reading % 1 == 0]
    value = next(
        iter(read if len(read) == 1 else whole if quantity.measure == "count" else []), None
    )
    signs = [quantity.bound] if quantity.bound else qualifiers(place)
    if value is not None and down and kind != MEAN:
        # Less by over 3 is a change of less than -3.
        value, signs = -abs(value), [OPPOSITE.get(sign, sign) for sign in signs]
    if kind in CLAIMS and re.search(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\s*$", place.lead, re.I):
        signs = []
    # A mean of persons may be broken and is no percentage.
    mean = quantity.measure == "count" and (kind == MEAN or says_mean(place))
    share = not mean and is_share(quantity, value, among_shares)
    percent = share or quantity.counts or (quantity.measure == "points" and kind != FIGURE)
    measure = "percent" if percent else "count" if quantity.measure == "count" else ""
    doubts = (
        *_of_number(quantity, read),
        *([doubt("split_number")] if _is_split(quantity, place) else []),
        *([doubt("dash_or_minus")] if _behind_dash(quantity, place) else []),
        *(_of_measure(quantity, value, share, kind) if not mean else ()),
        *_of_kind(value, kind, share, place),
        *([doubt("decrease")] if down else []),
        *_of_qualifier(signs, value, share, kind),
    )
    return Value(value, "=" if not signs else signs[0], measure, doubts)


def is_share(quantity: Quantity, value: Decimal | None, among_shares: bool) -> bool:
    """Say whether a quantity is a percentage, printed with its sign or, among such, without."""
    if quantity.measure == "percent":
        return True
    broken = value is not None and value % 1 != 0
    unsaid = quantity.measure == "" or (
        quantity.measure == "count" and broken and not quantity.bound
    )
    return unsaid and among_shares and value is not None and value <= 100 and broken


def _is_split(quantity: Quantity, place: Around) -> bool:
    """Say whether nothing but a space parts digits from others: 1 250, or 0 68% for 0,68%."""
    if re.search(r"\d \d", quantity.number):
        return True
    return (place.before == " " and place.before != place.said) or place.after == " "


def _behind_dash(quantity: Quantity, place: Around) -> bool:
    """Say whether a dash at the head of a text may be a minus, which a count never has."""
    return quantity.measure != "count" and place.said.lstrip() in ("-", "–", "—", "−")


def _of_number(quantity: Quantity, read: list[Decimal]) -> Iterator[Doubt]:
    if quantity.counts:
        part, whole = (next(iter(readings(count)), Decimal(0)) for count in quantity.counts)
        share = round(100 * part / whole, 2) if whole else "?"
        yield doubt("counts_only", part=part, whole=whole, share=share)
    elif len(read) > 1:
        yield doubt("ambiguous_number", readings=tuple(read))
    elif not read:
        yield doubt("not_a_number")


def _of_measure(
    quantity: Quantity, value: Decimal | None, share: bool, kind: str
) -> Iterator[Doubt]:
    if share and quantity.measure != "percent":
        yield doubt("percent_sign_missing")
    elif quantity.measure == "points" and kind == FIGURE:
        yield doubt("points")
    elif quantity.measure == "other":
        yield doubt("other_measure", unit=quantity.unit)
    elif quantity.measure == "":
        yield doubt("no_unit")
    elif quantity.measure == "count" and value is not None and value % 1:
        yield doubt("not_whole")


def _of_kind(value: Decimal | None, kind: str, share: bool, place: Around) -> Iterator[Doubt]:
    if share and set_against(place):
        yield doubt("ratio")
    elif share and kind in (FIGURE, TARGET) and value is not None and value > 100:
        yield doubt("share_over_100")
    if share and kind in (CHANGE, MARGIN):
        yield doubt("points_or_percent")
    if change_or_level(place, kind):
        yield doubt("change_or_level")
    if target_or_figure(place, kind):
        yield doubt("target_or_figure")


def _of_qualifier(
    signs: list[str], value: Decimal | None, share: bool, kind: str
) -> Iterator[Doubt]:
    if share and kind in (FIGURE, TARGET) and value == 100 and set(signs) & {">=", ">"}:
        yield doubt("share_or_more")
    if len(signs) > 1:
        yield doubt("qualifiers_contradict", found=" ".join(signs))
