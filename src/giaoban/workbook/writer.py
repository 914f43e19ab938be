"""Write a programme as one workbook: a sheet for its description, and one for each table."""

import io
import json
from datetime import datetime
from pathlib import Path

import pandas as pd
from xlsxwriter import Workbook

from giaoban.files import write_atomically
from giaoban.language import Language
from giaoban.tables import (
    FILE,
    PROGRAMME,
    Contents,
    OtherKey,
    cell_texts,
    columns,
    id_columns,
    table_title,
)
from giaoban.workbook.cellwriter import refuse_unwritable
from giaoban.workbook.formats import Column, column, formats, own_column
from giaoban.workbook.reader import SHEET
from giaoban.workbook.sheetwriter import FIRST, write_sheet
from giaoban.workbook.validation import ColumnPlace, Places, shown_ids

LONGEST_NAME = 31
# The sheets stand as they are filled in: whose it is, from where, what, how much; then the rest.
FILLED_IN = (PROGRAMME, "units", "sources", "indicators", "figures", "targets", "meetings")
FORBIDDEN = set("[]:*?/\\'")
# The same bytes whenever it is written.
WRITTEN_ON = datetime(2000, 1, 1)


def write_workbook(path: Path, contents: Contents, lang: Language) -> Path:
    """Write a programme as a workbook.

    Raises
    ------
    GiaobanError
        Where a workbook cannot hold it, or the file cannot be written.
    """
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"title": path.stem, "created": WRITTEN_ON})
        _write(book, contents, lang)
    return write_atomically(path, made.getvalue())


def sheet_name(table: str, lang: Language) -> str:
    """Name the sheet of a table: its title, or its id where no sheet can have that name."""
    title = table_title(table, lang.code)
    return table if len(title) > LONGEST_NAME or FORBIDDEN & set(title) else title


def _write(book: Workbook, contents: Contents, lang: Language) -> None:
    given = {PROGRAMME: _programme(contents)} | contents.tables
    tables = {name: given[name] for name in dict.fromkeys([*FILLED_IN, *given]) if name in given}
    keys = {at for table in tables for at in id_columns(table).values() if at[0] in tables}
    named = {(at, key): shown_ids(tables[at], key, lang) for at, key in keys if key in tables[at]}
    shown = {
        table: _columns(table, frame, named, contents.formats.get(table, {}), lang)
        for table, frame in tables.items()
    }
    places, look = _places(shown, lang), formats(book, lang)
    # A row is chosen by its title, where that is clear.
    places |= {(at, key): places[at, by] for (at, key), (by, _) in named.items()}
    for table, frame in tables.items():
        sheet = book.add_worksheet(sheet_name(table, lang))
        write_sheet(sheet, table, shown[table], frame, places, look, lang)
    if contents.others:
        _write_others(book, contents.others)


def _columns(
    table: str,
    frame: pd.DataFrame,
    named: dict[tuple[str, str], tuple[str, dict[str, str]]],
    own: dict[str, list[str]],
    lang: Language,
) -> list[Column]:
    titles = {n: named[at][1] for n, at in id_columns(table).items() if at in named}
    texts = {str(name): cell_texts(frame[name]) for name in frame}
    longest = {name: max(map(len, cells), default=0) for name, cells in texts.items()}
    return [
        column(table, name, longest[name], lang, titles.get(name))
        if name in columns(table)
        else own_column(name, cells, own.get(name, []))
        for name, cells in texts.items()
    ]


def _programme(contents: Contents) -> pd.DataFrame:
    texts = {
        key: value if isinstance(value, str) else json.dumps(value)
        for key, value in contents.programme.items()
    }
    return pd.DataFrame([texts], dtype="str").reindex(columns=columns(PROGRAMME)).astype("str")


def _places(shown: dict[str, list[Column]], lang: Language) -> Places:
    return {
        (table, column.name): ColumnPlace(sheet_name(table, lang), column.title, FIRST + 1, n)
        for table, columns in shown.items()
        for n, column in enumerate(columns)
    }


def _write_others(book: Workbook, others: list[OtherKey]) -> None:
    sheet = book.add_worksheet(SHEET)
    sheet.hide()
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 2, 100)
    for n, title in enumerate(OtherKey._fields):
        sheet.write_string(0, n, title, book.add_format({"bold": True}))
    for row, (table, key, value) in enumerate(others, 1):
        for n, text in enumerate((table, key, json.dumps(value, ensure_ascii=False))):
            refuse_unwritable(text, f"{FILE}:{table or '-'}:{key}")
            sheet.write_string(row, n, text)
