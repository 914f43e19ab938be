"""Hold the cells of one table against its Table Schema."""

from collections.abc import Callable, Hashable

import pandas as pd
import pandera.pandas as pa

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text, one_of
from giaoban.names import CodeName
from giaoban.schema import Schema


def constraint_faults(
    frame: pd.DataFrame,
    schema: Schema,
    file: str,
    skip: set[tuple[Hashable, str]],
    titled: bool = False,
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
    titled : bool
        Whether the titles of codes are read, too, as in a workbook; then they are offered.
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
                problem, expected = _broken(fields[column], check, titled)
                found = "" if check == "not_nullable" else str(found)
                faults.append(Fault(file, row, column, problem, found, expected))
    return faults + _duplicate_faults(frame, schema, file)


def _broken(field: Schema, rule: str, titled: bool) -> tuple[str, str | Text]:
    """Say which rule of a field a cell breaks, and what is expected."""
    bound = field.get("constraints", {}).get(rule)
    match rule:
        case "enum":
            known = [CodeName(field, code) if titled else code for code in field["codes"]]
            return N_("not in the list"), one_of(known)
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
