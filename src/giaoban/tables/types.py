"""Turn the cells of a table from text into the types of its Table Schema."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.extensions import take

from giaoban.catalogues import N_
from giaoban.errors import Text, one_of
from giaoban.language import LARGEST, readings
from giaoban.tables.asread import flaw
from giaoban.tables.faults import MOST_ALIKE, Check, Fault, found_in_reading, nothing
from giaoban.tables.schema import Schema
from giaoban.tables.titles import CodeName
from giaoban.tables.typedtable import TypedTable

_TRUTH = {"true": True, "false": False}
_TIMED = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{2}.*"
WITH_A_TIME = N_("a time with the day")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _strings(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    odd = (_CONTROL.search(cell) for cell in text)
    problems = [N_("control character") if found else "" for found in odd]
    return text, pd.Series(problems, text.index, "str")


def parse_numbers(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Read numbers that must each have one meaning.

    Returns
    -------
    values : Series of float64
        The numbers; missing where the text is ambiguous or no number.
    problems : Series of str
        ``ambiguous number``, ``not a number`` or ``number too large``; empty where nothing is
        wrong.
    """
    read = [readings(each) for each in text]
    # A zero has no sign.
    values = [float(next(iter(r))) + 0.0 if len(r) == 1 else float("nan") for r in read]
    problems = [(N_("not a number"), "", N_("ambiguous number"))[len(r)] for r in read]
    too_large = [abs(v) >= LARGEST for v in values]
    large = N_("number too large")
    problems = [large if t else p for p, t in zip(problems, too_large, strict=True)]
    values = [float("nan") if t else v for v, t in zip(values, too_large, strict=True)]
    return pd.Series(values, text.index, "float64"), pd.Series(problems, text.index, "str")


def _integers(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    values, problems = parse_numbers(text)
    return values, problems.mask(values.mod(1).gt(0), N_("not a whole number"))


def _dates(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    shaped = text.where(
        text.str.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fillna(False).astype(bool)
    )
    values = pd.to_datetime(shaped, format="%Y-%m-%d", errors="coerce")
    problems = _problem(text, values, N_("not a date"))
    timed = text.str.fullmatch(_TIMED).fillna(False).astype(bool)
    return values, problems.mask(timed & values.isna(), WITH_A_TIME)


def _booleans(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    values = text.map(_TRUTH).astype("boolean")
    return values, _problem(text, values, N_("not true or false"))


def _problem(text: pd.Series, values: pd.Series, problem: str) -> pd.Series:
    unread = text.notna() & values.isna()
    return pd.Series("", index=text.index, dtype="str").mask(unread, problem)


@dataclass(frozen=True, eq=False, kw_only=True)
class CellType(Check[TypedTable]):
    """The check that the cells of a column can be read as their type; it reads them, too.

    Attributes
    ----------
    read : callable
        Gives the values of texts, and what is wrong with each; empty where nothing is.
    expected : str
        What is expected instead.
    """

    read: Callable[[pd.Series], tuple[pd.Series, pd.Series]]
    expected: str


def _columns_of(kind: str, table: TypedTable) -> list[str]:
    return [name for name, field in table.fields.items() if field["type"] == kind]


def _given(table: TypedTable, column: str) -> int:
    return int(table.text.frame[column].notna().sum())


_ONE_WAY = N_("write it so that it can be read in one way (1234 or 1.2340)")
_A_NUMBER = N_("expected a number such as 93.75 or 93,75")
TYPES = {
    kind: CellType(
        name=kind,
        asks=asks,
        where=partial(_columns_of, kind),
        looks_at=_given,
        finds=found_in_reading,
        parts=nothing,
        read=read,
        expected=expected,
    )
    for kind, asks, read, expected in (
        ("string", N_("is plain text"), _strings, N_("expected plain text")),
        ("number", N_("is a number that can be read in one way"), parse_numbers, _A_NUMBER),
        ("integer", N_("is a whole number"), _integers, N_("expected a whole number")),
        ("date", N_("is a date"), _dates, N_("expected a date such as 2023-03-14")),
        ("boolean", N_("is true or false"), _booleans, N_("expected true or false")),
    )
}


def convert(
    text: pd.DataFrame, schema: Schema, file: str, titled: bool = False
) -> tuple[pd.DataFrame, list[Fault]]:
    """Turn text into the types of a schema.

    Parameters
    ----------
    text : DataFrame
        Cells as text; the index gives the rows for the messages.
    schema : dict
        A Table Schema with the types string, number, integer, date and boolean.
    file : str
        Name for the messages.
    titled : bool
        Whether codes may be written by their titles, as in a workbook.

    Returns
    -------
    frame : DataFrame
        Strings as ``str``, numbers as ``float64``, dates as ``datetime64``, truth as ``boolean``;
        a cell that cannot be read is missing.
    faults : list of Fault
        One for each such cell.
    """
    read: dict[str, pd.Series] = {}
    faults: list[Fault] = []
    silent = {*text.columns[text.isna().all()]}
    for field in schema["fields"]:
        name, check = field["name"], TYPES[field["type"]]
        if name in silent:
            read[name] = pd.Series(index=text.index, dtype=_dtype(field["type"]))
            continue
        # Of the many cells of a column few differ: each text is read once.
        codes, differ = pd.factorize(text[name])
        texts = pd.Series(differ.to_numpy(object), dtype="object")
        values, problems = check.read(texts)
        read[name] = text[name] if values is texts else _spread(values, codes, text.index)
        told = {
            code: found or (problem, _expected(check, field, cell, titled, problem))
            for code, (cell, problem) in enumerate(zip(texts, problems.tolist(), strict=True))
            if (found := flaw(cell, field)) or problem
        }
        if not told:
            continue
        wrong = np.flatnonzero(np.isin(codes, [*told]))
        for place in wrong[:MOST_ALIKE].tolist():
            cell, (problem, expected) = texts[codes[place]], told[codes[place]]
            faults.append(check.fault(file, text.index[place], name, problem, cell, expected))
        if len(wrong) > MOST_ALIKE:
            faults.append(check.too_many(file, text.index[wrong[MOST_ALIKE]], name))
    return pd.DataFrame(read, text.index), faults


def _spread(values: pd.Series, codes: np.ndarray, rows: pd.Index) -> pd.Series:
    """Give each cell the value of its text; -1 stands for none."""
    return pd.Series(take(values.array, codes, allow_fill=True), rows)


@cache
def _dtype(kind: str) -> Any:
    """Give the type of the values of a column in which nothing is said."""
    return TYPES[kind].read(pd.Series(dtype="str"))[0].dtype


def _expected(check: CellType, field: Schema, found: str, titled: bool, problem: str) -> str | Text:
    if problem == WITH_A_TIME:
        return N_("expected the day without the time, such as 2023-03-14")
    if field["type"] == "boolean" and titled:
        return one_of([CodeName(field, code) for code in field["codes"]])
    ambiguous = field["type"] in ("number", "integer") and len(readings(found)) > 1
    return _ONE_WAY if ambiguous else check.expected
