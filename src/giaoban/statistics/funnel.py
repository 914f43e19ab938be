"""Funnel plots: within which limits a share of the whole's size would lie by chance."""

import numpy as np


def binomial_limits(size: np.ndarray, whole: float, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the exact binomial control limits of a funnel plot, interpolated.

    With r the smallest whole number for which P(R ≤ r) > p, the lower limit is (r − a)/n, where
    a = (P(R ≤ r) − p) / P(R = r); the upper one is its mirror image, the lower limit of what is
    not counted. A unit lies beyond a limit just where so extreme a count has a chance of p or
    less. Spiegelhalter, *Statistics in Medicine* 24 (2005) 1185–1202.

    Parameters
    ----------
    size : array of float
        Sizes of the units.
    whole : float
        The share of all together, from 0 to 1.
    level : float
        How often a unit lies within by chance, such as 0.95; p is half of what is left.

    Returns
    -------
    low, high : array of float
        Proportions.
    """
    tail = (1 - level) / 2
    return _lower(size, whole, tail), 1 - _lower(size, 1 - whole, tail)


def _lower(n: np.ndarray, whole: float, tail: float) -> np.ndarray:
    # scipy.stats would take a second to import.
    from scipy.special import bdtr, bdtrik, gammaln, xlog1py, xlogy

    counted = n.astype(int)
    r = np.floor(bdtrik(tail, counted, whole)) if whole > 0 else np.zeros(len(n))
    r = np.where(bdtr(r, counted, whole) > tail, r, r + 1)
    ways = gammaln(n + 1) - gammaln(r + 1) - gammaln(n - r + 1)
    chance = np.exp(ways + xlogy(r, whole) + xlog1py(n - r, -whole))
    return np.clip((r - (bdtr(r, counted, whole) - tail) / chance) / n, 0, 1)
