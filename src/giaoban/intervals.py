"""Ranges: of qualified figures, of shares, and of differences between shares."""

from decimal import Decimal

import numpy as np
import pandas as pd

from giaoban.numerals import decimal

Z95 = 1.959963984540054


def stated_range(value: pd.Series, qualifier: pd.Series, share: pd.Series) -> pd.DataFrame:
    """Give the range that a qualified figure leaves open.

    Parameters
    ----------
    value : Series of float64
        The figure; where it is missing, the whole possible range is left open.
    qualifier : Series of str
        ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``. About (``~``) is taken as half a unit of
        the last digit that is not zero on either side: about 150 is 145 to 155.
    share : Series of bool
        Whether it is a percentage, which 0 and 100 bound; a count is bounded by 0 alone.

    Returns
    -------
    DataFrame
        ``low``, ``high`` in the figure's own measure; ``low_open``, ``high_open`` where the
        end itself is left out.
    """
    floor, ceiling = 0.0, np.where(share, 100.0, np.inf)
    about = qualifier.eq("~")
    half = value.map(_half_a_unit).where(about, 0.0)
    low = (value - half).where(~qualifier.isin(["<", "<="]) & value.notna(), floor)
    high = (value + half).where(~qualifier.isin([">", ">="]) & value.notna(), ceiling)
    return pd.DataFrame(
        {
            "low": low.clip(lower=floor).where(~(value < 0), low),
            "high": high.clip(upper=ceiling),
            "low_open": qualifier.eq(">") & value.notna(),
            "high_open": qualifier.eq("<") & value.notna(),
        }
    )


def _half_a_unit(value: float) -> float:
    if pd.isna(value) or value == 0:
        return 0.0
    exponent = decimal(value).normalize().as_tuple().exponent
    return float(Decimal(5).scaleb(int(exponent) - 1))


def wilson(numerator: pd.Series, denominator: pd.Series) -> pd.DataFrame:
    """Give the Wilson 95% score interval of a share.

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with z = 1.95996; method 3 of Newcombe,
    *Statistics in Medicine* 17 (1998) 857–872.

    Parameters
    ----------
    numerator, denominator : Series of float64
        Counts; the interval is missing where either is.

    Returns
    -------
    DataFrame
        ``low`` and ``high`` as proportions from 0 to 1.
    """
    n = denominator.where(denominator > 0)
    p = numerator / n
    centre = p + Z95**2 / (2 * n)
    spread = Z95 * np.sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2))
    scale = 1 + Z95**2 / n
    return pd.DataFrame(
        {
            "low": ((centre - spread) / scale).clip(lower=0),
            "high": ((centre + spread) / scale).clip(upper=1),
        }
    )


def newcombe(
    numerator: pd.Series, denominator: pd.Series, base: pd.Series, base_denominator: pd.Series
) -> pd.DataFrame:
    """Give the 95% interval of a difference between two independent shares.

    Square-and-add on the Wilson limits: d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²);
    method 10 of Newcombe, *Statistics in Medicine* 17 (1998) 873–890.

    Parameters
    ----------
    numerator, denominator : Series of float64
        Counts of the later share, p1.
    base, base_denominator : Series of float64
        Counts of the earlier share, p2.

    Returns
    -------
    DataFrame
        ``low`` and ``high`` of p1 − p2 as proportions from −1 to 1.
    """
    p1, p2 = numerator / denominator, base / base_denominator
    first, second = wilson(numerator, denominator), wilson(base, base_denominator)
    difference = p1 - p2
    down = np.hypot(p1 - first["low"], second["high"] - p2)
    up = np.hypot(first["high"] - p1, p2 - second["low"])
    return pd.DataFrame({"low": difference - down, "high": difference + up})
