"""What was known on a date, and what changed between two dates."""

from dataclasses import dataclass

import pandas as pd

from giaoban.errors import GiaobanError
from giaoban.package import Package
from giaoban.periods import parse_period

KEYS = {
    "figures": ["indicator", "unit", "period"],
    "targets": ["indicator", "unit", "period"],
    "claims": ["claim"],
    "events": ["unit", "period", "kind", "title_vi"],
}


def as_known(table: pd.DataFrame, cutoff: pd.Timestamp, key: list[str]) -> pd.DataFrame:
    """Give the rows that counted on a date: of each key the latest reported on or before it.

    Parameters
    ----------
    table : DataFrame
        With a column ``reported_on``.
    cutoff : Timestamp
        The date.
    key : list of str
        Columns that name one figure; a later row with the same key revises it.
    """
    known = table[table["reported_on"] <= cutoff].sort_values("reported_on", kind="stable")
    return known.drop_duplicates(key, keep="last").sort_index()


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """List the figures that are new, revised or withdrawn between two vintages.

    Parameters
    ----------
    before, after : DataFrame
        Figures of one unit as known on two dates.

    Returns
    -------
    DataFrame
        ``indicator``, ``period``, ``kind`` (new, revised or withdrawn), ``before``, ``after``
        (values in the indicator's unit of measure). A figure is withdrawn where a later row
        takes its value away.
    """
    shown = ["value", "qualifier", "definition"]
    both = before.merge(after, "outer", KEYS["figures"], suffixes=("_before", "_after"))
    had, has = both["value_before"].notna(), both["value_after"].notna()
    differs = pd.concat(
        [both[f"{c}_before"].fillna("") != both[f"{c}_after"].fillna("") for c in shown[1:]]
        + [both["value_before"] != both["value_after"]],
        axis=1,
    ).any(axis=1)
    kind = pd.Series(pd.NA, index=both.index, dtype="str")
    kind = kind.mask(~had & has, "new").mask(had & ~has, "withdrawn")
    both["kind"] = kind.mask(had & has & differs, "revised")
    out = both.dropna(subset="kind").rename(
        columns={"value_before": "before", "value_after": "after"}
    )
    return out[["indicator", "period", "kind", "before", "after"]].reset_index(drop=True)


@dataclass(frozen=True)
class Known:
    """What was known of one unit at a meeting.

    Attributes
    ----------
    meeting : Series
        The row of ``meetings``.
    unit : str
        The unit.
    tables : dict of str to DataFrame
        ``figures`` (with the days ``start`` and ``end``), ``targets``, ``claims``, ``events``,
        ``records`` as known then, and the rows of the other tables that these refer to.
    before : DataFrame or None
        Figures as known at the meeting before; None where this is the first.
    """

    package: Package
    meeting: pd.Series
    unit: str
    tables: dict[str, pd.DataFrame]
    before: pd.DataFrame | None


def known_at(package: Package, meeting_date: str, unit: str) -> Known:
    """Give what was known of a unit at a meeting.

    Parameters
    ----------
    package : Package
        The programme.
    meeting_date : str
        ISO date of one of its meetings, ``latest``, or ``next`` (today or later).
    unit : str
        A unit id; empty for the programme's own.

    Raises
    ------
    GiaobanError
        Where there is no such meeting or unit.
    """
    meetings = package.tables["meetings"].sort_values("meeting_date")
    meeting = _meeting(meetings, meeting_date)
    unit = unit or package.programme["unit"]
    _require_unit(package, unit)
    cutoff = meeting["data_cutoff"]
    tables = {
        name: as_known(package.tables[name], cutoff, key)[lambda t: t["unit"] == unit]
        for name, key in KEYS.items()
    }
    records = package.tables["records"]
    tables["records"] = records[records["meeting_date"] == meeting["meeting_date"]]
    tables["figures"] = with_days(tables["figures"])
    tables |= _referred_to(package.tables, tables, unit)
    earlier = meetings[meetings["meeting_date"] < meeting["meeting_date"]]
    before = None
    if len(earlier):
        then = as_known(package.tables["figures"], earlier.iloc[-1]["data_cutoff"], KEYS["figures"])
        before = then[then["unit"] == unit]
    return Known(package, meeting, unit, tables, before)


def with_days(figures: pd.DataFrame) -> pd.DataFrame:
    """Add the first and last day of each period, ``start`` and ``end``, and sort by them."""
    periods = figures["period"].map(parse_period)
    days = {
        "start": pd.to_datetime([p.start for p in periods]),
        "end": pd.to_datetime([p.end for p in periods]),
        "years": pd.array([p.years for p in periods], dtype="Int64"),
    }
    return figures.assign(**days).sort_values(["indicator", "end", "start"], kind="stable")


def _meeting(meetings: pd.DataFrame, meeting_date: str) -> pd.Series:
    if meeting_date == "latest" and len(meetings):
        return meetings.iloc[-1]
    if meeting_date == "next":
        ahead = meetings[meetings["meeting_date"] >= pd.Timestamp.today().normalize()]
        if ahead.empty:
            raise GiaobanError("no meeting lies ahead, expected one in meetings, today or later")
        return ahead.iloc[0]
    days = meetings["meeting_date"].dt.strftime("%Y-%m-%d")
    found = meetings[days == meeting_date]
    if found.empty:
        raise GiaobanError(
            f"no meeting on that date (found {meeting_date}), expected one of {', '.join(days)}"
        )
    return found.iloc[0]


def _require_unit(package: Package, unit: str) -> None:
    known = package.tables["units"]["unit"].tolist() or [package.programme["unit"]]
    if unit not in known:
        raise GiaobanError(f"no such unit (found {unit}), expected one of {', '.join(known)}")


def _referred_to(
    all_tables: dict[str, pd.DataFrame], known: dict[str, pd.DataFrame], unit: str
) -> dict[str, pd.DataFrame]:
    """Keep of the describing tables the rows in use, so that later additions change nothing."""
    used = {
        column: {
            cell
            for table in known.values()
            for cell in (table[column].dropna() if column in table else [])
        }
        for column in ("indicator", "definition", "source", "set_by", "given_by")
    }
    indicators, definitions = all_tables["indicators"], all_tables["definitions"]
    narrower = _closure(used["definition"], definitions.set_index("definition")["includes"])
    bases = _closure(used["indicator"], indicators.set_index("indicator")["part_of"])
    units = all_tables["units"]
    named = used["set_by"] | used["given_by"] | {unit}
    sources = all_tables["sources"]
    return {
        "indicators": indicators[indicators["indicator"].isin(bases)],
        "definitions": definitions[definitions["definition"].isin(narrower)],
        "sources": sources[sources["source"].isin(used["source"])],
        "units": units[units["unit"].isin(named)],
    }


def _closure(ids: set[str], leads_to: pd.Series) -> set[str]:
    out: set[str] = set()
    todo = list(ids)
    while todo:
        here = todo.pop()
        out.add(here)
        further = leads_to.get(here)
        if isinstance(further, str) and further not in out:
            todo.append(further)
    return out
