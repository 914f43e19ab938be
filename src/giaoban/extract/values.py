"""Read one quantity: what kind of number it is, and what it is worth."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from giaoban.extract.document import Passage
from giaoban.extract.entry import Doubt, Entry, doubt
from giaoban.extract.vietnamese import (
    CHANGE,
    CLAIMS,
    FIGURE,
    MARGIN,
    MEAN,
    MET,
    RELATIVE,
    TARGET,
    Context,
    Quantity,
    doubts_of_kind,
    downward,
    is_estimate,
    kind_of,
    names_target,
    qualifiers_of,
    same_again,
    says_mean,
)
from giaoban.language import readings
from giaoban.tables import TALLIES

OPPOSITE = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def read_quantity(passage: Passage, context: Context, shares: bool, last: Entry | None) -> Entry:
    """Make an entry of a quantity: its kind and its value, without what others say of it.

    Whether there are percentages near it and what its sentence's last entry is may tell it.
    """
    quantity = context.quantity
    kind, down, unsure = _kind(passage, context, shares, last)
    tally = kind in TALLIES
    # Of so many targets: what is stated is the part.
    number = quantity.counts[0] if tally and quantity.counts else quantity.number
    read = list(readings(number))
    value, signs = _value(context, kind, down, read)
    # A mean of persons may be broken and is no percentage.
    mean = quantity.measure == "count" and (kind == MEAN or says_mean(context))
    share = not mean and _is_share(quantity, value, shares)
    percent = not tally and bool(
        share or quantity.counts or (quantity.measure == "points" and kind != FIGURE)
    )
    doubts = (
        *(() if tally and quantity.counts else _of_number(quantity, read)),
        *_of_print(context),
        *(_of_measure(quantity, value, share, kind) if not mean else ()),
        *map(doubt, doubts_of_kind(context, kind, share, value)),
        *([doubt("met_or_exceeded")] if kind == MET else []),
        *([doubt("decrease")] if down else []),
        *_of_qualifier(signs, value, share, kind),
        *([doubt("margin_or_target")] if unsure else []),
    )
    return Entry(
        passage,
        quantity,
        kind,
        value=value,
        qualifier=_qualifier(signs, value, share, kind),
        unit_measure="percent" if percent else "count" if quantity.measure == "count" else "",
        earlier=context.said,
        estimated=kind == FIGURE and is_estimate(context),
        doubts=doubts,
    )


def as_range(low: Entry | None, high: Entry) -> Entry | None:
    """Make one entry of both ends of a range; None where they are none, or of a statement."""
    if (
        low is None
        or not isinstance(low.mention, Quantity)
        or not isinstance(high.mention, Quantity)
    ):
        return None
    ends = low.mention.bound, high.mention.bound
    if ends != (">=", "<=") or low.kind != high.kind or low.kind not in (FIGURE, TARGET):
        return None
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    start, number = low.mention.start, high.mention.number
    printed = low.passage.text[start : high.mention.start + len(number)]
    mention = replace(high.mention, start=start, number=printed, bound="")
    doubts = (one for one in (*low.doubts, *high.doubts) if one.code != "range")
    whole = replace(low, mention=mention, to=high.value, qualifier="=", phrase=high.phrase)
    return replace(whole, doubts=tuple(dict.fromkeys(doubts)))


def _kind(
    passage: Passage, context: Context, shares: bool, last: Entry | None
) -> tuple[str, bool, bool]:
    """Tell what a quantity is, whether it goes down, and whether it may be the target exceeded."""
    quantity = context.quantity
    first = next(iter(readings(quantity.number)), None)
    kind = kind_of(context, _is_share(quantity, first, shares))
    follows_change = last is not None and last.kind == CHANGE and same_again(context)
    if follows_change or passage.cell_of(quantity).moved:
        kind = CHANGE
    if quantity.before:
        # What a change started from is no change.
        kind = FIGURE
    down = downward(context, kind)
    moved = last is not None and last.kind == CHANGE and last.unit_measure != "percent"
    if last is not None and moved and context.alone and quantity.measure == "percent":
        # “giảm 12 vụ (15,4%)”: by how much, in percent.
        kind, down = RELATIVE, last.has("decrease")
    if quantity.bound == "<=" and last is not None:
        kind, down = last.kind, last.has("decrease")
    if kind == MARGIN and names_target(context) and _is_most(first, last):
        return TARGET, False, True
    return kind, down, False


def _is_most(value: Decimal | None, last: Entry | None) -> bool:
    """Say whether a number is too much to be a part of the one before."""
    if value is None or last is None or last.value is None:
        return False
    return 2 * value >= last.value


def _value(
    context: Context, kind: str, down: bool, read: list[Decimal]
) -> tuple[Decimal | None, list[str]]:
    """Give the value of a quantity, None where it has not one reading, and its qualifiers."""
    quantity = context.quantity
    if quantity.measure == "count" and len(read) > 1:
        # A count is whole, so that 1.234 of them can only be one thing.
        read = [reading for reading in read if reading % 1 == 0][:1]
    value = read[0] if len(read) == 1 else None
    signs = qualifiers_of(context, kind in CLAIMS)
    if value is not None and down and kind != MEAN:
        # Less by over 3 is a change of less than -3.
        return -abs(value), [OPPOSITE.get(sign, sign) for sign in signs]
    return value, signs


def _is_share(quantity: Quantity, value: Decimal | None, among_shares: bool) -> bool:
    """Say whether a quantity is a percentage, printed with its sign or, among such, without."""
    if quantity.measure == "percent":
        return True
    broken = value is not None and value % 1 != 0
    unsaid = quantity.measure == "" or (
        quantity.measure == "count" and broken and not quantity.bound
    )
    return unsaid and among_shares and value is not None and value <= 100 and broken


def _of_number(quantity: Quantity, read: list[Decimal]) -> Iterator[Doubt]:
    if quantity.counts:
        part, whole = (next(iter(readings(count)), Decimal(0)) for count in quantity.counts)
        share = round(100 * part / whole, 2) if whole else "?"
        yield doubt("counts_only", part=part, whole=whole, share=share)
    elif len(read) > 1:
        yield doubt("ambiguous_number", readings=tuple(read))
    elif not read:
        yield doubt("not_a_number")


def _of_print(context: Context) -> Iterator[Doubt]:
    """Doubt what is parted from other digits by a space only: 1 250, or 0 68% for 0,68%."""
    quantity, before = context.quantity, context.before
    beside = (before == " " and context.follows) or context.after == " "
    if beside or re.search(r"\d \d", quantity.number):
        yield doubt("split_number")
    # At the head of a text a dash may be a minus, which a count never has.
    if quantity.measure != "count" and context.said.lstrip() in ("-", "–", "—", "−"):
        yield doubt("dash_or_minus")


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


def _qualifier(signs: list[str], value: Decimal | None, share: bool, kind: str) -> str:
    """Give the first qualifier; 100% or more of a share is 100%."""
    bounded = share and kind in (FIGURE, TARGET) and value == 100
    if not signs or (bounded and signs[0] in (">=", ">")):
        return "="
    return signs[0]


def _of_qualifier(
    signs: list[str], value: Decimal | None, share: bool, kind: str
) -> Iterator[Doubt]:
    if share and kind in (FIGURE, TARGET) and value == 100 and set(signs) & {">=", ">"}:
        yield doubt("share_or_more")
    if len(signs) > 1:
        yield doubt("qualifiers_contradict", found=" ".join(signs))
