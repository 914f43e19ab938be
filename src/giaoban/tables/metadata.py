"""What a programme says of itself beside its tables, such as its licence and keywords."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.tables.schema import TABLES

# The file of a Data Package that says it, and the key of the programme's own description there.
FILE = "datapackage.json"
GIAOBAN = "giaoban"
# A table, a key and its value as JSON, under the place where they stand.
Rows = dict[str, list[str]]


class OtherKey(NamedTuple):
    """A key that this program does not use, and its value as JSON has it.

    Where it is the package's own ``table`` is empty.
    """

    table: str
    key: str
    value: Any


def parsed(rows: Rows) -> Iterator[OtherKey]:
    """Read the values.

    Raises
    ------
    GiaobanError
        Where somebody has changed the sheet that keeps them into something else.
    """
    template = N_("{place}: cannot be read, expected a table or nothing, a key, and JSON")
    for place, (table, key, text) in rows.items():
        try:
            value = json.loads(text)
        except ValueError:
            raise GiaobanError(template, place=place) from None
        if table not in ("", *TABLES):
            raise GiaobanError(template, place=place)
        yield OtherKey(table, key, value)
