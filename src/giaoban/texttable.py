"""A table as text, before its cells are checked, and all the tables of a programme."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Fault, Listed, Text, nearest
from giaoban.names import TableName, named
from giaoban.schema import COMPULSORY, columns, compulsory_columns


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
    """

    file: str
    frame: pd.DataFrame
    header: list[str]
    faults: list[Fault] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    corner: str = ""

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
        What else is said of the package, as `giaoban.metadata` has it.
    """

    programme: TextTable
    tables: dict[str, TextTable]
    faults: list[Fault] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    others: dict[str, list[str]] = field(default_factory=dict)


def these(names: Sequence[str | Text]) -> Text:
    """Say which names are expected."""
    return Text(N_("expected {names}"), names=Listed(names))


def unreadable(
    file: str, name: str, row: int | str, problem: str | Text, expected: str | Text, cell: str = ""
) -> TextTable:
    """Stand in for a table that could not be read at all."""
    empty = pd.DataFrame(columns=columns(name), dtype="str")
    return TextTable(file, empty, [], [Fault(file, row, "-", problem, "", expected, cell)])


def missing_columns(file: str, name: str, header: list[str], row: int) -> list[Fault]:
    """Find the columns that a table must have and does not."""
    expected = these(columns(name))
    return [
        Fault(file, row, column, N_("missing column"), "", expected)
        for column in compulsory_columns(name)
        if column not in header
    ]


def wrong_columns(file: str, name: str, header: list[str], row: int) -> dict[int, Fault]:
    """Find the columns that a table does not know, or has already, by their place in the header."""
    known = columns(name)
    faults: dict[int, Fault] = {}
    for i, column in enumerate(header):
        if column not in known:
            meant = nearest(column, known)
            faults[i] = Fault(file, row, column, N_("unknown column"), "", meant)
        elif column in header[:i]:
            twice = N_("column stands twice")
            faults[i] = Fault(file, row, column, twice, "", N_("expected once"))
    return faults


def missing_tables(present: list[str]) -> list[Fault]:
    """Find the tables that a programme must have and does not."""
    expected = Text(N_("expected the tables {names} at least"), names=", ".join(COMPULSORY))
    return [
        Fault(f"{name}.csv", "-", "-", N_("missing table"), "", expected)
        for name in COMPULSORY
        if name not in present
    ]
