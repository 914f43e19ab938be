"""What no rule forbids, and what is hardly meant so."""

from collections.abc import Iterator, Mapping

import pandas as pd

from giaoban.catalogues import N_
from giaoban.checks.targets import signs_against_ways
from giaoban.errors import Number, Text, one_line
from giaoban.language import YEAR, parse_period
from giaoban.tables import SERIES, adding, told_ahead


def doubts(tables: Mapping[str, pd.DataFrame], files: Mapping[str, str]) -> Iterator[Text]:
    """Ask about a programme without faults.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        As they were read, by the rows of their files.
    files : mapping of str to str
        Where each stands; of one that was left out nothing.
    """
    figures, indicators = tables["figures"], tables["indicators"]
    yield from _definitions_not_said(figures, files["figures"])
    yield from _more_than_the_year(figures, indicators, files["figures"])
    last = tables["meetings"]["data_cutoff"].max()
    for name in ("figures", "targets"):
        if name in files:
            yield from _reported_too_late(tables[name], last, files[name])
    if "targets" in files:
        yield from signs_against_ways(tables["targets"], indicators, files["targets"])
        yield from _spelled_twice(tables["targets"]["set_by"], files["targets"])
    yield from _spelled_twice(indicators["responsible"], files["indicators"])


def _definitions_not_said(figures: pd.DataFrame, file: str) -> Iterator[Text]:
    """Ask what was counted where only other rows of an indicator say it."""
    told = figures[figures["value"].notna()]
    somewhere = told.loc[told["definition"].notna(), "indicator"].unique()
    for indicator, own in told[told["indicator"].isin(somewhere)].groupby("indicator", sort=False):
        silent = own.index[own["definition"].isna()]
        if 0 < len(silent) < len(own):
            template = N_(
                "{file}: {indicator}: definition is empty in rows {rows} and not in others: what "
                "was counted there? Until it is said, these figures are compared with no others"
            )
            rows = one_line(", ".join(map(str, silent)))
            yield Text(template, file=file, indicator=one_line(str(indicator)), rows=rows)


def _more_than_the_year(
    figures: pd.DataFrame, indicators: pd.DataFrame, file: str
) -> Iterator[Text]:
    """Tell of parts of a year that have more than the whole year, of what adds up over time."""
    ids = indicators.loc[adding(indicators).to_numpy(), "indicator"]
    told = figures[figures["qualifier"].eq("=") & figures["indicator"].isin(ids)]
    spans = {text: parse_period(text) for text in told["period"].unique()}
    told = told.assign(end=pd.to_datetime(told["period"].map(lambda text: spans[text].end)))
    told = told[told["value"].notna() & ~told_ahead(told)]
    told = told.sort_values("reported_on", kind="stable")
    told = told.drop_duplicates([*SERIES, "period"], keep="last").reset_index(names="row")
    months = told["period"].map({text: span.months for text, span in spans.items()})
    parts, years = told[months < YEAR], told[months == YEAR]
    pairs = parts.merge(years, on=[*SERIES, "definition"], suffixes=("", "_year"))
    for pair in pairs[pairs["value"] > pairs["value_year"]].to_dict("records"):
        if spans[pair["period_year"]].contains(spans[pair["period"]]):
            template = N_(
                "{file}: {indicator}: {value} in {period} (row {row}) is more than {whole} in all "
                "of {year} (row {other}): which of them is right? Of what does not add up over "
                "time additive says so"
            )
            said = {name: pair[name] for name in ("indicator", "period", "row")}
            said |= {"year": pair["period_year"], "other": pair["row_year"]}
            said |= {"value": Number(pair["value"]), "whole": Number(pair["value_year"])}
            yield Text(template, file=file, **said)


def _reported_too_late(table: pd.DataFrame, last: pd.Timestamp, file: str) -> Iterator[Text]:
    """Tell of rows that stand in no report: the last meeting does not know them."""
    late = table.index[table["reported_on"] > last]
    if len(late):
        template = N_(
            "{file}: rows {rows} were reported after {day}, the last day that counts at the last "
            "meeting: they stand in no report until a later meeting is entered"
        )
        rows = one_line(", ".join(map(str, late)))
        yield Text(template, file=file, rows=rows, day=f"{last:%Y-%m-%d}")


def _spelled_twice(names: pd.Series, file: str) -> Iterator[Text]:
    """Ask whether names are one that differ in capitals, spaces or dots alone."""
    spelled: dict[str, set[str]] = {}
    for name in names.dropna().unique():
        spelled.setdefault("".join(filter(str.isalnum, name.casefold())), set()).add(name)
    for alike in spelled.values():
        if len(alike) > 1:
            template = N_("{file}: {column}: {names}: are these one? Each is counted by itself")
            told = one_line(", ".join(f"“{name}”" for name in sorted(alike)))
            yield Text(template, file=file, column=names.name, names=told)
