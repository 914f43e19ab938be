"""How figures change from one period to the next, and where they may not be compared."""

import numpy as np
import pandas as pd

from giaoban.intervals import newcombe

POINTS_FOR_SLOPE = 3

TREND_COLUMNS = [
    "indicator",
    "definition",
    "first_period",
    "last_period",
    "points",
    "change",
    "per_year",
    "low",
    "high",
    "method",
    "verdict",
]


def compare(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Set each figure beside the one before it and say whether the two may be compared.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit as known on a date, with ``start``, ``end`` and ``years``.
    indicators : DataFrame
        Their ``unit_measure`` and ``part_of``.

    Returns
    -------
    DataFrame
        The published figures and, of the one before: ``previous_period``, ``previous_value``;
        ``change`` in the indicator's own measure (percentage points for shares), missing where
        either figure is not exact; ``change_low`` and ``change_high``, Newcombe's interval
        where the counts are known and the two may be compared; ``comparable`` (missing where
        there is no figure before) and ``reason`` where they may not be.
    """
    out = figures[figures["value"].notna()].sort_values(["indicator", "end", "start"]).copy()
    earlier = out.groupby("indicator").shift()
    apart = earlier["end"] < out["start"]
    earlier = earlier.where(apart)
    out["previous_period"], out["previous_value"] = earlier["period"], earlier["value"]
    exact = out["qualifier"].eq("=") & earlier["qualifier"].eq("=")
    # A difference of two decimals is exact in print and not in binary: 97.8 − 93.75 is 4.05.
    out["change"] = (out["value"] - earlier["value"]).round(9).where(exact)
    out["reason"] = _reasons(out, earlier, indicators).where(apart)
    out["comparable"] = out["reason"].isna().astype("boolean").where(apart)
    counts = [out["numerator"], out["denominator"], earlier["numerator"], earlier["denominator"]]
    interval = newcombe(*counts).mul(100).where(out["comparable"].fillna(False).astype(bool))
    share = out["indicator"].map(_column(indicators, "unit_measure")).eq("percent")
    out["change_low"], out["change_high"] = (
        interval["low"].where(share),
        interval["high"].where(share),
    )
    return out


def _column(indicators: pd.DataFrame, name: str) -> pd.Series:
    return indicators.set_index("indicator")[name]


def _reasons(later: pd.DataFrame, earlier: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Name the first reason for which two neighbouring figures may not be compared."""
    parts = later["years"].isna() | earlier["years"].isna()
    different_length = parts | later["years"].ne(earlier["years"]).fillna(True)
    reason = pd.Series(pd.NA, index=later.index, dtype="str")
    reason = reason.mask(_base_unknown(later, earlier, indicators), "base_unknown")
    reason = reason.mask(different_length.astype(bool), "part_year")
    reason = reason.mask(later["obs_status"].eq("B"), "series_break")
    redefined = later["definition"].fillna("").ne(earlier["definition"].fillna(""))
    return reason.mask(redefined | later["obs_status"].eq("D"), "definition_changed")


def _base_unknown(
    later: pd.DataFrame, earlier: pd.DataFrame, indicators: pd.DataFrame
) -> pd.Series:
    """Find shares of another indicator whose own base changed and was not printed as a count."""
    base = later["indicator"].map(_column(indicators, "part_of"))
    counted = later["denominator"].notna() & earlier["denominator"].notna()
    defined = later.drop_duplicates(["indicator", "period"]).set_index(["indicator", "period"])
    defined = defined["definition"].fillna("")

    def definition(period: pd.Series) -> pd.Series:
        places = pd.MultiIndex.from_arrays([base, period])
        return pd.Series(defined.reindex(places).to_numpy(), index=later.index)

    now, then = definition(later["period"]), definition(earlier["period"])
    return base.notna() & ~counted & ~(now.notna() & now.eq(then))


def runs(compared: pd.DataFrame) -> pd.DataFrame:
    """Number the unbroken runs of comparable figures within each indicator.

    Returns
    -------
    DataFrame
        The input with ``run``, counted from 0 for each indicator.
    """
    starts = ~compared["comparable"].fillna(False).astype(bool)
    return compared.assign(run=starts.groupby(compared["indicator"]).cumsum() - 1)


def trends(compared: pd.DataFrame) -> pd.DataFrame:
    """Describe each run of comparable figures.

    Returns
    -------
    DataFrame
        One row per run: ``indicator``, ``definition``, ``first_period``, ``last_period``,
        ``points``; ``change`` from first to last; ``per_year``, ``low``, ``high``, the
        Theil–Sen slope a year and its 95% interval, from 3 exact points; ``method``;
        ``verdict`` (rising, falling, no_clear_trend or too_few_points).
    """
    rows = [_trend(run) for _, run in runs(compared).groupby(["indicator", "run"], sort=False)]
    return pd.DataFrame(rows, columns=TREND_COLUMNS)


def _trend(run: pd.DataFrame) -> dict[str, object]:
    first, last = run.iloc[0], run.iloc[-1]
    exact = run["qualifier"].eq("=").all()
    row: dict[str, object] = {
        "indicator": first["indicator"],
        "definition": first["definition"],
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        "change": round(last["value"] - first["value"], 9) if exact and len(run) > 1 else np.nan,
        "verdict": "too_few_points",
    }
    return row | _slope(run) if exact and len(run) >= POINTS_FOR_SLOPE else row


def _slope(run: pd.DataFrame) -> dict[str, object]:
    """Fit a Theil–Sen line: the median of the slopes between all pairs of points."""
    from scipy.stats import theilslopes

    fit = theilslopes(run["value"], run["end"].dt.year, alpha=0.95)
    low, high = sorted((float(fit.low_slope), float(fit.high_slope)))
    verdict = "rising" if low > 0 else "falling" if high < 0 else "no_clear_trend"
    numbers = {"per_year": float(fit.slope), "low": low, "high": high}
    return numbers | {"method": "theil_sen", "verdict": verdict}
