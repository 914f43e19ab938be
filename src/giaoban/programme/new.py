"""Begin a programme: its tables with their headers, empty or with the first row of each."""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_, translation
from giaoban.checks import NOT_A_SAFE_ID, described
from giaoban.datapackage import describe, read_programme, write_package
from giaoban.errors import GiaobanError, Text
from giaoban.language import Language, identifier
from giaoban.programme.find import WORKBOOKS, programme_name
from giaoban.tables import PROGRAMME, TABLES, Contents, columns, kept_in, language_of, table_schema
from giaoban.workbook import write_workbook


@dataclass(frozen=True)
class Beginning:
    """What has to be known of a programme before it can pass every check.

    Attributes
    ----------
    title : str
        Its name.
    period : str
        Its years, such as ``2021/2025``.
    unit : str
        Name of the unit whose figures they are, such as ``Huyện Mỹ Đức``.
    meeting_date : str
        Day of the next meeting, as ISO 8601.
    indicator : str
        Name of its first indicator.
    unit_measure : str
        What that is measured in: a code such as ``percent`` or ``count``, else its unit.
    source : str
        Where its figures come from, in a line.
    lang : str
        The language of all these names where no letter of theirs shows it, and so of its reports.
    """

    title: str
    period: str
    unit: str
    meeting_date: str
    indicator: str
    unit_measure: str
    source: str
    lang: str

    @property
    def spoken(self) -> str:
        """The language of its names: Vietnamese where a letter shows it."""
        return language_of(f"{self.title} {self.unit} {self.indicator}") or self.lang

    @property
    def programme(self) -> dict[str, str]:
        """The description of the programme."""
        title, period = self.title, self.period
        about = {"code": title, "period": period, "unit": identifier(self.unit)}
        return about | self._titled(title)

    @property
    def rows(self) -> dict[str, dict[str, str]]:
        """The first row of each table; the figure is said to be missing still."""
        unit, indicator = identifier(self.unit), identifier(self.indicator)
        meeting, source = translation(self.spoken)(N_("Review meeting")), identifier(self.source)
        figure = {"indicator": indicator, "unit": unit, "period": self.period[:4]}
        named = {"indicator": indicator, "unit_measure": self.unit_measure}
        named |= self._titled(self.indicator)
        if self.unit_measure not in ("percent", "count", "rating"):
            named |= {"unit_measure": "number", f"unit_{kept_in(self.spoken)}": self.unit_measure}
        return {
            "sources": {"source": source, "title": self.source},
            "units": {"unit": unit} | self._titled(self.unit),
            "indicators": named | {"better": "up"},
            "figures": figure
            | {"obs_status": "M", "reported_on": self.meeting_date, "source": source},
            "meetings": {"meeting_date": self.meeting_date} | self._titled(meeting),
        }

    def _titled(self, title: str) -> dict[str, str]:
        return {f"title_{kept_in(self.spoken)}": title}


def new_package(
    folder: Path, programme: dict[str, str], rows: dict[str, dict[str, str]] | None = None
) -> list[Path]:
    """Write a programme without figures as a CSV package.

    Parameters
    ----------
    folder : Path
        Where it goes; its name is the programme's.
    programme : dict of str to str
        What is known of its description, by the columns of schema ``programme``.
    rows : dict of str to dict of str to str, optional
        The first row of tables.

    Raises
    ------
    GiaobanError
        Where the folder holds something already, or a part of the description is wrong.
    """
    _refuse_wrong(folder, programme)
    empty = dict.fromkeys(columns(PROGRAMME), "")
    return write_package(folder, Contents(empty | {"synthetic": False} | programme, _tables(rows)))


def new_workbook(
    folder: Path,
    programme: dict[str, str],
    lang: Language,
    rows: dict[str, dict[str, str]] | None = None,
) -> Path:
    """Write a programme without figures as a workbook; see `new_package`."""
    _refuse_wrong(folder, programme)
    path = folder / f"{safe_name(folder)}.xlsx"
    return write_workbook(path, Contents({"synthetic": False} | programme, _tables(rows)), lang)


def _tables(rows: dict[str, dict[str, str]] | None) -> dict[str, pd.DataFrame]:
    first = {name: [row] for name, row in (rows or {}).items()}
    return {n: pd.DataFrame(first.get(n, []), columns=columns(n), dtype="str") for n in TABLES}


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
