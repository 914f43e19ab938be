"""Read a table of a data package as text, keeping the row that each cell came from."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text, nearest
from giaoban.schema import columns, compulsory_columns


@dataclass
class TextTable:
    """A table as text: the index is the row in the file, the header being row 1.

    ``header`` is empty where the file could not be read at all.
    """

    frame: pd.DataFrame
    header: list[str]
    faults: list[Fault] = field(default_factory=list)


def read_text(path: Path, name: str) -> TextTable:
    """Read one CSV file, UTF-8 with or without a byte order mark, every cell as text.

    Cells may be separated by commas or semicolons; spaces around them are passed over. Columns
    that may be left out and are come back empty; what is wrong with the file's own shape (its
    encoding, header, ragged rows) comes back as faults.
    """
    try:
        header, separator = _read_header(path)
        frame, faults = _read_rows(path, header, separator)
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1}"
        return _unread(path, name, where, N_("the file is not UTF-8"), N_("save it as CSV UTF-8"))
    except (csv.Error, pa.ArrowInvalid) as error:
        said = str(error).splitlines()[0]
        problem = Text(N_("the file cannot be read as CSV: {error}"), error=said)
        return _unread(path, name, "-", problem, N_("look for an unclosed quotation mark"))
    if not header:
        return _unread(path, name, 1, N_("the file is empty"), _these(columns(name)))
    kept = [bool(title) or frame.iloc[:, n].notna().any() for n, title in enumerate(header)]
    frame, header = frame.loc[:, kept], [h for h, keep in zip(header, kept, strict=True) if keep]
    faults = _header_faults(path.name, name, header) + faults
    frame = frame.loc[:, ~frame.columns.duplicated()]
    return TextTable(frame.reindex(columns=columns(name)).astype("str"), header, faults)


def _these(names: list[str]) -> Text:
    return Text(N_("expected {names}"), names=", ".join(names))


def _unread(
    path: Path, name: str, row: int | str, problem: str | Text, expected: str | Text
) -> TextTable:
    empty = pd.DataFrame(columns=columns(name), dtype="str")
    return TextTable(empty, [], [Fault(path.name, row, "-", problem, "", expected)])


def _read_header(path: Path) -> tuple[list[str], str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        separator = separator_of(file)
        header = next(csv.reader(file, delimiter=separator), [])
    return [cell.strip() for cell in header], separator


def separator_of(file: TextIO) -> str:
    """Tell by its first line what separates the cells of a file, and go back to its start."""
    separator = max(",;", key=file.readline().count)
    file.seek(0)
    return separator


def _read_rows(path: Path, header: list[str], separator: str) -> tuple[pd.DataFrame, list[Fault]]:
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
            faults.append(Fault(path.name, row.number, "-", problem, found, wanted))
        return "skip"

    try:
        table = pacsv.read_csv(
            path,
            pacsv.ReadOptions(use_threads=False, column_names=names),
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
    except pa.ArrowInvalid as error:
        if "UTF8" in str(error):
            raise UnicodeDecodeError("utf-8", path.read_bytes(), *_bad_byte(path), "") from None
        raise
    rows = np.setdiff1d(np.arange(1, table.num_rows + len(skipped) + 1), skipped)
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


def _bad_byte(path: Path) -> tuple[int, int]:
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError as error:
        return error.start, error.end
    return 0, 1


def _header_faults(file: str, name: str, header: list[str]) -> list[Fault]:
    known = columns(name)
    faults = [
        Fault(file, 1, column, N_("missing column"), "", _these(known))
        for column in compulsory_columns(name)
        if column not in header
    ]
    for i, column in enumerate(header):
        if column not in known:
            faults.append(Fault(file, 1, column, N_("unknown column"), "", nearest(column, known)))
        elif column in header[:i]:
            twice = N_("column stands twice")
            faults.append(Fault(file, 1, column, twice, "", N_("expected once")))
    return faults
