"""What was known on a date, and what changed between two dates."""

from typing import Final

import pandas as pd

from giaoban.language import parse_period
from giaoban.tables import columns

KEY_COLUMNS = {
    "figures": ["unit", "indicator", "period"],
    "targets": ["unit", "indicator", "period", "set_by"],
    "claims": ["claim"],
    "events": ["unit", "period", "kind", "title_vi"],
    "rules": ["rule"],
}
SAID = [
    "value",
    "value_to",
    "qualifier",
    "kind",
    "definition",
    "obs_status",
    "numerator",
    "denominator",
    "derivation",
]
# Estimated, forecast, imputed, provisional, unreliable: not final yet.
PRELIMINARY: Final = ("E", "F", "I", "P", "U")

FIGURE_COLUMNS: Final = [*columns("figures"), "start", "end", "months", "years"]
# As changes.csv has them.
CHANGES_CSV: Final = [
    "indicator",
    "period",
    "kind",
    "before",
    "after",
    "value_to_before",
    "value_to_after",
]
CHANGE_COLUMNS: Final = [
    *CHANGES_CSV,
    "set_by",
    *(f"{name}_{side}" for name in SAID[2:] for side in ("before", "after")),
    "row",
    "row_before",
]


def as_known(
    table: pd.DataFrame, cutoff: pd.Timestamp, key: list[str], told: str = "reported_on"
) -> pd.DataFrame:
    """Give the rows that counted on a date: of each key the latest told on or before it.

    Parameters
    ----------
    table : DataFrame
        With a column that says when each row was told.
    cutoff : Timestamp
        The date.
    key : list of str
        Columns that name one figure; a later row with the same key revises it.
    told : str
        That column.

    Returns
    -------
    DataFrame
        In the order of the key, so that it does not matter how the file was sorted.
    """
    known = table[table[told] <= cutoff]
    if known.empty:
        return known
    known = known.sort_values(told, kind="stable")
    return known.drop_duplicates(key, keep="last").sort_values(key, kind="stable")


def as_told(table: pd.DataFrame, name: str, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Give the rows of ``figures`` or ``targets``, as ``name`` says, that counted on a date.

    Figures are read as `with_days` does.
    """
    if name == "events":
        known = as_known(
            _in_both_languages(table, cutoff), cutoff, [*KEY_COLUMNS[name][:-1], "own"]
        )
        return known.drop(columns="own")
    known = as_known(table, cutoff, KEY_COLUMNS[name])
    return with_days(known) if name == "figures" else known


def _in_both_languages(events: pd.DataFrame, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Give events the title that another row of theirs has; what has one in common is one event.

    One title of several events is nobody's own: it makes nothing one.
    """
    told = events[events["reported_on"] <= cutoff].sort_values("reported_on", kind="stable")
    for here, there in (("title_vi", "title_en"), ("title_en", "title_vi")):
        alike = told.groupby([*KEY_COLUMNS["events"][:-1], there], dropna=False)[here]
        only = alike.transform("first").where(alike.transform("nunique").eq(1))
        told = told.assign(**{here: told[here].fillna(only)})
    return told.assign(own=told["title_vi"].fillna(told["title_en"]))


def not_yet(table: pd.DataFrame, cutoff: pd.Timestamp, dates: list[str]) -> pd.DataFrame:
    """Empty the dates that lay ahead on a date: nobody knew of them."""
    return table.assign(**{name: table[name].where(table[name] <= cutoff) for name in dates})


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """List the figures, or targets, that are new, revised or withdrawn between two vintages.

    A figure that was preliminary (`PRELIMINARY`) is confirmed where it is told as final and nothing
    else of it has changed.

    Parameters
    ----------
    before, after : DataFrame
        Figures of one unit as known on two dates.

    Returns
    -------
    DataFrame
        ``indicator``, ``period``, ``kind`` (new, revised, confirmed or withdrawn), ``before`` and
        ``after``
        (values in the indicator's unit of measure), and for each side all else that was said
        of it (`SAID`) with the same suffix, empty where the table has no such column; of targets
        ``set_by``; ``row`` and ``row_before``, the indices in ``after`` and ``before``. A figure is
        withdrawn where a later row takes its value away.
    """
    shared = [name for name in SAID if name in before]
    key = KEY_COLUMNS["targets" if "set_by" in before else "figures"]
    after = after.assign(row=after.index)
    both = before.assign(row_before=before.index).merge(
        after, "outer", key, suffixes=("_before", "_after")
    )
    had, has = both["value_before"].notna(), both["value_after"].notna()
    differing = {
        name: both[f"{name}_before"].ne(both[f"{name}_after"])
        & (both[f"{name}_before"].notna() | both[f"{name}_after"].notna())
        for name in shared
    }
    differs = pd.DataFrame(differing)
    kind = pd.Series(pd.NA, index=both.index, dtype="str")
    kind = kind.mask(~had & has, "new").mask(had & ~has, "withdrawn")
    both["kind"] = kind.mask(had & has & differs.any(axis=1), "revised")
    if "obs_status" in shared:
        final = both["obs_status_before"].isin(PRELIMINARY) & both["obs_status_after"].eq("A")
        alone = ~differs.drop(columns="obs_status").any(axis=1)
        both["kind"] = both["kind"].mask(had & has & final & alone, "confirmed")
    names = {"value_before": "before", "value_after": "after"}
    out = both.dropna(subset="kind").rename(columns=names)
    return out.reindex(columns=CHANGE_COLUMNS).reset_index(drop=True)


def with_days(figures: pd.DataFrame) -> pd.DataFrame:
    """Read each period and sort by them.

    Returns
    -------
    DataFrame
        With ``start`` and ``end``, the first and last day; ``months`` and ``years``, the
        length, where it is whole months, or twelve of them a few times.
    """
    spans = {text: parse_period(text) for text in figures["period"].unique()}
    read = figures["period"].map(spans)
    dated = figures.assign(
        start=pd.to_datetime([p.start for p in read]),
        end=pd.to_datetime([p.end for p in read]),
        months=pd.array([p.months for p in read], dtype="Int64"),
        years=pd.array([p.years for p in read], dtype="Int64"),
    )
    order = ["unit", "indicator", "end", "start"]
    return dated.sort_values(order, kind="stable")
