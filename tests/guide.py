"""What the pages of the documentation have a reader do, done in a copy of the project.

A page is followed from top to bottom. What it has the reader do is written so:

- a block ```` ```sh ```` : commands, one a line;
- a block with a file's path after its language, such as ```` ```csv recipients.csv ```` : that
  file, whole;
- a table right after a paragraph that names one ``FILE.csv`` and ends in a colon: rows to add;
- one after a paragraph that names one ``FILE.xlsx``: on which sheet to type what under which header;
- a block ```` ```python NOTEBOOK: HEADING ````: a cell to add under a heading of a notebook.

Anything else (```` ```text ````, ```` ```bat ````) is only read.
"""

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell
from openpyxl import load_workbook

from giaoban.headings import find_column, find_table
from giaoban.sheetwriter import HEADER as HEADER_FROM_ZERO

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$"
ROWS = r"`(?P<file>[\w./-]+\.(?:csv|xlsx))`[^`|]*:\n\n(?P<table>(?:\|[^\n]*\n)+)"
TYPED = r"\*\*(?P<title>.+?)\*\* (?P<value>[^·|]+)"
HEADER = HEADER_FROM_ZERO + 1
# What runs these tests.
OURSELVES = "make test"


@dataclass(frozen=True)
class Step:
    """Something to do: a command to give, a file to write, rows or a cell to add to one."""

    kind: str
    text: str
    file: str = ""


def steps(page: Path) -> Iterator[Step]:
    """Find what a page has its reader do, in order."""
    for found in re.finditer(f"{FENCE}|{ROWS}", page.read_text("utf-8"), re.M | re.S):
        language, _, file = (found["info"] or "").partition(" ")
        if found["table"]:
            kind = "sheets" if found["file"].endswith(".xlsx") else "rows"
            yield Step(kind, found["table"], found["file"])
        elif language == "python" and file:
            yield Step("cell", found["body"], file)
        elif file:
            yield Step("file", found["body"], file)
        elif language == "sh":
            yield from (Step("command", line) for line in found["body"].splitlines())


def commands(page: Path) -> list[str]:
    """List the commands that a page has its reader give."""
    return [step.text for step in steps(page) if step.kind == "command"]


def follow(folder: Path, step: Step) -> None:
    """Do what a page says."""
    path = folder / step.file
    if step.kind == "command":
        done = give(folder, step.text)
        assert done.returncode == 0, f"{step.text}\n{done.stdout}{done.stderr}"
    elif step.kind == "file":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, "utf-8")
    elif step.kind == "sheets":
        _fill_in(path, step.text)
    elif step.kind == "cell":
        _add_cell(folder, step)
    else:
        _add_rows(path, step.text)


def _add_rows(path: Path, table: str) -> None:
    """Type the rows of a table under their columns; what it does not show stays empty."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    columns, _, *rows = lines
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert set(columns) <= set(header), f"{path.name} has no column {set(columns) - set(header)}"
    with path.open("a", encoding="utf-8", newline="") as file:
        for row in rows:
            typed = dict(zip(columns, row, strict=True))
            csv.writer(file, lineterminator="\n").writerow([typed.get(c, "") for c in header])


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


def _fill_in(path: Path, table: str) -> None:
    """Type into a workbook what the table says, each under its header, in the next free row."""
    book = load_workbook(path)
    sheets = {find_table(sheet.title): sheet for sheet in book}
    for name, cells in entries(table):
        sheet = sheets[name]
        titles = [find_column(name, str(cell.value)) for cell in sheet[HEADER]]
        row = sheet.max_row + 1
        for column, value in cells.items():
            sheet.cell(row, titles.index(column) + 1, _typed(value))
    book.save(path)


def _typed(text: str) -> str | int | date:
    """Take what is typed for what a spreadsheet program takes it for."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return int(text) if text.isdecimal() else text


def _add_cell(folder: Path, step: Step) -> None:
    """Add a cell to a notebook, below what already stands under a heading."""
    file, _, heading = step.file.partition(": ")
    notebook = nbformat.read(folder / file, as_version=4)
    sources = [cell.source for cell in notebook.cells]
    place = sources.index(f"## {heading}")
    while notebook.cells[place].cell_type == "markdown":
        place += 1
    notebook.cells.insert(place + 1, new_code_cell(step.text.strip()))
    nbformat.write(notebook, folder / file)


def give(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a copy of the project, as somebody who types it there."""
    # These tests run under `make test`.
    typed = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=typed
        | {
            "PATH": f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "src"),
        },
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give what copies all that git keeps, and lends the copy the set-up that runs these tests."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]

    def copy(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        for listed_name in names:
            (folder / listed_name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / listed_name, folder / listed_name)
        (folder / ".venv").symlink_to(ROOT / ".venv")
        (folder / ".venv/ready").touch()
        return folder

    return copy
