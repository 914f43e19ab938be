"""Read a table of a data package from Parquet as the text that a CSV file would hold."""

import re
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from giaoban.catalogues import N_
from giaoban.datapackage.cells import bare, text_frame, text_table, unread_header, writers
from giaoban.datapackage.parquetpages import MAGIC, Told, told_size
from giaoban.errors import Text, one_line
from giaoban.files import MOST_BYTES
from giaoban.language import without_hidden
from giaoban.tables import TextTable, table_schema, unreadable

# Ten million figures: what is larger is no programme's, and few have so many columns throughout.
MOST_ROWS, MOST_CELLS = 10_000_000, 250_000_000
# Beyond it a number is written with an exponent.
_LEAST = 1e-17
# In which pandas keeps what it counts rows by.
_INDEX = re.compile(r"__index_level_\d+__")
_WRITTEN = N_("write it anew, as to_parquet of pandas does")
_TEXTS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
_NUMBERS = (pa.types.is_floating, pa.types.is_decimal)
_OTHERS = (pa.types.is_boolean, pa.types.is_integer, pa.types.is_date, pa.types.is_timestamp)


class NotReadError(Exception):
    """Why a file is not read: what is wrong with it, and what is expected."""


def read_parquet(path: Path, name: str) -> TextTable:
    """Read one Parquet file, every cell as the text that a CSV file would hold.

    A number has the fewest digits that tell it from all others, a decimal its own, a day is such
    as ``2023-03-14``.
    Rows count as in a CSV file, the first one being row 2. What the file says of its own size is
    held against bounds before anything is unpacked.
    """
    try:
        header, frame = parquet_cells(path, name)
    except NotReadError as error:
        return unreadable(path.name, name, "-", *error.args)
    return text_table(path.name, name, header, 1, frame, [])


def parquet_cells(path: Path, name: str) -> tuple[list[str], pd.DataFrame]:
    """Give the names of the columns of a table, and its cells as texts; see `read_parquet`.

    Raises
    ------
    NotReadError
        Where it is not Parquet, is too large, or holds something that is no plain value.
    """
    content = path.read_bytes()
    if content[:4] != MAGIC or content[-4:] != MAGIC:
        raise NotReadError(N_("the file is no Parquet"), _WRITTEN)
    try:
        told = told_size(content)
        _refuse_too_large(told)
        file = _opened(content)
        header = [without_hidden(title) for title in file.schema_arrow.names]
        if wrong := unread_header(name, header):
            raise NotReadError(*wrong)
        numbers = {f["name"] for f in table_schema(name)["fields"] if f["type"] == "number"}
        found = zip(header, file.read(use_threads=False).itercolumns(), strict=True)
        there = [(title, cells) for title, cells in found if not _INDEX.fullmatch(title)]
        header = [title for title, _ in there]
        columns = [_as_texts(cells, title in numbers) for title, cells in there]
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        why = one_line(str(error).partition("\n")[0])[:200]
        problem = Text(N_("the file cannot be read as Parquet: {error}"), error=why)
        raise NotReadError(problem, _WRITTEN) from None
    _refuse_too_large(told._replace(size=sum(map(_text_bytes, columns))))
    anew = writers(name, day_first=False)
    cells = [bare(c, anew.get(title, [])) for c, title in zip(columns, header, strict=True)]
    frame = text_frame(cells, header)
    return header, frame.set_axis(pd.RangeIndex(2, len(frame) + 2))


def _opened(content: bytes) -> pq.ParquetFile:
    """Open a file of plain columns; those of texts are read as what differs, and where it stands.

    So a text that stands in millions of rows is there once.
    """
    source, plain = pa.BufferReader(content), {"arrow_extensions_enabled": False}
    file = pq.ParquetFile(source, **plain)
    kinds = {f.name: _kind(f) for f in file.schema_arrow}
    if len(kinds) < len(file.schema_arrow):
        raise NotReadError(N_("a column stands twice"), N_("expected once"))
    texts = [name for name, kind in kinds.items() if any(is_so(kind) for is_so in _TEXTS)]
    return pq.ParquetFile(source, metadata=file.metadata, read_dictionary=texts, **plain)


def _kind(field: pa.Field) -> pa.DataType:
    """Give the type of the values of a column."""
    kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
    if not any(is_so(kind) for is_so in (*_TEXTS, *_NUMBERS, *_OTHERS, pa.types.is_null)):
        found = one_line(f"{field.name}: {kind}")[:100]
        problem = Text(N_("a column that holds no plain values ({found})"), found=found)
        raise NotReadError(problem, N_("expected texts, numbers, days, or true and false"))
    return kind


def _refuse_too_large(told: Told) -> None:
    rows, columns, size = told
    if rows > MOST_ROWS or rows * columns > MOST_CELLS or size > MOST_BYTES:
        template = N_("{rows} rows of {columns} columns, {size} MB")
        problem = Text(template, rows=rows, columns=columns, size=size // 10**6)
        template = N_(
            "expected at most {rows} rows, {cells} cells and {size} MB: copy what is needed"
        )
        most = {"rows": MOST_ROWS, "cells": MOST_CELLS, "size": MOST_BYTES // 10**6}
        raise NotReadError(problem, Text(template, **most))


def _as_texts(cells: pa.ChunkedArray, of_numbers: bool) -> pa.DictionaryArray:
    """Give the texts that differ in a column, and which one each cell is."""
    if not len(cells):
        return pa.array([], pa.large_string()).dictionary_encode()
    coded = cells if pa.types.is_dictionary(cells.type) else cells.dictionary_encode()
    whole = coded.unify_dictionaries().combine_chunks()
    whole.validate(full=True)
    values = whole.dictionary
    if any(is_so(values.type) for is_so in _NUMBERS):
        texts = pa.array(map(_number, values.to_numpy(zero_copy_only=False)), pa.string())
        # Of three decimals a text does not say whether they are thousands.
        values = pc.replace_substring_regex(texts, r"(\.\d{3})$", r"\10") if of_numbers else texts
    return pa.DictionaryArray.from_arrays(whole.indices, values.cast(pa.large_string()))


def _number(value: np.floating | Decimal) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if np.isnan(value):
        return None
    # What no programme has would be hundreds of digits long.
    positional = value == 0 or _LEAST <= abs(value) < 1 / _LEAST
    return np.format_float_positional(value, trim="-") if positional else str(value)


def _text_bytes(cells: pa.DictionaryArray) -> int:
    """Count the bytes of all cells of a column."""
    return pc.sum(pc.binary_length(cells.dictionary).take(cells.indices)).as_py() or 0
