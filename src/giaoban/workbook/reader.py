"""A programme that is one ``.xlsx``, a sheet for each table, as text."""

from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Listed, Text, one_line
from giaoban.language import identifier
from giaoban.tables import (
    COMPULSORY,
    ONCE,
    ONE_ROW,
    PROGRAMME,
    TABLES,
    TABLES_KNOWN,
    THERE,
    Fault,
    Rows,
    TableName,
    TextPackage,
    TextTable,
    columns,
    compulsory_columns,
    find_table,
    id_columns,
    id_meant,
    nearly_table,
    own_told,
    row_titles,
    written_anew,
)
from giaoban.workbook.layout import find_layout
from giaoban.workbook.sheet import read_sheet
from giaoban.workbook.validation import SOURCES
from giaoban.workbook.xlsx import Sheet, Value, read_sheets

# The hidden sheet that keeps what else a data package says, so that converting loses nothing.
SHEET = "datapackage"
# Of a sheet as a whole.
CORNER = "A1"


def read_workbook(path: Path) -> TextPackage:
    """Read the sheets of a workbook as text.

    A sheet is for the table whose id or title, in any language, it bears; one that is empty, or
    bears no such name and looks like no table, is passed over. A row of another table may be named
    by its title.

    Raises
    ------
    GiaobanError
        Where the file is no such workbook, protected, damaged or too large.
    """
    tables: dict[str, TextTable] = {}
    faults: list[Fault] = []
    notes: list[Text] = []
    passed: list[str] = []
    others: Rows = {}
    for sheet in read_sheets(path):
        place = f"{path.name}[{one_line(sheet.name)}]"
        table = find_table(sheet.name) if sheet.marks.rows else None
        if sheet.name == SHEET:
            others = _keys_of_sheet(place, sheet.rows)
        elif table and table in tables:
            twice, first, expected = N_("table stands twice"), tables[table], N_("expected once")
            faults.append(ONCE.fault(place, "-", "-", twice, first.file, expected, CORNER))
        elif table:
            tables[table], told = read_sheet(place, sheet, table)
            notes += [*told, *own_told(tables[table])]
        elif meant := _looks_like(sheet):
            did_you = Text(N_("did you mean {name}?"), name=TableName(meant))
            unknown = N_("unknown table")
            faults.append(TABLES_KNOWN.fault(place, "-", "-", unknown, "", did_you, CORNER))
        elif not sheet.hidden:
            passed.append(sheet.name)
    if passed:
        template = N_("{file}: sheets that hold no table were passed over: {sheets}")
        notes.append(Text(template, file=path.name, sheets=", ".join(map(one_line, passed))))
    own, missing = _own(path.name, tables), _missing_tables(path.name, [*tables])
    ordered = {name: tables[name] for name in TABLES if name in tables}
    _enter_the_source(ordered)
    _name_by_ids({PROGRAMME: own} | ordered)
    return TextPackage(own, ordered, missing + faults, notes, others)


def _enter_the_source(tables: dict[str, TextTable]) -> None:
    """Take the words beside the figures for the source, where no other is entered or named."""
    own = tables.get(SOURCES)
    if own is None or len(own.frame) or not own.header:
        return
    told = {
        text
        for name, table in tables.items()
        for column, (at, _) in id_columns(name).items()
        if at == SOURCES and column in table.header
        for text in table.frame[column].dropna().unique()
    }
    if len(told) == 1 and " " in (title := told.pop()):
        row = {"source": identifier(title), "title": title}
        frame = pd.DataFrame([row], columns=own.frame.columns, index=[1])
        own.frame = frame.astype(own.frame.dtypes)


def _name_by_ids(tables: dict[str, TextTable]) -> None:
    """Put ids where a row of another table was chosen by its title."""
    for name, text in tables.items():
        for column, (at, key) in id_columns(name).items():
            if column in text.header and at in tables and key in tables[at].header:
                meant = id_meant(tables[at].frame[key], row_titles(tables[at].frame))
                text.frame[column] = written_anew(text.frame[column], meant)


def _keys_of_sheet(place: str, rows: list[list[Value]]) -> Rows:
    """Read what else a data package said; blank rows and further columns are passed over."""
    cells = {f"{place}:A{n}": [*map(str, row), "", ""][:3] for n, row in enumerate(rows, 1)}
    return {place: row for place, row in [*cells.items()][1:] if any(row)}


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


def _own(file: str, tables: dict[str, TextTable]) -> TextTable:
    """Give the programme's description of itself, which must have one row."""
    own = tables.get(PROGRAMME)
    if own is None:
        empty = pd.DataFrame(columns=columns(PROGRAMME), dtype="str")
        itself = Text(N_("expected a sheet in which the programme describes itself"))
        fault = _missing(file, PROGRAMME, itself)
        return TextTable(fault.file, empty, [], [fault])
    if own.header and len(own.frame) != 1:
        found = Text(N_("{number} rows"), number=len(own.frame))
        problem, one = N_("wrong number of rows"), N_("expected one, which describes the programme")
        own.faults.append(own.placed(ONE_ROW.fault(own.file, "-", "-", problem, found, one)))
    return own


def _missing_tables(file: str, present: list[str]) -> list[Fault]:
    needed = Listed([TableName(name) for name in COMPULSORY])
    expected = Text(N_("expected the tables {names} at least"), names=needed)
    return [_missing(file, name, expected) for name in COMPULSORY if name not in present]


def _missing(file: str, table: str, expected: Text) -> Fault:
    """Tell of a sheet that is not there; it has no cell to point at."""
    return THERE.fault(f"{file}[{table}]", "", "", N_("missing table"), "", expected)
