"""Read a table of a data package as text, keeping the row that each cell came from."""

import csv
import mmap
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pacsv

from giaoban.catalogues import N_
from giaoban.datapackage.cells import bare, text_frame, text_table, unread_header, writers
from giaoban.errors import Text, one_line
from giaoban.language import AROUND, without_hidden
from giaoban.tables import READABLE, SHAPE, Fault, TextTable, columns, unreadable

# Of such marks at the head of a file Python passes over the first only.
_MARK = "\ufeff"
_MARKS = re.compile(b"(?:\xef\xbb\xbf)+")
# Excel writes, and obeys, a first line that names the separator.
_NAMED = re.compile(r'"?sep=(.)"?[\r\n]*')
# Of such a row nothing can be read.
_BLANK = AROUND + ',;"'
# Below so many blank rows nobody looks for a header; so many rows of another length are no slips.
_MOST_BLANK = 1000
_MOST_RAGGED = 10_000


def read_header(path: Path) -> tuple[int, list[str], str]:
    """Read the row of the header, its cells, and what separates them; pass over blank rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        row, line = _next_filled(file, 1)
        named = _NAMED.fullmatch(line.lstrip(_MARK))
        if named:
            row, line = _next_filled(file, row + 1)
        separator = named[1] if named else max(",;\t", key=line.count)
        header = next(csv.reader(chain([line.lstrip(_MARK)], file), delimiter=separator), [])
    return row, [without_hidden(cell) for cell in header], separator


def _next_filled(file: TextIO, row: int) -> tuple[int, str]:
    """Give the next row that is not blank, and its number; the file stands before ``row``."""
    line = file.readline()
    last = row + _MOST_BLANK
    while line and not line.strip(_BLANK):
        row, line = row + 1, file.readline() if row < last else ""
    return row, line


# A quotation mark within a cell: doubled, or closing one before its end.
_WITHIN = re.compile(rb'"(?<![,;\r\n]")[^",;\r\n]')


def read_text(path: Path, name: str) -> TextTable:
    """Read one CSV file, UTF-8 with or without a byte order mark, every cell as text.

    Cells may be separated by commas, semicolons or tabs; spaces around them are passed over, and
    so are blank rows above the header. Where it is no commas, days may be written with the day
    first, such as ``14/3/2023``. Rows count as in the file, a first line ``sep=;`` being row 1.
    Columns that may be left out and are come back empty; what is wrong with the file's own shape
    (its encoding, header, ragged rows) comes back as faults.
    """
    file = path.name
    try:
        content = path.read_bytes()
        content.decode()
        first, header, separator = read_header(path)
        if wrong := unread_header(name, header):
            return unreadable(file, name, first, *wrong)
        frame, faults = _read_rows(name, file, content, first, header, separator)
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1}"
        not_utf8, save = N_("the file is not UTF-8"), N_("save it as CSV UTF-8")
        return unreadable(file, name, where, not_utf8, save)
    except (csv.Error, pa.ArrowInvalid) as error:
        first_line = one_line(str(error).splitlines()[0])
        problem = Text(N_("the file cannot be read as CSV: {error}"), error=first_line)
        return unreadable(file, name, "-", problem, N_("look for an unclosed quotation mark"))
    if sign := _other_sign(name, header):
        problem = Text(N_("the cells are separated by “{sign}”"), sign=sign)
        wanted = N_("expected commas, semicolons or tabs: save it as CSV UTF-8")
        return unreadable(file, name, first, problem, wanted)
    faults += _unclosed(path, separator)
    return text_table(file, name, header, first, frame, faults)


def _other_sign(name: str, header: list[str]) -> str:
    """Name the sign between the names of columns in a header that reads as one cell."""
    signs = re.findall(r"[^\w\s]", header[0]) if len(header) == 1 else []
    known = {*columns(name)}
    parted = ((sign, {part.strip() for part in header[0].split(sign)}) for sign in signs)
    return next((sign for sign, parts in parted if len(parts & known) > 1), "")


def _read_rows(
    name: str, file: str, content: bytes, first: int, header: list[str], separator: str
) -> tuple[pd.DataFrame, list[Fault]]:
    names, anew = [f"{i}" for i in range(len(header))], writers(name, day_first=separator != ",")
    faults: list[Fault] = []
    skipped: list[int] = []
    wanted = Text(N_("expected {number}, as many as the header"), number=len(header))

    def ragged(row: pacsv.InvalidRow) -> str:
        skipped.append(row.number)
        if row.text.strip(_BLANK):
            found = Text(N_("{number} cells"), number=row.actual_columns)
            problem = N_("wrong number of cells")
            faults.append(SHAPE.fault(file, row.number, "-", problem, found, wanted))
        return "skip" if len(skipped) <= _MOST_RAGGED else "error"

    table = _cells(content, names, first, separator, ragged)
    rows: pd.Index = pd.RangeIndex(first, table.num_rows + len(skipped) + first)
    if skipped:
        rows = rows.delete(np.array(skipped, dtype=int) - first)
    cells = [
        bare(table[n].unify_dictionaries().combine_chunks(), anew.get(title, []))
        for n, title in zip(names, header, strict=True)
    ]
    return text_frame(cells, header).set_axis(rows, axis=0).iloc[1:], faults


def _cells(
    content: bytes,
    names: list[str],
    first: int,
    separator: str,
    ragged: Callable[[pacsv.InvalidRow], str],
) -> pa.Table:
    """Read each column as the texts in it, and which one each cell is."""
    marks = _MARKS.match(content)
    return pacsv.read_csv(
        pa.BufferReader(memoryview(content)[marks.end() if marks else 0 :]),
        pacsv.ReadOptions(use_threads=False, column_names=names, skip_rows=first - 1),
        pacsv.ParseOptions(
            delimiter=separator,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=ragged,
        ),
        pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
            strings_can_be_null=False,
        ),
    )


def _unclosed(path: Path, separator: str) -> Iterator[Fault]:
    """Find text that stands after a closing quotation mark, which nothing says how to read."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if not _WITHIN.search(content):
            return
    with path.open(encoding="utf-8-sig", newline="") as text:
        rows = csv.reader(text, delimiter=separator, strict=True)
        row = 0
        while True:
            row += 1
            try:
                next(rows)
            except StopIteration:
                return
            except csv.Error:
                problem = N_("text after a closing quotation mark")
                expected = N_("write each quotation mark within a cell twice")
                yield READABLE.fault(path.name, row, "-", problem, "", expected)
