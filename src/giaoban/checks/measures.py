"""Hold what an indicator is measured in against its unit."""

import re
from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text, one_of
from giaoban.tables import (
    ENGLISH,
    KEPT_IN,
    VIETNAMESE,
    Check,
    CodeName,
    Finding,
    TypedTable,
    filled_in,
    foreign_keys,
    rows,
)

# What may have a unit, and may add up over time.
COUNTED, UNCOUNTED = ("count", "number"), ("percent", "rating")
# A unit that is in percent, of whatever: % of the GDP, percent of GDP, phần trăm GDP.
PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|phần trăm", re.IGNORECASE)
SAID_IN = {
    VIETNAMESE: (N_("Vietnamese"), N_("a unit that is not said in Vietnamese")),
    ENGLISH: (N_("English"), N_("a unit that is not said in English")),
}


def _measured(table: TypedTable) -> list[str]:
    named = table.name == "indicators" and "unit_measure" in table.fields
    return ["unit_measure"] if named else []


def _only_counted(table: TypedTable) -> list[str]:
    columns = ("unit_vi", "unit_en", "additive")
    return [n for n in columns if _measured(table) and n in table.fields]


def _in_units(table: TypedTable, column: str) -> int:
    return int(table.frame[column].isin(COUNTED).sum())


def _no_unit(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find a number without its unit, and a unit that is not said in a language of its title."""
    cells = table.frame
    units = cells.reindex(columns=[f"unit_{code}" for code in KEPT_IN])
    silent = units.isna().all(axis="columns")
    for row in cells.index[cells[column].eq("number") & silent]:
        asked = f"unit_{VIETNAMESE if _is_titled(cells, VIETNAMESE)[row] else ENGLISH}"
        expected = Text(N_("fill in {column}: what it is in"), column=asked)
        yield row, N_("a number without its unit"), "number", expected
    for code, other in (KEPT_IN, KEPT_IN[::-1]):
        untold = units[f"unit_{code}"].isna() & _is_titled(cells, code) & ~silent
        for row in cells.index[cells[column].isin(COUNTED) & untold]:
            template = N_("fill in {column}, as the title is in {language} too")
            expected = Text(template, column=f"unit_{code}", language=Text(SAID_IN[code][0]))
            yield row, SAID_IN[code][1], str(units.at[row, f"unit_{other}"]), expected


def _is_titled(cells: pd.DataFrame, code: str) -> pd.Series:
    return cells.reindex(columns=[f"title_{code}"]).iloc[:, 0].notna()


def _of_no_number(table: TypedTable, column: str) -> Iterator[Finding]:
    measure, cells = table.frame["unit_measure"], table.frame[column]
    said = cells.fillna(False).astype(bool) if column == "additive" else cells.notna()
    for row in cells.index[said & measure.isin(UNCOUNTED)]:
        found = "true" if column == "additive" else str(cells[row])
        expected = Text(N_("expected nothing beside {measure}"), measure=measure[row])
        yield row, N_("only counts and numbers have one"), found, expected


def _said_of_indicators(table: TypedTable) -> list[str]:
    return [n for n in ("unit_measure", "better") if _measured(table) and n in table.fields]


def _not_said(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find indicators that say nothing of what a heading alone leaves out."""
    cells = table.frame
    heading = cells["unit_measure"].isna() & cells["indicator"].isin(cells["under"])
    field = table.fields[column]
    expected = Text(
        N_("{expected}, or nothing of a heading with rows under it"),
        expected=one_of([CodeName(field, code) for code in field["codes"]]),
    )
    for row in cells.index[cells[column].isna() & ~heading]:
        yield row, N_("missing value"), "", expected


def _of_indicators(table: TypedTable) -> list[str]:
    """Name the columns that point at an indicator, which a heading is not."""
    keys = foreign_keys(table.name).items()
    columns = [name for name, (at, _) in keys if at == "indicators" and name != "under"]
    return [n for n in columns if n in table.fields and "indicators" in table.tables]


def _of_a_heading(table: TypedTable, column: str) -> Iterator[Finding]:
    indicators, cells = table.tables["indicators"], table.frame[column]
    headings = indicators.loc[indicators["unit_measure"].isna(), "indicator"]
    for row, cell in cells[cells.notna() & cells.isin(headings)].items():
        yield row, N_("a heading"), cell, N_("expected an indicator, with its unit of measure")


def _numbered(table: TypedTable) -> list[str]:
    """Name the columns of numbers that are in what their indicator is measured in."""
    numbers = ("value", "value_to")
    held = table.name in ("figures", "targets") and "indicators" in table.tables
    return [n for n in numbers if held and {n, "indicator"} <= table.fields.keys()]


def _with_percent_sign(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find percentages of what is measured in something else: 12% of an output in tonnes."""
    indicators = table.tables["indicators"]
    units = indicators.reindex(columns=[f"unit_{code}" for code in KEPT_IN]).astype("str")
    percent = indicators["unit_measure"].eq("percent")
    for code in units:
        percent |= units[code].str.contains(PERCENT, na=False)
    of_others = table.frame["indicator"].isin(indicators.loc[~percent, "indicator"])
    printed = table.text.frame[column]
    signed = printed.str.rstrip().str.endswith("%", na=False)
    for row in printed.index[signed & of_others]:
        expected = N_("expected it without %, or an indicator in percent")
        yield row, N_("a percentage of what is not measured in percent"), printed[row], expected


SAID = Check("said", N_("is filled in, but of headings"), _said_of_indicators, rows, _not_said)
NO_HEADING = Check(
    "no_heading", N_("is an indicator and no heading"), _of_indicators, filled_in, _of_a_heading
)
UNIT = Check("unit", N_("says what a number is in"), _measured, _in_units, _no_unit)
COUNTED_ONLY = Check(
    "counted_only",
    N_("is said of counts and numbers only"),
    _only_counted,
    filled_in,
    _of_no_number,
)
PERCENT_SIGN = Check(
    "percent_sign",
    N_("has a % sign only where its indicator is in percent"),
    _numbered,
    filled_in,
    _with_percent_sign,
)
OF_MEASURES = (SAID, NO_HEADING, UNIT, COUNTED_ONLY, PERCENT_SIGN)
