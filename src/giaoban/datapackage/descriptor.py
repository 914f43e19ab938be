"""The ``datapackage.json`` of a programme: read it, check it, write it out."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, nearest
from giaoban.files import refuse_too_large
from giaoban.tables import (
    FILE,
    GIAOBAN,
    KEYS_KNOWN,
    TYPES,
    Contents,
    Fault,
    OtherKey,
    Rows,
    Schema,
    TextTable,
    as_read,
    columns,
    table_schema,
    written_out,
)

AS_WRITTEN: dict[str, object] = {
    "type": "table",
    "scheme": "file",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {"delimiter": ","},
}
# How the files of either form are written, by the ending of their names.
PARQUET = ".parquet"
WRITTEN: dict[str, dict[str, object]] = {
    ".csv": AS_WRITTEN,
    PARQUET: {"type": "table", "scheme": "file", "format": "parquet"},
}
# With the schemas of all tables written out it has some 50,000 bytes.
_MOST_BYTES, _MOST_TABLES = 1_000_000, 1000
# What JSON writes as text.
_AS_TEXT = ("string", "date")
Descriptor = dict[str, Any]


def ending_of(table: str, parquet: Collection[str]) -> str:
    """Give the ending of a table's file."""
    return PARQUET if table in parquet else ".csv"


def describe(
    name: str,
    programme: dict[str, Any],
    headers: dict[str, list[str]],
    parquet: Collection[str] = (),
) -> Descriptor:
    """Write out a Frictionless Data Package whole, its schemas included.

    Parameters
    ----------
    name : str
        Name of the programme's folder.
    programme : dict
        The programme's own description, kept under the key ``giaoban``.
    headers : dict of str to list of str
        The columns of each table.
    parquet : collection of str
        The tables that are kept as Parquet.
    """
    resources = [
        {
            "name": table,
            "path": f"{table}{ending_of(table, parquet)}",
            **WRITTEN[ending_of(table, parquet)],
            "schema": written_out(table, header, list(headers)),
        }
        for table, header in headers.items()
    ]
    return {"name": name.lower(), GIAOBAN: programme, "resources": resources}


def descriptor(name: str, contents: Contents) -> Descriptor:
    """Describe what a programme holds as a data package of a name."""
    headers = {table: list(frame.columns) for table, frame in contents.tables.items()}
    described = describe(name, contents.programme, headers, contents.parquet)
    return _with_keys(described, contents.others)


def _with_keys(described: Descriptor, others: list[OtherKey]) -> Descriptor:
    """Put what else was said back to where it stood."""
    resources = {resource["name"]: dict(resource) for resource in described["resources"]}
    own = {other.key: other.value for other in others if not other.table}
    for table, key, value in others:
        if table in resources:
            resources[table][key] = value
    name = {"name": described["name"]} | own
    return name | {GIAOBAN: described[GIAOBAN], "resources": list(resources.values())}


def is_own_file(path: Path) -> bool:
    """Say whether a folder holds a file; what only seems to be a file of its own is refused.

    Raises
    ------
    GiaobanError
        Where it is a folder or a pipe, or a link that leads out of the folder: who gets a folder
        from somebody else is not to send on a file of the own machine with it; or far too large.
    """
    if not path.exists():
        return False
    if not path.is_file():
        raise GiaobanError(N_("{file}: is no file, expected one"), file=path.name)
    if not path.resolve().is_relative_to(path.parent.resolve()):
        template = N_("{file}: is a link that leads out of the folder, put the file itself there")
        raise GiaobanError(template, file=path.name)
    refuse_too_large(path)
    return True


def read_descriptor(folder: Path) -> Descriptor:
    """Read a programme's descriptor.

    Raises
    ------
    GiaobanError
        Where there is none, or none that can be read.
    """
    path = folder / FILE
    if not is_own_file(path):
        raise GiaobanError(
            N_(
                "{place}: no programme there (found no {file}), expected a folder under data/raw, "
                "or a path to one"
            ),
            place=f"{folder.name}:-:-",
            file=FILE,
        )
    refuse_too_large(path, _MOST_BYTES)
    try:
        descriptor = json.loads(path.read_text("utf-8-sig").lstrip("\ufeff"))
        json.dumps(descriptor, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise GiaobanError(
            N_("{place}: cannot be read (found {error}), expected JSON"),
            place=f"{FILE}:-:-",
            error=str(error),
        ) from None
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not all(isinstance(r, dict) for r in resources):
        template = N_("{place}: missing, expected the list of tables")
        raise GiaobanError(template, place=f"{FILE}:resources:-")
    if len(resources) > _MOST_TABLES:
        template = N_(
            "{place}: {found} tables listed, expected at most {most}: strike out those that are "
            "not needed"
        )
        found, place = len(resources), f"{FILE}:resources:-"
        raise GiaobanError(template, place=place, found=found, most=_MOST_TABLES)
    if not isinstance(descriptor.get(GIAOBAN), dict):
        template = N_("{place}: missing, expected the programme's description")
        raise GiaobanError(template, place=f"{FILE}:{GIAOBAN}:-")
    return descriptor


def read_programme(descriptor: Descriptor) -> TextTable:
    """Give the programme's own description as a table of one row."""
    given, known = descriptor[GIAOBAN], columns("programme")
    cells = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
    fields = {f["name"]: f for f in table_schema("programme")["fields"]}
    cells |= {k: as_read(cells[k], f) for k, f in fields.items() if k in cells}
    frame = pd.DataFrame([cells], index=[GIAOBAN]).reindex(columns=known).replace("", None)
    faults = _not_text(given, table_schema("programme"))
    for key in [k for k in given if k not in known]:
        meant = nearest(key, known)
        faults.append(KEYS_KNOWN.fault(FILE, GIAOBAN, key, N_("unknown key"), "", meant))
    return TextTable(FILE, frame.astype("str"), known, faults)


def _not_text(given: dict[str, Any], schema: Schema) -> list[Fault]:
    texts = {f["name"]: TYPES[f["type"]] for f in schema["fields"] if f["type"] in _AS_TEXT}
    problem, expected = N_("not text"), N_("expected text")
    return [
        check.fault(FILE, GIAOBAN, key, problem, json.dumps(given[key]), expected)
        for key, check in texts.items()
        if key in given and not isinstance(given[key], str)
    ]


def keys_of_descriptor(given: Descriptor, name: str) -> Rows:
    """Find what a ``datapackage.json`` says beyond what `describe` writes."""
    used = {GIAOBAN, "resources"} | ({"name"} if given.get("name") == name.lower() else set())
    others = [("", key, value) for key, value in given.items() if key not in used]
    used = {"name", "path", "schema", *AS_WRITTEN}
    for resource in given["resources"]:
        own, table = resource.items(), str(resource.get("name"))
        others += [(table, key, value) for key, value in own if key not in used]
    return {f"{table}:{key}": [table, key, json.dumps(value)] for table, key, value in others}
