"""Hold a statement against what its kind is about: one indicator, or how many targets are met."""

from collections.abc import Iterator
from math import nan

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Number, Text
from giaoban.tables import TALLIES, Check, Finding, TypedTable, rows


def _named(column: str, table: TypedTable) -> list[str]:
    asked = table.name == "claims" and "kind" in table.fields
    return [column] if asked and column in table.fields else []


def _about(table: TypedTable) -> list[str]:
    return _named("indicator", table)


def _whole(table: TypedTable) -> list[str]:
    return _named("kind", table)


def _about_none_or_one(table: TypedTable, column: str) -> Iterator[Finding]:
    cells, kinds = table.frame[column], table.frame["kind"]
    of_all = kinds.isin(TALLIES)
    for row in cells.index[cells.isna() & kinds.notna() & ~of_all]:
        yield row, N_("missing value"), "", N_("expected the indicator that it is about")
    for row, cell in cells[cells.notna() & of_all].items():
        yield row, N_("a tally of one indicator"), cell, N_("expected nothing: it counts targets")


def _no_tally(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find tallies that are no number of so many, and others that say of how many they are."""
    frame, tallies = table.read, table.read[column].isin(TALLIES)
    whole = frame["out_of"] if "out_of" in frame else pd.Series(nan, frame.index)
    for row, kind in frame.loc[tallies & whole.isna(), column].items():
        expected = Text(N_("fill in {column}: of how many"), column="out_of")
        yield row, N_("a tally that does not say of how many"), kind, expected
    for row in frame.index[~tallies & whole.notna()]:
        expected = Text(N_("expected nothing under {column}"), column="out_of")
        yield row, N_("only a tally is of so many"), Number(whole[row]), expected
    stated = frame["stated"]
    odd = tallies & stated.notna() & (stated.lt(0) | stated.mod(1).gt(0) | stated.gt(whole))
    for row in frame.index[odd]:
        expected = Text(N_("expected a whole number from 0 to {column}"), column="out_of")
        yield row, N_("no number of targets"), Number(stated[row]), expected


ABOUT = Check(
    "about",
    N_("names what the claim is about, and nothing of a tally"),
    _about,
    rows,
    _about_none_or_one,
)
TALLY = Check("tally", N_("is one of so many targets, of a tally only"), _whole, rows, _no_tally)
OF_CLAIMS = (ABOUT, TALLY)
