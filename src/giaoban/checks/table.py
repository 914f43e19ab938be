"""The checks of a programme's own description and of each of its tables, and the faults found."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

import pandas as pd

from giaoban.checks.calendar import CUTOFF, ORDER, PERIOD, WITHIN
from giaoban.checks.claims import OF_CLAIMS
from giaoban.checks.constraints import KEY, OF_A_FIELD
from giaoban.checks.measures import OF_MEASURES
from giaoban.checks.mergers import OF_MERGERS
from giaoban.checks.references import A_SHARE, CIRCLE, FILE_NAME, REFERENCE
from giaoban.checks.targets import OF_TARGETS
from giaoban.checks.values import OF_VALUES
from giaoban.tables import (
    MOST_ALIKE,
    OF_A_FILE,
    PROGRAMME,
    TYPES,
    Check,
    Fault,
    TextTable,
    TypedTable,
    convert,
    table_schema,
)

# Asked of a column for what its field in the schema says of it.
OF_A_COLUMN = (*TYPES.values(), *OF_A_FIELD)
# Asked of keys, and of what no schema can say.
OF_A_TABLE = (
    *(KEY, REFERENCE, PERIOD, ORDER, FILE_NAME, CIRCLE, WITHIN, CUTOFF, A_SHARE),
    *OF_VALUES,
    *OF_TARGETS,
    *OF_CLAIMS,
    *OF_MEASURES,
    *OF_MERGERS,
)


def asked_of(table: TypedTable) -> Iterator[tuple[Check[TypedTable], str]]:
    """List the checks that a table goes through, each with its column, or nothing for the whole.

    Those of a column that was left out, or of a key to a table that was, are not listed.
    """
    yield from _asked_by(OF_A_FILE, table)
    of_columns = [*_asked_by(OF_A_COLUMN, table)]
    for field in table.fields:
        yield from ((check, column) for check, column in of_columns if column == field)
    yield from _asked_by(OF_A_TABLE, table)


def _asked_by(
    checks: Iterable[Check[TypedTable]], table: TypedTable
) -> Iterator[tuple[Check[TypedTable], str]]:
    yield from ((check, column) for check in checks for column in check.where(table))


def _one_of_each_cell(table: TypedTable) -> list[Fault]:
    """Put a table through its checks, and keep the first fault of each cell."""
    tested = (
        fault
        for check, column in asked_of(table)
        for fault in check.faults(table, column, table.text.file)
    )
    first: dict[tuple[Hashable, str], Fault] = {}
    unread = Counter(fault.column for fault in table.unread)
    # Where a column has so much that cannot be read, what is not told of it would seem missing.
    cut_off = max(unread.values(), default=0) > MOST_ALIKE
    for fault in chain(table.unread, () if cut_off else tested):
        first.setdefault((fault.row, fault.column), fault)
    return list(first.values())


def table_faults(table: TypedTable) -> list[Fault]:
    """Find what is wrong with the cells of a table, at most one fault a cell, row by row."""
    text, places = table.text, {column: n for n, column in enumerate(table.text.header)}
    faults = _one_of_each_cell(table)
    in_order = sorted(faults, key=lambda f: (f.row, places.get(f.column, -1)))
    return [text.placed(fault) for fault in in_order]


def described(text: TextTable) -> tuple[TypedTable, list[Fault]]:
    """Check the programme's own description, a table of one row."""
    schema = table_schema(PROGRAMME)
    frame, unread = convert(text.frame, schema, text.file, titled=text.in_workbook)
    table = TypedTable(PROGRAMME, text, frame, text.unread + unread)
    faults = _one_of_each_cell(table)
    wrong = any(fault.column == "period" for fault in faults)
    years = None if wrong else next(iter(frame["period"].dropna()), None)
    return replace(table, years=years), text.faults + [text.placed(f) for f in faults]


def description(table: TypedTable) -> pd.Series:
    """Give the programme's description of itself; without its years where they are wrong."""
    first = table.frame.reset_index(drop=True).reindex([0])
    return first.assign(period=table.years).iloc[0]


def pointing_nowhere(table: TypedTable) -> list[Fault]:
    """Find a unit, or a source, of the programme that its tables do not have."""
    one, text = replace(table, frame=table.frame.head(1)), table.text
    columns = REFERENCE.where(one)
    return [text.placed(f) for name in columns for f in REFERENCE.faults(one, name, text.file)]
