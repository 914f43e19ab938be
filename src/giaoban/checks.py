"""Hold the cells of one table against its Table Schema."""

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text, one_of
from giaoban.headings import CodeName
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


def convert(text: pd.DataFrame, schema: Schema, file: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Turn text into the types of a schema.

    Parameters
    ----------
    text : DataFrame
        Cells as text; the index gives the rows for the messages.
    schema : dict
        A Table Schema with the types string, number, integer, date and boolean.
    file : str
        Name for the messages.

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
                else _EXPECTED[kind]
            )
            faults.append(Fault(file, row, name, problems.at[row], found, expected))
    return frame, faults


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


def constraint_faults(
    frame: pd.DataFrame, schema: Schema, file: str, skip: set[tuple[int | str, str]]
) -> list[Fault]:
    """Find the cells that break a schema's constraints, and the keys that stand twice.

    Parameters
    ----------
    frame : DataFrame
        Typed cells.
    schema, file
        As for `convert`.
    skip : set of (row, column)
        Cells already known to be unreadable.
    """
    faults = []
    fields = {field["name"]: field for field in schema["fields"]}
    try:
        _pandera(schema, frame).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        for column, check, found, row in zip(
            cases["column"], cases["check"], cases["failure_case"], cases["index"], strict=True
        ):
            if (row, column) not in skip:
                problem, expected = _broken(fields[column], check)
                found = "" if check == "not_nullable" else str(found)
                faults.append(Fault(file, row, column, problem, found, expected))
    return faults + _duplicate_faults(frame, schema, file)


def _broken(field: Schema, rule: str) -> tuple[str, str | Text]:
    """Say which rule of a field a cell breaks, and what is expected."""
    bound = field.get("constraints", {}).get(rule)
    match rule:
        case "enum":
            return N_("not in the list"), one_of([CodeName(field, code) for code in field["codes"]])
        case "minimum":
            return N_("out of range"), Text(N_("expected minimum {number}"), number=bound)
        case "maximum":
            return N_("out of range"), Text(N_("expected maximum {number}"), number=bound)
        case "pattern" if field["name"] == "period":
            return NOT_A_PERIOD
        case "pattern":
            return NOT_A_SAFE_ID
        case _:
            return N_("missing value"), N_("expected one in each row")


NOT_A_SAFE_ID = (
    N_("not a safe id"),
    N_(
        "expected letters without accents, digits, - and _, at most 64, and no name that "
        "Windows keeps for itself"
    ),
)
NOT_A_PERIOD = (
    N_("not a period"),
    N_("expected ISO 8601 such as 2021, 2023-01/2023-06 or 2020/2022"),
)


def _pandera(schema: Schema, frame: pd.DataFrame) -> pa.DataFrameSchema:
    columns = {}
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        checks = []
        if "enum" in rules:
            checks.append(pa.Check.isin(rules["enum"], error="enum"))
        if "pattern" in rules:
            checks.append(pa.Check(_matches(rules["pattern"]), error="pattern"))
        for bound, check in (("minimum", pa.Check.ge), ("maximum", pa.Check.le)):
            if bound in rules:
                checks.append(check(rules[bound], error=bound))
        columns[field["name"]] = pa.Column(
            checks=checks, nullable=not rules.get("required", False), required=False
        )
    return pa.DataFrameSchema(columns)


def _matches(pattern: str) -> Callable[[pd.Series], pd.Series]:
    """Match whole cells, each text once however often it stands there."""

    def check(cells: pd.Series) -> pd.Series:
        texts = pd.Series(cells.unique(), dtype="str")
        return cells.isin(texts[texts.str.fullmatch(pattern)])

    return check


def _duplicate_faults(frame: pd.DataFrame, schema: Schema, file: str) -> list[Fault]:
    key = schema.get("primaryKey", [])
    if not key or not set(key) <= set(frame.columns):
        return []
    whole = frame[frame[key].notna().all(axis=1)]
    rows = whole.index.to_series()
    first = rows.groupby([whole[name] for name in key]).transform("first")
    faults = []
    for row, earlier in first[first != rows].items():
        cells = [whole.at[row, name] for name in key]
        found = ", ".join(f"{c:%Y-%m-%d}" if isinstance(c, pd.Timestamp) else str(c) for c in cells)
        expected = Text(N_("expected once; it stands already in row {row}"), row=earlier)
        faults.append(Fault(file, row, "+".join(key), N_("duplicate key"), found, expected))
    return faults
