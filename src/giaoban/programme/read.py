"""Read a programme and check it, telling every fault at once."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from giaoban.catalogues import languages
from giaoban.checks import (
    Result,
    described,
    description,
    doubts,
    pointing_nowhere,
    results,
    table_faults,
    table_of,
)
from giaoban.datapackage import WRITTEN, read_descriptor, read_folder, read_programme
from giaoban.errors import GiaobanError, Text
from giaoban.files import refuse_too_large
from giaoban.programme.find import WORKBOOKS, programme_name, workbook_of
from giaoban.programme.kept import keep_tables, kept_tables, worth_keeping
from giaoban.tables import (
    KEPT_IN,
    PROGRAMME,
    TABLES,
    Fault,
    TextPackage,
    TextTable,
    TypedTable,
    causes,
    columns,
    convert,
    kept_in,
    listed,
    table_schema,
)


@dataclass(frozen=True)
class Package:
    """A programme's tables, read and checked.

    Attributes
    ----------
    name : str
        Name of its folder, or of its workbook without the ending.
    programme : Series
        The programme's description of itself.
    tables : dict of str to DataFrame
        All tables with all their columns, typed; those left out are empty.
    notes : list of Text
        What a reader should know although it is no fault, such as hidden rows.
    """

    name: str
    programme: pd.Series
    tables: dict[str, pd.DataFrame]
    notes: list[Text] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        """The languages of its reports: those in which it is named itself."""
        named = self.programme.reindex([f"title_{code}" for code in KEPT_IN]).notna()
        return [code for code in languages() if named[f"title_{kept_in(code)}"]]


@dataclass(frozen=True)
class Examined:
    """A programme with all that was read of it and found in it.

    Attributes
    ----------
    path : Path
        Its folder or workbook.
    given : TextPackage
        Its tables as text.
    tables : dict of str to TypedTable
        The programme's description of itself and its tables, typed, with nothing filled in.
    package : Package
        The processed tables.
    faults : list of Fault
        Every fault, in the order of the tables and rows.
    """

    path: Path
    given: TextPackage
    tables: dict[str, TypedTable]
    package: Package
    faults: list[Fault]

    @property
    def workbook(self) -> Path | None:
        """The workbook that holds it; None where a folder of CSV files does."""
        return workbook_of(self.path)

    @cached_property
    def checks(self) -> list[Result]:
        """The checks that it went through, each with the faults that break it."""
        return results(self.given, self.tables, self.faults)

    def table_of(self, fault: Fault) -> str:
        """Name the table, the ``programme`` or the ``package`` that a fault is in."""
        return table_of(fault, self._files)

    @cached_property
    def _files(self) -> dict[str, str]:
        return {text.file: name for name, text in self.texts.items()}

    @property
    def texts(self) -> dict[str, TextTable]:
        """The tables that there are, and the programme's description of itself."""
        return {PROGRAMME: self.given.programme, **self.given.tables}


def read_package(path: Path) -> Package:
    """Read and check a programme; what was read last is read again only when its files change.

    Parameters
    ----------
    path : Path
        Its folder or workbook (`giaoban.programme.find_programme`).

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    # By whichever way its folder is reached.
    package = _read_once(path.parent.resolve() / path.name, _digest(path))
    # Nobody's changes are to be there for the next.
    tables = {name: table.copy(deep=False) for name, table in package.tables.items()}
    return replace(package, tables=tables)


@lru_cache(maxsize=1)
def _read_once(path: Path, digest: str) -> Package:
    if tables := kept_tables(path, digest):
        own, _ = described(read_programme(read_descriptor(path)))
        return Package(programme_name(path), description(own), tables)
    package = without_faults(path).package
    # What is to be said of it is said while it is read; what changed meanwhile is not this.
    large = not package.notes and worth_keeping(path, package.tables)
    if large and _digest(path) == digest:
        keep_tables(path, digest, package.tables)
    return package


def _digest(path: Path) -> str:
    """Give the SHA-256 of the files that a programme may be read from, and of their names."""
    whole = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file() and file.suffix.lower() in (*WRITTEN, ".json", *WORKBOOKS):
            refuse_too_large(file)
            with file.open("rb") as opened:
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
            whole.update(f"{file.name} {digest}\n".encode())
    return whole.hexdigest()


def without_faults(path: Path) -> Examined:
    """Read a programme and keep what was read; see `read_package`."""
    examined = examine(path)
    if examined.faults:
        raise GiaobanError("{faults}", faults=listed(causes(examined.faults)))
    return examined


def check_package(path: Path) -> tuple[Package, list[Fault]]:
    """Read a programme and collect every fault, in the order of the tables and rows."""
    examined = examine(path)
    return examined.package, examined.faults


def examine(path: Path) -> Examined:
    """Read a programme and keep what was read beside what was made of it."""
    given = read_texts(path)
    own, faults = described(given.programme)
    read = {n: convert(t.frame, table_schema(n), t.file) for n, t in given.tables.items()}
    readable = {name: read[name][0] for name, text in given.tables.items() if text.header}
    tables = {
        name: TypedTable(name, text, frame, text.unread + unread, readable, own.years)
        for (name, text), (frame, unread) in zip(given.tables.items(), read.values(), strict=True)
    }
    own = replace(own, tables=readable)
    faults += given.faults + pointing_nowhere(own)
    for table in tables.values():
        faults += table.text.faults + table_faults(table)
    programme = description(own)
    filled = _with_defaults(readable, programme["unit"])
    files = {name: text.file for name, text in given.tables.items()}
    notes = [*given.notes, *([] if faults else doubts(filled, files))]
    package = Package(programme_name(path), programme, filled, notes)
    return Examined(path, given, {PROGRAMME: own, **tables}, package, faults)


def read_texts(path: Path) -> TextPackage:
    """Read a programme's tables as text, from a folder or a workbook."""
    if workbook := workbook_of(path):
        # What reads workbooks takes longer to import than a folder to be read.
        from giaoban.workbook import read_workbook

        return read_workbook(workbook)
    return read_folder(path)


def _with_defaults(tables: dict[str, pd.DataFrame], unit: object) -> dict[str, pd.DataFrame]:
    """Add the tables that were left out, and say outright what an empty cell stands for."""
    out = dict(tables)
    for name in set(TABLES) - set(tables):
        empty = pd.DataFrame(columns=columns(name), dtype="str")
        out[name] = convert(empty, table_schema(name), name)[0]
    if out["units"].empty:
        own = pd.DataFrame([{"unit": unit, "title_vi": unit, "title_en": unit}])
        out["units"] = own.reindex(columns=columns("units")).astype(out["units"].dtypes)
    figures = out["figures"].fillna({"qualifier": "=", "obs_status": "A"})
    ranged = figures["value_to"].notna()
    out["figures"] = figures.assign(qualifier=figures["qualifier"].mask(ranged, ".."))
    out["targets"] = out["targets"].fillna({"qualifier": "="})
    meetings = out["meetings"].copy()
    meetings["data_cutoff"] = meetings["data_cutoff"].fillna(meetings["meeting_date"])
    out["meetings"] = meetings
    return out
