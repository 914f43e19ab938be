"""A table as text, before its cells are checked, and all the tables of a programme."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Listed, Text
from giaoban.tables.faults import Fault
from giaoban.tables.titles import TableName, named


@dataclass
class TextTable:
    """A table as text, with the place that each cell came from.

    Attributes
    ----------
    file : str
        What holds it, as faults name it: ``figures.csv`` or ``demo.xlsx[Số liệu]``.
    frame : DataFrame
        Every column of the table, those left out being empty; the index is the row in the file.
    header : list of str
        The columns that are there, in their order; empty where the table could not be read.
    faults : list of Fault
        What is wrong with the table's own shape: its encoding, header, ragged rows.
    unread : list of Fault
        The cells that hold something which is no text, such as an error; they are missing.
    letters, headings : dict of str to str
        In a workbook the letter of each column, and what its header says.
    corner : str
        In a workbook the first cell of the header.
    own : DataFrame
        Columns that are nobody's but the analyst's, as text: they are kept, and nothing is made of
        them.
    formats : dict of str to list of str
        In a workbook the number format of each cell of such a column, where one has any.
    """

    file: str
    frame: pd.DataFrame
    header: list[str]
    faults: list[Fault] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    corner: str = ""
    own: pd.DataFrame = field(default_factory=pd.DataFrame)
    formats: dict[str, list[str]] = field(default_factory=dict)

    @property
    def in_workbook(self) -> bool:
        """Whether a sheet holds it."""
        return bool(self.corner)

    def placed(self, fault: Fault) -> Fault:
        """Name the cell of a fault, and columns and tables as people see them, in a workbook."""
        if not self.in_workbook:
            return fault
        # A key of several columns is shown at the first of them.
        letter = self.letters.get(fault.column.partition("+")[0])
        cell = f"{letter}{fault.row}" if letter else self.corner
        expected = self._as_seen(fault.expected) if isinstance(fault.expected, Text) else None
        return replace(fault, cell=cell, expected=expected or fault.expected)

    def _as_seen(self, text: Text) -> Text | None:
        seen: dict[str, object] = {}
        if column := text.parts.get("column"):
            seen["column"] = named(self.headings.get(str(column), str(column)), str(column))
        if table := text.parts.get("table"):
            seen["table"] = TableName(str(table))
        return Text(text.template, **text.parts | seen) if seen else None


@dataclass
class TextPackage:
    """A programme's tables as text, and what is wrong with their list.

    Attributes
    ----------
    programme : TextTable
        The programme's description of itself, a table of one row.
    tables : dict of str to TextTable
        Those that are there.
    faults : list of Fault
        Tables missing, listed wrongly, or not known.
    notes : list of Text
        What a reader should know although it is no fault, such as hidden rows.
    others : dict of str to list of str
        What else is said of the package, as `giaoban.tables.metadata` has it.
    resources : list of dict, or None
        The tables that a ``datapackage.json`` lists; None in a workbook, which has no list.
    """

    programme: TextTable
    tables: dict[str, TextTable]
    faults: list[Fault] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    others: dict[str, list[str]] = field(default_factory=dict)
    resources: list[dict[str, Any]] | None = None

    @property
    def parquet(self) -> list[str]:
        """The tables that a folder keeps as Parquet."""
        return [name for name, text in self.tables.items() if text.file.endswith(".parquet")]

    @property
    def formats(self) -> dict[str, dict[str, list[str]]]:
        """The number formats in columns that somebody added, by table."""
        return {name: text.formats for name, text in self.tables.items()}


def these(names: Sequence[str | Text]) -> Text:
    """Say which names are expected."""
    return Text(N_("expected {names}"), names=Listed(names))
