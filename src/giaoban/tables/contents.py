"""What a programme holds, in the one form in which it is written into a file."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from giaoban.errors import Text
from giaoban.tables.metadata import OtherKey


@dataclass(frozen=True)
class Contents:
    """What a programme holds.

    Attributes
    ----------
    programme : dict of str to object
        Its description of itself, as JSON has it.
    tables : dict of str to DataFrame
        The columns that each table has, in their order, every cell as text: numbers with a
        decimal point, days as ``2023-03-14``. The index is the row in the file they came from.
    others : list of OtherKey
        What else its data package says.
    notes : list of Text
        What a reader should know of the file it was read from.
    formats : dict of str to dict of str to list of str
        The number formats in columns that somebody added, by table and column, from the first row.
    parquet : collection of str
        The tables that a folder keeps as Parquet.
    """

    programme: dict[str, Any]
    tables: dict[str, pd.DataFrame]
    others: list[OtherKey] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    formats: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    parquet: Collection[str] = ()


def cell_texts(cells: pd.Series) -> list[str]:
    """Give the cells of a column, a missing one as an empty text."""
    return cells.astype(object).where(cells.notna(), "").tolist()
