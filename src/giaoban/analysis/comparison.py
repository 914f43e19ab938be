"""Set each figure beside the one before it, and say whether the two may be compared."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

from giaoban.analysis.series import PUBLISHED_COLUMNS, column, is_share, published, went
from giaoban.statistics import differences, newcombe
from giaoban.tables import SERIES, as_types

_ADDED: Final = {
    "previous_period": "str",
    "previous_value": "float64",
    "previous_value_to": "float64",
    "previous_qualifier": "str",
    "previous_row": "float64",
    "change": "float64",
    "change_least": "float64",
    "change_most": "float64",
    "change_low": "float64",
    "change_high": "float64",
    "comparable": "boolean",
    "reason": "str",
}
COMPARED_COLUMNS: Final = [*PUBLISHED_COLUMNS, *_ADDED]
RUN_COLUMNS: Final = [*COMPARED_COLUMNS, "run"]
_WAY: Final = {"up": 1.0, "down": -1.0}


def compare(figures: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Set each figure beside the one before it and say whether the two may be compared.

    The one before is the latest that covers the same months of an earlier year; where there is
    none, the one that stands just before it, if that ended before it starts.

    Parameters
    ----------
    figures : DataFrame
        Figures as known on a date, from `giaoban.asof.with_days`.
    indicators : DataFrame
        Their ``unit_measure`` and ``part_of``.
    units : DataFrame
        Their ``valid_from`` and ``valid_to``.

    Returns
    -------
    DataFrame
        The published figures with ``least`` and ``most``, the range that each was stated with;
        of the one before ``previous_period``, ``previous_value``, ``previous_value_to`` (of a
        range), ``previous_qualifier`` and ``previous_row`` (its index);
        ``change`` in the indicator's own measure (percentage points for shares), missing where
        either figure is not exact; ``change_least`` and ``change_most``, the range of the change
        that the qualifiers leave open; ``change_low`` and ``change_high``, Newcombe's interval
        where the counts are known and the two may be compared; ``comparable`` (missing where
        there is no figure before) and ``reason`` where they may not be.
    """
    later = published(figures, indicators)
    if later.empty:
        return as_types(later.reindex(columns=COMPARED_COLUMNS), _ADDED)
    return beside(later, row_before(later), indicators, units)


