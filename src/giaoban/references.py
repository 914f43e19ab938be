"""Hold ids and days against each other: what they point at, where they lead, what they bound."""

from collections.abc import Hashable

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Fault, Text
from giaoban.periods import parse_period
from giaoban.schema import foreign_keys

Tables = dict[str, pd.DataFrame]


def foreign_key_faults(name: str, tables: Tables, file: str) -> list[Fault]:
    """Find ids that point at nothing; a table that was left out is not asked for."""
    faults = []
    for column, (target, key) in foreign_keys(name).items():
        if target not in tables:
            continue
        known = tables[target][key]
        cells = tables[name][column].dropna()
        for row, cell in cells[~cells.isin(known)].items():
            shown = str(cell)[:10] if isinstance(cell, pd.Timestamp) else str(cell)
            faults.append(dangling(file, row, column, shown, target))
    return faults


def dangling(file: str, row: Hashable, column: str, id_: str, table: str) -> Fault:
    """Tell of an id that points at nothing."""
    expected = Text(N_("expected one that stands in table {table}"), table=table)
    return Fault(file, row, column, N_("broken foreign key"), id_, expected)


def validity_faults(table: pd.DataFrame, file: str) -> list[Fault]:
    """Find units, or rules, that end before they begin."""
    backward = table.index[table["valid_to"] < table["valid_from"]]
    problem, expected = N_("the end stands before the start"), N_("expected a later day")
    return [Fault(file, row, "valid_to", problem, "", expected) for row in backward]


def rule_faults(rules: pd.DataFrame, indicators: pd.DataFrame, file: str) -> list[Fault]:
    """Find rules that bound something else than a share."""
    shares = indicators.loc[indicators["unit_measure"].eq("percent"), "indicator"]
    known = indicators["indicator"]
    faults = []
    for name in ("indicator", "base"):
        wrong = rules[name].isin(known) & ~rules[name].isin(shares)
        for row, cell in rules.loc[wrong, name].items():
            expected = N_("expected one in percent")
            faults.append(Fault(file, row, name, N_("not a share"), cell, expected))
    return faults


def file_name_faults(table: pd.DataFrame, column: str, file: str) -> list[Fault]:
    """Find ids that some systems take for one and the same file name."""
    ids = table[column].dropna().drop_duplicates()
    first = ids.groupby(ids.str.casefold()).transform("first")
    problem = N_("the same file name as another")
    return [
        Fault(file, row, column, problem, id_, Text(N_("not {other} too"), other=first_id))
        for row, id_, first_id in ids.to_frame().assign(first=first)[first != ids].itertuples()
    ]


def circle_faults(table: pd.DataFrame, column: str, leads_to: str, file: str) -> list[Fault]:
    """Find ids that lead back to themselves."""
    further = table.drop_duplicates(column).set_index(column)[leads_to].dropna()
    faults = []
    for row, start, here in table[[column, leads_to]].dropna().itertuples():
        seen = {start}
        while isinstance(here, str) and here not in seen:
            seen.add(here)
            here = further.get(here)
        if here == start:
            expected = N_("expected one that does not lead back to it")
            faults.append(Fault(file, row, leads_to, N_("a circle"), start, expected))
    return faults


def meeting_faults(meetings: pd.DataFrame, programme: str, file: str) -> list[Fault]:
    """Find meetings outside the years of the programme, and cut-offs that go back in time."""
    bounds = parse_period(programme)
    dates = meetings["meeting_date"].dropna()
    cutoffs = meetings["data_cutoff"].fillna(meetings["meeting_date"])
    back = cutoffs[meetings["meeting_date"].sort_values().index].diff() < pd.Timedelta(0)
    early = [
        Fault(
            file,
            row,
            "data_cutoff",
            N_("the cut-off lies before that of the meeting before"),
            f"{cutoffs[row]:%Y-%m-%d}",
            N_("expected a later day"),
        )
        for row in back.index[back]
    ]
    outside = dates[~dates.dt.date.between(bounds.start, bounds.end)]
    problem = N_("meeting outside the programme")
    expected = Text(N_("expected a day within {years}"), years=programme)
    return early + [
        Fault(file, row, "meeting_date", problem, f"{day:%Y-%m-%d}", expected)
        for row, day in outside.items()
    ]
