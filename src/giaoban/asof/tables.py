"""Cut the tables of a programme to what was known of a unit on a date."""

import numpy as np
import pandas as pd

from giaoban.asof.vintage import KEY_COLUMNS, as_known, as_told, not_yet
from giaoban.programme import Package
from giaoban.tables import as_types

_OF_ARROW = pd.StringDtype("pyarrow", na_value=np.nan)


def of_unit(
    tables: dict[str, pd.DataFrame], name: str, cutoff: pd.Timestamp, units: set[str]
) -> pd.DataFrame:
    """Keep the rows of some units that were known at a cutoff, the newest of each key."""
    return as_told(tables[name][tables[name]["unit"].isin(units)], name, cutoff)


def units_beside(units: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Give the other units of the same level under the same parent."""
    own = units[units["unit"] == unit].iloc[0]
    alike = units["level"].eq(own["level"]) & units["parent"].eq(own["parent"])
    return units[alike & units["unit"].ne(unit)]


def unit_changes_of(
    tables: dict[str, pd.DataFrame], units: set[str], cutoff: pd.Timestamp
) -> pd.DataFrame:
    """Give the mergers and divisions up to a day from which units came, be it by way of others."""
    changes = tables["unit_changes"]
    changes, found = changes[changes["changed_on"] <= cutoff], set(units)
    while new := set(changes.loc[changes["successor"].isin(found), "predecessor"]) - found:
        found |= new
    key = ["changed_on", "successor", "predecessor"]
    return changes[changes["successor"].isin(found)].sort_values(key)


def tables_as_known(
    package: Package, meeting: pd.Series, unit: str, before: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Give the tables that a report rests on, as `giaoban.asof.Known` describes them.

    Parameters
    ----------
    package : Package
        The programme.
    meeting : Series
        The row of ``meetings``; figures count up to its ``data_cutoff``, records up to its day.
    unit : str
        A unit of the programme.
    before : dict of str to DataFrame
        ``figures`` and ``targets`` as known at the meeting before; empty where there was none.
    """
    all_tables, cutoff = package.tables, meeting["data_cutoff"]
    units = all_tables["units"]
    children = units[units["parent"] == unit]
    beside = set(units_beside(units, unit)["unit"])
    names = ("figures", "targets", "claims", "events")
    tables = {name: of_unit(all_tables, name, cutoff, {unit}) for name in names}
    for name in names[:2]:
        told = all_tables[name][all_tables[name]["unit"].eq(unit)]
        told = told[told["reported_on"] <= cutoff]
        order = [*KEY_COLUMNS[name], "reported_on"]
        tables[f"{name}_told"] = told.sort_values(order, kind="stable")
        old = before.get(name, tables[name])
        tables[f"{name}_replaced"] = old[~old.index.isin(tables[name].index)]
        tables[f"{name}_below"] = of_unit(all_tables, name, cutoff, set(children["unit"]))
    others = of_unit(all_tables, "figures", cutoff, beside)
    tables["figures_beside"] = others[others["indicator"].isin(tables["figures"]["indicator"])]
    changed = unit_changes_of(all_tables, {unit, *children["unit"]}, cutoff)
    merged = {*changed["predecessor"], *changed["successor"]}
    tables["figures_merged"] = of_unit(all_tables, "figures", cutoff, merged)
    tables["unit_changes"] = changed
    rules = as_known(all_tables["rules"], cutoff, KEY_COLUMNS["rules"])
    tables["rules"] = not_yet(rules, cutoff, ["valid_to"])
    records = as_known(all_tables["records"], meeting["meeting_date"], ["record"], "meeting_date")
    # Records and events stand as they were written down; all else in the order of its key.
    tables["records"] = not_yet(records, cutoff, ["closed_on"]).sort_index()
    if unit != package.programme["unit"]:
        # What the meeting found speaks of the programme's own unit; others have their actions.
        others = tables["records"]
        tables["records"] = others[others["section"].ne("action") | others["owner"].eq(unit)]
    tables["events"] = tables["events"].sort_index()
    # A unit of a later day was not there yet, unless it had figures under older borders.
    had = pd.concat([tables["figures"], tables["figures_below"], tables["figures_beside"]])["unit"]
    there = units[~(units["valid_from"] > cutoff) | units["unit"].isin(had)]
    then = {"units": not_yet(there, cutoff, ["valid_from", "valid_to"])}
    named = {unit, *there.loc[there["parent"] == unit, "unit"], package.programme["source"]}
    return tables | _referred_to(all_tables | then, tables, named)


def in_few_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Hold a table's texts as Python's own: of few rows these are faster than Arrow's."""
    ours = pd.StringDtype("python", na_value=np.nan)
    arrow = [name for name, kind in table.dtypes.items() if kind == _OF_ARROW]
    return as_types(table, dict.fromkeys(arrow, ours))


def _referred_to(
    all_tables: dict[str, pd.DataFrame], known: dict[str, pd.DataFrame], also: set[str]
) -> dict[str, pd.DataFrame]:
    """Keep of the describing tables the rows in use, so that later additions change nothing."""

    def used(*columns: str) -> set[str]:
        cells = [t[c].dropna() for t in known.values() for c in columns if c in t]
        return {cell for column in cells for cell in column}

    indicators, definitions = all_tables["indicators"], all_tables["definitions"]
    named = {
        "indicators": _closure(used("indicator", "base"), indicators, "part_of", "under"),
        "definitions": _closure(used("definition"), definitions, "includes"),
        "sources": used("source") | also,
    }
    form = indicators[indicators["indicator"].isin(named.pop("indicators"))]
    answer = {*form["responsible"].dropna()}
    units = used("unit", "set_by", "given_by", "owner", "predecessor", "successor")
    named["units"] = units | also | answer
    found = {n: t[t[n[:-1]].isin(ids)] for n, ids in named.items() for t in [all_tables[n]]}
    # A heading of the form measures nothing.
    return found | {"indicators": form.dropna(subset="unit_measure"), "indicators_form": form}


def _closure(ids: set[str], table: pd.DataFrame, *leads_to: str) -> set[str]:
    """Add what the ids lead to, and what that leads to."""
    key = table.columns[0]
    further = pd.concat([table.set_index(key)[column].dropna() for column in leads_to])
    while new := {*further[further.index.isin(ids)]} - ids:
        ids = ids | new
    return ids
