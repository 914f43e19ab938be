"""What the predecessors of a merged unit published, recast to its borders of today."""

from collections.abc import Iterator
from math import ceil, floor, isfinite, nan
from typing import Any, Final

import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS, beside
from giaoban.analysis.series import PUBLISHED_COLUMNS, published
from giaoban.language import added, decimals_shown
from giaoban.tables import adding, as_types

_ADDED: Final = ["changed_on", "predecessors", "recast_method", "detail", "missing"]
RECAST_COLUMNS: Final = [*PUBLISHED_COLUMNS, *_ADDED]
# As recast.csv has them.
RECAST_CSV: Final = [
    "indicator",
    "unit",
    "period",
    "value",
    "value_to",
    "qualifier",
    "least",
    "most",
    "numerator",
    "denominator",
    "definition",
    *_ADDED,
]
# A share that was kept without its print is rounded to so many decimals at most.
FINEST = 6
# What a status says of a part, it says of what is made of it; the gravest stands first.
_STATUSES: Final = ("D", "B", "E", "I", "P", "U")


def backcast(
    figures: pd.DataFrame, unit_changes: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Recast what the predecessors of each unit published to the borders that it has now.

    Counts of units that went over whole are added up, and amounts that add up; shares are pooled
    (all numerators over all denominators), without their counts they lie between the least and
    the greatest of them. A part leaves a range: of nothing of its unit to all of it. One that goes
    on under other borders is a predecessor of itself. Where units changed several times, what was
    recast to the borders of one day is recast to those of the next.

    Parameters
    ----------
    figures : DataFrame
        Of the units and their predecessors as known on a date, from `giaoban.asof.with_days`.
    unit_changes : DataFrame
        ``predecessor``, ``successor``, ``changed_on`` and ``extent`` (``whole`` or ``part``).
    indicators : DataFrame
        ``unit_measure`` and ``additive``.

    Returns
    -------
    DataFrame
        Never published figures: a row for each successor (``unit``), indicator and period before
        the change of which a predecessor has one; ``least`` and ``most``, the range that the
        parts leave open, and ``value``, ``value_to`` and ``qualifier``, the same as a figure
        states it; ``numerator`` and ``denominator`` where shares were pooled; ``changed_on``;
        ``predecessors``, the ids of its parts;
        ``recast_method``: ``same``, ``sum``, ``pooled``, ``between`` or ``bounds``. Where nothing
        follows ``detail`` says why: ``units_missing`` (``missing`` names them), ``counts_missing``,
        ``definition_differs`` or ``not_additive``.

    Notes
    -----
    Shares are rounded to the decimals with which their parts were printed, the ends of a range
    outwards. Of N of D in the units that went over whole and n of d in those of which a part did,
    the share lies between N / (D + d − n) and (N + n) / (D + n).
    """
    listed = figures[figures["indicator"].isin(indicators["indicator"])]
    told = published(listed, indicators)
    measures = zip(indicators["unit_measure"], adding(indicators), strict=True)
    kinds: dict[Any, Any] = dict(zip(indicators["indicator"], measures, strict=True))
    found, days = [pd.DataFrame(columns=RECAST_COLUMNS)], sorted(set(unit_changes["changed_on"]))
    for day in days:
        changed, before = unit_changes[unit_changes["changed_on"] == day], told[told["end"] < day]
        rows = [
            _row(given, extents, successor, day) | _value(given, extents, *kinds[indicator])
            for successor, extents in _extents(changed, before)
            for (indicator, _), given in before[before["unit"].isin(extents)].groupby(
                ["indicator", "period"], sort=False
            )
        ]
        recast = _typed(pd.DataFrame(rows, columns=RECAST_COLUMNS), told)
        # What a unit published under borders that it has no more is a part of nothing later.
        lost = changed.loc[changed["extent"] == "part", "predecessor"]
        old = told["unit"].isin({*changed["successor"], *lost}) & (told["end"] < day)
        known = recast.loc[recast["least"].notna(), list(told.columns)]
        told = pd.concat([told[~old], known], ignore_index=True) if len(known) else told[~old]
        found.append(recast)
    out = _typed(pd.concat([f for f in found if len(f)] or found), told)
    out = out.drop_duplicates(["unit", "indicator", "period"], keep="last")
    order = ["unit", "indicator", "end", "start"]
    return out.sort_values(order, kind="stable", ignore_index=True)


def _typed(recast: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
    types = {name: like[name].dtype for name in PUBLISHED_COLUMNS}
    added = {"changed_on": types["end"], "recast_method": "str", "detail": "str"}
    return as_types(recast, types | added)


def _extents(changed: pd.DataFrame, before: pd.DataFrame) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each successor with its predecessors, itself among them where it has figures before."""
    for successor, rows in changed.groupby("successor"):
        own = {str(successor): "whole"} if before["unit"].eq(successor).any() else {}
        others = zip(rows["predecessor"].map(str), rows["extent"], strict=True)
        yield str(successor), own | dict(others)


def _row(
    given: pd.DataFrame, extents: dict[str, str], successor: str, day: pd.Timestamp
) -> dict[Any, Any]:
    """Say what a recast figure is of."""
    alike = ["indicator", "period", "start", "end", "months", "years", "definition"]
    statuses = set(given["obs_status"])
    return given.iloc[0][alike].to_dict() | {
        "unit": successor,
        "obs_status": next((s for s in _STATUSES if s in statuses), "A"),
        "reported_on": given["reported_on"].max(),
        "changed_on": day,
        "predecessors": tuple(extents),
        "missing": tuple(unit for unit in extents if unit not in set(given["unit"])),
    }


def _value(
    given: pd.DataFrame, extents: dict[str, str], measure: str, adds: bool
) -> dict[Any, Any]:
    """Recast one figure, or say why nothing follows."""
    whole = given["unit"].map(extents).eq("whole")
    defined = given["definition"].fillna("")
    if len(given) < len(extents):
        return {"detail": "units_missing"}
    if defined.ne(defined.iloc[0]).any():
        return {"detail": "definition_differs"}
    if len(given) == 1 and whole.all():
        only, counts = given.iloc[0], ["numerator", "denominator"]
        return _range(only["least"], only["most"], "same") | only[counts].to_dict()
    if measure == "percent":
        return _pooled(given[whole], given[~whole])
    if measure != "count" and not adds:
        return {"detail": "not_additive"}
    method = "sum" if whole.all() else "bounds"
    return _range(added(*given.loc[whole, "least"]), added(*given["most"]), method)


def _pooled(whole: pd.DataFrame, parts: pd.DataFrame) -> dict[Any, Any]:
    """Pool shares over their counts; without them the pooled share lies between its parts."""
    both, counts = pd.concat([whole, parts]), ["numerator", "denominator"]
    counted = both[counts].notna().all(axis=None) and both["qualifier"].eq("=").all()
    if not counted and parts.empty:
        return _range(whole["least"].min(), whole["most"].max(), "between")
    if not counted or whole["denominator"].sum() == 0:
        return {"detail": "counts_missing"}
    (n, d), (some, of) = (shares[counts].sum().astype("float64") for shares in (whole, parts))
    step = 10.0 ** min(max(map(decimals_shown, both["as_published"], both["value"])), FINEST)
    if parts.empty:
        share = floor(n / d * 100 * step + 0.5) / step
        return _range(share, share, "pooled") | {"numerator": n, "denominator": d}
    # The ends are rounded outwards, so that what is possible stays within them.
    least, most = n / (d + of - some), (n + some) / (d + some)
    ends = floor(round(least * 100 * step, 6)) / step, ceil(round(most * 100 * step, 6)) / step
    return _range(*ends, "bounds")


def _range(least: float, most: float, method: str) -> dict[Any, Any]:
    """Write what parts leave open as a figure states it."""
    least, most = round(float(least), 9), round(float(most), 9)
    value, value_to, sign = least, nan, "="
    if isfinite(least) and isfinite(most) and least < most:
        value_to, sign = most, ".."
    elif least < most:
        value, sign = (most, "<=") if isfinite(most) else (least, ">=")
        value = value if isfinite(value) else nan
    said = {"value": value, "value_to": value_to, "qualifier": sign}
    return said | {"least": least, "most": most, "recast_method": method}


def compare_recast(
    compared: pd.DataFrame, recast: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Set figures of merged units that have none of their own before beside the recast one.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.
    recast : DataFrame
        From `backcast`.
    indicators, units : DataFrame
        As for `giaoban.analysis.compare`.

    Returns
    -------
    DataFrame
        As of `giaoban.analysis.compare`, of those figures that end after the change, and that
        have no figure before them or one of other borders; the one before is the latest recast
        one of the same months, ``previous_row`` its index in ``recast``.
    """
    known = recast[recast["least"].notna()]
    if known.empty:
        return compared.iloc[:0][COMPARED_COLUMNS]
    both = pd.concat([compared[PUBLISHED_COLUMNS], known[PUBLISHED_COLUMNS]], ignore_index=True)
    alone = (compared["previous_period"].isna() | compared["reason"].eq("unit_changed")).to_numpy()
    ours = both.iloc[: len(compared)][alone].reset_index(names="later")
    theirs = both.iloc[len(compared) :].assign(changed_on=known["changed_on"].to_numpy())
    keys = ["unit", "indicator", "months", "season"]
    pairs = ours.assign(season=ours["start"].dt.month).merge(
        theirs.reset_index(names="earlier").assign(season=theirs["start"].dt.month.to_numpy()),
        on=keys,
        suffixes=("", "_before"),
    )
    pairs = pairs[pairs["end_before"].lt(pairs["start"]) & pairs["end"].ge(pairs["changed_on"])]
    last = pairs.sort_values("end_before").groupby("later")["earlier"].last()
    row = last.astype("float64").reindex(both.index)
    # The borders are those of today: that the unit changed is no reason any more.
    never = pd.Series(pd.NaT, index=units.index, dtype="datetime64[us]")
    same = units.assign(valid_from=never, valid_to=never)
    out = beside(both, row, indicators, same).iloc[: len(compared)].set_axis(compared.index)
    place = pd.Series(known.index, index=theirs.index, dtype="float64")
    out = out.assign(previous_row=out["previous_row"].map(place))
    return out.loc[out["previous_row"].notna(), COMPARED_COLUMNS]
