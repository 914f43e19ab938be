"""The cells of a file, whatever its form, as a table of text."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import AROUND, iso_day
from giaoban.tables import (
    Fault,
    TextTable,
    as_read,
    columns,
    missing_columns,
    own_columns,
    table_schema,
    these,
    wrong_columns,
)

# A table has some twenty columns, and those that somebody added.
_MOST_COLUMNS = 1000
# A spreadsheet's, which may write them all, most of them blank.
_WIDEST = 16_384

Writers = dict[str, list[Callable[[str], str]]]


def unread_header(name: str, header: list[str]) -> tuple[str | Text, Text] | None:
    """Say what is wrong with a header that is none, or is without end, and what is expected."""
    if not header:
        return N_("the file is empty"), these(columns(name))
    if sum(map(bool, header)) <= _MOST_COLUMNS and len(header) <= _WIDEST:
        return None
    most = N_("expected at most {number}: delete those beyond the table")
    return Text(N_("{number} columns"), number=len(header)), Text(most, number=_MOST_COLUMNS)


def writers(name: str, *, day_first: bool) -> Writers:
    """Say how the cells of a column are read that a program wrote in another way than people.

    Where days may stand first they do so as Excel writes them: never the month first.
    """
    days = [iso_day] if day_first else []
    found: Writers = {}
    for field in table_schema(name)["fields"]:
        if field["type"] == "date":
            found[field["name"]] = [partial(as_read, field=field), *days]
        elif "pattern" in field.get("constraints", {}):
            found[field["name"]] = [partial(as_read, field=field)]
    return found


def bare(cells: pa.DictionaryArray, write_anew: list[Callable[[str], str]]) -> pa.Array:
    """Take away what is not seen around cells; one that holds nothing else is missing.

    Of the many cells of a column few differ: each text is looked at once.
    """
    texts = pc.utf8_trim(cells.dictionary.cast(pa.large_string()), AROUND)
    for write in write_anew:
        texts = pa.array([text and write(text) for text in texts.to_pylist()], texts.type)
    filled = pc.if_else(pc.equal(texts, ""), pa.scalar(None, texts.type), texts)
    return filled.take(cells.indices)


def text_frame(cells: list[pa.Array], header: list[str]) -> pd.DataFrame:
    """Put columns of texts side by side, as pandas holds them."""
    frame = pa.table(cells, [f"{n}" for n in range(len(cells))]).to_pandas(
        types_mapper={pa.large_string(): pd.StringDtype(na_value=np.nan)}.get
    )
    return frame.set_axis(header, axis=1)


def text_table(
    file: str, name: str, header: list[str], first: int, frame: pd.DataFrame, faults: list[Fault]
) -> TextTable:
    """Make the table of the cells below a header, which stands in row ``first``.

    Columns that may be left out and are come back empty; what is wrong with the header is added to
    the faults.
    """
    frame = frame.dropna(how="all")
    kept = [bool(title) or frame.iloc[:, n].notna().any() for n, title in enumerate(header)]
    frame, header = frame.loc[:, kept], [h for h, keep in zip(header, kept, strict=True) if keep]
    names = own_columns(name, header)
    own, frame = frame[names], frame.drop(columns=names)
    header = [h for h in header if h not in names]
    shape = missing_columns(file, name, header, first)
    shape += wrong_columns(file, name, header, first).values()
    frame = frame.loc[:, ~frame.columns.duplicated()]
    return TextTable(file, _with_blanks(frame, columns(name)), header, shape + faults, own=own)


def _with_blanks(frame: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Give all columns of a table, those that were left out without a cell filled in."""
    blank = pd.Series(pd.NA, frame.index, dtype="str")
    return pd.DataFrame({n: frame.get(n, blank) for n in names}, frame.index)
