"""Hold mergers and divisions of units against the units' own days, and against each other."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.tables import Check, Finding, TypedTable, filled_in

ENDS = ["predecessor", "successor"]


def _changes(column: str, table: TypedTable) -> list[str]:
    return [column] if table.name == "unit_changes" and column in table.fields else []


def _dated(table: TypedTable) -> list[str]:
    return _changes("changed_on", table) if "units" in table.tables else []


def _leading_back(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find successors from which changes lead back to the unit that they took over."""
    pairs = table.frame[ENDS].dropna()
    further = pairs.groupby("predecessor")["successor"].agg(set).to_dict()
    for row, start, here in pairs.itertuples():
        reached, ahead = set(), {here}
        while ahead:
            reached |= ahead
            ahead = {after for unit in ahead for after in further.get(unit, ())} - reached
        if start in reached:
            yield row, N_("a circle"), here, N_("expected one that does not lead back to it")


def _gone_already(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find units that went over whole and have another successor on that day or later."""
    rows = table.frame[[*ENDS, "changed_on", column]].dropna()
    for row, unit, successor, day, _ in rows[rows[column].eq("whole")].itertuples():
        later = rows["predecessor"].eq(unit) & rows["changed_on"].ge(day) & (rows.index != row)
        if later.any():
            other = rows.loc[later, "successor"].iloc[0]
            expected = Text(N_("expected no other successor, such as {other}"), other=other)
            yield row, N_("a whole unit with several successors"), successor, expected


def _days_that_differ(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find changes on other days than those on which their units begin and end."""
    units = table.tables["units"].drop_duplicates("unit").set_index("unit")
    days = units.reindex(columns=["valid_from", "valid_to"])
    rows = table.frame[[*ENDS, column, "extent"]].dropna()
    rows = rows[rows[ENDS].isin(days.index).all(axis=1)]
    if rows.empty:
        return
    last = rows[column] - pd.Timedelta(days=1)
    ended = rows["predecessor"].map(days["valid_to"]).eq(last)
    goes_on = rows["extent"].eq("part") & ~ended
    began = pd.concat(
        [rows.set_index("successor")[column], rows[goes_on].set_index("predecessor")[column]]
    )
    newest = began.groupby(level=0).max()
    for row, before, after, changed, extent in rows.itertuples():
        wrong = []
        if extent == "whole" and not ended[row]:
            wrong = [(before, "valid_to", last[row])]
        wrong += [
            (unit, "valid_from", newest[unit])
            for unit in ([before, after] if goes_on[row] else [after])
            if days.at[unit, "valid_from"] != newest[unit]
        ]
        for unit, name, day in wrong[:1]:
            expected = Text(
                N_("expected {day} under {column} of {unit} in table {table}"),
                **{"day": f"{day:%Y-%m-%d}", "column": name, "unit": unit, "table": "units"},
            )
            problem = N_("not the day on which a unit begins or ends")
            yield row, problem, f"{changed:%Y-%m-%d}", expected


NO_WAY_BACK = Check(
    "no_way_back",
    N_("does not lead back to its predecessor"),
    partial(_changes, "successor"),
    filled_in,
    _leading_back,
)
ONE_SUCCESSOR = Check(
    "one_successor",
    N_("gives the whole of a unit to one successor"),
    partial(_changes, "extent"),
    filled_in,
    _gone_already,
)
BORDERS = Check(
    "borders",
    N_("is the day on which its units begin, the day after they end"),
    _dated,
    filled_in,
    _days_that_differ,
)
OF_MERGERS = (NO_WAY_BACK, ONE_SUCCESSOR, BORDERS)
