"""What was known of one unit at a meeting, cut out of a programme."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from giaoban.asof.tables import in_few_rows, of_unit, tables_as_known
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_of
from giaoban.language import iso_day, of_names, parse_period
from giaoban.programme import Package


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
        ``figures`` and ``targets`` of the unit; ``figures_told`` and ``targets_told``, every row
        told of it so far, replaced or not; ``figures_replaced`` and ``targets_replaced``,
        the rows that counted at the meeting before and no more; ``figures_below`` and
        ``targets_below`` of the units that it is the parent of; ``figures_beside``, what other
        units of its level under the same parent reported of its indicators; ``unit_changes`` from
        which units came, ``figures_merged`` of these; ``claims``, ``events``, ``rules`` and
        ``records`` as known then; and the rows of the describing tables that these refer to, under
        ``indicators_form`` with the headings of the office's form.
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
    def previous_cutoff(self) -> pd.Timestamp | None:
        """The last day that counted at the meeting before; None where this is the first."""
        return None if self.previous is None else self.previous["data_cutoff"]

    @property
    def meetings(self) -> pd.DataFrame:
        """The meetings so far, in the order of their days; this one is the last."""
        rows = self.package.tables["meetings"].sort_values("meeting_date")
        return rows[rows["meeting_date"] <= self.meeting["meeting_date"]]

    @property
    def last_year(self) -> int:
        """The programme's last year."""
        return parse_period(self.package.programme["period"]).end.year

    @property
    def is_over(self) -> bool:
        """Whether the programme's period is: no target of it lies ahead."""
        return parse_period(self.package.programme["period"]).end <= self.cutoff.date()

    def known_before(self, name: str) -> pd.DataFrame:
        """Give ``figures`` or ``targets`` as known at the meeting before; at the first, as now."""
        return self.before.get(name, self.tables[name])

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 of the rows of each table that a report of this rests on, by the table's name."""
        found: dict[str, Any] = {}
        for name, part in sorted(self._parts.items()):
            table = name if name in self.package.tables else name.partition("_")[0]
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
        parts = {"programme": self.package.programme.to_frame().T, "meetings": self.meetings}
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
    meeting = meeting_of(package, meeting_date)
    unit = unit_of(package, unit)
    earlier = meetings[meetings["meeting_date"] < meeting["meeting_date"]]
    previous = earlier.iloc[-1] if len(earlier) else None
    before = {
        name: of_unit(package.tables, name, previous["data_cutoff"], {unit})
        for name in ("figures", "targets")
        if previous is not None
    }
    tables = tables_as_known(package, meeting, unit, before)
    before = {name: in_few_rows(table) for name, table in before.items()}
    tables = {name: in_few_rows(table) for name, table in tables.items()}
    return Known(package, meeting, previous, unit, tables, before)


def meeting_of(package: Package, meeting_date: str) -> pd.Series:
    """Find a meeting of a programme; see `known_at`."""
    meetings = package.tables["meetings"].sort_values("meeting_date")
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


def unit_of(package: Package, unit: str) -> str:
    """Find a unit of a programme; see `known_at`."""
    known = package.tables["units"]["unit"].tolist()
    unit = of_names(unit or package.programme["unit"], known)
    if unit not in known:
        template = N_("no such unit (found {found}), {expected}")
        raise GiaobanError(template, found=unit, expected=one_of(known))
    return unit
