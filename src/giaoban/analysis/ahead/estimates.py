"""What the whole of a running year may come to: the office's own estimate, and by the pace."""

from collections.abc import Iterator, Sequence
from math import nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.cumulative import (
    Figure,
    add_up,
    covers,
    figures_by_series,
    is_contiguous,
)
from giaoban.analysis.series import is_supposed
from giaoban.language import YEAR, Period, parse_period
from giaoban.tables import adding, as_types, records

# As estimates.csv has them.
ESTIMATE_COLUMNS: Final = [
    "indicator",
    "period",
    "by",
    "value",
    "qualifier",
    "least",
    "most",
    "so_far_period",
    "so_far",
    "low",
    "high",
    "years",
]


def year_estimates(
    compared: pd.DataFrame,
    expected: pd.DataFrame,
    indicators: pd.DataFrame,
    cutoff: pd.Timestamp,
) -> pd.DataFrame:
    """Estimate the whole of each year that is not over; nothing else takes an estimate in.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    expected : DataFrame
        From `giaoban.analysis.expected`.
    indicators : DataFrame
        ``unit_measure`` and ``additive``.
    cutoff : Timestamp
        The last day whose figures count: a year that ends after it is not over.

    Returns
    -------
    DataFrame
        A row for each indicator, year and ``by``, whose estimate it is: ``office`` (what was
        printed) or ``pace`` (``so_far``, the sum over ``so_far_period``, times 12 over its months;
        only of what adds up, and of an exact sum). ``value``, ``qualifier``, ``least`` and
        ``most`` in the indicator's own measure; of ``pace`` ``low`` and ``high``, ``so_far`` over
        the greatest and the least share that the same months had of earlier years, and ``years``,
        how many of these there are.
    """
    ahead = expected[expected["years"].eq(1) & (expected["end"] > cutoff) & ~is_supposed(expected)]
    printed = ahead[["indicator", "period", "value", "qualifier", "least", "most"]]
    rows = records(printed.assign(by="office"))
    adds = adding(indicators)
    for (_, indicator), figures in figures_by_series(compared).items():
        if adds[indicator] and (found := _by_pace(figures, cutoff)):
            rows.append({"indicator": indicator, "by": "pace", **found})
    places = {name: n for n, name in enumerate(indicators["indicator"])}
    rows.sort(key=lambda row: (places[row["indicator"]], row["period"]))
    return as_types(pd.DataFrame(rows, columns=ESTIMATE_COLUMNS), {"years": "Int64"})


def _by_pace(figures: Sequence[Figure], cutoff: pd.Timestamp) -> dict[str, Any] | None:
    """Carry the months so far of the last year on, where it is not over."""
    last = max(figures, key=lambda figure: figure.period.end)
    year = parse_period(str(last.period.end.year))
    added = add_up([f for f in figures if year.contains(f.period)], year)
    if year.end <= cutoff.date() or added is None or not is_contiguous(added.parts, year):
        return None
    if any(f.period.months == YEAR and f.period.start.month != 1 for f in figures):
        return None  # Its years are not those of the calendar.
    here = Period(year.start, added.parts[-1].period.end)
    if not here.months or here == year or added.qualifier != "=":
        return None
    shares = list(_shares(figures, here, added.parts[0].definition))
    value = round(added.value * YEAR / here.months, 9)
    found = {"period": str(year), "value": value, "qualifier": "=", "least": value, "most": value}
    found |= {"so_far_period": str(here), "so_far": added.value, "years": len(shares)}
    if shares:
        found["low"] = round(added.value / max(shares), 9)
        found["high"] = round(added.value / min(shares), 9)
    return found


def _shares(figures: Sequence[Figure], here: Period, definition: object) -> Iterator[float]:
    """Give the share that the same months had of each earlier year, where both are known."""
    since = max((f.period.start.year for f in figures if f.broken), default=0)
    years = {f.period.end.year for f in figures if since <= f.period.end.year < here.end.year}
    for number in sorted(years):
        year = parse_period(str(number))
        months = _same_months(here, number)
        inside = [f for f in figures if year.contains(f.period)]
        part = _plain([f for f in inside if months.contains(f.period)], months, definition)
        whole = _plain(inside, year, definition)
        if 0 < part <= whole:
            yield part / whole


def _same_months(here: Period, year: int) -> Period:
    return parse_period(f"{year}-{here.start.month:02}/{year}-{here.end.month:02}")


def _plain(figures: Sequence[Figure], span: Period, definition: object) -> float:
    """Give the sum of a period, missing unless it is whole, exact, and of what is counted now."""
    added = add_up(figures, span)
    if added is None or added.qualifier != "=" or not covers(added.parts, span):
        return nan
    same = _named(added.parts[0].definition) == _named(definition)
    return added.value if same else nan


def _named(definition: object) -> str:
    return definition if isinstance(definition, str) else ""
