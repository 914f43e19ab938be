"""A second, plain implementation of docs/judging.md, independent of the package: changes, claims.

Loops over rows and exact fractions; what targets ask is in `plainly_targets`. Rows are as the
tables have them, time is counted in months since the year 0. Units that change and shares of a
base are left out.
"""

import itertools
import math
import re
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from statistics import NormalDist
from typing import Any, NamedTuple

Row = dict[str, Any]
Months = tuple[int, int]
Number = Fraction | float
INFINITE = math.inf


class Reach(NamedTuple):
    """The numbers that a statement leaves open: two ends, each of which may be left out."""

    low: Number
    high: Number
    low_open: bool = False
    high_open: bool = False


# The month in which all rows were reported, on its first day.
REPORTED = 2023 * 12

# ---------------------------------------------------------------- periods


def month_number(text: str, month: int) -> int:
    """Count the months up to '2021-03', or up to the month given of '2021'."""
    year, _, said = text.partition("-")
    return int(year) * 12 + int(said or month) - 1


@cache
def span(period: str) -> Months:
    """Give the first and the last month of an ISO period, both inside."""
    begin, _, end = period.partition("/")
    return month_number(begin, 1), month_number(end or begin, 12)


def length(months: Months) -> int:
    """Count months."""
    return months[1] - months[0] + 1


def first_day(month: int) -> date:
    """Give the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


@cache
def days(months: Months) -> int:
    """Count days."""
    return (first_day(months[1] + 1) - first_day(months[0])).days


def is_over(months: Months, cutoff: date) -> bool:
    """Say whether the last day does not come after the data cut-off."""
    return first_day(months[1] + 1) - timedelta(days=1) <= cutoff


def within(inner: Months, outer: Months) -> bool:
    """Say whether a time lies within another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# ---------------------------------------------------------------- numbers and ranges


def exactly(number: float) -> Fraction:
    """Give the decimal number that a float prints as."""
    return Fraction(repr(float(number)))


def measure_of(indicator: Row) -> str:
    """Name what is measured; of numbers an ``amount`` adds up over time, a ``level`` does not."""
    if indicator["unit_measure"] != "number":
        return str(indicator["unit_measure"])
    return "amount" if indicator["additive"] else "level"


def bottom_of(measure: str) -> Number:
    """A level begins nowhere, everything else at 0."""
    return -INFINITE if measure == "level" else Fraction(0)


def top_of(measure: str) -> Number:
    """A share ends at 100, everything else nowhere."""
    return Fraction(100) if measure == "percent" else INFINITE


def printed_decimals(value: float, as_published: str | None) -> int:
    """Count the decimals printed, in Vietnamese or English, else those that the value has."""
    found = re.search(r"\d[\d.,\s]*", as_published or "")
    text = re.sub(r"\s", "", found.group()).rstrip(".,") if found else ""
    for thousands, decimal in ((".", ","), (",", ".")):
        plain = text.replace(thousands, "").replace(decimal, ".")
        if plain.count(".") <= 1 and plain.strip(".") and Fraction(plain) == abs(exactly(value)):
            return len(plain.partition(".")[2])
    return len(f"{Decimal(repr(float(value))):f}".partition(".")[2].rstrip("0"))


def last_unit(value: float, as_published: str | None) -> Fraction:
    """The last decimal printed; of a whole number its last digit that is not zero."""
    decimals = printed_decimals(value, as_published)
    if decimals:
        return Fraction(1, 10**decimals)
    whole, unit = int(value), 1
    while whole and whole % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)


def about(value: float, as_published: str | None) -> tuple[Fraction, Fraction]:
    """Half of the last printed unit either way, never more than 5% of the number."""
    number = exactly(value)
    half = min(last_unit(value, as_published) / 2, abs(number) / 20)
    return number - half, number + half


