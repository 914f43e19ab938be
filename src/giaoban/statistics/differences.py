"""Differences of many numbers at once."""

import numpy as np

from giaoban.language import KEPT, difference

# Below it, binary numbers of nine decimals differ by what rounds to the difference in print.
LARGE = 1e6


def differences(values: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Subtract numbers from others as they are printed: 97.8 less 93.75 is 4.05.

    Parameters
    ----------
    values, others : array of float
        As many of each; what is missing or without end leaves its difference so.
    """
    found = np.round(values - others, KEPT)
    large = np.flatnonzero(np.maximum(np.abs(values), np.abs(others)) >= LARGE)
    found[large] = [difference(values[n], others[n]) for n in large]
    return found
