"""What a data package says that this program does not use, such as its licence and keywords.

A workbook keeps it on a hidden sheet, so that nothing is lost on the way there and back.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from giaoban.catalogues import N_
from giaoban.descriptor import AS_WRITTEN, Descriptor, read_descriptor
from giaoban.errors import GiaobanError
from giaoban.schema import TABLES
from giaoban.xlsx import read_sheets

SHEET = "datapackage"


class OtherKey(NamedTuple):
    """A key and its value, as JSON has it; ``table`` is empty where it is the package's own."""

    table: str
    key: str
    value: Any


def keys_of_folder(folder: Path) -> list[OtherKey]:
    """Find what a ``datapackage.json`` says beyond what `giaoban.descriptor.describe` writes."""
    given, name = read_descriptor(folder), folder.resolve().name.lower()
    used = {"giaoban", "resources"} | ({"name"} if given.get("name") == name else set())
    others = [OtherKey("", key, value) for key, value in given.items() if key not in used]
    used = {"name", "path", "schema", *AS_WRITTEN}
    for resource in given["resources"]:
        own = resource.items()
        others += [OtherKey(resource["name"], key, value) for key, value in own if key not in used]
    return others


def keys_of_workbook(path: Path) -> list[OtherKey]:
    """Read what a workbook keeps of them.

    Raises
    ------
    GiaobanError
        Where somebody has changed the sheet into something else.
    """
    rows = [row for sheet in read_sheets(path) if sheet.name == SHEET for row in sheet.rows]
    return list(_parsed(f"{path.name}[{SHEET}]", rows[1:]))


def _parsed(place: str, rows: list[list[Any]]) -> Iterator[OtherKey]:
    for number, row in enumerate(rows, 2):
        table, key, text = [*map(str, row), "", "", ""][:3]
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        if not key or table not in ("", *TABLES) or (value is None and text != "null"):
            form = N_("{place}: cannot be read, expected a table or nothing, a key, and JSON")
            raise GiaobanError(form, place=f"{place}:A{number}")
        yield OtherKey(table, key, value)


def with_keys(described: Descriptor, others: list[OtherKey]) -> Descriptor:
    """Put them back to where they stood."""
    resources = {resource["name"]: dict(resource) for resource in described["resources"]}
    own = {other.key: other.value for other in others if not other.table}
    for table, key, value in others:
        if table in resources:
            resources[table][key] = value
    name = {"name": described["name"]} | own
    return name | {"giaoban": described["giaoban"], "resources": list(resources.values())}
