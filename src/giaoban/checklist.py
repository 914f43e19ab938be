"""Which checks a programme went through, by its schemas and its columns, and how each ended."""

from collections.abc import Iterator

import pandas as pd

from giaoban.descriptor import read_descriptor
from giaoban.headings import PROGRAMME
from giaoban.package import Examined
from giaoban.rulebook import PACKAGE, Check, with_faults
from giaoban.schema import (
    COMPULSORY,
    Schema,
    columns,
    compulsory_columns,
    foreign_keys,
    table_schema,
)
from giaoban.tablechecks import LEADS_TO
from giaoban.texttable import TextTable


def checklist(examined: Examined) -> list[Check]:
    """List the checks that a programme went through, each with the faults that break it.

    A check that stands here was applied: those of a column that was left out, or of a key to a
    table that was, are not listed.
    """
    of_the_list = _of_the_sheets if examined.workbook else _of_the_folder
    checks = [*of_the_list(examined), *_of_the_programme(examined)]
    for name in examined.given.tables:
        checks += _of_the_file(examined, name)
        if name in examined.typed:
            checks += _of_the_table(examined, name)
    files = {text.file: name for name, text in examined.texts.items()}
    return with_faults(checks, examined.faults, files)


def _of_the_folder(examined: Examined) -> Iterator[Check]:
    resources, tables = read_descriptor(examined.path)["resources"], examined.given.tables
    for rule in ("there", "tables_known", "listed"):
        yield Check(PACKAGE, "", rule, len(tables))
    for rule in ("listed_once", "path", "as_written"):
        yield Check(PACKAGE, "", rule, len(resources))
    for name in [name for name, text in tables.items() if text.header]:
        if any(r.get("name") == name and "schema" in r for r in resources):
            yield Check(name, "", "copy", 1)


def _of_the_sheets(examined: Examined) -> Iterator[Check]:
    for rule in ("there", "tables_known", "once"):
        yield Check(PACKAGE, "", rule, len(examined.texts))


def _of_the_programme(examined: Examined) -> Iterator[Check]:
    text, schema = examined.given.programme, table_schema(PROGRAMME)
    if not examined.workbook:
        yield Check(PROGRAMME, "", "keys_known", len(text.header))
        cells = text.frame
    else:
        yield from _of_the_file(examined, PROGRAMME)
        yield Check(PROGRAMME, "", "one_row", len(text.frame))
        cells = text.frame[[c for c in columns(PROGRAMME) if c in text.header]]
        yield from _of_the_cells(PROGRAMME, text)
    yield from _of_the_schema(PROGRAMME, schema, cells, cells)
    for column, (table, _) in foreign_keys(PROGRAMME).items():
        if table in examined.typed and column in cells:
            looked_at = int(cells[column].notna().sum())
            yield Check(PROGRAMME, column, "reference", looked_at, {"table": table})
    if "period" in cells:
        yield Check(PROGRAMME, "period", "period", int(cells["period"].notna().sum()))


def _of_the_file(examined: Examined, name: str) -> Iterator[Check]:
    text = examined.texts[name]
    yield Check(name, "", "readable", 1)
    if not text.header:
        return
    if not examined.workbook:
        ragged = sum(fault.column == "-" for fault in text.faults)
        yield Check(name, "", "shape", len(text.frame) + ragged)
    yield Check(name, "", "columns_known", len(text.header))
    yield Check(name, "", "columns_once", len(text.header))
    for column in compulsory_columns(name):
        yield Check(name, column, "column", 1)


def _of_the_cells(name: str, text: TextTable) -> Iterator[Check]:
    """List what only the cells of a workbook are asked."""
    for column in [c for c in columns(name) if c in text.letters]:
        yield Check(name, column, "cell", len(text.frame))


def _of_the_table(examined: Examined, name: str) -> Iterator[Check]:
    text, typed, schema = examined.given.tables[name], examined.typed, table_schema(name)
    present = [column for column in columns(name) if column in text.header]
    frame = typed[name][present]
    if name in COMPULSORY:
        yield Check(name, "", "filled", 1)
    yield from _of_the_cells(name, text)
    yield from _of_the_schema(name, schema, text.frame[present], frame)
    key = schema.get("primaryKey", [])
    if key and set(key) <= set(present):
        yield Check(name, "+".join(key), "key", int(frame[key].notna().all(axis=1).sum()))
    for column, (table, _) in foreign_keys(name).items():
        if column in present and table in typed:
            looked_at = int(frame[column].notna().sum())
            yield Check(name, column, "reference", looked_at, {"table": table})
    if "period" in present:
        yield Check(name, "period", "period", int(frame["period"].notna().sum()))
    for rule, column, parts in _about(name, "indicators" in typed, "value" in present):
        if column in present:
            number = _looked_at(rule, column, typed[name], examined)
            yield Check(name, column, rule, number, parts)


def _of_the_schema(
    name: str, schema: Schema, text: pd.DataFrame, frame: pd.DataFrame
) -> Iterator[Check]:
    for field in [f for f in schema["fields"] if f["name"] in frame]:
        column, bounds = field["name"], field.get("constraints", {})
        given, read = int(text[column].notna().sum()), int(frame[column].notna().sum())
        yield Check(name, column, field["type"], given)
        if bounds.get("required"):
            yield Check(name, column, "required", len(frame))
        if "enum" in bounds:
            yield Check(name, column, "enum", read, {"known": ", ".join(bounds["enum"])})
        if "pattern" in bounds and column != "period":
            yield Check(name, column, "pattern", read)
        if "minimum" in bounds:
            rule = "range" if "maximum" in bounds else "minimum"
            ends = {"low": bounds["minimum"], "high": bounds.get("maximum")}
            yield Check(name, column, rule, read, ends)


def _about(name: str, measured: bool, valued: bool) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Name the rules of a table that no schema can say.

    ``measured``: the indicators are known; ``valued``: there is a column of values.
    """
    if name in ("units", "rules"):
        yield "order", "valid_to", {}
    if name in ("units", "indicators"):
        yield "file_name", name[:-1], {}
    if name in LEADS_TO:
        yield "circle", LEADS_TO[name], {}
    if name == "meetings":
        yield "within", "meeting_date", {}
        yield "cutoff", "data_cutoff", {}
    yield "within", "period", {}
    if name == "rules" and measured:
        yield "a_share", "indicator", {}
        yield "a_share", "base", {}
    if name == "claims" and measured:
        yield "print", "as_published", {"column": "stated"}
    if name in ("figures", "targets") and measured and valued:
        yield "share", "value", {}
        yield "count", "value", {}
        yield "possible", "qualifier", {}
    if name == "figures" and measured and valued:
        yield "print", "as_published", {"column": "value"}
        yield "given", "value", {}
        yield "sourced", "source", {}
        yield "silent", "obs_status", {}
        yield "part", "numerator", {}


def _looked_at(rule: str, column: str, frame: pd.DataFrame, examined: Examined) -> int | None:
    """Count the cells that a rule looks at; it needs the programme's years for what lies within."""
    if rule in ("within", "cutoff") and not isinstance(examined.package.programme["period"], str):
        return None
    if rule in ("share", "count"):
        indicators = examined.typed["indicators"]
        kind = {"share": "percent", "count": "count"}[rule]
        asked = indicators.loc[indicators["unit_measure"] == kind, "indicator"]
        return int((frame[column].notna() & frame["indicator"].isin(asked)).sum())
    if rule in ("sourced", "silent"):
        return int(frame["value"].notna().sum())
    return len(frame) if rule == "given" else int(frame[column].notna().sum())
