"""Intervals of shares, and of differences between shares."""

import numpy as np

Z95 = 1.959963984540054
Ends = tuple[np.ndarray, np.ndarray]


def wilson(numerator: np.ndarray, denominator: np.ndarray) -> Ends:
    """Give the Wilson 95% score interval of shares.

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with z = 1.95996; method 3 of Newcombe,
    *Statistics in Medicine* 17 (1998) 857–872.

    Parameters
    ----------
    numerator, denominator : array of float
        Counts; the interval is missing where either is.

    Returns
    -------
    low, high : array of float
        Proportions from 0 to 1.
    """
    n = np.where(denominator > 0, denominator, np.nan)
    p = numerator / n
    centre = p + Z95**2 / (2 * n)
    spread = Z95 * np.sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2))
    scale = 1 + Z95**2 / n
    # None and all are ends themselves, whatever binary numbers make of them.
    low = np.where(p == 0, 0, np.maximum((centre - spread) / scale, 0))
    return low, np.where(p == 1, 1, np.minimum((centre + spread) / scale, 1))


def newcombe(
    numerator: np.ndarray, denominator: np.ndarray, base: np.ndarray, base_denominator: np.ndarray
) -> Ends:
    """Give the 95% interval of differences between two independent shares.

    Square-and-add on the Wilson limits: d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²);
    method 10 of Newcombe, *Statistics in Medicine* 17 (1998) 873–890.

    Parameters
    ----------
    numerator, denominator : array of float
        Counts of the later share, p1.
    base, base_denominator : array of float
        Counts of the earlier share, p2.

    Returns
    -------
    low, high : array of float
        Of p1 − p2, as proportions from −1 to 1; missing where a count is missing or nothing was
        counted of.
    """
    low1, high1 = wilson(numerator, denominator)
    low2, high2 = wilson(base, base_denominator)
    p1 = numerator / np.where(denominator > 0, denominator, np.nan)
    p2 = base / np.where(base_denominator > 0, base_denominator, np.nan)
    down, up = np.hypot(p1 - low1, high2 - p2), np.hypot(high1 - p1, p2 - low2)
    return p1 - p2 - down, p1 - p2 + up
