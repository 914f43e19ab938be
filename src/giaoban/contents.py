"""What a programme holds, in the one form in which it is written into a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from giaoban.descriptor import Descriptor, describe
from giaoban.errors import Text
from giaoban.headings import PROGRAMME
from giaoban.numerals import readings
from giaoban.otherkeys import OtherKey, parsed, with_keys
from giaoban.package import without_faults
from giaoban.schema import table_schema
from giaoban.texttable import TextTable


@dataclass(frozen=True)
class Contents:
    """What a programme holds.

    Attributes
    ----------
    programme : dict of str to object
        Its description of itself, as JSON has it.
    tables : dict of str to DataFrame
        The columns that each table has, in their order, every cell as text: numbers with a
        decimal point, days as ``2023-03-14``. The index is the row in the file they came from.
    others : list of OtherKey
        What else its data package says.
    notes : list of Text
        What a reader should know of the file it was read from.
    """

    programme: dict[str, Any]
    tables: dict[str, pd.DataFrame]
    others: list[OtherKey] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def read_contents(path: Path) -> Contents:
    """Read what a programme without faults holds.

    Parameters
    ----------
    path : Path
        Its folder or workbook (`giaoban.programmes.find_programme`).

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    read = without_faults(path)
    tables = {name: _as_written(name, text) for name, text in read.given.tables.items()}
    others = list(parsed(read.given.others))
    return Contents(_as_json(read.package.programme), tables, others, read.given.notes)


def descriptor(name: str, contents: Contents) -> Descriptor:
    """Describe what a programme holds as a data package of a name."""
    headers = {table: list(frame.columns) for table, frame in contents.tables.items()}
    return with_keys(describe(name, contents.programme, headers), contents.others)


def _as_json(programme: pd.Series) -> dict[str, Any]:
    fields = {f["name"]: f["type"] for f in table_schema(PROGRAMME)["fields"]}
    said = {name: programme[name] for name in fields if pd.notna(programme[name])}
    written: dict[str, Callable[[Any], Any]] = {"integer": int, "boolean": bool}
    written["date"] = "{:%Y-%m-%d}".format
    return {name: written.get(fields[name], str)(value) for name, value in said.items()}


def _as_written(name: str, text: TextTable) -> pd.DataFrame:
    """Give a table's cells the one form that each has in a file."""
    kinds = {f["name"]: f["type"] for f in table_schema(name)["fields"]}
    frame = text.frame[text.header].copy()
    for column in text.header:
        form = plain_number if kinds[column] in ("number", "integer") else _one_kind_of_line_break
        written = {cell: form(cell) for cell in frame[column].dropna().unique()}
        frame[column] = frame[column].map(written).astype("str")
    return frame


def plain_number(text: str) -> str:
    """Write a number with a decimal point, without needless digits, so that it reads in one way."""
    (value,) = readings(text)
    plain = f"{value.normalize() + 0:f}"
    return plain if len(readings(plain)) == 1 else f"{plain}0"


def _one_kind_of_line_break(text: str) -> str:
    return text.replace("\r\n", "\n")


def cell_texts(cells: pd.Series) -> list[str]:
    """Give the cells of a column, a missing one as an empty text."""
    return cells.astype(object).where(cells.notna(), "").tolist()
