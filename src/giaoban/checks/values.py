"""Hold values against each other, and against common sense."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from giaoban.catalogues import N_
from giaoban.checks.prints import PRINT
from giaoban.errors import Number, Text
from giaoban.language import decimals_shown
from giaoban.tables import Check, Fault, Finding, TextTable, TypedTable, filled_in, rows

# SDMX calls these values missing.
STATUS_MISSING = ["M", "O"]


def _about(column: str, names: tuple[str, ...], table: TypedTable) -> list[str]:
    """Name a column of some tables, where there are values and it is known what they measure."""
    valued = table.name == "claims" or "value" in table.fields
    asked = table.name in names and column in table.fields
    return [column] if asked and valued and "indicators" in table.tables else []


def _values(table: TypedTable) -> list[str]:
    """Name the columns of values: of ranges both ends."""
    return [n for column in ("value", "value_to") for n in _about(column, JUDGED, table)]


def _measured(measure: str, table: TypedTable, column: str) -> int:
    """Count the values of what is measured so."""
    indicators = table.tables["indicators"]
    asked = indicators.loc[indicators["unit_measure"] == measure, "indicator"]
    return int((table.frame[column].notna() & table.frame["indicator"].isin(asked)).sum())


def _valued(table: TypedTable, _column: str) -> int:
    return filled_in(table, "value")


def _no_shares(table: TypedTable, column: str) -> Iterator[Finding]:
    values = table.read[column]
    beyond = values.lt(0) | values.gt(100)
    for row, value in values[table.measure.eq("percent") & beyond].items():
        expected = N_("expected 0 to 100; of growth, number under unit_measure, % under unit_vi")
        yield row, N_("percentage out of range"), Number(value), expected


def _no_counts(table: TypedTable, column: str) -> Iterator[Finding]:
    values, expected = table.read[column], N_("expected a whole number from 0 on")
    broken = values.lt(0) | values.mod(1).gt(0)
    for row, value in values[table.measure.eq("count") & broken].items():
        yield row, N_("not a count"), Number(value), expected


def _less_than_nothing(table: TypedTable, column: str) -> Iterator[Finding]:
    values, amounts = table.read[column], table.measure.eq("number") & table.adds
    expected = N_("expected from 0 on, or an indicator that does not add up over time")
    for row, value in values[amounts & values.lt(0)].items():
        yield row, N_("less than nothing of what adds up"), Number(value), expected


def _impossible(table: TypedTable, column: str) -> Iterator[Finding]:
    values, signs = table.read["value"], table.read[column]
    beyond = (values.eq(100) & signs.eq(">")) | (values.eq(0) & signs.eq("<"))
    for row in table.read.index[table.measure.eq("percent") & beyond]:
        share = Text("{sign} {bound}", sign=signs[row], bound=Number(values[row]))
        yield row, N_("no share can be so"), share, N_("expected >= or <=")


def _neither_given_nor_missing(table: TypedTable, column: str) -> Iterator[Finding]:
    silent = table.read[column].isna() & ~table.read["obs_status"].isin(STATUS_MISSING)
    expected = Text(N_("expected a number, or M or O under {column}"), column="obs_status")
    for row in table.read.index[silent]:
        yield row, N_("missing value"), "", expected


def _no_source(table: TypedTable, column: str) -> Iterator[Finding]:
    for row in table.read.index[table.read["value"].notna() & table.read[column].isna()]:
        yield row, N_("a value with no source"), "", N_("say where it was read")


def _given_yet_missing(table: TypedTable, column: str) -> Iterator[Finding]:
    statuses = table.read[column]
    expected = N_("expected another status, or no value")
    missing = table.read["value"].notna() & statuses.isin(STATUS_MISSING)
    for row, status in statuses[missing].items():
        yield row, N_("a value that is said to be missing"), status, expected


def _more_than_the_whole(table: TypedTable, column: str) -> Iterator[Finding]:
    over = table.read[table.read[column] > table.read["denominator"]]
    for row, part, whole in over[[column, "denominator"]].itertuples():
        found = Text(N_("{part} of {whole}"), part=f"{part:g}", whole=f"{whole:g}")
        yield row, N_("more than the whole"), found, N_("expected at most it")


def _another_share(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find exact shares that their own counts contradict, however they were rounded or cut."""
    columns = ["value", column, "denominator", "as_published"]
    exact = table.measure.eq("percent") & table.read["qualifier"].fillna("=").eq("=")
    exact &= table.read["value_to"].isna()
    counted = table.read.loc[exact & table.read["denominator"].gt(0), columns].dropna(
        subset=columns[:3]
    )
    share = 100 * counted[column] / counted["denominator"]
    off = (counted["value"] - share).abs()
    for row, value, part, whole, _ in counted[off >= _last_place(counted)].itertuples():
        found = Text(N_("{part} of {whole}"), part=f"{part:g}", whole=f"{whole:g}")
        template = N_("{share}% and not {value}%: mend the one that is wrong")
        expected = Text(template, share=Number(round(share[row], 2)), value=Number(value))
        yield row, N_("counts of another share"), found, expected


