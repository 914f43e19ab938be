"""The ``datapackage.json`` of a programme: read it, check it, write it out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from giaoban.checks import constraint_faults, convert
from giaoban.errors import Fault, GiaobanError, nearest
from giaoban.meaning import period_faults
from giaoban.schema import COMPULSORY, TABLES, Schema, columns, table_schema, written_out

FILE = "datapackage.json"
AS_WRITTEN = {
    "type": "table",
    "scheme": "file",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {"delimiter": ","},
}
Descriptor = dict[str, Any]


def describe(name: str, programme: dict[str, Any], headers: dict[str, list[str]]) -> Descriptor:
    """Write out a Frictionless Data Package whole, its schemas included.

    Parameters
    ----------
    name : str
        Name of the programme's folder.
    programme : dict
        The programme's own description, kept under the key ``giaoban``.
    headers : dict of str to list of str
        The columns of each table.
    """
    resources = [
        {
            "name": table,
            "path": f"{table}.csv",
            **AS_WRITTEN,
            "schema": written_out(table, header, list(headers)),
        }
        for table, header in headers.items()
    ]
    return {"name": name.lower(), "giaoban": programme, "resources": resources}


def read_descriptor(folder: Path) -> Descriptor:
    """Read a programme's descriptor.

    Raises
    ------
    GiaobanError
        Where there is none, or none that can be read.
    """
    path = folder / FILE
    if not path.is_file():
        raise GiaobanError(
            f"{folder.name}:-:-: no programme there (found no {FILE}), "
            "expected a folder under data/raw, or a path to one"
        )
    try:
        descriptor = json.loads(path.read_text("utf-8-sig"))
        json.dumps(descriptor, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise GiaobanError(f"{FILE}:-:-: cannot be read (found {error}), expected JSON") from None
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not all(isinstance(r, dict) for r in resources):
        raise GiaobanError(f"{FILE}:resources:-: missing, expected the list of tables")
    if not isinstance(descriptor.get("giaoban"), dict):
        raise GiaobanError(f"{FILE}:giaoban:-: missing, expected the programme's description")
    return descriptor


def read_programme(descriptor: Descriptor) -> tuple[pd.Series, list[Fault]]:
    """Check the programme's own description, as a table of one row."""
    given = descriptor["giaoban"]
    schema, known = table_schema("programme"), columns("programme")
    cells = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
    frame, faults = convert(
        pd.DataFrame([cells]).reindex(columns=known).replace("", None).astype("str"), schema, FILE
    )
    faults += constraint_faults(frame, schema, FILE, {(int(f.row), f.column) for f in faults})
    faults += _not_text(given, schema)
    if all(f.column != "period" for f in faults):
        faults += period_faults(frame, None, FILE)
    if any(f.column == "period" for f in faults):
        frame["period"] = None
    unknown = [k for k in given if k not in known]
    faults += [Fault(FILE, 0, k, "unknown key", "", nearest(k, known)) for k in unknown]
    told = [Fault(FILE, "giaoban", f.column, f.problem, f.found, f.expected) for f in faults]
    return frame.iloc[0], told


def _not_text(given: dict[str, Any], schema: Schema) -> list[Fault]:
    texts = [f["name"] for f in schema["fields"] if f["type"] in ("string", "date")]
    wrong = [k for k in texts if k in given and not isinstance(given[k], str)]
    return [Fault(FILE, 0, k, "not text", json.dumps(given[k]), "expected text") for k in wrong]


def reference_faults(programme: pd.Series, tables: dict[str, pd.DataFrame]) -> Iterator[Fault]:
    """Find a unit, or a source, of the programme that its tables do not have."""
    for column, table in (("unit", "units"), ("source", "sources")):
        id_ = programme[column]
        if isinstance(id_, str) and table in tables and id_ not in set(tables[table][column]):
            expected = f"expected one that stands in table {table}"
            yield Fault(FILE, "giaoban", column, "broken foreign key", id_, expected)


def table_list_faults(folder: Path, descriptor: Descriptor, present: list[str]) -> Iterator[Fault]:
    """Hold the tables that the descriptor lists against those in the folder."""
    listed = {str(r.get("name")): str(r.get("path")) for r in descriptor["resources"]}
    yield from _resource_faults(descriptor)
    for name in [t for t in COMPULSORY if t not in present]:
        expected = f"expected the tables {', '.join(COMPULSORY)} at least"
        yield Fault(f"{name}.csv", "-", "-", "missing table", "", expected)
    for name, path in listed.items():
        if name not in TABLES:
            yield Fault(FILE, "resources", name, "unknown table", "", nearest(name, list(TABLES)))
        elif path != f"{name}.csv":
            yield Fault(FILE, "resources", name, "wrong path", path, f"expected {name}.csv")
        elif name not in present and name not in COMPULSORY:
            yield Fault(f"{name}.csv", "-", "-", "missing table", "", f"{FILE} lists it")
    for name in [t for t in present if t not in listed]:
        yield Fault(FILE, "resources", name, "table not listed", "", f"expected {name}.csv there")
    for file in sorted(folder.glob("*.csv")):
        if file.stem not in TABLES:
            yield Fault(file.name, "-", "-", "unknown table", "", nearest(file.stem, list(TABLES)))


def _resource_faults(descriptor: Descriptor) -> Iterator[Fault]:
    """Find what would make another program read a table otherwise than this one does."""
    names = [str(r.get("name")) for r in descriptor["resources"]]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield Fault(FILE, "resources", name, "table listed twice", "", "expected once")
    for resource in descriptor["resources"]:
        for part, right in AS_WRITTEN.items():
            if part in resource and resource[part] != right:
                found, name = json.dumps(resource[part]), str(resource.get("name"))
                expected = f"expected {json.dumps(right)}, or to leave it out"
                yield Fault(FILE, name, part, "not how tables are read", found, expected)


def schema_copy_faults(
    descriptor: Descriptor, name: str, header: list[str], tables: list[str]
) -> Iterator[Fault]:
    """Say where the schema written out in the descriptor disagrees with the one that counts."""
    copies = [
        r["schema"] for r in descriptor["resources"] if r.get("name") == name and "schema" in r
    ]
    if not copies or not header:
        return
    right, copy = _by_part(written_out(name, header, tables)), _by_part(copies[0])
    for part in dict.fromkeys([*right, *copy]):
        if right.get(part) != copy.get(part):
            found = json.dumps(copy.get(part), ensure_ascii=False)
            expected = f"expected {json.dumps(right.get(part), ensure_ascii=False)}"
            yield Fault(FILE, name, part, "the schema's copy disagrees", found, expected)


def _by_part(schema: Any) -> dict[str, Any]:
    parts = dict(schema) if isinstance(schema, dict) else {}
    fields = parts.pop("fields", [])
    fields = [f for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []
    order = {"fields": [f.get("name") for f in fields]}
    return order | {str(f.get("name")): f for f in fields} | parts
