"""Hold a target's kind against what it is for, and the two ends of a range against each other."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Number, Text, one_line
from giaoban.tables import Check, Finding, TypedTable, filled_in

# Which way is better by the sign of a target: that of a ceiling, or of the least that is wanted.
_WAYS = {"<": "down", "<=": "down", ">": "up", ">=": "up"}


def _kind(table: TypedTable) -> list[str]:
    named = table.name == "targets" and "kind" in table.fields
    return ["kind"] if named and "indicators" in table.tables else []


def _upper_end(table: TypedTable) -> list[str]:
    return ["value_to"] if "value_to" in table.fields else []


def _sum_of_no_counts(table: TypedTable, column: str) -> Iterator[Finding]:
    kinds = table.read[column]
    for row in kinds.index[kinds.eq("total") & ~table.adds & table.measure.notna()]:
        yield row, N_("a total of what does not add up"), "total", N_("expected by or each")


def _no_range(table: TypedTable, column: str) -> Iterator[Finding]:
    read = table.read[[column, "value", "qualifier"]]
    problem = N_("no upper end of a range")
    for row, upper, value, sign in read.dropna(subset=column).itertuples():
        if pd.isna(value):
            expected = Text(N_("expected its lower end under {column}"), column="value")
            yield row, problem, Number(upper), expected
        elif upper < value:
            expected = Text(N_("expected a number from {value} on"), value=Number(value))
            yield row, problem, Number(upper), expected
        elif isinstance(sign, str) and sign not in ("=", ".."):
            yield row, problem, sign, N_("expected = or nothing beside an upper end")


def _sign_of_a_range(table: TypedTable) -> list[str]:
    return ["qualifier"] if table.name == "figures" and "qualifier" in table.fields else []


def _no_ends(table: TypedTable, column: str) -> Iterator[Finding]:
    for row in table.read.index[table.read[column].eq("..") & table.read["value_to"].isna()]:
        expected = Text(N_("expected its upper end under {column}"), column="value_to")
        yield row, N_("a range of one end"), "..", expected


def signs_against_ways(
    targets: pd.DataFrame, indicators: pd.DataFrame, file: str
) -> Iterator[Text]:
    """Tell of targets that are a ceiling where more is better, or a least where less is.

    Parameters
    ----------
    targets, indicators : DataFrame
        As they were read, by the rows of their files.
    file : str
        Where the targets stand.
    """
    better = targets["indicator"].map(indicators.set_index("indicator")["better"])
    asked = targets["qualifier"].map(_WAYS)
    wrong = targets[
        better.isin(["up", "down"]) & asked.notna() & (asked.astype("str") != better.astype("str"))
    ]
    for (name, sign), own in wrong.groupby(["indicator", "qualifier"], sort=False, observed=True):
        yield Text(
            N_(
                "{file}: {indicator}: targets with {sign} in rows {rows}, where better is {way}: "
                "which is meant? They are judged by their sign, all else by better"
            ),
            file=file,
            indicator=one_line(str(name)),
            sign=sign,
            rows=one_line(", ".join(map(str, own.index))),
            way=better[own.index[0]],
        )


KIND = Check("kind", N_("adds up only what adds up over time"), _kind, filled_in, _sum_of_no_counts)
UPPER_END = Check(
    "upper_end", N_("is the upper end of what value begins"), _upper_end, filled_in, _no_range
)
RANGED = Check("ranged", N_("says .. of a range alone"), _sign_of_a_range, filled_in, _no_ends)
OF_TARGETS = (KIND, UPPER_END, RANGED)
