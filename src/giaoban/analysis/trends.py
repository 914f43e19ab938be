"""What a series does over time: slopes, straight lines, and the control charts of long ones."""

from collections.abc import Mapping
from math import inf
from typing import Any, Final

import numpy as np
import pandas as pd

from giaoban.analysis.comparison import last_runs, reasons, runs
from giaoban.analysis.series import PUBLISHED_COLUMNS, limits_of, published
from giaoban.language import difference
from giaoban.statistics import least_squares, theil_sen, xmr_chart
from giaoban.tables import SERIES, as_types, by_column, grows

POINTS_FOR_SLOPE = 3
POINTS_FOR_PROJECTION = 3
# As trends.csv has them.
TRENDS_CSV: Final = [
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
    "confidence",
]
TREND_COLUMNS: Final = ["unit", *TRENDS_CSV, "needed"]
PROJECTION_COLUMNS: Final = [
    "indicator",
    "first_period",
    "last_period",
    "points",
    "year",
    "projected",
    "low",
    "high",
]


def run_trends(compared: pd.DataFrame, min_points: int = POINTS_FOR_SLOPE) -> pd.DataFrame:
    """Describe each run of comparable figures.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.
    min_points : int
        How many figures a slope needs.

    Returns
    -------
    DataFrame
        One row per run: ``unit``, ``indicator``, ``definition``, ``first_period``,
        ``last_period``, ``points``; ``change`` from first to last, missing where either is not
        exact; ``per_year``, the slope a year in the indicator's own measure, and ``low``,
        ``high``, its interval, from ``min_points`` on, which ``needed`` gives; ``method``;
        ``verdict`` (rising, falling, no_clear_trend; too_few_to_tell where no so few points give
        an interval that holds with 95%; too_few_points without a slope); ``confidence`` of the
        interval.
    """
    rows = [_trend(run, min_points) for _, run in runs(compared).groupby("run")]
    return pd.DataFrame(rows, columns=TREND_COLUMNS)


def _trend(run: pd.DataFrame, min_points: int) -> dict[str, object]:
    first, last = run.iloc[0], run.iloc[-1]
    exact = first["qualifier"] == last["qualifier"] == "="
    row: dict[str, object] = {
        "unit": first["unit"],
        "indicator": first["indicator"],
        "definition": first["definition"],
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        "change": difference(last["value"], first["value"]) if exact and len(run) > 1 else np.nan,
        "verdict": "too_few_points",
        "needed": min_points,
    }
    if len(run) < min_points:
        return row
    years = run["end"].dt.year.to_numpy(float)
    slope = theil_sen(years, run["least"].to_numpy(float), run["most"].to_numpy(float))
    numbers = {"per_year": slope.estimate, "low": slope.low, "high": slope.high}
    numbers = {name: round(number, 9) for name, number in numbers.items() if abs(number) < inf}
    said = {"method": "theil_sen", "confidence": slope.confidence, "verdict": slope.verdict}
    return row | numbers | said


def projections(compared: pd.DataFrame, indicators: pd.DataFrame, last_year: int) -> pd.DataFrame:
    """Carry the latest run of whole years on to the programme's last year.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        Their ``unit_measure`` and ``additive``.
    last_year : int
        The programme's last year.

    Returns
    -------
    DataFrame
        For each indicator whose latest figure lies before that year and whose last run has 3
        exact figures: ``indicator``, ``first_period``, ``last_period``, ``points``, ``year``;
        ``projected``, ``low`` and ``high`` in the indicator's own measure, cut off at what is
        possible (0 to 100 for shares; 0 for all else but ratings, growth in %, and amounts of which
        a figure lies below 0). Where the figures lie on a
        line to the last decimal, or the whole interval beyond what is possible, there is no
        interval. A line whose interval is all that is possible says nothing, and is left out.
    """
    rows, about = [], by_column(indicators, "indicator")
    for indicator, run in last_runs(compared):
        enough = len(run) >= POINTS_FOR_PROJECTION and run["qualifier"].eq("=").all()
        if enough and run["end"].iloc[-1].year < last_year:
            possible = _possible(about[indicator], run["value"])
            line = _projection(run, last_year, possible)
            if (line["low"], line["high"]) != possible:
                rows.append(line)
    return pd.DataFrame(rows, columns=PROJECTION_COLUMNS)