def range_of(figure: Row, measure: str) -> Reach:
    """Over, at least, about: a range, within what is possible of this measure."""
    number, top, sign = exactly(figure["value"]), top_of(measure), figure["qualifier"]
    bottom = bottom_of(measure) if number >= 0 else -INFINITE
    if sign in (">", ">="):
        return Reach(number, top, sign == ">" and number < top, top == INFINITE)
    if sign in ("<", "<="):
        return Reach(bottom, number, False, sign == "<" and number > bottom)
    if sign == "~":
        low, high = about(figure["value"], figure["as_published"])
        return Reach(low, min(high, top))
    return Reach(number, number)


def all_from(reach: Reach, end: Number, strict: bool) -> bool:
    """Say whether every number of a range is at least the end (strict: beyond it)."""
    return reach.low > end or (reach.low == end and (reach.low_open or not strict))


def none_from(reach: Reach, end: Number, strict: bool) -> bool:
    """Say whether no number of a range is at least the end (strict: beyond it)."""
    return reach.high < end or (reach.high == end and (reach.high_open or strict))


def turned(reach: Reach) -> Reach:
    """See a range from the other side, so that less is more."""
    return Reach(-reach.high, -reach.low, reach.high_open, reach.low_open)


# ---------------------------------------------------------------- figures


def months_of(row: Row) -> Months:
    """Give the time of a figure or a target."""
    return span(row["period"])


def counts(figure: Row) -> bool:
    """Say whether a row counts as a figure: it has a value, and nobody foretold it."""
    early = figure["obs_status"] == "E" and months_of(figure)[1] >= REPORTED
    return figure["value"] is not None and figure["obs_status"] != "F" and not early


def in_order(figure: Row) -> Months:
    """Sort by the last day, then by the first."""
    begin, end = months_of(figure)
    return end, begin


def series(figures: list[Row], indicator: str, unit: str) -> list[Row]:
    """Give all rows of an indicator and unit, with or without a value, in order."""
    mine = [f for f in figures if f["indicator"] == indicator and f["unit"] == unit]
    return sorted(mine, key=in_order)


def same_months(one: Row, other: Row) -> bool:
    """Say whether two figures cover the same months of their years."""
    a, b = months_of(one), months_of(other)
    return length(a) == length(b) and a[0] % 12 == b[0] % 12


def breaks(row: Row) -> bool:
    """Say whether a row does not go on from the one before."""
    return row["obs_status"] in ("B", "D")


def comparable(rows: list[Row], earlier: Row, later: Row) -> bool:
    """The same months and definition; no row breaks that ends after the one, by the other."""
    first, last = months_of(earlier)[1], months_of(later)[1]
    between = [row for row in rows if first < months_of(row)[1] <= last]
    return (
        same_months(earlier, later)
        and earlier["definition"] == later["definition"]
        and not any(breaks(row) for row in between)
    )


# ---------------------------------------------------------------- better or worse


def figure_before(rows: list[Row], figure: Row) -> Row | None:
    """The latest one before of the same months, else the one just before, that had ended."""
    begin = months_of(figure)[0]
    ended = [f for f in rows if counts(f) and months_of(f)[1] < begin]
    same = [f for f in ended if same_months(f, figure)]
    return (same or ended)[-1] if ended else None


def wilson(numerator: int, denominator: int, z: float) -> tuple[float, float]:
    """Wilson's interval for a share."""
    share = numerator / denominator
    middle = share + z * z / (2 * denominator)
    half = z * math.sqrt(share * (1 - share) / denominator + z * z / (4 * denominator**2))
    scale = 1 + z * z / denominator
    return (middle - half) / scale, (middle + half) / scale