def beside(
    later: pd.DataFrame, row: pd.Series, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Set each figure beside the one whose index ``row`` names; see `compare`."""
    earlier = later.reindex(row).set_axis(later.index)
    paired = row.notna()
    exact = later["qualifier"].eq("=") & earlier["qualifier"].eq("=")
    reason = reasons(later, earlier, indicators, units).where(paired)
    comparable = paired & reason.isna()
    counts = [t[n].to_numpy(float) for t in (later, earlier) for n in ("numerator", "denominator")]
    counted = (comparable & is_share(later, indicators)).to_numpy()
    low, high = (np.where(counted, end * 100, np.nan) for end in newcombe(*counts))
    names = ("value", "least", "most")
    now, then = ([t[n].to_numpy(float) for n in names] for t in (later, earlier))
    out = later.assign(
        previous_period=earlier["period"],
        previous_value=earlier["value"],
        previous_value_to=earlier["value_to"],
        previous_qualifier=earlier["qualifier"],
        previous_row=row,
        change=np.where(exact, differences(now[0], then[0]), np.nan),
        change_least=differences(now[1], then[2]),
        change_most=differences(now[2], then[1]),
        change_low=low,
        change_high=high,
        comparable=comparable.astype("boolean").where(paired),
        reason=reason,
    )
    return out[[*later.columns, *_ADDED]]


def row_before(figures: pd.DataFrame) -> pd.Series:
    """Find the index of the figure that stands before each one."""
    rows = figures.assign(row=figures.index.astype("float64"), season=figures["start"].dt.month)

    def ended(row: pd.Series) -> pd.Series:
        return row.where(figures["end"].reindex(row).to_numpy() < figures["start"])

    alike = ended(rows.groupby([*SERIES, "months", "season"], dropna=False)["row"].shift())
    return alike.fillna(ended(rows.groupby(SERIES)["row"].shift()))


def reasons(
    later: pd.DataFrame,
    earlier: pd.DataFrame,
    indicators: pd.DataFrame,
    units: pd.DataFrame,
    any_season: bool = False,
) -> pd.Series:
    """Name the first reason for which two figures may not be compared.

    Parameters
    ----------
    later, earlier : DataFrame
        Figures from `giaoban.analysis.published`, row by row.
    indicators, units : DataFrame
        As for `compare`.
    any_season : bool
        Whether parts of a year of one length may be compared whatever their months.

    Returns
    -------
    Series of str
        ``part_year`` (the periods do not cover the same months), ``definition_changed``,
        ``definition_not_said`` (of one of the two), ``series_break``, ``unit_changed``,
        ``base_unknown``, or missing where they may be
        compared. A break lies between two figures wherever one between them has status ``B`` or
        ``D``.
    """
    alike = later["months"].eq(earlier["months"]).fillna(False).astype(bool)
    if not any_season:
        alike &= later["start"].dt.month.eq(earlier["start"].dt.month)
    said = later["definition"].notna(), earlier["definition"].notna()
    redefined = said[0] & said[1] & later["definition"].ne(earlier["definition"])
    reason = pd.Series(pd.NA, index=later.index, dtype="str")
    reason = reason.mask(_base_unknown(later, earlier, indicators), "base_unknown")
    reason = reason.mask(_unit_changed(later, earlier, units), "unit_changed")
    reason = reason.mask(later["broken_on"] > earlier["end"], "series_break")
    reason = reason.mask(said[0] != said[1], "definition_not_said")
    redefined |= later["redefined_on"] > earlier["end"]
    return reason.mask(redefined, "definition_changed").mask(~alike, "part_year")


def _unit_changed(later: pd.DataFrame, earlier: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """Find figures between which their unit began, or ended, to be what it is."""
    there = (column(units, name).reindex(later["unit"]) for name in ("valid_from", "valid_to"))
    began, ended = (days.set_axis(later.index) for days in there)

    def stands(figures: pd.DataFrame) -> pd.Series:
        before = figures["start"].lt(began).astype(int) + figures["end"].lt(began).astype(int)
        after = figures["start"].gt(ended).astype(int) + figures["end"].gt(ended).astype(int)
        return before - after

    return stands(later).ne(stands(earlier))


def _base_unknown(
    later: pd.DataFrame, earlier: pd.DataFrame, indicators: pd.DataFrame
) -> pd.Series:
    """Find shares of another indicator whose base is not known to be the same.

    Where both were printed with counts, these tell whether the base is the whole of the other
    indicator, which does not change with its definition, or the part that it counts, which does.
    Where neither was, the base is taken to be the same as long as the other indicator counts the
    same.
    """
    base = later["indicator"].map(column(indicators, "part_of"))
    if base.isna().all():
        return base.notna()
    where = ["unit", "indicator", "period"]
    columns = ["definition", "redefined_on", "end", "numerator", "denominator"]
    bases = later.drop_duplicates(where).set_index(where)[columns]

    def at(period: pd.Series) -> pd.DataFrame:
        places = pd.MultiIndex.from_arrays([later["unit"], base, period])
        return bases.reindex(places).set_axis(later.index)

    now, then = at(later["period"]), at(earlier["period"])
    there = now["end"].notna() & then["end"].notna()
    same = there & now["definition"].fillna("").eq(then["definition"].fillna(""))
    same &= ~(now["redefined_on"] > then["end"])
    counts = [later["denominator"], earlier["denominator"]]
    of_whole = counts[0].eq(now["denominator"]) & counts[1].eq(then["denominator"])
    of_part = counts[0].eq(now["numerator"]) & counts[1].eq(then["numerator"])
    told = now["denominator"].notna() & then["denominator"].notna()
    known = (of_whole | (of_part & same)).where(told, same | ~there)
    both, either = counts[0].notna() & counts[1].notna(), counts[0].notna() | counts[1].notna()
    return base.notna() & ~known.where(both, same & ~either)


def runs(compared: pd.DataFrame) -> pd.DataFrame:
    """Number the unbroken runs of comparable figures, in the order in which they begin.

    Returns
    -------
    DataFrame
        The input with ``run``.
    """
    keys = compared[[*SERIES, "months"]].assign(
        season=compared["start"].dt.month, starts=~compared["comparable"].fillna(False).astype(bool)
    )
    alike = keys.groupby([*SERIES, "months", "season"], dropna=False)
    keys["starts"] = alike["starts"].cumsum()
    return compared.assign(run=keys.groupby(list(keys), sort=False, dropna=False).ngroup())


def last_runs(compared: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give each indicator with its last unbroken run of whole years.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `compare`.
    """
    yearly = runs(compared)[lambda t: t["years"] == 1]
    for indicator, ours in yearly.groupby("indicator", sort=False):
        yield str(indicator), ours[ours["run"] == ours["run"].iloc[-1]]


def gains(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Judge each figure against the one before it, over the whole range that both leave open.

    Parameters
    ----------
    compared : DataFrame
        From `compare`.
    indicators : DataFrame
        ``better``: which way is better.

    Returns
    -------
    Series of str
        ``better``, ``worse``, ``same``, ``chance`` (no more than chance: both shares were counted,
        and Newcombe's interval takes in 0) or ``undetermined`` (the range takes in both); missing
        where the two may not be compared, or it is not said which way is better.
    """
    way = compared["indicator"].map(column(indicators, "better")).map(_WAY).astype("float64")
    same = (compared["change_least"] == 0) & (compared["change_most"] == 0)
    rose, fell = went(compared)
    chance = (compared["change_low"] <= 0) & (compared["change_high"] >= 0)
    said = pd.Series("undetermined", index=compared.index, dtype="str")
    said = said.mask(rose.where(way > 0, fell), "better").mask(fell.where(way > 0, rose), "worse")
    said = said.mask(chance & (rose | fell), "chance").mask(same, "same")
    return said.where(compared["comparable"].fillna(False).astype(bool) & way.notna())
