"""What a programme holds, in the one form in which it is written into a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from giaoban.csvfile import TextTable, read_text
from giaoban.descriptor import AS_WRITTEN, Descriptor, describe, read_descriptor
from giaoban.numerals import readings
from giaoban.package import read_package
from giaoban.schema import TABLES, table_schema


class OtherKey(NamedTuple):
    """A key of a data package that this program does not use, such as ``licenses``.

    ``table`` is empty where the key is the package's own.
    """

    table: str
    key: str
    value: Any


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
    """

    programme: dict[str, Any]
    tables: dict[str, pd.DataFrame]
    others: list[OtherKey] = field(default_factory=list)


def read_contents(folder: Path) -> Contents:
    """Read what a programme without faults holds.

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    package = read_package(folder)
    present = [name for name in TABLES if (folder / f"{name}.csv").is_file()]
    texts = {name: read_text(folder / f"{name}.csv", name) for name in present}
    tables = {name: _as_written(name, text) for name, text in texts.items()}
    others = _others(read_descriptor(folder), folder.resolve().name)
    return Contents(_as_json(package.programme), tables, others)


def descriptor(name: str, contents: Contents) -> Descriptor:
    """Describe what a programme holds as a data package of a name."""
    headers = {table: list(frame.columns) for table, frame in contents.tables.items()}
    made = describe(name, contents.programme, headers)
    resources = made.pop("resources")
    programme = made.pop("giaoban")
    made |= {other.key: other.value for other in contents.others if not other.table}
    by_name = {resource["name"]: resource for resource in resources}
    for other in contents.others:
        if other.table in by_name:
            by_name[other.table][other.key] = other.value
    return made | {"giaoban": programme, "resources": resources}


def _others(given: Descriptor, name: str) -> list[OtherKey]:
    """Find what a data package says beyond what `describe` writes."""
    used = {"giaoban", "resources"} | ({"name"} if given.get("name") == name.lower() else set())
    others = [OtherKey("", key, value) for key, value in given.items() if key not in used]
    used = {"name", "path", "schema", *AS_WRITTEN}
    for resource in given["resources"]:
        own = resource.items()
        others += [OtherKey(resource["name"], key, value) for key, value in own if key not in used]
    return others


def _as_json(programme: pd.Series) -> dict[str, Any]:
    fields = {f["name"]: f["type"] for f in table_schema("programme")["fields"]}
    said = {name: programme[name] for name in fields if pd.notna(programme[name])}
    written: dict[str, Callable[[Any], Any]] = {"integer": int, "boolean": bool}
    written["date"] = "{:%Y-%m-%d}".format
    return {name: written.get(fields[name], str)(value) for name, value in said.items()}


def _as_written(name: str, text: TextTable) -> pd.DataFrame:
    """Give a table's cells the one form that each has in a file."""
    kinds = {f["name"]: f["type"] for f in table_schema(name)["fields"]}
    frame = text.frame[text.header].copy()
    for column in text.header:
        if kinds[column] in ("number", "integer"):
            written = {cell: plain_number(cell) for cell in frame[column].dropna().unique()}
            frame[column] = frame[column].map(written).astype("str")
    return frame


def plain_number(text: str) -> str:
    """Write a number with a decimal point, without needless digits, so that it reads in one way."""
    (value,) = readings(text)
    plain = f"{value.normalize() + 0:f}"
    return plain if len(readings(plain)) == 1 else f"{plain}0"


def cell_texts(cells: pd.Series) -> list[str]:
    """Give the cells of a column, a missing one as an empty text."""
    return cells.astype(object).where(cells.notna(), "").tolist()
