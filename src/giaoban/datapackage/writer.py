"""Write a programme as a Frictionless Data Package: CSV files and their ``datapackage.json``."""

import json
import re
from pathlib import Path

import pandas as pd

from giaoban.datapackage.descriptor import descriptor
from giaoban.files import write_folder
from giaoban.tables import FILE, TABLES, Contents, cell_texts

_TO_BE_QUOTED = re.compile(r'[",;\r\n]')


def write_package(folder: Path, contents: Contents) -> list[Path]:
    """Write a programme into a folder, whole; tables of an earlier one there are taken away.

    The files are UTF-8 with a byte order mark, by which spreadsheets know it.
    """
    described = json.dumps(
        descriptor(folder.resolve().name, contents), ensure_ascii=False, indent=2
    )
    tables = {f"{name}.csv": csv_text(frame) for name, frame in contents.tables.items()}
    files = {name: text.encode("utf-8-sig") for name, text in tables.items()}
    files[FILE] = f"{described}\n".encode()
    return write_folder(folder, files, gone={f"{name}.csv" for name in TABLES} - set(files))


def csv_text(frame: pd.DataFrame) -> str:
    """Write a table of texts as CSV."""
    columns = [cell_texts(frame.iloc[:, n]) for n in range(frame.shape[1])]
    rows = [list(frame.columns), *zip(*columns, strict=True)]
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    if _TO_BE_QUOTED.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
