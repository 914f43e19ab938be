"""The slope of a series by Theil and Sen, with its exact interval."""

from dataclasses import dataclass
from math import factorial

import numpy as np

from giaoban.statistics.differences import differences

CONFIDENCE = 0.95


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
        if self.confidence < CONFIDENCE:
            return "too_few_to_tell"
        if self.low <= 0 <= self.high:
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
    lower = np.sort(differences(least[last], most[first]) / gaps)
    upper = np.sort(differences(most[last], least[first]) / gaps)
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
