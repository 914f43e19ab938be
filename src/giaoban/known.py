"""What was known of one unit at a meeting, cut out of a programme."""

import hashlib
from dataclasses import dataclass
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.days import iso_day
from giaoban.errors import GiaobanError, one_of
from giaoban.package import Package
from giaoban.vintage import KEYS, as_known, not_yet, with_days


@dataclass(frozen=True)
class Known:
    """What was known of one unit at a meeting.

    Attributes
    ----------
    package : Package
        The programme.
    meeting : Series
        The row of ``meetings``.
    previous : Series or None
        The meeting before; None where this is the first.
    unit : str
        The unit.
    tables : dict of str to DataFrame
        ``figures`` and ``targets`` of the unit; ``figures_replaced`` and ``targets_replaced``,
        the rows that counted at the meeting before and no more; ``figures_below`` and
        ``targets_below`` of the units that it is the parent of; ``claims``, ``events``, ``rules``
        and ``records`` as known then; and the rows of the describing tables that these refer to.
    before : dict of str to DataFrame
        ``figures`` and ``targets`` as known at the meeting before; empty where there was none.
    """

    package: Package
    meeting: pd.Series
    previous: pd.Series | None
    unit: str
    tables: dict[str, pd.DataFrame]
    before: dict[str, pd.DataFrame]

    @property
    def cutoff(self) -> pd.Timestamp:
        """The last day whose figures count."""
        return self.meeting["data_cutoff"]

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of the rows of each table that a report of this rests on, by the table's name."""
        found: dict[str, Any] = {}
        for name, part in sorted(self._parts.items()):
            table = name.partition("_")[0]
            text = part.to_csv(index=False, lineterminator="\n")
            found.setdefault(table, hashlib.sha256()).update(f"{name}\n{text}".encode())
        return {table: digest.hexdigest() for table, digest in found.items()}

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all digests: of every row that a report rests on, and of nothing else."""
        lines = "".join(f"{table} {digest}\n" for table, digest in sorted(self.digests.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    @property
    def _parts(self) -> dict[str, pd.DataFrame]:
        rows = {"programme": self.package.programme, "meetings": self.meeting}
        if self.previous is not None:
            rows["meetings_before"] = self.previous
        parts = {name: row.to_frame().T for name, row in rows.items()}
        return parts | self.tables | {f"{n}_before": table for n, table in self.before.items()}


def inputs(known: Known) -> str:
    """Write the digests short, as a page carries them: ``claims:0123456789ab …``."""
    return " ".join(f"{table}:{digest[:12]}" for table, digest in known.digests.items())


def known_at(package: Package, meeting_date: str, unit: str) -> Known:
    """Give what was known of a unit at a meeting.

    Parameters
    ----------
    package : Package
        The programme.
    meeting_date : str
        Date of one of its meetings, such as ``2023-03-14`` or ``14/3/2023``; ``latest``, or
        ``next`` (today or later).
    unit : str
        A unit id; empty for the programme's own.

    Raises
    ------
    GiaobanError
        Where there is no such meeting or unit. That no meeting lies ahead is nobody's mistake: its
        exit code is 0.
    """
    meetings = package.tables["meetings"].sort_values("meeting_date")
    meeting = _meeting(meetings, meeting_date)
    unit = unit or package.programme["unit"]
    _require_unit(package, unit)
    earlier = meetings[meetings["meeting_date"] < meeting["meeting_date"]]
    previous = earlier.iloc[-1] if len(earlier) else None
    before = {
        name: _of_unit(package.tables, name, previous["data_cutoff"], {unit})
        for name in ("figures", "targets")
        if previous is not None
    }
    tables = _tables(package, meeting, unit, before)
    return Known(package, meeting, previous, unit, tables, before)


def _of_unit(
    tables: dict[str, pd.DataFrame], name: str, cutoff: pd.Timestamp, units: set[str]
) -> pd.DataFrame:
    ours = tables[name][tables[name]["unit"].isin(units)]
    known = as_known(ours, cutoff, KEYS[name])
    return with_days(known) if name == "figures" else known


def _tables(
    package: Package, meeting: pd.Series, unit: str, before: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    all_tables, cutoff = package.tables, meeting["data_cutoff"]
    units = all_tables["units"]
    children = units[units["parent"] == unit]
    names = ("figures", "targets", "claims", "events")
    tables = {name: _of_unit(all_tables, name, cutoff, {unit}) for name in names}
    for name in names[:2]:
        old = before.get(name, tables[name])
        tables[f"{name}_replaced"] = old[~old.index.isin(tables[name].index)]
        tables[f"{name}_below"] = _of_unit(all_tables, name, cutoff, set(children["unit"]))
    rules = as_known(all_tables["rules"], cutoff, KEYS["rules"])
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
    had = pd.concat([tables["figures"], tables["figures_below"]])["unit"]
    there = units[~(units["valid_from"] > cutoff) | units["unit"].isin(had)]
    then = {"units": not_yet(there, cutoff, ["valid_from", "valid_to"])}
    named = {unit, *there.loc[there["parent"] == unit, "unit"], package.programme["source"]}
    return tables | _referred_to(all_tables | then, tables, named)


def _meeting(meetings: pd.DataFrame, meeting_date: str) -> pd.Series:
    if meeting_date == "latest":
        return meetings.iloc[-1]
    if meeting_date == "next":
        ahead = meetings[meetings["meeting_date"] >= pd.Timestamp.today().normalize()]
        if ahead.empty:
            raise GiaobanError(
                N_("no meeting lies ahead, nothing was done: enter the next one in meetings"),
                exit_code=0,
            )
        return ahead.iloc[0]
    days = meetings["meeting_date"].dt.strftime("%Y-%m-%d")
    found = meetings[days == iso_day(meeting_date)]
    if found.empty:
        raise GiaobanError(
            N_("no meeting on that date (found {found}), {expected}"),
            found=meeting_date,
            expected=one_of(days.tolist()),
        )
    return found.iloc[0]


def _require_unit(package: Package, unit: str) -> None:
    known = package.tables["units"]["unit"].tolist()
    if unit not in known:
        form = N_("no such unit (found {found}), {expected}")
        raise GiaobanError(form, found=unit, expected=one_of(known))


def _referred_to(
    all_tables: dict[str, pd.DataFrame], known: dict[str, pd.DataFrame], also: set[str]
) -> dict[str, pd.DataFrame]:
    """Keep of the describing tables the rows in use, so that later additions change nothing."""

    def used(*columns: str) -> set[str]:
        cells = [t[c].dropna() for t in known.values() for c in columns if c in t]
        return {cell for column in cells for cell in column}

    indicators, definitions = all_tables["indicators"], all_tables["definitions"]
    named = {
        "indicators": _closure(used("indicator", "base"), indicators, "indicator", "part_of"),
        "definitions": _closure(used("definition"), definitions, "definition", "includes"),
        "sources": used("source") | also,
        "units": used("unit", "set_by", "given_by", "owner") | also,
    }
    return {n: t[t[n[:-1]].isin(ids)] for n, ids in named.items() for t in [all_tables[n]]}


def _closure(ids: set[str], table: pd.DataFrame, key: str, leads_to: str) -> set[str]:
    """Add what the ids lead to, and what that leads to."""
    further = table.set_index(key)[leads_to].dropna()
    while new := set(further.reindex(list(ids)).dropna()) - ids:
        ids = ids | new
    return ids
