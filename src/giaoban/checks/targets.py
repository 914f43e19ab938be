"""Hold a target's kind and range against what it is for."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.tables import Check, Finding, TypedTable, filled_in


def _kind(table: TypedTable) -> list[str]:
    named = table.name == "targets" and "kind" in table.fields
    return ["kind"] if named and "indicators" in table.tables else []


def _upper_end(table: TypedTable) -> list[str]:
    return ["value_to"] if table.name == "targets" and "value_to" in table.fields else []


def _sum_of_no_counts(table: TypedTable, column: str) -> Iterator[Finding]:
    kinds = table.read[column]
    for row in kinds.index[kinds.eq("total") & ~table.adds & table.measure.notna()]:
        yield row, N_("a total of what does not add up"), "total", N_("expected by or each")


def _no_range(table: TypedTable, column: str) -> Iterator[Finding]:
    columns = [column, "value", "qualifier"]
    for row, upper, value, sign in table.read[columns].dropna(subset=column).itertuples():
        problem = N_("no upper end of a range")
        if pd.isna(value):
            expected = Text(N_("expected its lower end under {column}"), column="value")
            yield row, problem, Number(upper), expected
        elif upper < value:
            expected = Text(N_("expected a number from {value} on"), value=Number(value))
            yield row, problem, Number(upper), expected
        elif isinstance(sign, str) and sign != "=":
            yield row, problem, sign, N_("expected = or nothing beside an upper end")


KIND = Check("kind", N_("adds up only what adds up over time"), _kind, filled_in, _sum_of_no_counts)
UPPER_END = Check(
    "upper_end", N_("is the upper end of what value begins"), _upper_end, filled_in, _no_range
)
OF_TARGETS = (KIND, UPPER_END)
