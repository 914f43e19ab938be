"""Read a table of a data package as text, keeping the row that each cell came from."""

import csv
import mmap
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import iso_day
from giaoban.tables import (
    READABLE,
    SHAPE,
    Fault,
    TextTable,
    columns,
    missing_columns,
    table_schema,
    these,
    unreadable,
    wrong_columns,
)

# Excel writes, and obeys, a first line that names the separator.
_NAMED = re.compile(r'"?sep=(.)"?[\r\n]*')
# Of such a row nothing can be read.
_BLANK = ',;\t "\r\n'


def read_header(path: Path) -> tuple[int, list[str], str]:
    """Read the row of the header, its cells, and what separates them; pass over blank rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        row, line = _next_filled(file, 1)
        named = _NAMED.fullmatch(line)
        if named:
            row, line = _next_filled(file, row + 1)
        separator = named[1] if named else max(",;\t", key=line.count)
        header = next(csv.reader(chain([line], file), delimiter=separator), [])
    return row, [cell.strip() for cell in header], separator


def _next_filled(file: TextIO, row: int) -> tuple[int, str]:
    """Give the next row that is not blank, and its number; the file stands before ``row``."""
    line = file.readline()
    while line and not line.strip(_BLANK):
        row, line = row + 1, file.readline()
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
        path.read_bytes().decode()
        first, header, separator = read_header(path)
        frame, faults = _read_rows(path, first, header, separator)
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1}"
        not_utf8, save = N_("the file is not UTF-8"), N_("save it as CSV UTF-8")
        return unreadable(file, name, where, not_utf8, save)
    except (csv.Error, pa.ArrowInvalid) as error:
        said = str(error).splitlines()[0]
        problem = Text(N_("the file cannot be read as CSV: {error}"), error=said)
        return unreadable(file, name, "-", problem, N_("look for an unclosed quotation mark"))
    if not header:
        return unreadable(file, name, first, N_("the file is empty"), these(columns(name)))
    kept = [bool(title) or frame.iloc[:, n].notna().any() for n, title in enumerate(header)]
    frame, header = frame.loc[:, kept], [h for h, keep in zip(header, kept, strict=True) if keep]
    shape = missing_columns(file, name, header, first)
    shape += wrong_columns(file, name, header, first).values()
    frame = frame.loc[:, ~frame.columns.duplicated()]
    frame = frame.reindex(columns=columns(name)).astype("str")
    if separator != ",":
        frame = _with_iso_days(frame, name)
    return TextTable(file, frame, header, shape + faults + list(_unclosed(path, separator)))


def _with_iso_days(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Read days as Excel writes them where no commas separate: never the month first."""
    days = [f["name"] for f in table_schema(name)["fields"] if f["type"] == "date"]
    read = {day: frame[day].map(iso_day, na_action="ignore") for day in days}
    return frame.assign(**read).astype("str")


def _read_rows(
    path: Path, first: int, header: list[str], separator: str
) -> tuple[pd.DataFrame, list[Fault]]:
    if not header:
        return pd.DataFrame(), []
    names = [f"{i}" for i in range(len(header))]
    faults: list[Fault] = []
    skipped: list[int] = []

    def ragged(row: pacsv.InvalidRow) -> str:
        skipped.append(row.number)
        if row.text.strip():
            found = Text(N_("{number} cells"), number=row.actual_columns)
            wanted = Text(N_("expected {number}, as many as the header"), number=len(header))
            problem = N_("wrong number of cells")
            faults.append(SHAPE.fault(path.name, row.number, "-", problem, found, wanted))
        return "skip"

    table = pacsv.read_csv(
        path,
        pacsv.ReadOptions(use_threads=False, column_names=names, skip_rows=first - 1),
        pacsv.ParseOptions(
            delimiter=separator,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=ragged,
        ),
        pacsv.ConvertOptions(
            column_types={n: pa.string() for n in names}, strings_can_be_null=False
        ),
    )
    rows = np.setdiff1d(np.arange(first, table.num_rows + len(skipped) + first), skipped)
    cells = {n: _bare(table[n]) for n in names}
    frame = pa.table(cells).to_pandas(
        types_mapper={pa.string(): pd.StringDtype(na_value=np.nan)}.get
    )
    frame = frame.set_axis(header, axis=1).set_axis(rows, axis=0).iloc[1:]
    return frame.dropna(how="all"), faults


def _bare(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Take away the spaces around cells; one that holds nothing else is missing."""
    bare = pc.utf8_trim_whitespace(cells)
    return pc.if_else(pc.equal(bare, ""), pa.scalar(None, pa.string()), bare)


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
