"""Turn the cells of a table from text into the types of its Table Schema."""

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text, one_of
from giaoban.names import CodeName
from giaoban.numerals import parse_numbers
from giaoban.schema import Schema

_TRUTH = {"true": True, "false": False}
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_EXPECTED = {
    "string": N_("expected plain text"),
    "number": N_("expected a number such as 93.75 or 93,75"),
    "integer": N_("expected a whole number"),
    "date": N_("expected a date such as 2023-03-14"),
    "boolean": N_("expected true or false"),
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
    frame = pd.DataFrame(index=text.index)
    faults: list[Fault] = []
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        frame[name], problems = _CONVERTERS[kind](text[name])
        for row in problems.index[problems.ne("").to_numpy()]:
            found = str(text.at[row, name])
            expected = (
                N_("write it so that it can be read in one way (1234 or 1.2340)")
                if problems.at[row] == "ambiguous number"
                else _expected(field, titled)
            )
            faults.append(Fault(file, row, name, problems[row], found, expected))
    return frame, faults


def _expected(field: Schema, titled: bool) -> str | Text:
    if field["type"] == "boolean" and titled:
        return one_of([CodeName(field, code) for code in field["codes"]])
    return _EXPECTED[field["type"]]


def _strings(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    odd = text.str.contains(_CONTROL, na=False)
    return text, pd.Series("", index=text.index, dtype="str").mask(odd, N_("control character"))


def _integers(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    values, problems = parse_numbers(text)
    return values, problems.mask(values.mod(1).gt(0), N_("not a whole number"))


def _dates(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    shaped = text.where(
        text.str.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fillna(False).astype(bool)
    )
    values = pd.to_datetime(shaped, format="%Y-%m-%d", errors="coerce")
    return values, _problem(text, values, N_("not a date"))


def _booleans(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    values = text.map(_TRUTH).astype("boolean")
    return values, _problem(text, values, N_("not true or false"))


def _problem(text: pd.Series, values: pd.Series, problem: str) -> pd.Series:
    unread = text.notna() & values.isna()
    return pd.Series("", index=text.index, dtype="str").mask(unread, problem)


_CONVERTERS = {
    "string": _strings,
    "number": parse_numbers,
    "integer": _integers,
    "date": _dates,
    "boolean": _booleans,
}
