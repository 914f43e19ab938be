"""Numbers as the decimals that people print, rounded and added without binary neighbours."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from math import isfinite

# The decimals that a number is written with at most, and those that a sum keeps.
FINEST, KEPT = 6, 9
# Enough for what can be typed, and for sums of many of them.
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
WHOLE = 100.0


def decimal(value: float) -> Decimal:
    """Give the decimal number that a float was read from: 0.1 itself, not its binary neighbour."""
    return Decimal(repr(float(value)))


def added(*values: float) -> float:
    """Add numbers as they are printed: 97.8 and −93.75 are 4.05, whatever their size."""
    if not all(map(isfinite, values)):
        return float(sum(values))
    total = Decimal(0)
    for value in values:
        total = _EXACT.add(total, decimal(value))
    return _rounded(total, KEPT, ROUND_HALF_UP)


def difference(value: float, other: float) -> float:
    """Subtract a number from another as they are printed; see `added`."""
    return added(value, -other)


def percentage(part: float, whole: float) -> float:
    """Give a part in percent of a whole: 100 only where it is all of it."""
    if not (isfinite(part) and isfinite(whole)):
        return part / whole * 100
    return float(_EXACT.divide(decimal(part) * 100, decimal(whole)))


def half_up(value: float, decimals: int) -> float:
    """Round half up, away from 0; what is nearly 0 has no sign."""
    return _rounded(decimal(value), decimals, ROUND_HALF_UP)


def short_of_whole(percent: float, decimals: int = KEPT) -> float:
    """Round a percentage half up, but what is not 0 or 100% never to it.

    What is short of 100% is cut down, what is beyond it goes up.
    """
    rounded = half_up(percent, decimals)
    if rounded == percent or rounded not in (0, WHOLE):
        return rounded
    way = ROUND_FLOOR if percent < rounded else ROUND_CEILING
    return _rounded(decimal(percent), decimals, way)


def decimals_off_whole(percent: float, decimals: int) -> int:
    """Count the decimals with which a percentage that is not 0 or 100% is not written as it."""
    ends = (0.0, WHOLE)
    while decimals < FINEST and percent not in ends and half_up(percent, decimals) in ends:
        decimals += 1
    return decimals


def shortest_decimals(value: float, most: int = 2) -> int:
    """Count the decimals that a value needs, rounded half up to so many at most."""
    text = f"{_EXACT.quantize(decimal(value), Decimal(1).scaleb(-most)):f}"
    return len(text.rstrip("0").partition(".")[2])


def decimals_written(value: float) -> int:
    """Count the decimals of a number that was worked out: all, of a decimal number.

    So a difference of printed numbers is written in full. What has more than `FINEST` decimals is
    written with two at most, or as many as tell it from 0.
    """
    exact = shortest_decimals(value, KEPT)
    return exact if exact <= FINEST else decimals_off_zero(value, shortest_decimals(value))


def decimals_off_zero(value: float, decimals: int) -> int:
    """Count the decimals, so many at least, with which a number that is not 0 is not written so."""
    while value and decimals < KEPT and not half_up(value, decimals):
        decimals += 1
    return decimals


def decimals_apart(values: Iterable[float]) -> int:
    """Count the decimals, one at least, with which no two of several numbers are written alike."""
    numbers, decimals = {*values}, 1
    while decimals < FINEST and len({half_up(n, decimals) for n in numbers}) < len(numbers):
        decimals += 1
    return decimals


def outwards(low: float, high: float, decimals: int | None = None) -> tuple[float, float]:
    """Round the ends of a range so that all that lies in it still does; see `decimals_written`.

    An end that is not 0 does not become it: what rose is not said to have stood still.
    """
    return _outwards(low, decimals, ROUND_FLOOR), _outwards(high, decimals, ROUND_CEILING)


def _outwards(end: float, decimals: int | None, way: str) -> float:
    if not isfinite(end):
        return end
    places = decimals_written(end) if decimals is None else decimals
    number = decimal(half_up(end, KEPT))
    while number and places < KEPT and not _rounded(number, places, way):
        places += 1
    return _rounded(number, places, way)


def _rounded(number: Decimal, decimals: int, way: str) -> float:
    step = Decimal(1).scaleb(-decimals)
    return float(number.quantize(step, way, _EXACT)) + 0.0
