"""Read what a programme holds, each cell in the one form in which it is written into a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from giaoban.language import readings
from giaoban.programme.read import Examined, without_faults
from giaoban.tables import PROGRAMME, Contents, TextTable, parsed, table_schema


def read_contents(path: Path) -> Contents:
    """Read what a programme without faults holds.

    Parameters
    ----------
    path : Path
        Its folder or workbook (`giaoban.programme.find_programme`).

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    return contents_of(without_faults(path))


def contents_of(read: Examined) -> Contents:
    """Give what a programme holds; none of its cells has a fault."""
    tables = {name: _as_written(name, text) for name, text in read.given.tables.items()}
    others = list(parsed(read.given.others))
    programme, given = described_in_json(read.package.programme), read.given
    return Contents(programme, tables, others, given.notes, given.formats, given.parquet)


def described_in_json(programme: pd.Series) -> dict[str, Any]:
    """Give a programme's description of itself as JSON has it, without what is empty."""
    fields = {f["name"]: f["type"] for f in table_schema(PROGRAMME)["fields"]}
    filled = {name: programme[name] for name in fields if pd.notna(programme[name])}
    written: dict[str, Callable[[Any], Any]] = {"integer": int, "boolean": bool}
    written["date"] = "{:%Y-%m-%d}".format
    return {name: written.get(fields[name], str)(value) for name, value in filled.items()}


def _as_written(name: str, text: TextTable) -> pd.DataFrame:
    """Give a table's cells the one form that each has in a file."""
    kinds = {f["name"]: f["type"] for f in table_schema(name)["fields"]}
    frame = text.frame[text.header].copy()
    for column in text.header:
        template = (
            plain_number if kinds[column] in ("number", "integer") else _one_kind_of_line_break
        )
        written = {cell: template(cell) for cell in frame[column].dropna().unique()}
        frame[column] = frame[column].map(written).astype("str")
    return frame.join(text.own.map(_one_kind_of_line_break, na_action="ignore"))


def plain_number(text: str) -> str:
    """Write a number with a decimal point, without needless digits, so that it reads in one way."""
    (value,) = readings(text)
    plain = f"{value.normalize() + 0:f}"
    return plain if len(readings(plain)) == 1 else f"{plain}0"


def _one_kind_of_line_break(text: str) -> str:
    return text.replace("\r\n", "\n")
