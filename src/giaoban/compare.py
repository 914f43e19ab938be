"""Set each figure beside the one before it, and say whether the two may be compared."""

from collections.abc import Iterator

import pandas as pd

from giaoban.comparable import reasons
from giaoban.intervals import newcombe
from giaoban.published import SERIES, is_share, published


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


def _row_before(figures: pd.DataFrame) -> pd.Series:
    """Find the index of the figure that stands before each one."""
    rows = figures.assign(row=figures.index.astype("float64"), season=figures["start"].dt.month)

    def ended(row: pd.Series) -> pd.Series:
        return row.where(figures["end"].reindex(row).to_numpy() < figures["start"])

    alike = ended(rows.groupby([*SERIES, "months", "season"], dropna=False)["row"].shift())
    return alike.fillna(ended(rows.groupby(SERIES)["row"].shift()))


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
