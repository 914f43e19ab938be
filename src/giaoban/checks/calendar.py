"""Hold periods and days against each other, and against the years of the programme."""

import re
from collections.abc import Iterator
from datetime import date

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import Period, parse_period
from giaoban.tables import PROGRAMME, Check, Finding, TypedTable, filled_in

Reason = tuple[str, str | Text]
NOT_A_PERIOD = (
    N_("not a period"),
    N_("expected ISO 8601 such as 2021, 2023-01/2023-06 or 2020/2022"),
)


def _periods(table: TypedTable) -> list[str]:
    return ["period"] if "period" in table.fields else []


def _no_periods(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find periods that are none, end before they start, or are written in another way."""
    pattern = table.fields[column]["constraints"]["pattern"]
    cells = table.frame[column].dropna()
    problems = {text: _problem(text, pattern) for text in cells.unique()}
    return _told(cells, {text: told for text, told in problems.items() if told})


def _told(cells: pd.Series, problems: dict[str, Reason]) -> Iterator[Finding]:
    for row, text in cells[cells.isin(list(problems))].items():
        problem, expected = problems[text]
        yield row, problem, text, expected


def _problem(text: str, pattern: str) -> Reason | None:
    if not re.fullmatch(pattern, text):
        return NOT_A_PERIOD
    try:
        period = parse_period(text)
    except ValueError as error:
        if "before" in str(error):
            return N_("the end stands before the start"), N_("expected the earlier one first")
        return NOT_A_PERIOD
    if text != str(period):
        return N_("a period written in another way"), Text(N_("expected {value}"), value=period)
    return None


def _within_years(table: TypedTable) -> list[str]:
    if table.name == PROGRAMME:
        return []
    day = ["meeting_date"] if table.name == "meetings" and "meeting_date" in table.fields else []
    return day + _periods(table)


def _bounded(table: TypedTable, column: str) -> int | None:
    return filled_in(table, column) if table.years else None


def _outside(table: TypedTable, column: str) -> Iterator[Finding]:
    if not table.years:
        return
    if column == "meeting_date":
        yield from _meetings_outside(table.frame[column].dropna(), table.years)
        return
    bounds, cells = bounds_of(table.name, table.years), table.frame[column].dropna()
    expected = Text(N_("expected one within {years}"), years=bounds)
    told = N_("period outside the programme"), expected
    yield from _told(cells, {t: told for t in cells.unique() if _lies_outside(t, bounds)})


def meetings_within(programme: str) -> Period:
    """Give the years in which a programme has meetings: what it came to is reviewed the year after.

    Parameters
    ----------
    programme : str
        The programme's period.
    """
    bounds = parse_period(programme)
    return Period(bounds.start, date(min(bounds.end.year + 1, date.max.year), 12, 31))


def _meetings_outside(days: pd.Series, years: str) -> Iterator[Finding]:
    bounds = meetings_within(years)
    template = N_("expected a day from {first} to {last}")
    expected = Text(template, first=bounds.start, last=bounds.end)
    for row, day in days[~days.dt.date.between(bounds.start, bounds.end)].items():
        yield row, N_("meeting outside the programme"), f"{day:%Y-%m-%d}", expected


def bounds_of(name: str, programme: str) -> Period:
    """Give the years that a table's periods must lie in.

    Targets are bound by the programme; figures, and what is said of them, may reach one year
    further back, for comparison.
    """
    bounds = parse_period(programme)
    if name == "targets":
        return bounds
    return Period(date(max(bounds.start.year - 1, 1), 1, 1), bounds.end)


def _lies_outside(text: str, bounds: Period) -> bool:
    """Say whether a period lies outside its bounds; of what is none nothing is said."""
    try:
        return not bounds.contains(parse_period(text))
    except ValueError:
        return False


def _ends(table: TypedTable) -> list[str]:
    valid = table.name in ("units", "rules") and "valid_to" in table.fields
    return ["valid_to"] if valid else []


def _backward(table: TypedTable, column: str) -> Iterator[Finding]:
    problem, expected = N_("the end stands before the start"), N_("expected a later day")
    for row in table.frame.index[table.frame[column] < table.frame["valid_from"]]:
        yield row, problem, "", expected


def _cutoffs(table: TypedTable) -> list[str]:
    cut_off = table.name == "meetings" and "data_cutoff" in table.fields
    return ["data_cutoff"] if cut_off else []


def _back_in_time(table: TypedTable, column: str) -> Iterator[Finding]:
    if not table.years:
        return
    days = table.frame["meeting_date"]
    cutoffs = table.frame[column].fillna(days)
    back = cutoffs[days.sort_values().index].diff() < pd.Timedelta(0)
    problem = N_("the cut-off lies before that of the meeting before")
    for row in back.index[back]:
        yield row, problem, f"{cutoffs[row]:%Y-%m-%d}", N_("expected a later day")


PERIOD = Check(
    "period", N_("is a period such as 2021 or 2020/2022"), _periods, filled_in, _no_periods
)
ORDER = Check("order", N_("is not before the first day"), _ends, filled_in, _backward)
WITHIN = Check(
    "within", N_("lies within the years of the programme"), _within_years, _bounded, _outside
)
CUTOFF = Check(
    "cutoff",
    N_("is not before that of the meeting before"),
    _cutoffs,
    _bounded,
    _back_in_time,
)
