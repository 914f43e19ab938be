"""Why two figures may not be compared."""

import pandas as pd

from giaoban.published import column


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
        Figures from `published`, row by row.
    indicators, units : DataFrame
        As for `compare`.
    any_season : bool
        Whether parts of a year of one length may be compared whatever their months.

    Returns
    -------
    Series of str
        ``part_year`` (the periods do not cover the same months), ``definition_changed``,
        ``series_break``, ``unit_changed``, ``base_unknown``, or missing where they may be
        compared. A break lies between two figures wherever one between them has status ``B`` or
        ``D``.
    """
    alike = later["months"].eq(earlier["months"]).fillna(False).astype(bool)
    if not any_season:
        alike &= later["start"].dt.month.eq(earlier["start"].dt.month)
    redefined = later["definition"].fillna("").ne(earlier["definition"].fillna(""))
    reason = pd.Series(pd.NA, index=later.index, dtype="str")
    reason = reason.mask(_base_unknown(later, earlier, indicators), "base_unknown")
    reason = reason.mask(_unit_changed(later, earlier, units), "unit_changed")
    reason = reason.mask(later["broken_on"] > earlier["end"], "series_break")
    redefined |= later["redefined_on"] > earlier["end"]
    return reason.mask(redefined, "definition_changed").mask(~alike, "part_year")


def _unit_changed(later: pd.DataFrame, earlier: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """Find figures between which their unit began, or ended, to be what it is."""
    began = later["unit"].map(column(units, "valid_from"))
    ended = later["unit"].map(column(units, "valid_to"))

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
