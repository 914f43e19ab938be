"""Which checks a programme went through, and how each ended."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from giaoban.checks.table import asked_of
from giaoban.datapackage import OF_A_DESCRIPTOR
from giaoban.tables import (
    FILE,
    GIAOBAN,
    OF_A_PACKAGE,
    PACKAGE,
    PROGRAMME,
    Check,
    Fault,
    TextPackage,
    TypedTable,
)


@dataclass(frozen=True)
class Result:
    """How a check ended in one column, one key or the whole of one table.

    Attributes
    ----------
    check : Check
        The check.
    table : str
        A table, ``programme`` or ``package``, the list of tables.
    column : str
        A column, or several joined by ``+``; empty where it is the whole.
    looked_at : int or None
        How many cells it looked at, rows where it is about a key or the whole; None where it could
        not be applied, since what it rests on has a fault itself.
    parts : dict
        What fills in what the check asks: a ``table``, a ``column``, a list or bounds.
    faults : list of Fault
        What breaks it.
    """

    check: Check[Any]
    table: str
    column: str
    looked_at: int | None = None
    parts: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def results(given: TextPackage, tables: dict[str, TypedTable], faults: list[Fault]) -> list[Result]:
    """List the checks that a programme went through, each with the faults that break it.

    A check that stands here was applied: those of a column that was left out, or of a key to a
    table that was, are not listed. A fault whose check is not among them lists it.
    """
    listed = {(r.check, r.table, r.column): r for r in _asked(given, tables)}
    files = {table.text.file: name for name, table in tables.items()}
    for fault in faults:
        table = table_of(fault, files)
        parts = ((table, fault.column), (table, ""), (PACKAGE, ""))
        places = [(fault.check, *part) for part in parts]
        place = next((place for place in places if place in listed), places[0])
        listed.setdefault(place, Result(*place)).faults.append(fault)
    return list(listed.values())


def _asked(given: TextPackage, tables: dict[str, TypedTable]) -> Iterator[Result]:
    for check in (*OF_A_PACKAGE, *OF_A_DESCRIPTOR):
        for name in check.where(given):
            looked_at = check.looks_at(given, name)
            # Of a package a part is a table.
            yield Result(check, name, "", looked_at, check.parts(given, name))
    for name, table in tables.items():
        for of_it, column in asked_of(table):
            looked_at, parts = of_it.looks_at(table, column), of_it.parts(table, column)
            yield Result(of_it, name, column, looked_at, parts)


def table_of(fault: Fault, files: dict[str, str]) -> str:
    """Name the table, the ``programme`` or the ``package`` that a fault is in.

    ``files`` names the table that each file holds.
    """
    if fault.file == FILE:
        parts = {GIAOBAN: PROGRAMME, "resources": PACKAGE}
        return parts.get(str(fault.row), str(fault.row))
    return files.get(fault.file, PACKAGE)
