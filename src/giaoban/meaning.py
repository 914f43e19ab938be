"""Hold periods and values against each other and against common sense."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from giaoban.catalogues import N_
from giaoban.checks import NOT_A_PERIOD
from giaoban.errors import Fault, Number, Text
from giaoban.numerals import readings
from giaoban.periods import Period, parse_period

# The columns that are held against each other within a row.
# What a claim states of these may be below zero.
DIFFERENCES = ("margin_over_target", "change")
LOOKED_AT = {
    "indicator",
    "value",
    "stated",
    "qualifier",
    "as_published",
    "obs_status",
    "numerator",
    "denominator",
    "source",
}


def bounds_of(name: str, programme: str) -> Period:
    """Give the years that a table's periods must lie in.

    Targets are bound by the programme; figures, and what is said of them, may reach one year
    further back, for comparison.
    """
    bounds = parse_period(programme)
    if name == "targets":
        return bounds
    return Period(date(max(bounds.start.year - 1, 1), 1, 1), bounds.end)


def period_faults(table: pd.DataFrame, bounds: Period | None, file: str) -> list[Fault]:
    """Find periods that are none, end before they start, or lie outside their bounds."""
    faults = []
    for text in table["period"].dropna().unique():
        problem = _period_problem(text, bounds)
        if problem:
            rows = table.index[table["period"] == text]
            faults += [Fault(file, row, "period", problem[0], text, problem[1]) for row in rows]
    return faults


def _period_problem(text: str, bounds: Period | None) -> tuple[str, str | Text] | None:
    try:
        period = parse_period(text)
    except ValueError as error:
        if "before" in str(error):
            return N_("the end stands before the start"), N_("expected the earlier one first")
        return NOT_A_PERIOD
    if text != str(period):
        return N_("a period written in another way"), Text(N_("expected {value}"), value=period)
    if bounds and not bounds.contains(period):
        years = f"{bounds.start.year}/{bounds.end.year}"
        expected = Text(N_("expected one within {years}"), years=years)
        return N_("period outside the programme"), expected
    return None


def value_faults(
    name: str, table: pd.DataFrame, indicators: pd.DataFrame, file: str
) -> list[Fault]:
    """Find shares out of range, prints that say another number, values with no source."""
    value = "stated" if name == "claims" else "value"
    measure = table["indicator"].map(
        indicators.drop_duplicates("indicator").set_index("indicator")["unit_measure"]
    )
    faults = list(_print_faults(table, value, file)) if "as_published" in table else []
    if name == "claims":
        return faults
    share = measure.eq("percent") & ~table["value"].between(0, 100) & table["value"].notna()
    count = measure.eq("count") & ((table["value"] < 0) | table["value"].mod(1).gt(0))
    for wrong, problem, expected in (
        (share, N_("percentage out of range"), N_("expected 0 to 100")),
        (count, N_("not a count"), N_("expected a whole number from 0 on")),
    ):
        for row, number in table.loc[wrong, "value"].items():
            faults.append(Fault(file, row, "value", problem, Number(number), expected))
    impossible = measure.eq("percent") & (
        (table["value"].eq(100) & table["qualifier"].eq(">"))
        | (table["value"].eq(0) & table["qualifier"].eq("<"))
    )
    for row in table.index[impossible]:
        sign, bound = table.loc[row, ["qualifier", "value"]]
        said = Text("{sign} {bound}", sign=sign, bound=Number(bound))
        problem, expected = N_("no share can be so"), N_("expected >= or <=")
        faults.append(Fault(file, row, "qualifier", problem, said, expected))
    return faults + (list(_figure_only_faults(table, file)) if name == "figures" else [])


def _print_faults(table: pd.DataFrame, value: str, file: str) -> Iterator[Fault]:
    printed = table[table["as_published"].notna() & table[value].notna()]
    pairs = printed[["as_published", value]]
    # “Down 1.8%” is printed without the sign of what it states.
    down = printed[value].lt(0) & printed["kind"].isin(DIFFERENCES) if "kind" in printed else False
    pairs = pairs.assign(down=down)
    wrong = [
        (text, number, down)
        for text, number, down in pairs.drop_duplicates().itertuples(index=False)
        if float(number) not in _printed(text, down)
    ]
    for row, text, number, _ in pairs[pd.MultiIndex.from_frame(pairs).isin(wrong)].itertuples():
        form = N_("{column} is {number}: mend the one that is wrong")
        expected = Text(form, column=value, number=Number(number))
        yield Fault(file, row, "as_published", N_("the print says another number"), text, expected)
    for row, text in table.loc[table[value].isna(), "as_published"].dropna().items():
        expected = Text(N_("fill in {column}, or empty it"), column=value)
        yield Fault(file, row, "as_published", N_("a print without its value"), text, expected)


def _printed(text: str, down: bool) -> set[float]:
    """Give the numbers that a print can stand for."""
    read = {float(reading) for reading in readings(text)}
    return read | {-number for number in read} if down else read


def _figure_only_faults(table: pd.DataFrame, file: str) -> Iterator[Fault]:
    valued = table["value"].notna()
    for row in table.index[valued & table["source"].isna()]:
        expected = N_("say where it was read")
        yield Fault(file, row, "source", N_("a value with no source"), "", expected)
    missing = valued & table["obs_status"].isin(["M", "O"])
    for row, status in table.loc[missing, "obs_status"].items():
        problem = N_("a value that is said to be missing")
        expected = N_("expected another status, or no value")
        yield Fault(file, row, "obs_status", problem, status, expected)
    silent = ~valued & ~table["obs_status"].isin(["M", "O"])
    for row in table.index[silent]:
        number = Text(N_("expected a number, or M or O under {column}"), column="obs_status")
        yield Fault(file, row, "value", N_("missing value"), "", number)
    counts = table[["numerator", "denominator"]]
    for row, part, whole in counts[counts["numerator"] > counts["denominator"]].itertuples():
        found = Text(N_("{part} of {whole}"), part=f"{part:g}", whole=f"{whole:g}")
        problem = N_("more than the whole")
        yield Fault(file, row, "numerator", problem, found, N_("expected at most it"))
