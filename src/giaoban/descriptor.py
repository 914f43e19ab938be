"""The ``datapackage.json`` of a programme: read it, check it, write it out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Fault, GiaobanError, Text, nearest
from giaoban.schema import COMPULSORY, TABLES, Schema, columns, table_schema, written_out
from giaoban.texttable import TextTable, missing_tables

FILE = "datapackage.json"
# The key of the programme's own description.
PROGRAMME = "giaoban"
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
            N_(
                "{place}: no programme there (found no {file}), expected a folder under data/raw, "
                "or a path to one"
            ),
            place=f"{folder.name}:-:-",
            file=FILE,
        )
    try:
        descriptor = json.loads(path.read_text("utf-8-sig"))
        json.dumps(descriptor, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise GiaobanError(
            N_("{place}: cannot be read (found {error}), expected JSON"),
            place=f"{FILE}:-:-",
            error=str(error),
        ) from None
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not all(isinstance(r, dict) for r in resources):
        form = N_("{place}: missing, expected the list of tables")
        raise GiaobanError(form, place=f"{FILE}:resources:-")
    if not isinstance(descriptor.get("giaoban"), dict):
        form = N_("{place}: missing, expected the programme's description")
        raise GiaobanError(form, place=f"{FILE}:giaoban:-")
    return descriptor


def read_programme(descriptor: Descriptor) -> TextTable:
    """Give the programme's own description as a table of one row."""
    given, known = descriptor["giaoban"], columns("programme")
    cells = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
    frame = pd.DataFrame([cells], index=[PROGRAMME]).reindex(columns=known).replace("", None)
    faults = _not_text(given, table_schema("programme"))
    unknown = [k for k in given if k not in known]
    faults += [Fault(FILE, PROGRAMME, k, N_("unknown key"), "", nearest(k, known)) for k in unknown]
    return TextTable(FILE, frame.astype("str"), known, faults)


def _not_text(given: dict[str, Any], schema: Schema) -> list[Fault]:
    texts = [f["name"] for f in schema["fields"] if f["type"] in ("string", "date")]
    wrong = [k for k in texts if k in given and not isinstance(given[k], str)]
    problem, expected = N_("not text"), N_("expected text")
    return [Fault(FILE, PROGRAMME, k, problem, json.dumps(given[k]), expected) for k in wrong]


def table_list_faults(folder: Path, descriptor: Descriptor, present: list[str]) -> Iterator[Fault]:
    """Hold the tables that the descriptor lists against those in the folder."""
    listed = {str(r.get("name")): str(r.get("path")) for r in descriptor["resources"]}
    yield from _resource_faults(descriptor)
    yield from missing_tables(present)
    for name, path in listed.items():
        if name not in TABLES:
            meant = nearest(name, list(TABLES))
            yield Fault(FILE, "resources", name, N_("unknown table"), "", meant)
        elif path != f"{name}.csv":
            expected = Text(N_("expected {value}"), value=f"{name}.csv")
            yield Fault(FILE, "resources", name, N_("wrong path"), path, expected)
        elif name not in present and name not in COMPULSORY:
            expected = Text(N_("{file} lists it"), file=FILE)
            yield Fault(f"{name}.csv", "-", "-", N_("missing table"), "", expected)
    for name in [t for t in present if t not in listed]:
        expected = Text(N_("expected {file} there"), file=f"{name}.csv")
        yield Fault(FILE, "resources", name, N_("table not listed"), "", expected)
    for file in sorted(folder.glob("*.csv")):
        if file.stem not in TABLES:
            meant = nearest(file.stem, list(TABLES))
            yield Fault(file.name, "-", "-", N_("unknown table"), "", meant)


def _resource_faults(descriptor: Descriptor) -> Iterator[Fault]:
    """Find what would make another program read a table otherwise than this one does."""
    names = [str(r.get("name")) for r in descriptor["resources"]]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield Fault(FILE, "resources", name, N_("table listed twice"), "", N_("expected once"))
    for resource in descriptor["resources"]:
        for part, right in AS_WRITTEN.items():
            if part in resource and resource[part] != right:
                found, name = json.dumps(resource[part]), str(resource.get("name"))
                form = N_("expected {value}, or to leave it out")
                expected = Text(form, value=json.dumps(right))
                yield Fault(FILE, name, part, N_("not how tables are read"), found, expected)


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
            told = json.dumps(right.get(part), ensure_ascii=False)
            expected = Text(N_("expected {value}"), value=told)
            yield Fault(FILE, name, part, N_("the schema's copy disagrees"), found, expected)


def _by_part(schema: Any) -> dict[str, Any]:
    parts = dict(schema) if isinstance(schema, dict) else {}
    fields = parts.pop("fields", [])
    fields = [f for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []
    order = {"fields": [f.get("name") for f in fields]}
    return order | {str(f.get("name")): f for f in fields} | parts
