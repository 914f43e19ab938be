"""The hands of an analyst: what is typed into a workbook, and into a notebook."""

import re
from datetime import date
from itertools import count
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell
from openpyxl import load_workbook

from giaoban.tables.titles import find_column, find_table
from giaoban.workbook.sheetwriter import HEADER as HEADER_FROM_ZERO

HEADER = HEADER_FROM_ZERO + 1
FIRST = HEADER + 1
TYPED = r"\*\*(?P<title>.+?)\*\* (?P<value>[^·|]+)"


def entries(table: str) -> list[tuple[str, dict[str, str]]]:
    """Read what is typed into which sheet, by the ids of tables and columns."""
    found = []
    for line in table.splitlines()[2:]:
        sheet, typed = line.strip("| ").split("|")
        name = find_table(sheet.strip())
        assert name, f"no sheet is called {sheet}"
        cells = {m["title"]: m["value"].strip() for m in re.finditer(TYPED, typed)}
        columns = {find_column(name, title): value for title, value in cells.items()}
        found.append((name, {str(column): value for column, value in columns.items()}))
        assert None not in columns, f"{sheet} has not all of {list(cells)}"
    return found


def fill_in(path: Path, table: str) -> None:
    """Type into a workbook what the table says, each under its header, in the first free row."""
    book = load_workbook(path)
    sheets = {find_table(sheet.title): sheet for sheet in book}
    for name, cells in entries(table):
        sheet = sheets[name]
        titles = [find_column(name, str(cell.value)) for cell in sheet[HEADER]]
        places = {titles.index(column) + 1: _typed(value) for column, value in cells.items()}
        row = next(r for r in count(FIRST) if all(sheet.cell(r, c).value is None for c in places))
        for column, value in places.items():
            sheet.cell(row, column, value)
    book.save(path)


def _typed(text: str) -> str | int | date:
    """Take what is typed for what a spreadsheet program takes it for."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return int(text) if text.isdecimal() else text


def add_cell(folder: Path, place: str, source: str) -> None:
    """Add a cell to a notebook, below all that stands under a heading."""
    file, _, heading = place.partition(": ")
    notebook = nbformat.read(folder / file, as_version=4)
    sources = [cell.source for cell in notebook.cells]
    row = sources.index(f"## {heading}")
    while notebook.cells[row].cell_type == "markdown":
        row += 1
    while notebook.cells[row].cell_type == "code":
        row += 1
    notebook.cells.insert(row, new_code_cell(source.strip()))
    nbformat.write(notebook, folder / file)
