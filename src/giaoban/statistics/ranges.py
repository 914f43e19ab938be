"""What a qualified number leaves open, and whether it reaches what a target asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import copysign, inf, isnan

from giaoban.language import added, decimal, percentage

# Nobody who says "about" means more than this share of the number either way.
MOST_ABOUT = Decimal("0.05")
# Between which numbers all lie: percentages, what is counted or adds up, and anything else.
Limits = tuple[float, float]
SHARE: Limits = (0.0, 100.0)
QUANTITY: Limits = (0.0, inf)
ANYTHING: Limits = (-inf, inf)


@dataclass(frozen=True)
class Range:
    """The numbers that a statement leaves open.

    Attributes
    ----------
    low, high : float
        Its ends; the same where the number is exact.
    low_open, high_open : bool
        Whether the end itself is left out.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __add__(self, other: "Range") -> "Range":
        """Add what two parts leave open."""
        return added_up((self, other))

    def meets(self, other: "Range") -> bool:
        """Say whether some number lies in both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: "Range") -> bool:
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching

    def mirrored(self) -> "Range":
        """Turn it round at 0, so that less becomes more."""
        return Range(-self.high, -self.low, self.high_open, self.low_open)

    def in_percent_of(self, whole: "Range") -> "Range":
        """Give how much of a whole it can be, in percent; no number of the whole lies below 0."""
        least = _percent(self.low, whole.high if self.low >= 0 else whole.low)
        return Range(least, _percent(self.high, whole.low if self.high >= 0 else whole.high))


def added_up(parts: Iterable[Range]) -> Range:
    """Add up what several parts leave open."""
    ranges = [*parts]
    low, high = (added(*(getattr(r, end) for r in ranges)) for end in ("low", "high"))
    return Range(low, high, any(r.low_open for r in ranges), any(r.high_open for r in ranges))


def _percent(part: float, whole: float) -> float:
    return percentage(part, whole) if whole else copysign(inf, part)


@dataclass(frozen=True)
class Demand:
    """What a target asks for.

    Attributes
    ----------
    way : str
        ``up``: this much at least; ``down``: at most; ``within`` its ends; empty where it is not
        said which way is better.
    easiest, hardest : float
        What has to be reached for the target to be met at all, and for certain: they differ for
        *about*, and where the number was not published. Of ``within`` its lower and upper end.
    strict : bool
        Whether reaching it is not enough: *over*, *under*.
    far : float or None
        Of a target that is a range, its other end; what lies between has reached it and no more.
    """

    way: str
    easiest: float
    hardest: float
    strict: bool = False
    far: float | None = None


def stated(value: float, qualifier: str, limits: Limits = QUANTITY, decimals: int = 0) -> Range:
    """Give the range that a published number leaves open.

    Parameters
    ----------
    value : float
        The number; where it is missing, all that is possible is left open.
    qualifier : str
        ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``.
    limits : tuple of float
        Between which numbers it lies: `SHARE`, `QUANTITY` or `ANYTHING`; a lower limit of 0 bounds
        every number that is not below it.
    decimals : int
        With how many it was printed.
    """
    floor, ceiling = -inf if value < 0 else limits[0], limits[1]
    if isnan(value):
        return Range(floor, ceiling)
    if qualifier in (">", ">="):
        return Range(value, max(value, ceiling), low_open=qualifier == ">")
    if qualifier in ("<", "<="):
        return Range(floor, value, high_open=qualifier == "<")
    if qualifier == "~":
        half = half_meant(value, decimals)
        return Range(max(value - half, floor), min(value + half, ceiling))
    return Range(value, value)


def half_meant(value: float, decimals: int = 0) -> float:
    """Give how far *about* a number reaches either way.

    Half of its last printed unit: the last decimal that was printed, or of a whole number the last
    digit that is not zero; never more than 5% of the number.

    Parameters
    ----------
    value : float
        The number.
    decimals : int
        With how many it was printed.
    """
    if value == 0:
        return 0.0
    number = abs(decimal(value))
    shortest = int(number.normalize().as_tuple().exponent)
    unit = -max(decimals, -shortest) if decimals or shortest < 0 else shortest
    return float(min(Decimal(5).scaleb(unit - 1), number * MOST_ABOUT))


def way_asked(qualifier: str, better: str) -> str:
    """Say which way a target lies: that of its sign, else the one that is better.

    Parameters
    ----------
    qualifier, better : str
        As for `demand`.
    """
    return {">": "up", ">=": "up", "<": "down", "<=": "down"}.get(qualifier, better)


def demand(
    value: float, value_to: float, qualifier: str, better: str, limits: Limits = QUANTITY
) -> Demand:
    """Say what a target asks for.

    Parameters
    ----------
    value, value_to : float
        The target, and the upper end of one that is a range; missing where there is none.
    qualifier : str
        As for `stated`; ``>=`` and ``>`` ask for more, ``<=`` and ``<`` for less.
    better : str
        ``up``, ``down`` or ``none``: which way it lies where the qualifier does not say.
    limits : tuple of float
        As for `stated`.
    """
    way = way_asked(qualifier, better)
    strict = qualifier in (">", "<")
    if not isnan(value_to):
        if way == "up":
            return Demand("up", value, value, far=value_to)
        if way == "down":
            return Demand("down", value_to, value_to, far=value)
        return Demand("within", value, value_to)
    ends = stated(value, qualifier if qualifier == "~" else "=", limits)
    if way == "up":
        return Demand("up", ends.low, ends.high, strict)
    return Demand(way if way == "down" else "", ends.high, ends.low, strict)


def reached(figure: Range, asked: Demand) -> bool | None:
    """Say whether a figure reaches a target, wherever in its range it lies.

    Parameters
    ----------
    figure : Range
        What the figure leaves open.
    asked : Demand
        What the target asks for.

    Returns
    -------
    bool or None
        None where it is open.
    """
    if asked.way == "down":
        asked = Demand("up", -asked.easiest, -asked.hardest, asked.strict)
        figure = figure.mirrored()
    if asked.way == "within":
        lowest = reached(figure, Demand("up", asked.easiest, asked.easiest))
        highest = reached(figure, Demand("down", asked.hardest, asked.hardest))
        return False if False in (lowest, highest) else (lowest and highest)
    if asked.way != "up":
        return None
    if figure.low > asked.hardest or (
        figure.low == asked.hardest and (not asked.strict or figure.low_open)
    ):
        return True
    if figure.high < asked.easiest or (
        figure.high == asked.easiest and (asked.strict or figure.high_open)
    ):
        return False
    return None


def exceeds(figure: Range, asked: Demand) -> bool:
    """Say whether a figure is better than all that a target asks, wherever in its range it lies.

    Beyond the hardest end, and beyond the other end of a target that is a range. What a target
    asks that says *over* or *under* has no end, and what is to lie within two ends no way: these
    are reached, never exceeded.

    Parameters
    ----------
    figure, asked : Range, Demand
        As for `reached`.
    """
    if asked.strict or asked.way not in ("up", "down"):
        return False
    bar = asked.hardest if asked.far is None else asked.far
    if asked.way == "down":
        figure, bar = figure.mirrored(), -bar
    return figure.low > bar or (figure.low == bar and figure.low_open)
