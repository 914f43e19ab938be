"""The rules that a programme is held against: what each asks, and the problems that break it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from giaoban.catalogues import N_
from giaoban.errors import Fault
from giaoban.headings import PROGRAMME
from giaoban.metadata import FILE, GIAOBAN

PACKAGE = "package"


@dataclass(frozen=True)
class Rule:
    """What is asked of a column, a key or a whole table, and the problems that break it."""

    asks: str
    problems: tuple[str, ...]


NUMBER = ("not a number", "ambiguous number", "number too large")
TEXT = "not text"
RULES = {
    # Of the programme's folder.
    "once": Rule(N_("no table stands twice"), ("table stands twice",)),
    "there": Rule(N_("every table that must be there, or is listed, is there"), ("missing table",)),
    "tables_known": Rule(N_("every table is one that is known"), ("unknown table",)),
    "listed": Rule(N_("every table is listed"), ("table not listed",)),
    "listed_once": Rule(N_("no table is listed twice"), ("table listed twice",)),
    "path": Rule(N_("the list names the right file"), ("wrong path",)),
    "as_written": Rule(
        N_("the list describes the files as they are read"), ("not how tables are read",)
    ),
    "keys_known": Rule(N_("every key is one that is known"), ("unknown key",)),
    # Of a file.
    "readable": Rule(
        N_("the file can be read"),
        (
            "the file is not UTF-8",
            "the file cannot be read as CSV: {error}",
            "text after a closing quotation mark",
            "the file is empty",
            "no header in the first {number} rows",
        ),
    ),
    "copy": Rule(N_("the copy of the schema agrees"), ("the schema's copy disagrees",)),
    "shape": Rule(N_("each row has as many cells as the header"), ("wrong number of cells",)),
    "columns_known": Rule(N_("every column is one that is known"), ("unknown column",)),
    "columns_once": Rule(N_("no column stands twice"), ("column stands twice",)),
    "filled": Rule(N_("the table has a row"), ("no row",)),
    "one_row": Rule(N_("it has one row"), ("wrong number of rows",)),
    # Of a column.
    "cell": Rule(
        N_("holds values that can be read"),
        (
            "a formula without its value",
            "an error instead of a value",
            "merged cells",
            "a date where none belongs",
            "a number where a date belongs",
        ),
    ),
    "column": Rule(N_("the column is there"), ("missing column", "missing column {column}")),
    "string": Rule(N_("is plain text"), ("control character", TEXT)),
    "number": Rule(N_("is a number that can be read in one way"), NUMBER),
    "integer": Rule(N_("is a whole number"), (*NUMBER, "not a whole number")),
    "date": Rule(N_("is a date"), ("not a date", TEXT)),
    "boolean": Rule(N_("is true or false"), ("not true or false",)),
    "required": Rule(N_("is filled in on each row"), ("missing value",)),
    "enum": Rule(N_("is one of {known}"), ("not in the list",)),
    "pattern": Rule(N_("is a safe id"), ("not a safe id",)),
    "minimum": Rule(N_("is at least {low}"), ("out of range",)),
    "range": Rule(N_("lies between {low} and {high}"), ("out of range",)),
    "period": Rule(
        N_("is a period such as 2021 or 2020/2022"),
        ("not a period", "the end stands before the start", "a period written in another way"),
    ),
    # Of ids and days.
    "key": Rule(N_("stands once"), ("duplicate key",)),
    "reference": Rule(N_("stands in table {table}"), ("broken foreign key",)),
    "file_name": Rule(N_("makes a file name of its own"), ("the same file name as another",)),
    "circle": Rule(N_("does not lead back to itself"), ("a circle",)),
    "a_share": Rule(N_("is an indicator in percent"), ("not a share",)),
    "order": Rule(N_("is not before the first day"), ("the end stands before the start",)),
    "within": Rule(
        N_("lies within the years of the programme"),
        ("period outside the programme", "meeting outside the programme"),
    ),
    "cutoff": Rule(
        N_("is not before that of the meeting before"),
        ("the cut-off lies before that of the meeting before",),
    ),
    # Of numbers.
    "print": Rule(
        N_("says the same number as {column}"),
        ("the print says another number", "a print without its value"),
    ),
    "share": Rule(N_("is from 0 to 100, for a percentage"), ("percentage out of range",)),
    "count": Rule(N_("is a whole number from 0 on, for a count"), ("not a count",)),
    "possible": Rule(
        N_("leaves room for a share: none over 100%, none under 0%"), ("no share can be so",)
    ),
    "given": Rule(N_("is given, or said to be missing"), ("missing value",)),
    "sourced": Rule(N_("is given for each value"), ("a value with no source",)),
    "silent": Rule(
        N_("does not call a given value missing"), ("a value that is said to be missing",)
    ),
    "part": Rule(N_("is at most the denominator"), ("more than the whole",)),
}


@dataclass(frozen=True)
class Check:
    """One rule applied to one column, one key or the whole of one table.

    Attributes
    ----------
    table : str
        A table, ``programme`` or ``package``, the list of tables.
    column : str
        A column, or several joined by ``+``; empty where it is the whole.
    rule : str
        A key of `RULES`.
    looked_at : int or None
        How many cells it looked at, rows where it is about a key or the whole; None where it could
        not be applied, since what it rests on has a fault itself.
    parts : dict
        What fills in what the rule asks: a ``table``, a ``column``, a list or bounds.
    faults : list of Fault
        What breaks it.
    """

    table: str
    column: str
    rule: str
    looked_at: int | None
    parts: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def with_faults(checks: list[Check], faults: list[Fault], tables: dict[str, str]) -> list[Check]:
    """Give each fault to the one check that it breaks; ``tables`` names the table of each file."""
    places = {
        (check.table, check.column, problem): place
        for place, check in enumerate(checks)
        for problem in RULES[check.rule].problems
    }
    found: dict[int, list[Fault]] = defaultdict(list)
    for fault in faults:
        place = next(places[key] for key in _nearest_first(fault, tables) if key in places)
        found[place].append(fault)
    return [replace(check, faults=found[place]) for place, check in enumerate(checks)]


def _nearest_first(fault: Fault, tables: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    told = fault.problem
    problem = told if isinstance(told, str) else told.template
    table = subject(fault, tables)
    yield table, fault.column, problem
    yield table, "", problem
    yield PACKAGE, "", problem


def subject(fault: Fault, tables: dict[str, str]) -> str:
    """Name the table, the ``programme`` or the ``package`` that a fault is in."""
    if fault.file != FILE:
        return tables.get(fault.file, PACKAGE)
    return {GIAOBAN: PROGRAMME, "resources": PACKAGE}.get(str(fault.row), str(fault.row))
