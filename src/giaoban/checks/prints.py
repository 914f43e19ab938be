"""Hold what was printed against the number, or the two ends of a range, that it stands for."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.language import ends_printed, readings
from giaoban.tables import Check, Finding, TypedTable, filled_in

# What a claim states of these may be below zero.
DIFFERENCES = ("margin_over_target", "change", "percent_change")


def _printed(table: TypedTable) -> list[str]:
    valued = table.name == "claims" or (table.name == "figures" and "value" in table.fields)
    asked = valued and "as_published" in table.fields
    return ["as_published"] if asked and "indicators" in table.tables else []


def _stated(table: TypedTable) -> str:
    """Name the column of values."""
    return "stated" if table.name == "claims" else "value"


def _value_column(table: TypedTable, _column: str) -> dict[str, object]:
    return {"column": _stated(table)}


def _other_prints(table: TypedTable, column: str) -> Iterator[Finding]:
    value = _stated(table)
    both = table.read[table.read[column].notna() & table.read[value].notna()]
    # “Down 1.8%” is printed without the sign of what it states.
    down = both[value].lt(0) & both["kind"].isin(DIFFERENCES) if "kind" in both else False
    upper = both["value_to"].fillna(both[value]) if "value_to" in both else both[value]
    pairs = both[[column, value]].assign(upper=upper, down=down)
    wrong = [
        (text, number, most, down)
        for text, number, most, down in pairs.drop_duplicates().itertuples(index=False)
        if not _is_printed(text, number, most, down)
    ]
    found = pairs[pd.MultiIndex.from_frame(pairs).isin(wrong)]
    for row, text, number, most, _ in found.itertuples():
        if not readings(text) and not ends_printed(text):
            bare = N_("expected the number alone, as printed, without words such as over or about")
            yield row, N_("a print that is more than a number"), text, bare
            continue
        template = N_("{column} is {number}: mend the one that is wrong")
        ends = [Number(end) for end in dict.fromkeys((number, most))]
        told = ends[0] if len(ends) == 1 else Text("{low}-{high}", low=ends[0], high=ends[1])
        expected = Text(template, column=value, number=told)
        yield row, N_("the print says another number"), text, expected
    alone = table.read[column].notna() & table.read[value].isna()
    for row, text in table.read.loc[alone, column].items():
        expected = Text(N_("fill in {column}, or empty it"), column=value)
        yield row, N_("a print without its value"), text, expected


def _is_printed(text: str, number: float, upper: float, down: bool) -> bool:
    """Say whether a print can stand for a number, or for a range up to another."""
    if number != upper:
        ends = [set(map(float, readings(end))) for end in ends_printed(text) or ()]
        return bool(ends) and float(number) in ends[0] and float(upper) in ends[1]
    read = {float(reading) for reading in readings(text)}
    return float(number) in read or (down and -float(number) in read)


PRINT = Check(
    "print",
    N_("says the same number as {column}"),
    _printed,
    filled_in,
    _other_prints,
    _value_column,
)
