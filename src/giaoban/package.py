"""Read a programme's data package and check it, telling every fault at once."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from giaoban import meaning, references
from giaoban.catalogues import N_
from giaoban.checks import constraint_faults, convert
from giaoban.csvfile import TextTable, read_text
from giaoban.descriptor import (
    FILE,
    read_descriptor,
    read_programme,
    reference_faults,
    schema_copy_faults,
    table_list_faults,
)
from giaoban.errors import Fault, GiaobanError, Text, one_of
from giaoban.schema import TABLES, columns, table_schema

LEADS_TO = {"units": "parent", "indicators": "part_of", "definitions": "includes"}


@dataclass(frozen=True)
class Package:
    """A programme's tables, read and checked.

    Attributes
    ----------
    name : str
        Name of its folder.
    programme : Series
        The programme's description of itself.
    tables : dict of str to DataFrame
        All tables with all their columns, typed; those left out are empty.
    """

    name: str
    programme: pd.Series
    tables: dict[str, pd.DataFrame]


def read_package(folder: Path) -> Package:
    """Read and check a programme.

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    package, faults = check_package(folder)
    if faults:
        raise GiaobanError("{faults}", faults="\n".join(map(str, faults)))
    return package


def check_package(folder: Path) -> tuple[Package, list[Fault]]:
    """Read a programme and collect every fault, in the order of the tables and rows."""
    descriptor = read_descriptor(folder)
    programme, faults = read_programme(descriptor)
    present = [t for t in TABLES if (folder / f"{t}.csv").is_file()]
    texts = {t: read_text(folder / f"{t}.csv", t) for t in present}
    faults += table_list_faults(folder, descriptor, present)
    readable = {t: text for t, text in texts.items() if text.header}
    typed = {t: convert(text.frame, table_schema(t), f"{t}.csv") for t, text in readable.items()}
    tables = {t: frame for t, (frame, _) in typed.items()}
    faults += reference_faults(programme, tables)
    for name, text in texts.items():
        faults += text.faults
        if name in typed:
            faults += schema_copy_faults(descriptor, name, text.header, present)
            faults += _table_faults(name, tables, text, programme, typed[name][1])
    tables = _with_defaults(tables, programme["unit"])
    return Package(folder.resolve().name, programme, tables), faults


def _table_faults(
    name: str,
    tables: dict[str, pd.DataFrame],
    text: TextTable,
    programme: pd.Series,
    unreadable: list[Fault],
) -> list[Fault]:
    """Collect what is wrong with the cells of one table, at most one fault a cell."""
    file, table, years = f"{name}.csv", tables[name], programme["period"]
    skip = {(int(f.row), f.column) for f in unreadable}
    present = table[[c for c in table.columns if c in text.header]]
    faults = unreadable + constraint_faults(present, table_schema(name), file, skip)
    faults += references.foreign_key_faults(name, tables, file)
    if isinstance(years, str) and "period" in table:
        faults += meaning.period_faults(table, meaning.bounds_of(name, years), file)
    if isinstance(years, str) and name == "meetings":
        faults += references.meeting_faults(table, years, file)
    valued = name == "claims" or (name in ("figures", "targets") and "value" in text.header)
    if valued and "indicators" in tables:
        unread = {f.row for f in unreadable}
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
    first: dict[tuple[int | str, str], Fault] = {}
    absent = set(table.columns) - set(text.header)
    for fault in [f for f in faults if f.column not in absent]:
        first.setdefault((fault.row, fault.column), fault)
    return sorted(first.values(), key=lambda fault: (fault.row, fault.column))


def _with_defaults(tables: dict[str, pd.DataFrame], unit: object) -> dict[str, pd.DataFrame]:
    """Add the tables that were left out, and say outright what an empty cell stands for."""
    out = dict(tables)
    for name in set(TABLES) - set(tables):
        empty = pd.DataFrame(columns=columns(name), dtype="str")
        out[name] = convert(empty, table_schema(name), name)[0]
    if out["units"].empty:
        own = pd.DataFrame([{"unit": unit, "title_vi": unit, "title_en": unit}])
        out["units"] = own.reindex(columns=columns("units")).astype(out["units"].dtypes)
    out["figures"] = out["figures"].fillna({"qualifier": "=", "obs_status": "A"})
    out["targets"] = out["targets"].fillna({"qualifier": "="})
    meetings = out["meetings"].copy()
    meetings["data_cutoff"] = meetings["data_cutoff"].fillna(meetings["meeting_date"])
    out["meetings"] = meetings
    return out


def programmes(raw_dir: str | Path) -> list[str]:
    """List the programmes of a folder, faulty ones too."""
    return sorted(path.parent.name for path in Path(raw_dir).glob(f"*/{FILE}"))


def find_programme(programme: str, raw_dir: str | Path) -> Path:
    """Find a programme's folder by its name or path.

    Raises
    ------
    GiaobanError
        Where there is none; it names those that there are.
    """
    raw = Path(raw_dir)
    for folder in (raw / programme, Path(programme)):
        if programme and (folder / FILE).is_file():
            return folder
    there = programmes(raw)
    anywhere = Text(N_("expected a folder under {folder}, or a path"), folder=raw_dir)
    raise GiaobanError(
        N_("no such programme (found {found}), {expected}"),
        found=programme,
        expected=one_of(there) if there else anywhere,
    )
