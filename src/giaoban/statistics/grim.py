"""Which counts a printed percentage can stand for (GRIM)."""

import numpy as np


def feasible_numerators(
    printed: float, decimals: int, denominators: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Find the whole numbers that make a printed percentage, for each denominator.

    Brown and Heathers, *Social Psychological and Personality Science* 8 (2017) 363–369: a mean
    of whole numbers printed with so many decimals can only take certain values for a given n. A
    half counts as fitting whether it was rounded up or down.

    Parameters
    ----------
    printed : float
        In percent.
    decimals : int
        The decimals that it was printed with.
    denominators : array of int
        Those to try.

    Returns
    -------
    rounded, truncated : array of float
        For each denominator the numerator whose percentage rounds to the print, and one that is
        only cut off to it; missing where there is none.
    """
    scale = 10**decimals
    n = np.asarray(denominators, dtype="int64")
    # In whole numbers throughout: k of n prints as p where 100·scale·k lies near p·scale·n.
    wanted = round(printed * scale) * n
    whole = 100 * scale
    nearest = (2 * wanted + whole) // (2 * whole)
    above = -(-wanted // whole)
    rounds = 2 * np.abs(whole * nearest - wanted) <= n
    cut = (whole * above - wanted < n) & ~rounds
    return np.where(rounds, nearest, np.nan), np.where(cut, above, np.nan)
