"""What a data package says that this program does not use, such as its licence and keywords.

A workbook keeps it on a hidden sheet, so that nothing is lost on the way there and back.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from giaoban.catalogues import N_
from giaoban.descriptor import AS_WRITTEN, Descriptor
from giaoban.errors import GiaobanError
from giaoban.schema import TABLES

SHEET = "datapackage"
# A table, a key and its value as JSON, under the place where they stand.
Rows = dict[str, list[str]]


class OtherKey(NamedTuple):
    """A key and its value, as JSON has it; ``table`` is empty where it is the package's own."""

    table: str
    key: str
    value: Any


def keys_of_descriptor(given: Descriptor, name: str) -> Rows:
    """Find what a ``datapackage.json`` says beyond what `giaoban.descriptor.describe` writes."""
    used = {"giaoban", "resources"} | ({"name"} if given.get("name") == name.lower() else set())
    others = [("", key, value) for key, value in given.items() if key not in used]
    used = {"name", "path", "schema", *AS_WRITTEN}
    for resource in given["resources"]:
        own, table = resource.items(), str(resource.get("name"))
        others += [(table, key, value) for key, value in own if key not in used]
    return {f"{table}:{key}": [table, key, json.dumps(value)] for table, key, value in others}


def keys_of_sheet(place: str, rows: list[list[Any]]) -> Rows:
    """Read what a workbook keeps of them; blank rows and further columns are passed over."""
    cells = {f"{place}:A{n}": [*map(str, row), "", ""][:3] for n, row in enumerate(rows, 1)}
    return {place: row for place, row in [*cells.items()][1:] if any(row)}


def parsed(rows: Rows) -> Iterator[OtherKey]:
    """Read the values.

    Raises
    ------
    GiaobanError
        Where somebody has changed the sheet into something else.
    """
    form = N_("{place}: cannot be read, expected a table or nothing, a key, and JSON")
    for place, (table, key, text) in rows.items():
        try:
            value = json.loads(text)
        except ValueError:
            raise GiaobanError(form, place=place) from None
        if table not in ("", *TABLES):
            raise GiaobanError(form, place=place)
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
