"""Collect what is wrong with a programme's own description, and with each of its tables."""

from collections.abc import Hashable, Iterator

import pandas as pd

from giaoban import meaning, references
from giaoban.celltypes import convert
from giaoban.checks import constraint_faults
from giaoban.errors import Fault
from giaoban.headings import PROGRAMME
from giaoban.schema import foreign_keys, table_schema
from giaoban.texttable import TextTable

LEADS_TO = {"units": "parent", "indicators": "part_of", "definitions": "includes"}


def described(text: TextTable) -> tuple[pd.Series, list[Fault]]:
    """Check the programme's own description, a table of one row."""
    schema = table_schema(PROGRAMME)
    frame, faults = convert(text.frame, schema, text.file, titled=text.in_workbook)
    faults = text.unread + faults
    skip = {(f.row, f.column) for f in faults}
    faults += constraint_faults(frame, schema, text.file, skip, text.in_workbook)
    if all(f.column != "period" for f in faults):
        faults += meaning.period_faults(frame, None, text.file)
    if any(f.column == "period" for f in faults):
        frame["period"] = None
    own = frame.reset_index(drop=True).reindex([0]).iloc[0]
    return own, text.faults + [text.placed(f) for f in faults if f.column in text.header]


def pointing_nowhere(
    programme: pd.Series, tables: dict[str, pd.DataFrame], text: TextTable
) -> Iterator[Fault]:
    """Find a unit, or a source, of the programme that its tables do not have."""
    for column, (table, key) in foreign_keys(PROGRAMME).items():
        id_ = programme[column]
        if isinstance(id_, str) and table in tables and id_ not in set(tables[table][key]):
            row = text.frame.index[0]
            yield text.placed(references.dangling(text.file, row, column, id_, table))


def table_faults(
    name: str,
    tables: dict[str, pd.DataFrame],
    text: TextTable,
    programme: pd.Series,
    unreadable: list[Fault],
) -> list[Fault]:
    """Collect what is wrong with the cells of one table, at most one fault a cell."""
    file, table, years = text.file, tables[name], programme["period"]
    skip = {(f.row, f.column) for f in unreadable}
    present = table[[c for c in table.columns if c in text.header]]
    schema = table_schema(name)
    faults = unreadable + constraint_faults(present, schema, file, skip, text.in_workbook)
    faults += references.foreign_key_faults(name, tables, file)
    if isinstance(years, str) and "period" in table:
        faults += meaning.period_faults(table, meaning.bounds_of(name, years), file)
    if isinstance(years, str) and name == "meetings":
        faults += references.meeting_faults(table, years, file)
    valued = name == "claims" or (name in ("figures", "targets") and "value" in text.header)
    if valued and "indicators" in tables:
        unread = {f.row for f in unreadable if f.column in meaning.LOOKED_AT}
        found = meaning.value_faults(name, table, tables["indicators"], file)
        faults += [fault for fault in found if fault.row not in unread]
    if name in ("units", "rules"):
        faults += references.validity_faults(table, file)
    if name in ("units", "indicators"):
        faults += references.file_name_faults(table, name[:-1], file)
    if name == "rules" and "indicators" in tables:
        faults += references.rule_faults(table, tables["indicators"], file)
    if name in LEADS_TO:
        faults += references.circle_faults(table, name[:-1], LEADS_TO[name], file)
    first: dict[tuple[Hashable, str], Fault] = {}
    absent = set(table.columns) - set(text.header)
    for fault in [f for f in faults if f.column not in absent]:
        first.setdefault((fault.row, fault.column), fault)
    places = {column: place for place, column in enumerate(text.header)}
    in_order = sorted(first.values(), key=lambda f: (f.row, places.get(f.column, -1)))
    return [text.placed(fault) for fault in in_order]
