"""Hold ids against each other: what they point at, and where they lead."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text, one_line
from giaoban.tables import (
    Check,
    Finding,
    TypedTable,
    filled_in,
    foreign_keys,
    id_nearest,
    row_titles,
)

LEADS_TO = {
    "units": ("parent",),
    "indicators": ("part_of", "under"),
    "definitions": ("includes",),
}
# For how many different ids the one that was meant is sought.
_SOUGHT = 100
# Tables whose ids become parts of file names.
IN_FILE_NAMES = {"units": "unit", "indicators": "indicator"}


def _pointing(table: TypedTable) -> list[str]:
    """Name the columns that point at a table; none at one that was left out, or lacks its ids."""
    keys = foreign_keys(table.name).items()
    there = [(name, table.tables[at][key]) for name, (at, key) in keys if at in table.tables]
    return [
        name for name, ids in there if name in table.fields and (ids.empty or ids.notna().any())
    ]


def _nowhere(table: TypedTable, column: str) -> Iterator[Finding]:
    at, key = foreign_keys(table.name)[column]
    cells, known = table.frame[column], table.tables[at]
    unknown = {*cells.dropna().unique().tolist()} - {*known[key].tolist()}
    wrong = cells[cells.isin([*unknown])] if unknown else cells.head(0)
    texts = [cell for cell in wrong.unique()[:_SOUGHT] if isinstance(cell, str)]
    meant = _meant(texts, known, key) if texts else {}
    there = Text(N_("expected one that stands in table {table}"), table=at)
    for row, cell in wrong.items():
        shown = str(cell)[:10] if isinstance(cell, pd.Timestamp) else str(cell)
        yield row, N_("broken foreign key"), shown, meant.get(cell) or there


def _meant(texts: list[str], known: pd.DataFrame, key: str) -> dict[str, Text]:
    """Find the ids that are meant by those misspelt, or by titles written in their place."""
    nearest = id_nearest(known[key], row_titles(known))
    found = {text: one_line(nearest(text)) for text in texts}
    return {text: Text(N_("did you mean {name}?"), name=id_) for text, id_ in found.items() if id_}


def _pointed_at(table: TypedTable, column: str) -> dict[str, object]:
    return {"table": foreign_keys(table.name)[column][0]}


def _in_file_names(table: TypedTable) -> list[str]:
    column = IN_FILE_NAMES.get(table.name)
    return [column] if column in table.fields else []


def _same_names(table: TypedTable, column: str) -> Iterator[Finding]:
    """Find ids that some systems take for one and the same file name."""
    ids = table.frame[column].dropna().drop_duplicates()
    first = ids.groupby(ids.str.casefold()).transform("first")
    wrong = first != ids
    for (row, id_), other in zip(ids[wrong].items(), first[wrong], strict=True):
        expected = Text(N_("not {other} too"), other=other)
        yield row, N_("the same file name as another"), id_, expected


def _leading(table: TypedTable) -> list[str]:
    return [column for column in LEADS_TO.get(table.name, ()) if column in table.fields]


def _circles(table: TypedTable, leads_to: str) -> Iterator[Finding]:
    id_ = table.name[:-1]
    known = table.frame.drop_duplicates(id_).set_index(id_)
    further = known[leads_to].dropna()
    if leads_to == "under":
        # A row that does not say it stands below what it is part of.
        further = further.combine_first(known["part_of"].dropna())
    ahead, expected = further.to_dict(), N_("expected one that does not lead back to it")
    seen: set[str] = set()
    for here in table.frame[id_].dropna():
        way: dict[str, None] = {}
        while isinstance(here, str) and here not in seen:
            seen.add(here)
            way[here] = None
            here = ahead.get(here)
        if here in way:
            circle = [*way][[*way].index(here) :]
            place = table.frame.index[table.frame[id_] == here][0]
            yield place, N_("a circle"), ", ".join(circle), expected


def _bounding(table: TypedTable) -> list[str]:
    if table.name != "rules" or "indicators" not in table.tables:
        return []
    return [column for column in ("indicator", "base") if column in table.fields]


def _no_shares(table: TypedTable, column: str) -> Iterator[Finding]:
    indicators, cells = table.tables["indicators"], table.frame[column].dropna()
    shares = indicators.loc[indicators["unit_measure"].eq("percent"), "indicator"]
    for row, cell in cells[cells.isin(indicators["indicator"]) & ~cells.isin(shares)].items():
        yield row, N_("not a share"), cell, N_("expected one in percent")


REFERENCE = Check(
    "reference", N_("stands in table {table}"), _pointing, filled_in, _nowhere, _pointed_at
)
FILE_NAME = Check(
    "file_name", N_("makes a file name of its own"), _in_file_names, filled_in, _same_names
)
CIRCLE = Check("circle", N_("does not lead back to itself"), _leading, filled_in, _circles)
A_SHARE = Check("a_share", N_("is an indicator in percent"), _bounding, filled_in, _no_shares)
