"""What a Table Schema asks of the cells of a column, and of a key."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text, one_of
from giaoban.tables import (
    Check,
    CodeName,
    Fault,
    Finding,
    Schema,
    TypedTable,
    filled_in,
    foreign_keys,
    rows,
    spoken,
    table_schema,
)

NOT_A_SAFE_ID = (
    N_("not a safe id"),
    N_(
        "expected letters without accents, digits, - and _, at most 64, and no name that "
        "Windows keeps for itself"
    ),
)


def rules(field: Schema) -> Schema:
    """Give the constraints of a field."""
    found: Schema = field.get("constraints", {})
    return found


def _bound_by(rule: str, table: TypedTable) -> list[str]:
    return [name for name, field in table.fields.items() if rule in rules(field)]


def _missing(table: TypedTable, column: str) -> Iterator[Finding]:
    for row in table.frame.index[table.frame[column].isna()]:
        yield row, N_("missing value"), "", N_("expected one in each row")


def _not_in_the_list(table: TypedTable, column: str) -> Iterator[Finding]:
    field, cells = table.fields[column], table.frame[column].dropna()
    wrong = cells[~cells.isin(rules(field)["enum"])]
    titled = table.text.in_workbook
    known = [CodeName(field, code) if titled else code for code in field["codes"]]
    for row, cell in wrong.items():
        yield row, N_("not in the list"), str(cell), one_of(known)


def _known(table: TypedTable, column: str) -> dict[str, object]:
    return {"known": ", ".join(rules(table.fields[column])["enum"])}


def matches(cells: pd.Series, pattern: str) -> pd.Series:
    """Match whole cells, each text once however often it stands there."""
    texts = pd.Series(cells.unique(), dtype="str")
    return cells.isin(texts[texts.str.fullmatch(pattern)])


def _ids(table: TypedTable) -> list[str]:
    """Name the columns of ids of its own; those of others are held against their table.

    The pattern of a period is part of what makes one.
    """
    others = [name for name, (at, _) in foreign_keys(table.name).items() if at in table.tables]
    return [name for name in _bound_by("pattern", table) if name not in ("period", *others)]


def _no_safe_ids(table: TypedTable, column: str) -> Iterator[Finding]:
    cells = table.frame[column].dropna()
    problem, expected = NOT_A_SAFE_ID
    for row, cell in cells[~matches(cells, rules(table.fields[column])["pattern"])].items():
        yield row, problem, str(cell), expected


def _bound_below(table: TypedTable) -> list[str]:
    return [n for n in _bound_by("minimum", table) if "maximum" not in rules(table.fields[n])]


def _out_of_range(table: TypedTable, column: str) -> Iterator[Finding]:
    cells, bounds = table.frame[column], rules(table.fields[column])
    for bound, wrong, template in (
        ("minimum", cells.lt, N_("expected minimum {number}")),
        ("maximum", cells.gt, N_("expected maximum {number}")),
    ):
        for row, cell in cells[wrong(bounds[bound])].items() if bound in bounds else ():
            yield row, N_("out of range"), str(cell), Text(template, number=bounds[bound])


def _ends(table: TypedTable, column: str) -> dict[str, object]:
    bounds = rules(table.fields[column])
    return {"low": bounds["minimum"], "high": bounds.get("maximum")}


def _key(table: TypedTable) -> list[str]:
    key = table_schema(table.name).get("primaryKey", [])
    return ["+".join(key)] if key and set(key) <= set(table.fields) else []


def _whole_keys(table: TypedTable, key: str) -> pd.DataFrame:
    return table.frame[key.split("+")].dropna()


def _keys(table: TypedTable, key: str) -> int:
    return len(_whole_keys(table, key))


def _duplicates(table: TypedTable, key: str) -> Iterator[Finding]:
    whole = _whole_keys(table, key)
    whole = whole[whole.duplicated(keep=False)]
    if whole.empty:
        return
    numbers = whole.index.to_series()
    first = numbers.groupby([whole[name] for name in whole]).transform("first")
    for row, earlier in first[first != numbers].items():
        cells = [whole.at[row, name] for name in whole]
        found = ", ".join(f"{c:%Y-%m-%d}" if isinstance(c, pd.Timestamp) else str(c) for c in cells)
        expected = Text(N_("expected once; it stands already in row {row}"), row=earlier)
        yield row, N_("duplicate key"), found, expected


def _told(table: TypedTable) -> list[str]:
    """Name of each name or text the column that is there, else the first."""
    pairs = ([n for n in pair if n in table.fields] for pair in spoken(table.name))
    return [there[0] for there in pairs if there]


def _untold(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find what is told in no language."""
    pair = next(pair for pair in spoken(table.name) if column in pair)
    silent = table.frame.reindex(columns=[*pair]).isna().all(axis="columns")
    for row in table.frame.index[silent]:
        yield row, N_("missing value"), "", N_("expected one in Vietnamese, in English or in both")


REQUIRED = Check(
    "required", N_("is filled in on each row"), partial(_bound_by, "required"), rows, _missing
)
ENUM = Check(
    "enum", N_("is one of {known}"), partial(_bound_by, "enum"), filled_in, _not_in_the_list, _known
)
PATTERN = Check("pattern", N_("is a safe id"), _ids, filled_in, _no_safe_ids)
MINIMUM = Check("minimum", N_("is at least {low}"), _bound_below, filled_in, _out_of_range, _ends)
RANGE = Check(
    "range",
    N_("lies between {low} and {high}"),
    partial(_bound_by, "maximum"),
    filled_in,
    _out_of_range,
    _ends,
)
TOLD = Check("told", N_("is told in one language at least"), _told, rows, _untold)
OF_A_FIELD = (REQUIRED, TOLD, ENUM, PATTERN, MINIMUM, RANGE)
KEY = Check("key", N_("stands once"), _key, _keys, _duplicates)


def field_faults(table: TypedTable) -> Iterator[Fault]:
    """Find the cells that break what the schema asks of their column, column by column."""
    for column in table.fields:
        for check in OF_A_FIELD:
            if column in check.where(table):
                yield from check.faults(table, column, table.text.file)
