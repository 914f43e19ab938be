"""The rows of a frame as what a chart calls them, each with its columns and their types."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

import pandas as pd

Row = TypeVar("Row", bound=NamedTuple)


def rows_of(frame: pd.DataFrame, row: type[Row]) -> Iterator[Row]:
    """Give the rows of a frame as named tuples: the frame has a column for each of their fields."""
    columns = frame[list(row._fields)]
    return map(row._make, columns.itertuples(index=False, name=None))
