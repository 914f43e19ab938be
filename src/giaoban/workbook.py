"""A programme that is one ``.xlsx``, a sheet for each table, as text."""

from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text, one_line
from giaoban.headings import PROGRAMME, find_table, nearly_table
from giaoban.layout import find_layout
from giaoban.schema import TABLES, columns, compulsory_columns
from giaoban.sheets import read_sheet
from giaoban.texttable import TextPackage, TextTable, missing_tables
from giaoban.xlsx import Sheet, read_sheets


def read_workbook(path: Path) -> TextPackage:
    """Read the sheets of a workbook as text.

    A sheet is for the table whose id or title, in any language, it bears; one that is empty, or
    bears no such name and looks like no table, is passed over.

    Raises
    ------
    GiaobanError
        Where the file is no such workbook, protected, damaged or too large.
    """
    tables: dict[str, TextTable] = {}
    faults: list[Fault] = []
    notes: list[Text] = []
    passed: list[str] = []
    for sheet in read_sheets(path):
        place = f"{path.name}[{one_line(sheet.name)}]"
        table = find_table(sheet.name) if sheet.marks.rows else None
        if table and table in tables:
            twice, expected = N_("table stands twice"), N_("expected once")
            faults.append(Fault(place, "-", "-", twice, tables[table].file, expected))
        elif table:
            tables[table], told = read_sheet(place, sheet, table)
            notes += told
        elif meant := _looks_like(sheet):
            expected_name = Text(N_("did you mean {name}?"), name=meant)
            faults.append(Fault(place, "-", "-", N_("unknown table"), "", expected_name))
        elif not sheet.hidden:
            passed.append(sheet.name)
    if passed:
        form = N_("{file}: sheets that hold no table were passed over: {sheets}")
        notes.append(Text(form, file=path.name, sheets=", ".join(map(one_line, passed))))
    return _package(path.name, tables, faults, notes)


def _looks_like(sheet: Sheet) -> str | None:
    """Find the table that a sheet of another name may hold, by its name or by its header."""
    if not sheet.marks.rows:
        return None
    near = nearly_table(sheet.name)
    if near:
        return near
    for table in (*TABLES, PROGRAMME):
        layout = find_layout(sheet, table)
        if layout and set(compulsory_columns(table)) <= set(layout.header.values()):
            return table
    return None


def _package(
    file: str, tables: dict[str, TextTable], faults: list[Fault], notes: list[Text]
) -> TextPackage:
    """Put the tables in their order; the programme's own must have one row."""
    ordered = {name: tables[name] for name in TABLES if name in tables}
    own = tables.get(PROGRAMME)
    missing = missing_tables(list(ordered), f"{file}[{{name}}]")
    if own is None:
        place = f"{file}[{PROGRAMME}]"
        empty = pd.DataFrame(columns=columns(PROGRAMME), dtype="str")
        expected = N_("expected a sheet in which the programme describes itself")
        told = Fault(place, "-", "-", N_("missing table"), "", expected)
        own = TextTable(place, empty, [], [told])
    elif own.header and len(own.frame) != 1:
        found = Text(N_("{number} rows"), number=len(own.frame))
        problem, one = N_("wrong number of rows"), N_("expected one, which describes the programme")
        own.faults.append(Fault(own.file, "-", "-", problem, found, one))
    return TextPackage(own, ordered, missing + faults, notes)
