"""Read the table in a sheet as text."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text, one_of
from giaoban.language import trimmed
from giaoban.tables import (
    CELL,
    ColumnName,
    ColumnTitle,
    Fault,
    Schema,
    TextTable,
    columns,
    missing_columns,
    nearly_column,
    table_schema,
    unreadable,
    wrong_columns,
)
from giaoban.workbook.cells import Unread, cell_text, misread, told_by_font
from giaoban.workbook.header import HEADER_WITHIN
from giaoban.workbook.layout import Layout, find_layout
from giaoban.workbook.sheetxml import letters
from giaoban.workbook.xlsx import Sheet


def _read_cell(layout: Layout, row: int, column: int, about: Schema) -> str | Unread:
    """Give a cell as text, or what is wrong with it."""
    marks, place, value = layout.sheet.marks, (row, column), layout.value(row, column)
    if formula := marks.uncalculated.get(place):
        expected = N_("open the workbook in Excel or LibreOffice and save it")
        return Unread(N_("a formula without its value"), formula, expected)
    if error := marks.errors.get(place):
        return Unread(N_("an error instead of a value"), error, N_("mend its formula"))
    if runs := marks.fonts.get(place):
        return told_by_font(runs, value, about)
    return misread(value, about) or cell_text(value, about, place in marks.percents)


def read_sheet(file: str, sheet: Sheet, table: str) -> tuple[TextTable, list[Text]]:
    """Read the table in a sheet.

    Parameters
    ----------
    file : str
        What faults call the sheet: ``demo.xlsx[Số liệu]``.
    sheet : Sheet
        The sheet.
    table : str
        The table that it holds.

    Returns
    -------
    text : TextTable
        The table; its index is the row in the sheet.
    notes : list of Text
        What was read although it is hidden, and what was passed over.
    """
    layout = find_layout(sheet, table)
    if not layout:
        problem = Text(N_("no header in the first {number} rows"), number=HEADER_WITHIN)
        return unreadable(file, table, "-", problem, _titles(table), cell="A1"), []
    header = layout.header
    first = {name: n for n, name in reversed(header.items()) if name in columns(table)}
    fields = {f["name"]: f for f in table_schema(table)["fields"]}
    cells = {
        name: [_read_cell(layout, row, n, fields[name]) for row in layout.rows]
        for name, n in first.items()
    }
    unread = [
        CELL.fault(file, row, name, *cell)
        for name, column in cells.items()
        for row, cell in zip(layout.rows, column, strict=True)
        if isinstance(cell, Unread)
    ]
    unread += _merged(file, layout, first)
    frame = _bare(pd.DataFrame(cells, index=layout.rows, columns=columns(table)))
    own = {name: n for n, name in header.items() if name in layout.own}
    names = [name for name in header.values() if name not in own]
    text = TextTable(file, frame, names, [*_misheaded(file, layout)], unread)
    text.own = _bare(_added(layout, own))
    formats = {name: layout.sheet.marks.formats(n) for name, n in own.items()}
    shown = {name: [own.get(row, "") for row in layout.rows] for name, own in formats.items()}
    text.formats = {name: codes for name, codes in shown.items() if any(codes)}
    text.letters = {name: letters(n) for name, n in first.items()}
    text.headings = {name: layout.head.headings[n] for name, n in first.items()}
    text.corner = _corner(layout)
    return text, list(_notes(file, layout))


def _added(layout: Layout, own: dict[str, int]) -> pd.DataFrame:
    """Give the columns that somebody added, as they are shown; an error as its sign."""
    about = {"name": "", "type": "string"}
    cells = {
        name: [
            cell if isinstance(cell := _read_cell(layout, row, n, about), str) else cell.found
            for row in layout.rows
        ]
        for name, n in own.items()
    }
    return pd.DataFrame(cells, index=layout.rows)


def _titles(table: str) -> Text:
    """Expect columns by their titles."""
    return one_of([ColumnTitle(table, name) for name in columns(table)])


def _corner(layout: Layout) -> str:
    return f"{letters(min(layout.header))}{layout.header_row}"


def _misheaded(file: str, layout: Layout) -> Iterator[Fault]:
    """Find columns that are missing, not known, or there twice, as their headings stand."""
    table, row = layout.table, layout.header_row
    header = {n: name for n, name in layout.header.items() if name not in layout.own}
    names, places = [*header.values()], [*header]
    for fault in missing_columns(file, table, names, row):
        problem = Text(N_("missing column {column}"), column=ColumnName(table, fault.column))
        add = N_("add it, or mend the heading that stands for it")
        yield replace(fault, problem=problem, expected=add, cell=_corner(layout))
    for i, fault in wrong_columns(file, table, names, row).items():
        heading = layout.head.headings[places[i]]
        meant = fault.expected if names[i] in columns(table) else _meant(table, heading)
        cell = f"{letters(places[i])}{row}"
        yield replace(fault, found=heading, expected=meant, cell=cell)


def _meant(table: str, heading: str) -> Text:
    near = nearly_column(table, heading)
    if near:
        return Text(N_("did you mean {name}?"), name=ColumnName(table, near))
    return _titles(table)


def _bare(frame: pd.DataFrame) -> pd.DataFrame:
    """Take away what is not seen around texts; a cell that holds nothing else is missing."""
    texts = frame.map(lambda cell: (trimmed(cell) or None) if isinstance(cell, str) else None)
    return texts.astype("str")


def _merged(file: str, layout: Layout, first: dict[str, int]) -> Iterator[Fault]:
    """Find merged cells within the table: all but the first of them are empty."""
    names = {n: name for name, n in first.items()}
    rows = set(layout.rows)
    problem, expected = N_("merged cells"), N_("unmerge them and fill in each")
    for (top, left), (bottom, right) in layout.sheet.merged:
        within = sorted(n for n in names if left < n <= right + 1) if top + 1 in rows else []
        if within and (bottom > top or within[-1] > left + 1):
            found = f"{letters(left + 1)}{top + 1}:{letters(right + 1)}{bottom + 1}"
            yield CELL.fault(file, top + 1, names[within[0]], problem, found, expected)


def _notes(file: str, layout: Layout) -> Iterator[Text]:
    """Say what was read although it is hidden, and what was not read."""
    marks = layout.sheet.marks
    if layout.sheet.hidden:
        yield Text(N_("{place}: the sheet is hidden; it was read"), place=file)
    if layout.sign_off:
        template = N_("{place}: rows of remarks or sign-offs were passed over: {rows}")
        yield Text(template, place=file, rows=_runs(layout.sign_off))
    if rows := [row for row in layout.rows if row in marks.hidden_rows]:
        template = N_("{place}: hidden rows were read: {rows}")
        yield Text(template, place=file, rows=_runs(rows))
    if hidden := [letters(n) for n in layout.header if n in marks.hidden_columns]:
        template = N_("{place}: hidden columns were read: {columns}")
        yield Text(template, place=file, columns=", ".join(hidden))


def _runs(rows: list[int]) -> str:
    """Write row numbers short: ``5, 7–9``."""
    all_rows = set(rows)
    starts = [row for row in rows if row - 1 not in all_rows]
    ends = [row for row in rows if row + 1 not in all_rows]
    pairs = zip(starts, ends, strict=True)
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in pairs)
