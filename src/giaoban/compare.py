"""Set each figure beside the one before it, and say whether the two may be compared."""

from collections.abc import Iterator

import pandas as pd

from giaoban.intervals import newcombe, stated_range, wilson

SERIES = ["unit", "indicator"]


def compare(figures: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Set each figure beside the one before it and say whether the two may be compared.

    The one before is the latest that covers the same months of an earlier year; where there is
    none, the one that stands just before it, if that ended before it starts.

    Parameters
    ----------
    figures : DataFrame
        Figures as known on a date, from `giaoban.vintage.with_days`.
    indicators : DataFrame
        Their ``unit_measure`` and ``part_of``.
    units : DataFrame
        Their ``valid_from`` and ``valid_to``.

    Returns
    -------
    DataFrame
        The published figures with ``least`` and ``most``, the range that each was stated with;
        of the one before ``previous_period``, ``previous_value``, ``previous_row`` (its index);
        ``change`` in the indicator's own measure (percentage points for shares), missing where
        either figure is not exact; ``change_least`` and ``change_most``, the range of the change
        that the qualifiers leave open; ``change_low`` and ``change_high``, Newcombe's interval
        where the counts are known and the two may be compared; ``comparable`` (missing where
        there is no figure before) and ``reason`` where they may not be.
    """
    out = published(figures, indicators)
    row = _row_before(out)
    earlier = out.reindex(row).set_axis(out.index)
    paired = row.notna()
    exact = out["qualifier"].eq("=") & earlier["qualifier"].eq("=")
    reason = reasons(out, earlier, indicators, units).where(paired)
    comparable = paired & reason.isna()
    counts = [out["numerator"], out["denominator"], earlier["numerator"], earlier["denominator"]]
    interval = newcombe(*counts).mul(100).where(comparable & is_share(out, indicators))
    return out.assign(
        previous_period=earlier["period"],
        previous_value=earlier["value"],
        previous_row=row,
        # A difference of two decimals is exact in print and not in binary: 97.8 − 93.75 is 4.05.
        change=(out["value"] - earlier["value"]).round(9).where(exact),
        change_least=(out["least"] - earlier["most"]).round(9),
        change_most=(out["most"] - earlier["least"]).round(9),
        change_low=interval["low"],
        change_high=interval["high"],
        comparable=comparable.astype("boolean").where(paired),
        reason=reason,
    )


def published(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that have a value, with the range that each was stated with.

    Returns
    -------
    DataFrame
        With ``least`` and ``most`` in the indicator's own measure; ``broken_on`` and
        ``redefined_on``, the end of the last figure of its series, itself included, whose
        status was ``B`` or ``D``.
    """
    out = figures[figures["value"].notna()].sort_values([*SERIES, "end", "start"], kind="stable")
    span = stated_range(out["value"], out["qualifier"], is_share(out, indicators))
    marked = {"broken_on": _last_marked(out, "B"), "redefined_on": _last_marked(out, "D")}
    return out.assign(least=span["low"], most=span["high"], **marked)


def _last_marked(figures: pd.DataFrame, status: str) -> pd.Series:
    series = [figures[name] for name in SERIES]
    marked = figures["end"].where(figures["obs_status"].eq(status))
    last = marked.groupby(series).ffill()
    return last.groupby([*series, figures["end"]]).transform("max")


def share_interval(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give Wilson's interval of the exact shares whose counts are known, in percent."""
    exact = is_share(figures, indicators) & figures["qualifier"].eq("=")
    return wilson(figures["numerator"], figures["denominator"]).mul(100).where(exact)


def is_share(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Say which figures are percentages."""
    return figures["indicator"].map(column(indicators, "unit_measure")).eq("percent")


def column(table: pd.DataFrame, name: str) -> pd.Series:
    """Give a column of a describing table by the id in its first column."""
    return table.set_index(table.columns[0])[name]


def _row_before(figures: pd.DataFrame) -> pd.Series:
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

    It is known where both were printed with counts; where neither was, it is taken to be the same
    as long as the other indicator counts the same.
    """
    base = later["indicator"].map(column(indicators, "part_of"))
    counted = later["denominator"].notna() & earlier["denominator"].notna()
    only_one = later["denominator"].notna() ^ earlier["denominator"].notna()
    where = ["unit", "indicator", "period"]
    bases = later.drop_duplicates(where).set_index(where)[["definition", "redefined_on", "end"]]

    def at(period: pd.Series) -> pd.DataFrame:
        places = pd.MultiIndex.from_arrays([later["unit"], base, period])
        return bases.reindex(places).set_axis(later.index)

    now, then = at(later["period"]), at(earlier["period"])
    both = now["end"].notna() & then["end"].notna()
    same = both & now["definition"].fillna("").eq(then["definition"].fillna(""))
    same &= ~(now["redefined_on"] > then["end"])
    return base.notna() & ~counted & (only_one | ~same)


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


def relation(have: pd.Series, wanted: pd.Series, definitions: pd.DataFrame) -> pd.Series:
    """Say how what was counted stands to what was meant to be.

    Returns
    -------
    Series of str
        ``same`` (also where it is not said what was meant), ``wider``, ``narrower`` or ``other``.
    """
    said = []
    for here, there in zip(have, wanted, strict=True):
        if pd.isna(there) or here == there:
            said.append("same")
        elif contains(definitions, here, there):
            said.append("wider")
        else:
            said.append("narrower" if contains(definitions, there, here) else "other")
    return pd.Series(said, index=have.index, dtype="str")


def contains(definitions: pd.DataFrame, wider: object, narrower: object) -> bool:
    """Say whether a definition takes in another one, by way of ``includes``."""
    includes = column(definitions, "includes")
    here, seen = includes.get(wider), set()
    while isinstance(here, str) and here not in seen:
        if here == narrower:
            return True
        seen.add(here)
        here = includes.get(here)
    return False


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
