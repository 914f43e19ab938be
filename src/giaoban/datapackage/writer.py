"""Write a programme as a Frictionless Data Package: its tables and their ``datapackage.json``."""

import json
import re
from pathlib import Path

import pandas as pd
import pyarrow as pa

from giaoban.datapackage.descriptor import PARQUET, WRITTEN, descriptor, ending_of
from giaoban.files import write_folder
from giaoban.tables import FILE, TABLES, Contents, cell_texts

_TO_BE_QUOTED = re.compile(r'[",;\r\n]')


def write_package(folder: Path, contents: Contents) -> list[Path]:
    """Write a programme into a folder, whole; tables of an earlier one there are taken away.

    CSV files are UTF-8 with a byte order mark, by which spreadsheets know it. A Parquet file holds
    the same texts.
    """
    described = json.dumps(
        descriptor(folder.resolve().name, contents), ensure_ascii=False, indent=2
    )
    files = {}
    for name, frame in contents.tables.items():
        ending = ending_of(name, contents.parquet)
        files[f"{name}{ending}"] = _AS_BYTES[ending](frame)
    files[FILE] = f"{described}\n".encode()
    known = {f"{name}{ending}" for name in TABLES for ending in WRITTEN}
    return write_folder(folder, files, gone=known - set(files))


def csv_text(frame: pd.DataFrame) -> str:
    """Write a table of texts as CSV."""
    columns = [cell_texts(frame.iloc[:, n]) for n in range(frame.shape[1])]
    rows = [list(frame.columns), *zip(*columns, strict=True)]
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    if _TO_BE_QUOTED.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _as_csv(frame: pd.DataFrame) -> bytes:
    return csv_text(frame).encode("utf-8-sig")


def _as_parquet(frame: pd.DataFrame) -> bytes:
    # What writes Parquet takes a while to import.
    import pyarrow.parquet as pq

    columns = [cell_texts(frame.iloc[:, n]) for n in range(frame.shape[1])]
    cells = [pa.array([cell or None for cell in column], pa.string()) for column in columns]
    written = pa.BufferOutputStream()
    pq.write_table(pa.table(cells, list(frame.columns)), written)
    return written.getvalue().to_pybytes()


_AS_BYTES = {".csv": _as_csv, PARQUET: _as_parquet}
