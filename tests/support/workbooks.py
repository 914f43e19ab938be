"""Workbooks as people make them, for the tests: the bundled programmes, written with openpyxl."""

import csv
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from giaoban.tables.schema import TABLES, table_schema
from giaoban.tables.titles import PROGRAMME, column_title, table_title

KINDS: dict[str, Any] = {
    "string": str,
    "number": lambda text: float(text.replace(",", ".")),
    "integer": int,
    "date": date.fromisoformat,
    "boolean": lambda text: text == "true",
}


def as_workbook(folder: Path, lang: str = "") -> Workbook:
    """Write a CSV folder as a workbook: typed cells, titles of a language or ids."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, header, rows in tables(folder):
        sheet = book.create_sheet(table_title(name, lang) if lang else name)
        sheet.append([column_title(name, c, lang) if lang else c for c in header])
        kinds = {f["name"]: KINDS[f["type"]] for f in table_schema(name)["fields"]}
        for row in rows:
            cells = zip(header, row, strict=True)
            sheet.append([kinds[c](cell) if cell else None for c, cell in cells])
    return book


def tables(folder: Path) -> list[tuple[str, list[str], list[list[str]]]]:
    """Read the cells of a CSV folder, the programme's own description first."""
    given = json.loads((folder / "datapackage.json").read_text("utf-8"))["giaoban"]
    texts = [v if isinstance(v, str) else json.dumps(v) for v in given.values()]
    found = [(PROGRAMME, list(given), [texts])]
    for name in TABLES:
        if (folder / f"{name}.csv").is_file():
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            found.append((name, header, rows))
    return found


def column(sheet: Worksheet, name: str) -> int:
    """Find a column of a sheet by the header in its first row."""
    return next(cell.column for cell in sheet[1] if cell.value == name)


def change(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Put something else into one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
