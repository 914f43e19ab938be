"""Read a programme and check it, telling every fault at once."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.celltypes import convert
from giaoban.errors import Fault, GiaobanError, Listed, Text
from giaoban.folder import read_folder
from giaoban.headings import PROGRAMME
from giaoban.programmes import programme_name, workbook_of
from giaoban.schema import COMPULSORY, TABLES, columns, table_schema
from giaoban.tablechecks import described, pointing_nowhere, table_faults
from giaoban.texttable import TextPackage, TextTable
from giaoban.workbook import read_workbook


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


@dataclass(frozen=True)
class Examined:
    """A programme with all that was read of it and found in it.

    Attributes
    ----------
    path : Path
        Its folder or workbook.
    given : TextPackage
        Its tables as text.
    typed : dict of str to DataFrame
        Those that could be read, typed, with nothing filled in.
    package : Package
        The processed tables.
    faults : list of Fault
        Every fault, in the order of the tables and rows.
    """

    path: Path
    given: TextPackage
    typed: dict[str, pd.DataFrame]
    package: Package
    faults: list[Fault]

    @property
    def workbook(self) -> Path | None:
        """The workbook that holds it; None where a folder of CSV files does."""
        return workbook_of(self.path)

    @property
    def texts(self) -> dict[str, TextTable]:
        """The tables that there are, and the programme's description of itself."""
        return {PROGRAMME: self.given.programme, **self.given.tables}


def read_package(path: Path) -> Package:
    """Read and check a programme.

    Parameters
    ----------
    path : Path
        Its folder or workbook (`giaoban.programmes.find_programme`).

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    return without_faults(path).package


def without_faults(path: Path) -> Examined:
    """Read a programme and keep what was read; see `read_package`."""
    examined = examine(path)
    if examined.faults:
        raise GiaobanError("{faults}", faults=Listed(examined.faults, "\n"))
    return examined


def check_package(path: Path) -> tuple[Package, list[Fault]]:
    """Read a programme and collect every fault, in the order of the tables and rows."""
    examined = examine(path)
    return examined.package, examined.faults


def examine(path: Path) -> Examined:
    """Read a programme and keep what was read beside what was made of it."""
    given = read_texts(path)
    programme, faults = described(given.programme)
    faults += given.faults
    readable = {name: text for name, text in given.tables.items() if text.header}
    typed = {n: convert(text.frame, table_schema(n), text.file) for n, text in readable.items()}
    tables = {name: frame for name, (frame, _) in typed.items()}
    faults += pointing_nowhere(programme, tables, given.programme)
    for name, text in given.tables.items():
        faults += text.faults
        if name in COMPULSORY and name in typed and text.frame.empty and not text.faults:
            at_least_one = N_("expected at least one")
            faults.append(text.placed(Fault(text.file, "-", "-", N_("no row"), "", at_least_one)))
        if name in typed:
            faults += table_faults(name, tables, text, programme, text.unread + typed[name][1])
    filled = _with_defaults(tables, programme["unit"])
    package = Package(programme_name(path), programme, filled, given.notes)
    return Examined(path, given, tables, package, faults)


def read_texts(path: Path) -> TextPackage:
    """Read a programme's tables as text, from a folder or a workbook."""
    workbook = workbook_of(path)
    return read_workbook(workbook) if workbook else read_folder(path)


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