def _possible(about: Mapping[Any, Any], values: pd.Series) -> tuple[float, float]:
    """Give the ends of what is possible; a rating may have any scale.

    An amount may lie below 0 where one of its figures does, and where it is growth.
    """
    low, high = limits_of(about) if about["unit_measure"] != "rating" else (-inf, inf)
    if about["unit_measure"] == "number" and not grows(about) and values.ge(0).all():
        low = 0.0
    return low, high


def _projection(run: pd.DataFrame, year: int, possible: tuple[float, float]) -> dict[str, object]:
    years = run["end"].dt.year.to_numpy(float)
    line = least_squares(years, run["value"].to_numpy(float))
    value, low, high = np.clip(line.predict(year), *possible).round(9).tolist()
    if low == high:
        low = high = np.nan
    return {
        "indicator": run["indicator"].iloc[0],
        "first_period": run["period"].iloc[0],
        "last_period": run["period"].iloc[-1],
        "points": len(run),
        "year": year,
        "projected": value,
        "low": low,
        "high": high,
    }


POINTS_FOR_LIMITS = 8
SIGNALS: Final = ["outside", "run", "trend", "two_of_three"]
_ADDED: Final = ["stretch", "mean", "lower", "upper", *SIGNALS]
CONTROL_COLUMNS: Final = [*PUBLISHED_COLUMNS, *_ADDED]
_MARKS: Final = dict.fromkeys(SIGNALS, "bool")


def control_charts(
    figures: pd.DataFrame, indicators: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:
    """Give the limits and signals of every stretch of 8 comparable figures or more.

    A stretch holds the exact figures of one indicator whose periods have the same length,
    whatever their months, up to a change of definition, a break or a change of the unit.

    Parameters
    ----------
    figures : DataFrame
        As known on a date, from `giaoban.asof.with_days`.
    indicators, units : DataFrame
        As for `giaoban.analysis.compare`.

    Returns
    -------
    DataFrame
        The figures of these stretches with ``stretch``, its number; ``mean``, ``lower`` and
        ``upper`` in the indicator's own measure; and, for each figure, whether it is part of
        the `SIGNALS` of `giaoban.statistics.xmr_chart`.
    """
    exact = published(figures, indicators)
    exact = exact[exact["qualifier"] == "="]
    many = exact.groupby([*SERIES, "months"])["value"].transform("size") >= POINTS_FOR_LIMITS
    if not many.any():
        return as_types(exact[many].reindex(columns=CONTROL_COLUMNS), _MARKS)
    rows = exact.assign(row=exact.index.astype("float64"))
    before = rows.groupby([*SERIES, "months"], dropna=False)["row"].shift()
    earlier = exact.reindex(before).set_axis(exact.index)
    starts = before.isna() | reasons(exact, earlier, indicators, units, any_season=True).notna()
    keys = exact[[*SERIES, "months"]].assign(starts=starts)
    keys["starts"] = keys.groupby([*SERIES, "months"])["starts"].cumsum()
    stretch = keys.groupby(list(keys), sort=False).ngroup()
    long = exact.assign(stretch=stretch)[stretch.map(stretch.value_counts()) >= POINTS_FOR_LIMITS]
    charts = [_charted(part) for _, part in long.groupby("stretch")]
    if not charts:
        return as_types(long.reindex(columns=CONTROL_COLUMNS), _MARKS)
    return pd.concat(charts)


def _charted(figures: pd.DataFrame) -> pd.DataFrame:
    chart = vars(xmr_chart(figures["value"].to_numpy(float)))
    return figures.assign(**chart)[[*figures.columns.drop("stretch"), *_ADDED]]
