"""What a series does over time: the slope of each run, and where a straight line leads."""

from math import inf
from typing import Final

import numpy as np
import pandas as pd

from giaoban.analysis.comparison import last_runs, runs
from giaoban.analysis.series import column
from giaoban.statistics import least_squares, theil_sen

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
]
TREND_COLUMNS: Final = ["unit", *TRENDS_CSV, "confidence"]
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
_POSSIBLE: Final[dict[str, tuple[float | None, float | None]]] = {
    "percent": (0, 100),
    "count": (0, None),
    "rating": (None, None),
}


def run_trends(compared: pd.DataFrame) -> pd.DataFrame:
    """Describe each run of comparable figures.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.

    Returns
    -------
    DataFrame
        One row per run: ``unit``, ``indicator``, ``definition``, ``first_period``,
        ``last_period``, ``points``; ``change`` from first to last, missing where either is not
        exact; ``per_year``, the slope a year in the indicator's own measure, and ``low``,
        ``high``, its interval, from 3 points; ``confidence`` of that interval; ``method``;
        ``verdict`` (rising, falling, no_clear_trend or too_few_points).
    """
    rows = [_trend(run) for _, run in runs(compared).groupby("run")]
    return pd.DataFrame(rows, columns=TREND_COLUMNS)


def _trend(run: pd.DataFrame) -> dict[str, object]:
    first, last = run.iloc[0], run.iloc[-1]
    exact = first["qualifier"] == last["qualifier"] == "="
    row: dict[str, object] = {
        "unit": first["unit"],
        "indicator": first["indicator"],
        "definition": first["definition"],
        "first_period": first["period"],
        "last_period": last["period"],
        "points": len(run),
        "change": round(last["value"] - first["value"], 9) if exact and len(run) > 1 else np.nan,
        "verdict": "too_few_points",
    }
    if len(run) < POINTS_FOR_SLOPE:
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
        Their ``unit_measure``.
    last_year : int
        The programme's last year.

    Returns
    -------
    DataFrame
        For each indicator whose latest figure lies before that year and whose last run has 3
        exact figures: ``indicator``, ``first_period``, ``last_period``, ``points``, ``year``;
        ``projected``, ``low`` and ``high`` in the indicator's own measure, cut off at what is
        possible (0 to 100 for shares, 0 for counts). Where the figures lie on a line to the
        last decimal, or the whole interval beyond what is possible, there is no interval.
    """
    rows = []
    for indicator, run in last_runs(compared):
        enough = len(run) >= POINTS_FOR_PROJECTION and run["qualifier"].eq("=").all()
        if enough and run["end"].iloc[-1].year < last_year:
            measure = column(indicators, "unit_measure")[indicator]
            rows.append(_projection(run, last_year, _POSSIBLE[measure]))
    return pd.DataFrame(rows, columns=PROJECTION_COLUMNS)


def _projection(
    run: pd.DataFrame, year: int, possible: tuple[float | None, float | None]
) -> dict[str, object]:
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
