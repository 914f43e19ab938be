"""Which figures stand better than the ones before them, and which worse."""

import pandas as pd

from giaoban.published import column

WAY = {"up": 1.0, "down": -1.0}


def gains(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Judge each figure against the one before it, over the whole range that both leave open.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.compare.compare`.
    indicators : DataFrame
        ``better``: which way is better.

    Returns
    -------
    Series of str
        ``better``, ``worse``, ``same`` or ``undetermined`` (the range takes in both; a forecast);
        missing where the two may not be compared, or it is not said which way is better.
    """
    way = compared["indicator"].map(column(indicators, "better")).map(WAY).astype("float64")
    ends = pd.DataFrame({end: compared[f"change_{end}"] * way for end in ("least", "most")})
    low, high = ends.min(axis=1, skipna=False), ends.max(axis=1, skipna=False)
    said = pd.Series("undetermined", index=compared.index, dtype="str")
    said = (
        said.mask(low > 0, "better").mask(high < 0, "worse").mask((low == 0) & (high == 0), "same")
    )
    said = said.mask(compared["obs_status"].eq("F"), "undetermined")
    return said.where(compared["comparable"].fillna(False).astype(bool) & way.notna())
