"""How definitions stand to one another: what one takes in, another need not."""

import pandas as pd

from giaoban.analysis.series import column


def relation(have: pd.Series, wanted: pd.Series, definitions: pd.DataFrame) -> pd.Series:
    """Say how what was counted stands to what was meant to be.

    Returns
    -------
    Series of str
        ``same`` (also where it is not said what was meant), ``wider``, ``narrower`` or ``other``.
    """
    said = []
    for here, there in zip(have, wanted, strict=True):
        if as_meant(here, there):
            said.append("same")
        elif contains(definitions, here, there):
            said.append("wider")
        else:
            said.append("narrower" if contains(definitions, there, here) else "other")
    return pd.Series(said, index=have.index, dtype="str")


def as_meant(have: object, wanted: object) -> bool:
    """Say whether what was counted is what was meant, as far as it is said what was meant."""
    return not isinstance(wanted, str) or have == wanted


def contains(definitions: pd.DataFrame, wider: object, narrower: object) -> bool:
    """Say whether a definition takes in another one, by way of ``includes``."""
    includes = column(definitions, "includes")
    here, seen = includes.get(wider), set()
    while isinstance(here, str) and here not in seen:
        if here == narrower:
            return True
        seen.add(here)
        here = includes.get(here)
    return False
