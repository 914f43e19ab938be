"""Which reports are asked for, said outright, and a stamp of the rows that each rests on."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from giaoban.asof.meeting import meeting_of, unit_of
from giaoban.asof.occasion import Occasion
from giaoban.asof.tables import unit_changes_of
from giaoban.programme import Package, read_package

# The tables whose rows are of one unit; a report rests on its own and on those of the units below.
OF_UNITS = ("figures", "targets", "claims", "events")


def occasions(programme: Path, meeting_date: str, units: str | list[str]) -> list[Occasion]:
    """Read a programme, and say outright which meeting and units are meant.

    Parameters
    ----------
    programme : Path
        Its folder or workbook.
    meeting_date : str
        As for `known_at`.
    units : str or list of str
        ``all``, or ``below``: those below the programme's own unit that are there on the cut-off's
        day; or ids, an empty one for that unit.

    Raises
    ------
    GiaobanError
        As `giaoban.programme.read_package` and `known_at`.
    """
    package = read_package(programme)
    meeting = meeting_of(package, meeting_date)
    day, notes = f"{meeting['meeting_date']:%Y-%m-%d}", tuple(package.notes)
    wanted = list(dict.fromkeys(_units(package, units, meeting["data_cutoff"])))
    stamps = _stamps(package, meeting, wanted)
    spoken = tuple(package.languages)
    return [Occasion(package.name, day, unit, stamps[unit], spoken, notes) for unit in wanted]


def _units(package: Package, units: str | list[str], cutoff: pd.Timestamp) -> Iterator[str]:
    table, own = package.tables["units"], package.programme["unit"]
    if units == "all":
        yield from table["unit"]
    elif units == "below":
        there = ~(table["valid_to"] < cutoff) & ~(table["valid_from"] > cutoff)
        yield from table.loc[table["parent"].eq(own) & there, "unit"]
    else:
        yield from (unit_of(package, unit.strip()) for unit in units)


def _stamps(package: Package, meeting: pd.Series, units: list[str]) -> dict[str, str]:
    tables = {name: _known(table, meeting) for name, table in package.tables.items()}
    shared = hashlib.sha256(package.programme.to_json().encode())
    for name in sorted(tables.keys() - set(OF_UNITS)):
        shared.update(f"{name}\n{tables[name].to_csv(index=False)}".encode())
    own: dict[str, bytes] = {}
    for name in OF_UNITS:
        rows = pd.util.hash_pandas_object(tables[name], index=False)
        for unit, found in rows.groupby(tables[name]["unit"]):
            own[unit] = own.get(unit, b"") + name.encode() + found.to_numpy().tobytes()
    below = tables["units"].groupby("parent")["unit"].apply(list).to_dict()
    rested_on = {unit: [unit, *below.get(unit, [])] for unit in units}
    for ours in rested_on.values():
        changed = unit_changes_of(package.tables, set(ours), meeting["data_cutoff"])
        ours += sorted(set(changed["predecessor"]) - set(ours))
    return {unit: _stamp(shared, ours, own) for unit, ours in rested_on.items()}


def _stamp(shared: "hashlib._Hash", units: list[str], own: dict[str, bytes]) -> str:
    whole = shared.copy()
    for unit in units:
        whole.update(f"\n{unit}\n".encode() + own.get(unit, b""))
    return whole.hexdigest()


def _known(table: pd.DataFrame, meeting: pd.Series) -> pd.DataFrame:
    """Leave out what was said later."""
    if "reported_on" in table:
        return table[~(table["reported_on"] > meeting["data_cutoff"])]
    if "meeting_date" in table:
        return table[~(table["meeting_date"] > meeting["meeting_date"])]
    return table
