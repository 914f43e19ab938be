"""A table whose cells have types, with all that its checks look at."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from giaoban.tables.faults import Fault
from giaoban.tables.measures import adding
from giaoban.tables.schema import Schema, table_schema
from giaoban.tables.texttable import TextTable

# The columns that are held against each other within a row.
HELD_TOGETHER = {
    "indicator",
    "value",
    "value_to",
    "stated",
    "qualifier",
    "as_published",
    "obs_status",
    "numerator",
    "denominator",
    "source",
}


@dataclass(frozen=True)
class TypedTable:
    """A table whose cells have types.

    Attributes
    ----------
    name : str
        The table, or ``programme``.
    text : TextTable
        The table as text.
    frame : DataFrame
        Every column, typed; what could not be read is missing.
    unread : list of Fault
        The cells that could not be read.
    tables : dict of str to DataFrame
        The programme's tables that could be read, typed.
    years : str or None
        The programme's period; None where it has none that can be read.
    """

    name: str
    text: TextTable
    frame: pd.DataFrame
    unread: list[Fault] = field(default_factory=list)
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    years: str | None = None

    @cached_property
    def fields(self) -> dict[str, Schema]:
        """The fields of the columns that are there, in the order of the schema."""
        fields = table_schema(self.name)["fields"]
        return {f["name"]: f for f in fields if f["name"] in self.text.header}

    @property
    def in_descriptor(self) -> bool:
        """Whether it is a part of ``datapackage.json``, where rows have names and no numbers."""
        return isinstance(next(iter(self.text.frame.index), 0), str)

    @cached_property
    def filled_in(self) -> dict[str, int]:
        """How many cells of each column hold something which could be read."""
        return {str(name): int(many) for name, many in self.frame.notna().sum().items()}

    @cached_property
    def read(self) -> pd.DataFrame:
        """The rows in which all that is held against each other could be read."""
        unread = {fault.row for fault in self.unread if fault.column in HELD_TOGETHER}
        return self.frame.drop(index=list(unread)) if unread else self.frame

    @cached_property
    def measure(self) -> pd.Series:
        """What the indicator of each row that could be read is measured in."""
        indicators = self.tables["indicators"].drop_duplicates("indicator")
        measures = indicators.set_index("indicator")["unit_measure"]
        # Of the many cells of a column few differ: each id is looked for once.
        codes, differ = pd.factorize(self.read["indicator"])
        found = measures.reindex(differ).reset_index(drop=True)
        return found.reindex(codes).set_axis(self.read.index)

    @cached_property
    def adds(self) -> pd.Series:
        """Whether the indicator of each row that could be read adds up over time."""
        known = adding(self.tables["indicators"])
        return self.read["indicator"].isin(known.index[known])


def whole(_table: TypedTable) -> list[str]:
    """Name the whole of a table as what is asked about."""
    return [""]


def filled_in(table: TypedTable, column: str) -> int:
    """Count the cells of a column that hold something which could be read."""
    return table.filled_in[column]


def rows(table: TypedTable, _column: str) -> int:
    """Count the rows."""
    return len(table.frame)
