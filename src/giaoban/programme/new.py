"""Begin a programme: its tables with their headers, and no row yet."""

import re
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.checks import NOT_A_SAFE_ID, described
from giaoban.datapackage import describe, read_programme, write_package
from giaoban.errors import GiaobanError, Text
from giaoban.language import Language
from giaoban.programme.find import WORKBOOKS, programme_name
from giaoban.tables import PROGRAMME, TABLES, Contents, columns, table_schema
from giaoban.workbook import write_workbook


def new_package(folder: Path, programme: dict[str, str]) -> list[Path]:
    """Write an empty programme as a CSV package.

    Parameters
    ----------
    folder : Path
        Where it goes; its name is the programme's.
    programme : dict of str to str
        What is known of its description, by the columns of schema ``programme``.

    Raises
    ------
    GiaobanError
        Where the folder holds something already, or a part of the description is wrong.
    """
    _refuse_wrong(folder, programme)
    empty = dict.fromkeys(columns(PROGRAMME), "")
    return write_package(folder, Contents(empty | {"synthetic": False} | programme, _tables()))


def new_workbook(folder: Path, programme: dict[str, str], lang: Language) -> Path:
    """Write an empty programme as a workbook; see `new_package`."""
    _refuse_wrong(folder, programme)
    path = folder / f"{safe_name(folder)}.xlsx"
    return write_workbook(path, Contents({"synthetic": False} | programme, _tables()), lang)


def _tables() -> dict[str, pd.DataFrame]:
    return {name: pd.DataFrame(columns=columns(name), dtype="str") for name in TABLES}


def _refuse_wrong(folder: Path, programme: dict[str, str]) -> None:
    if folder.suffix.lower() in WORKBOOKS:
        template = N_(
            "{path}: is to be a folder, give {folder}; with --xlsx the workbook goes into it"
        )
        raise GiaobanError(template, path=folder, folder=folder.with_suffix(""))
    safe_name(folder)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        template = N_("{path}: is there already and not empty, choose another folder")
        raise GiaobanError(template, path=folder)
    _, faults = described(read_programme(describe("", programme, {})))
    # They are in no file yet: each stands at its option.
    places = {f: (f.place, f"--{f.column.replace('_', '-')}") for f in faults}
    told = [str(fault).replace(*places[fault]) for fault in faults if fault.found]
    if told:
        raise GiaobanError("{faults}", faults="\n".join(told))


def safe_name(path: Path) -> str:
    """Name the programme that a folder, or a workbook, is to hold.

    Raises
    ------
    GiaobanError
        Where the name is no safe id.
    """
    name = programme_name(path)
    unit = next(f for f in table_schema(PROGRAMME)["fields"] if f["name"] == "unit")
    if not re.fullmatch(unit["constraints"]["pattern"], name):
        problem, expected = NOT_A_SAFE_ID
        template = N_("{path}: {problem} (found {found}), {expected}")
        raise GiaobanError(
            template, path=path, problem=Text(problem), found=name, expected=Text(expected)
        )
    return name
