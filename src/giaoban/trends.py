"""The slope of each run of comparable figures, and how sure it is."""

from dataclasses import dataclass
from math import factorial, inf

import numpy as np
import pandas as pd

from giaoban.compare import runs
from giaoban.published import SERIES

POINTS_FOR_SLOPE = 3
CONFIDENCE = 0.95

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


@dataclass(frozen=True)
class Slope:
    """A Theil–Sen slope.

    Attributes
    ----------
    estimate : float
        The median of the slopes between all pairs of points; missing where a point is a range.
    low, high : float
        Its interval.
    confidence : float
        How often such an interval holds the true slope: at least 0.95, or as near as so few
        points come.
    """

    estimate: float
    low: float
    high: float
    confidence: float

    @property
    def verdict(self) -> str:
        """Say rising or falling where 95% confidence is reached and the interval leaves out 0."""
        if self.confidence < CONFIDENCE or self.low <= 0 <= self.high:
            return "no_clear_trend"
        return "rising" if self.low > 0 else "falling"


def theil_sen(times: np.ndarray, least: np.ndarray, most: np.ndarray) -> Slope:
    """Find the median of the slopes between all pairs of points, and its interval.

    The interval runs between two of the ordered slopes, chosen by the exact distribution of
    Kendall's statistic (Theil 1950; Sen, *Journal of the American Statistical Association* 63
    (1968) 1379–1389; Hollander and Wolfe, *Nonparametric Statistical Methods*). The widest that n
    points can give holds with confidence 1 − 2/n!: 67% for 3 points, 92% for 4, 98% for 5.

    Parameters
    ----------
    times : array of float
        In years, no two alike.
    least, most : array of float
        The range of each point; the same where it is exact. A range widens the interval by all
        that it leaves open.
    """
    first, last = np.triu_indices(len(times), 1)
    gaps = times[last] - times[first]
    lower = np.sort((least[last] - most[first]) / gaps)
    upper = np.sort((most[last] - least[first]) / gaps)
    cut, confidence = _order(len(times))
    exact = np.array_equal(least, most)
    return Slope(
        estimate=float(np.median(lower)) if exact else np.nan,
        low=float(lower[cut]),
        high=float(upper[len(upper) - 1 - cut]),
        confidence=confidence,
    )


def _order(points: int) -> tuple[int, float]:
    """Find how many of the ordered slopes may be cut off at either end, and what is then sure."""
    ways = _inversions(points)
    tail = np.cumsum(ways) / factorial(points)
    cut = max(int(np.searchsorted(tail, (1 - CONFIDENCE) / 2, side="right")) - 1, 0)
    return cut, float(1 - 2 * tail[cut])


def _inversions(points: int) -> np.ndarray:
    """Count the orders of so many points by how many of their pairs fall."""
    ways = np.ones(1)
    for size in range(2, points + 1):
        ways = np.convolve(ways, np.ones(size))
    return ways


def trends(compared: pd.DataFrame) -> pd.DataFrame:
    """Describe each run of comparable figures.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.compare.compare`.

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
    return pd.DataFrame(rows, columns=[*SERIES[:1], *TREND_COLUMNS, "confidence"])


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
