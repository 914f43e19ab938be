"""What is asked of a programme's files, tested while they are read."""

from collections.abc import Hashable, Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text, nearest, one_line
from giaoban.tables.faults import Check, Fault, Finding
from giaoban.tables.schema import COMPULSORY, columns, compulsory_columns
from giaoban.tables.spoken import spoken
from giaoban.tables.texttable import TextPackage, TextTable, these
from giaoban.tables.titles import PROGRAMME, nearly_column
from giaoban.tables.typedtable import TypedTable

# What a check of the list of tables is about.
PACKAGE = "package"


def _in_a_package(_given: TextPackage) -> list[str]:
    return [PACKAGE]


def tables_given(given: TextPackage, _part: str) -> int:
    """Count the tables; a workbook describes its programme in one of its own."""
    return len(given.tables) + (given.resources is None)


def one(_subject: TextPackage | TypedTable, _part: str) -> int:
    """Count the one thing that a check looks at."""
    return 1


THERE = Check(
    "there",
    N_("every table that must be there, or is listed, is there"),
    _in_a_package,
    tables_given,
)
TABLES_KNOWN = Check(
    "tables_known", N_("every table is one that is known"), _in_a_package, tables_given
)
ONCE = Check("once", N_("no table stands twice"), _in_a_package, tables_given)
OF_A_PACKAGE = (THERE, TABLES_KNOWN, ONCE)


def _in_a_descriptor(table: TypedTable) -> list[str]:
    return [""] if table.in_descriptor else []


def _in_a_file(table: TypedTable) -> list[str]:
    return [] if table.in_descriptor else [""]


def _under_a_header(table: TypedTable) -> list[str]:
    return [""] if table.text.header and not table.in_descriptor else []


def _in_a_csv_file(table: TypedTable) -> list[str]:
    return [] if table.text.in_workbook else _under_a_header(table)


def _compulsory(table: TypedTable) -> list[str]:
    if not _under_a_header(table):
        return []
    header, pairs = table.text.header, spoken(table.name)
    either = [next((n for n in pair if n in header), pair[0]) for pair in pairs]
    return compulsory_columns(table.name) + either


def _a_row_at_least(table: TypedTable) -> list[str]:
    return [""] if table.name in COMPULSORY and table.text.header else []


def _a_row_only(table: TypedTable) -> list[str]:
    return [""] if table.name == PROGRAMME and not table.in_descriptor else []


def _no_row(table: TypedTable, _column: str) -> Iterator[Finding]:
    """Find a table without rows; where its own shape is wrong they may have been lost."""
    if table.text.frame.empty and not table.text.faults:
        yield "-", N_("no row"), "", N_("expected at least one")


def _under_a_letter(table: TypedTable) -> list[str]:
    return [column for column in columns(table.name) if column in table.text.letters]


def _headings(table: TypedTable, _column: str) -> int:
    return len(table.text.header)


def _rows(table: TypedTable, _column: str) -> int:
    return len(table.text.frame)


def _rows_told(table: TypedTable, column: str) -> int:
    """Count the rows that were read, and those that were not."""
    return _rows(table, column) + sum(fault.column == "-" for fault in table.text.faults)


KEYS_KNOWN = Check("keys_known", N_("every key is one that is known"), _in_a_descriptor, _headings)
READABLE = Check("readable", N_("the file can be read"), _in_a_file, one)
SHAPE = Check("shape", N_("each row has as many cells as the header"), _in_a_csv_file, _rows_told)
COLUMNS_KNOWN = Check(
    "columns_known", N_("every column is one that is known"), _under_a_header, _headings
)
COLUMNS_ONCE = Check("columns_once", N_("no column stands twice"), _under_a_header, _headings)
COLUMN = Check("column", N_("the column is there"), _compulsory, one)
FILLED = Check("filled", N_("the table has a row"), _a_row_at_least, one, _no_row)
ONE_ROW = Check("one_row", N_("it has one row"), _a_row_only, _rows)
CELL = Check("cell", N_("holds values that can be read"), _under_a_letter, _rows)
OF_A_FILE = (
    *(KEYS_KNOWN, READABLE, SHAPE, COLUMNS_KNOWN, COLUMNS_ONCE, COLUMN),
    *(FILLED, ONE_ROW, CELL),
)


def missing_tables(present: list[str]) -> list[Fault]:
    """Find the tables that a programme must have and does not."""
    expected = Text(N_("expected the tables {names} at least"), names=", ".join(COMPULSORY))
    return [
        THERE.fault(f"{name}.csv", "-", "-", N_("missing table"), "", expected)
        for name in COMPULSORY
        if name not in present
    ]


def unreadable(
    file: str, name: str, row: Hashable, problem: str | Text, expected: str | Text, cell: str = ""
) -> TextTable:
    """Stand in for a table that could not be read at all."""
    empty = pd.DataFrame(columns=columns(name), dtype="str")
    fault = READABLE.fault(file, row, "-", problem, "", expected, cell)
    return TextTable(file, empty, [], [fault])


def missing_columns(file: str, name: str, header: list[str], row: int) -> list[Fault]:
    """Find the columns that a table must have and does not."""
    expected, problem = these(columns(name)), N_("missing column")
    absent = [column for column in compulsory_columns(name) if column not in header]
    faults = [COLUMN.fault(file, row, column, problem, "", expected) for column in absent]
    for vietnamese, english in spoken(name):
        if vietnamese not in header and english not in header:
            either = Text(N_("expected {column}, or {other}"), column=vietnamese, other=english)
            faults.append(COLUMN.fault(file, row, vietnamese, problem, "", either))
    return faults


def own_columns(name: str, header: list[str]) -> list[str]:
    """Name the columns that somebody added: none of the table, nor nearly one that is misspelt.

    Where one that must be there is missing, another may be it.
    """
    if missing_columns("", name, header, 0):
        return []
    # Spreadsheets know headings of one table apart by their letters alone, great or small.
    told = [column.casefold() for column in header]
    others = [column for column in header if column and column not in columns(name)]
    return [c for c in others if not nearly_column(name, c) and told.count(c.casefold()) == 1]


def own_told(text: TextTable) -> Iterator[Text]:
    """Say of columns that somebody added that nothing is made of them."""
    if len(text.own.columns):
        template = N_("{file}: columns of your own, of which nothing is made: {names}")
        yield Text(
            template, file=text.file, names=", ".join(one_line(str(name)) for name in text.own)
        )


def wrong_columns(file: str, name: str, header: list[str], row: int) -> dict[int, Fault]:
    """Find the columns that a table does not know, or has already, by their place in the header."""
    known = columns(name)
    faults: dict[int, Fault] = {}
    for i, column in enumerate(header):
        if column not in known:
            meant, unknown = nearest(column, known), N_("unknown column")
            faults[i] = COLUMNS_KNOWN.fault(file, row, column, unknown, "", meant)
        elif column in header[:i]:
            twice = N_("column stands twice")
            faults[i] = COLUMNS_ONCE.fault(file, row, column, twice, "", N_("expected once"))
    return faults
