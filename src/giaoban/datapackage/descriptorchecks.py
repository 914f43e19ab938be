"""Hold a programme's ``datapackage.json`` against its files and the schemas that count."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from giaoban.catalogues import N_
from giaoban.datapackage.descriptor import PARQUET, WRITTEN, Descriptor
from giaoban.errors import Text, nearest
from giaoban.tables import (
    COMPULSORY,
    FILE,
    ONCE,
    PACKAGE,
    TABLES,
    TABLES_KNOWN,
    THERE,
    Check,
    Fault,
    TextPackage,
    TextTable,
    columns,
    compulsory_columns,
    missing_tables,
    one,
    tables_given,
    written_out,
)


def _in_a_folder(given: TextPackage) -> list[str]:
    return [PACKAGE] if given.resources is not None else []


def _with_a_copy(given: TextPackage) -> list[str]:
    copied = [r.get("name") for r in given.resources or [] if "schema" in r]
    return [name for name, text in given.tables.items() if text.header and name in copied]


def _resources(given: TextPackage, _part: str) -> int:
    return len(given.resources or [])


LISTED = Check("listed", N_("every table is listed"), _in_a_folder, tables_given)
LISTED_ONCE = Check("listed_once", N_("no table is listed twice"), _in_a_folder, _resources)
PATH = Check("path", N_("the list names the right file"), _in_a_folder, _resources)
READ_AS_LISTED = Check(
    "as_written", N_("the list describes the files as they are read"), _in_a_folder, _resources
)
COPY = Check("copy", N_("the copy of the schema agrees"), _with_a_copy, one)
# What is to be read, and no rule.
TEXTS = ("title", "description", "codes")
# What earlier versions wrote: narrower than now, and as good for what is there.
EARLIER: dict[tuple[str, str], Any] = {
    ("targets", "primaryKey"): ["indicator", "unit", "period", "reported_on"],
}
OF_A_DESCRIPTOR = (LISTED, LISTED_ONCE, PATH, READ_AS_LISTED, COPY)


def table_list_faults(
    folder: Path, descriptor: Descriptor, files: dict[str, list[Path]]
) -> Iterator[Fault]:
    """Hold the tables that the descriptor lists against those in the folder, and their files."""
    listed = {_text(r, "name"): _text(r, "path") for r in descriptor["resources"]}
    yield from _resource_faults(descriptor)
    there = {name: paths[0].name for name, paths in files.items() if paths}
    yield from missing_tables([*there])
    for name, path in listed.items():
        if name not in TABLES:
            meant = nearest(name, list(TABLES))
            yield TABLES_KNOWN.fault(FILE, "resources", name, N_("unknown table"), "", meant)
        elif path != (right := there.get(name, f"{name}{_ending(path)}")):
            expected = Text(N_("expected {value}"), value=right)
            yield PATH.fault(FILE, "resources", name, N_("wrong path"), path, expected)
        elif name not in there and name not in COMPULSORY:
            expected = Text(N_("{file} lists it"), file=FILE)
            yield THERE.fault(path, "-", "-", N_("missing table"), "", expected)
    for name in [t for t in there if t not in listed]:
        template = N_("expected {file} there: giaoban check PROGRAMME --fix COPY lists it")
        expected = Text(template, file=there[name])
        yield LISTED.fault(FILE, "resources", name, N_("table not listed"), "", expected)
    for file in sorted(file for file in folder.iterdir() if file.suffix in WRITTEN):
        if file.stem not in TABLES:
            meant = nearest(file.stem, list(TABLES))
            yield TABLES_KNOWN.fault(file.name, "-", "-", N_("unknown table"), "", meant)
        elif file in files[file.stem][1:]:
            old = Text(N_("{file} is there too: move away what is old"), file=there[file.stem])
            yield ONCE.fault(file.name, "-", "-", N_("table stands twice"), "", old)


def _ending(path: str) -> str:
    """Give the ending of a file that is listed; what is not known is taken for CSV."""
    return PARQUET if path.endswith(PARQUET) else ".csv"


def _text(resource: Descriptor, key: str) -> str:
    """Give what a resource says under a key, and a dash where that is no text."""
    said = resource.get(key)
    return said if isinstance(said, str) else "-"


def _resource_faults(descriptor: Descriptor) -> Iterator[Fault]:
    """Find what would make another program read a table otherwise than this one does."""
    names = [_text(r, "name") for r in descriptor["resources"]]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield LISTED_ONCE.fault(
            FILE, "resources", name, N_("table listed twice"), "", N_("expected once")
        )
    for resource in descriptor["resources"]:
        for part, right in WRITTEN[_ending(_text(resource, "path"))].items():
            if part in resource and resource[part] != right:
                found, name = json.dumps(resource[part]), _text(resource, "name")
                template = N_("expected {value}, or to leave it out")
                expected = Text(template, value=json.dumps(right))
                yield READ_AS_LISTED.fault(
                    FILE, name, part, N_("not how tables are read"), found, expected
                )


def schema_copy_faults(
    descriptor: Descriptor, name: str, text: TextTable, tables: list[str]
) -> Iterator[Fault]:
    """Say where the schema written out in the descriptor disagrees with the one that counts.

    Nothing is said of a table whose own header is wrong: the copy may well be right; nor of titles
    and descriptions, which may be in anybody's words; nor where an earlier version asked for more
    than now, and what is there has it: it did not know a code, or left no cell empty; nor of
    columns that were added since.
    """
    copies = [
        r["schema"] for r in descriptor["resources"] if r.get("name") == name and "schema" in r
    ]
    sound = {*compulsory_columns(name)} <= {*text.header} <= {*columns(name)}
    if not copies or not sound:
        return
    copy = _by_part(copies[0])
    copied = copy["fields"] = [column for column in copy["fields"] if column not in text.own]
    told = [column for column in text.header if column in copied] if copied else text.header
    right = _by_part(written_out(name, told, tables))
    copy = {part: said for part, said in copy.items() if part not in text.own}
    filled = {*text.frame.columns[text.frame.notna().all()]}
    for part in dict.fromkeys([*right, *copy]):
        earlier = EARLIER.get((name, part))
        agrees = _agrees(copy.get(part), right.get(part), may_require=part in filled)
        if not agrees and copy.get(part) != earlier:
            found = json.dumps(copy.get(part), ensure_ascii=False)
            meant = json.dumps(right.get(part), ensure_ascii=False)
            expected = Text(N_("expected {value}"), value=meant)
            yield COPY.fault(FILE, name, part, N_("the schema's copy disagrees"), found, expected)


def _agrees(copy: Any, right: Any, *, may_require: bool) -> bool:
    """Say whether a field or key of a copy would be read as the schema has it."""
    if not isinstance(copy, dict) or not isinstance(right, dict):
        return bool(copy == right)
    copied, meant = (
        {key: value for key, value in part.items() if key not in TEXTS} for part in (copy, right)
    )
    rules, asked = meant.pop("constraints", {}), copied.pop("constraints", {})
    if not isinstance(asked, dict) or copied != meant:
        return False
    codes, known = asked.get("enum"), rules.get("enum", [])
    if isinstance(codes, list) and codes and set(map(str, codes)) <= set(known):
        asked = asked | {"enum": known}
    if may_require and "required" not in rules:
        asked = {rule: said for rule, said in asked.items() if rule != "required"}
    return bool(asked == rules)


def _by_part(schema: Any) -> dict[str, Any]:
    parts = dict(schema) if isinstance(schema, dict) else {}
    fields = parts.pop("fields", [])
    fields = [f for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []
    order = {"fields": [f.get("name") for f in fields]}
    return order | {str(f.get("name")): f for f in fields} | parts