def _last_place(figures: pd.DataFrame) -> pd.Series:
    """Give what 1 in the last decimal of each print is worth; each print is read once."""
    prints = figures[["value", "as_published"]]
    groups = prints.groupby(list(prints), dropna=False, sort=False).ngroup()
    alike = prints[~groups.duplicated()].itertuples(index=False)
    worth = [10.0 ** -decimals_shown(printed, value) for value, printed in alike]
    return groups.map(dict(enumerate(worth)))


JUDGED, PUBLISHED = ("figures", "targets"), ("figures",)

SHARE = Check(
    "share",
    N_("is from 0 to 100, for a percentage"),
    _values,
    partial(_measured, "percent"),
    _no_shares,
)
COUNT = Check(
    "count",
    N_("is a whole number from 0 on, for a count"),
    _values,
    partial(_measured, "count"),
    _no_counts,
)
AMOUNT = Check(
    "amount",
    N_("is not below 0, for an amount that adds up over time"),
    _values,
    partial(_measured, "number"),
    _less_than_nothing,
)
POSSIBLE = Check(
    "possible",
    N_("leaves room for a share: none over 100%, none under 0%"),
    partial(_about, "qualifier", JUDGED),
    filled_in,
    _impossible,
)
GIVEN = Check(
    "given",
    N_("is given, or said to be missing"),
    partial(_about, "value", PUBLISHED),
    rows,
    _neither_given_nor_missing,
)
SOURCED = Check(
    "sourced",
    N_("is given for each value"),
    partial(_about, "source", PUBLISHED),
    _valued,
    _no_source,
)
SILENT = Check(
    "silent",
    N_("does not call a given value missing"),
    partial(_about, "obs_status", PUBLISHED),
    _valued,
    _given_yet_missing,
)
PART = Check(
    "part",
    N_("is at most the denominator"),
    partial(_about, "numerator", PUBLISHED),
    filled_in,
    _more_than_the_whole,
)
COUNTED = Check(
    "counted",
    N_("gives, over the denominator, the share that was printed"),
    partial(_about, "numerator", PUBLISHED),
    filled_in,
    _another_share,
)


def _kind_of_cause(table: TypedTable) -> list[str]:
    named = table.name == "records" and "cause" in table.fields
    return ["cause"] if named and "section" in table.fields else []


def _of_no_cause(table: TypedTable, column: str) -> Iterator[Finding]:
    kinds, section = table.frame[column], table.frame["section"]
    expected = N_("expected nothing, or the section cause")
    for row, kind in kinds[kinds.notna() & section.notna() & section.ne("cause")].items():
        yield row, N_("a kind of cause of what is none"), str(kind), expected


CAUSE = Check("cause", N_("is said of causes only"), _kind_of_cause, filled_in, _of_no_cause)
OF_VALUES = (SHARE, COUNT, AMOUNT, POSSIBLE, PRINT, GIVEN, SOURCED, SILENT, PART, COUNTED, CAUSE)


def value_faults(
    name: str, frame: pd.DataFrame, indicators: pd.DataFrame, file: str
) -> list[Fault]:
    """Find the values that cannot be in rows of a table that stand by themselves."""
    text = TextTable(file, frame, list(frame.columns))
    table = TypedTable(name, text, frame, tables={"indicators": indicators})
    return [
        fault
        for check in OF_VALUES
        for column in check.where(table)
        for fault in check.faults(table, column, file)
    ]