def newcombe(earlier: Row, later: Row) -> tuple[float, float]:
    """Newcombe's interval for the later share less the earlier one, at 95%."""
    z = NormalDist().inv_cdf(0.975)
    p, q = (f["numerator"] / f["denominator"] for f in (earlier, later))
    low_p, high_p = wilson(earlier["numerator"], earlier["denominator"], z)
    low_q, high_q = wilson(later["numerator"], later["denominator"], z)
    return (
        q - p - math.hypot(q - low_q, high_p - p),
        q - p + math.hypot(high_q - q, p - low_p),
    )


def gain(earlier: Row, later: Row, indicator: Row) -> str:
    """On one side of 0 over the whole range, and more than chance where both were counted."""
    one, other = (range_of(f, measure_of(indicator)) for f in (earlier, later))
    if one.low == one.high == other.low == other.high:
        return "same"
    rises = all_from(other, one.high, not one.high_open)
    falls = all_from(turned(other), -one.low, not one.low_open)
    if not rises and not falls:
        return "undetermined"
    if earlier["numerator"] is not None and later["numerator"] is not None:
        low, high = newcombe(earlier, later)
        if low <= 0 <= high:
            return "chance"
    return "better" if rises == (indicator["better"] == "up") else "worse"


def gains(figures: list[Row], indicators: list[Row]) -> list[str | None]:
    """Judge the change of each row from the one before it, where the two are comparable."""
    known = {row["indicator"]: row for row in indicators}
    found = []
    for figure in figures:
        indicator, judged = known[figure["indicator"]], None
        rows = series(figures, figure["indicator"], figure["unit"])
        before = figure_before(rows, figure)
        if before and counts(figure) and comparable(rows, before, figure):
            judged = gain(before, figure, indicator)
        found.append(judged if indicator["better"] != "none" else None)
    return found


# ---------------------------------------------------------------- claims


def decimal_of(number: Number) -> Decimal:
    """Give a number as a decimal one."""
    return Decimal(repr(round(float(number), 9)))


def rounded(number: Decimal, exponent: int, how: str = ROUND_HALF_UP) -> Decimal:
    """Round to a power of ten; half up is away from 0."""
    step = Decimal(1).scaleb(exponent)
    return (number / step).quantize(Decimal(1), rounding=how) * step


def crosses_the_target(stated: Decimal, recomputed: Decimal, kind: str) -> bool:
    """Say whether just one of the two reaches the target that the claim speaks of, upwards."""
    bar = {"percent_of_target": 100, "margin_over_target": 0}.get(kind)
    return bar is not None and (stated >= bar) != (recomputed >= bar)


def percent_change(rows: list[Row], period: str) -> Fraction | str:
    """Give a change in percent of what it was, or why it cannot be checked.

    Of a year or less against the same months a year before, else the last year against the first.
    """
    first, last = span(period)
    whole = length((first, last))
    if whole <= 12:
        earlier, later = (first - 12, last - 12), (first, last)
    elif whole % 12 == 0:
        earlier, later = (first, first + 11), (last - 11, last)
    else:
        return "no_figure"
    before, after = ([r for r in rows if span(r["period"]) == s] for s in (earlier, later))
    if not before or not after:
        return "no_figure"
    between = [r for r in rows if span(r["period"])[0] % 12 == later[0] % 12]
    between = [r for r in between if length(span(r["period"])) == length(later)]
    between = [r for r in between if earlier[0] <= span(r["period"])[0] <= later[0]]
    steps = sorted(between, key=lambda r: span(r["period"]))
    if not all(comparable(rows, one, other) for one, other in itertools.pairwise(steps)):
        return "not_comparable"
    was, now = exactly(before[0]["value"]), exactly(after[0]["value"])
    return (now - was) / was * 100 if was > 0 else "zero_before"


