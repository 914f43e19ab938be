"""XmR charts: which points of a long series stand out from its ordinary ups and downs."""

from dataclasses import dataclass

import numpy as np

RUN_LENGTH = 7
TREND_LENGTH = 7


@dataclass(frozen=True)
class XmRChart:
    """The limits of an XmR chart, and for each point the signals that it is part of.

    Attributes
    ----------
    mean, lower, upper : float
        The mean and the limits.
    outside : array of bool
        Beyond a limit.
    run : array of bool
        In a run of 7 on one side of the mean.
    trend : array of bool
        In a trend of 7 that only rise or only fall.
    two_of_three : array of bool
        One of two in three neighbours on one side that lie between two thirds of the way to a
        limit and the limit.
    """

    mean: float
    lower: float
    upper: float
    outside: np.ndarray
    run: np.ndarray
    trend: np.ndarray
    two_of_three: np.ndarray


def xmr_chart(values: np.ndarray) -> XmRChart:
    """Give the limits of an XmR chart and the points that are more than noise.

    Limits are the mean ± 2.66 × the mean moving range, and the four rules are those of NHS
    England's *Making Data Count*. As in its Excel tool, every moving range counts. The NHS-R
    community's package NHSRplotthedots has the same rules, but by its default leaves out moving
    ranges of 3.267 times their mean or more (Nelson, *J. Qual. Technol.* 14 (1982) 172–173): its
    vignette "deviations" says so. Ours are its limits with ``screen_outliers = FALSE``: wider
    where a series has an outlier. In a series of a few figures a single moving range left out
    moves the limits far, and more figures then stand out from them.

    Parameters
    ----------
    values : array of float
        Two or more, in the order of time.
    """
    mean, steps = float(values.mean()), np.diff(values)
    reach = round(2.66 * float(np.abs(steps).mean()), 9)
    # Rounded: the mean of equal decimals is not always that decimal in binary.
    away = (values - mean).round(9)
    side, step = np.sign(away), np.sign(np.concatenate([[0], steps]))
    outside = np.abs(away) > reach
    near = ~outside & (np.abs(away) > reach * 2 / 3)
    pairs = (_last(near, 3) >= 2) & _in_a_row(side, 3)
    return XmRChart(
        mean,
        mean - reach,
        mean + reach,
        outside=outside,
        run=_with_those_before(_in_a_row(side, RUN_LENGTH), RUN_LENGTH),
        trend=_with_those_before(_in_a_row(step, TREND_LENGTH - 1), TREND_LENGTH),
        two_of_three=near & _with_those_before(pairs, 3),
    )


def _last(numbers: np.ndarray, length: int) -> np.ndarray:
    """Add up, at each point, the last so many numbers."""
    return np.convolve(numbers, np.ones(length))[: len(numbers)]


def _in_a_row(sign: np.ndarray, length: int) -> np.ndarray:
    """Find the points that end so many of the same sign in a row."""
    return np.abs(_last(sign, length)) == length


def _with_those_before(ends: np.ndarray, length: int) -> np.ndarray:
    """Mark, with each point that ends a row, the points before it in the row."""
    return _last(ends[::-1], length)[::-1] > 0
