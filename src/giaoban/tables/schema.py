"""The Table Schemas of a programme's tables: written once, as JSON, beside this module."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

TABLES = (
    "indicators",
    "figures",
    "definitions",
    "targets",
    "rules",
    "claims",
    "events",
    "meetings",
    "records",
    "units",
    "unit_changes",
    "sources",
)
COMPULSORY = ("indicators", "figures", "meetings")

# Columns that must be there although a cell of theirs may be empty.
MAY_BE_EMPTY = {
    "figures": ["value", "source"],
    "indicators": ["unit_measure", "better"],
    "targets": ["value"],
}

Schema = dict[str, Any]


@cache
def table_schema(name: str) -> Schema:
    """Give the Table Schema of a table, or of the ``programme``'s own description."""
    text = files("giaoban").joinpath("tables", "schemas", f"{name}.json").read_text("utf-8")
    schema: Schema = json.loads(text)
    return schema


# The kinds of claims that count the targets of a time, and are about no indicator.
(_KINDS,) = (f for f in table_schema("claims")["fields"] if f["name"] == "kind")
TALLIES = tuple(code for code in _KINDS["constraints"]["enum"] if code.startswith("targets_"))


def columns(name: str) -> list[str]:
    """Name the columns of a table, in order."""
    return [field["name"] for field in table_schema(name)["fields"]]


def compulsory_columns(name: str) -> list[str]:
    """Name the columns that a table must have."""
    fields = table_schema(name)["fields"]
    required = [f["name"] for f in fields if f.get("constraints", {}).get("required")]
    return required + MAY_BE_EMPTY.get(name, [])


def is_free_text(field: Schema) -> bool:
    """Say whether a column holds prose: neither ids, codes and periods nor prints of numbers."""
    told = field.get("constraints", {})
    bound = "pattern" in told or "enum" in told or field["name"] == "as_published"
    return bool(field["type"] == "string" and not bound)


def foreign_keys(name: str) -> dict[str, tuple[str, str]]:
    """Name the table, and its column, whose ids each column of a table points at."""
    return {
        key["fields"][0]: (key["reference"]["resource"] or name, key["reference"]["fields"][0])
        for key in table_schema(name).get("foreignKeys", [])
    }


def written_out(name: str, present: list[str], tables: list[str]) -> Schema:
    """Give a table's schema as a ``datapackage.json`` holds it.

    Parameters
    ----------
    name : str
        The table.
    present : list of str
        Its columns, in the order of its header; one that somebody added is text.
    tables : list of str
        The tables of the package; a foreign key to a table that was left out is left out.
    """
    schema = table_schema(name)
    by_name = {
        # What codes are called is said where they are shown; it is no part of a Table Schema.
        field["name"]: {part: said for part, said in field.items() if part != "codes"}
        for field in schema["fields"]
    }
    fields = [by_name.get(column, {"name": column, "type": "string"}) for column in present]
    out: Schema = {"fields": fields, "missingValues": [""]}
    if "primaryKey" in schema:
        out["primaryKey"] = schema["primaryKey"]
    keys = [
        key
        for key in schema.get("foreignKeys", [])
        if set(key["fields"]) <= set(present) and (key["reference"]["resource"] or name) in tables
    ]
    if keys:
        out["foreignKeys"] = keys
    return out