def claim(
    stated: float, decimals: int, percent_sign: bool, kind: str, recomputed: Fraction | None
) -> str:
    """Judge a claim by what the figures give, or None where they give nothing."""
    if recomputed is None:
        return "cannot_check"
    said, value = decimal_of(stated), decimal_of(recomputed)
    if crosses_the_target(said, value, kind):
        return "disagrees"
    if rounded(value, -decimals) == said:
        return "agrees"
    if rounded(value, -decimals, ROUND_DOWN) == said:
        return "agrees_if_truncated"
    # To tens, hundreds and so on, of which the claim has ten at least.
    powers = [] if decimals or percent_sign else range(1, said.adjusted())
    if any(rounded(value, power) == said for power in powers):
        return "agrees_if_rounded"
    return "disagrees"


def claim_of_range(
    stated: float, decimals: int, percent_sign: bool, kind: str, reach: Reach
) -> str:
    """Judge a claim by a range: refuted where no number of it would agree, else open.

    The verdict turns only where a rounding does, or at the target: so these places are tried, and
    those just beside them.
    """
    if reach.low == reach.high:
        return claim(stated, decimals, percent_sign, kind, Fraction(reach.low))
    said, near = exactly(stated), Fraction(1, 10**8)
    steps = [Fraction(10) ** power for power in range(-decimals, 7)]
    places = [said + step * half / 2 for step in steps for half in (-2, -1, 0, 1, 2)]
    places += [Fraction(end) for end in (reach.low, reach.high, 0, 100) if end != INFINITE]
    for number in (place + aside for place in places for aside in (-near, Fraction(0), near)):
        inside = reach.low <= number <= reach.high
        inside &= not (reach.low_open and number == reach.low)
        inside &= not (reach.high_open and number == reach.high)
        if inside and claim(stated, decimals, percent_sign, kind, number) != "disagrees":
            return "cannot_check"
    return "disagrees"


# ---------------------------------------------------------------- tallies

REACHED, EXCEEDED, MET, NOT_MET = (
    f"targets_{n}" for n in ("reached", "exceeded", "met", "not_met")
)


def may_be(status: str, exact: bool, kind: str) -> set[bool]:
    """Say whether a target with a status may, and may not, be what a source counts.

    What is met by a figure that is not just the target the source may call exceeded.
    """
    if status == "not_met":
        return {kind == NOT_MET}
    if status == "exceeded":
        return {kind in (REACHED, EXCEEDED)}
    if status == "met":
        surely = {REACHED: True, NOT_MET: False, MET: True, EXCEEDED: False}[kind]
        return {surely} if exact or kind in (REACHED, NOT_MET) else {True, False}
    return {True, False}


def possible_counts(items: list[list[set[bool]]], out_of: int) -> set[int]:
    """Give every number that can be counted: items left out, or unknown ones beside them.

    An item of several targets is what all of them are, or either.
    """
    answers = [set().union(*rows) for rows in items]
    answers += [{True, False}] * (out_of - len(answers))
    chosen = itertools.combinations(answers, out_of)
    return {sum(one) for some in chosen for one in itertools.product(*some)}


def tally(stated: int, out_of: int, kind: str, targets: list[Row]) -> str:
    """Judge a tally by the statuses of targets, each with the one that it may be a part of."""
    setters = sorted({row["target_set_by"] for row in targets})
    verdicts = []
    for number, some in enumerate([setters, *([one] for one in setters)]):
        ours = [row for row in targets if row["target_set_by"] in some]
        if number and len({row["indicator"] for row in ours}) < out_of:
            continue
        items: dict[str, list[set[bool]]] = {}
        named = {row["indicator"] for row in ours}
        held_by = {one["indicator"]: one["under"] for one in targets}
        whole = {n: held_by[n] if held_by[n] in {*held_by} else n for n in named}
        apart = out_of > len(set(whole.values()))
        for row in ours:
            at = row["indicator"] if apart else whole[row["indicator"]]
            items.setdefault(at, []).append(may_be(row["status"], row["margin"] == 0, kind))
        found = possible_counts([*items.values()], out_of)
        verdicts.append(
            "disagrees" if stated not in found else "agrees" if len(found) == 1 else "cannot_check"
        )
    return min(verdicts)
