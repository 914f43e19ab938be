"""Whether what an indicator counts adds up over time."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from giaoban.tables.spoken import VIETNAMESE, local

# A count adds up unless it is said not to, an amount only where it is said to.
UNSAID = {"count": True, "number": False}
# Units of rates: a percentage of one would be taken for its own difference.
RATES = ("%", "‰")


def unit_of(about: Mapping[Any, Any]) -> str:
    """Give what an indicator is in; empty where it is not said."""
    return local(about, "unit", VIETNAMESE)


def adds_up(about: Mapping[Any, Any]) -> bool:
    """Say whether the values of several periods make one of all of them.

    Parameters
    ----------
    about : mapping
        Of the indicator ``unit_measure``, and ``additive`` where it is said.
    """
    said, measure = about.get("additive"), about["unit_measure"]
    return measure in UNSAID and (UNSAID[measure] if pd.isna(said) else bool(said))


def in_ratio(about: Mapping[Any, Any]) -> bool:
    """Say whether so many percent of a value mean something: of counts and amounts, of no rate.

    Parameters
    ----------
    about : mapping
        As for `in_points`.
    """
    return about["unit_measure"] in UNSAID and unit_of(about) not in RATES


def in_points(about: Mapping[Any, Any]) -> bool:
    """Say whether a difference is in percentage points: of shares, and of amounts in percent.

    Parameters
    ----------
    about : mapping
        Of the indicator ``unit_measure``, and ``unit_vi`` or ``unit_en`` where it is said.
    """
    return about["unit_measure"] == "percent" or unit_of(about) == "%"


def begins_anew(about: Mapping[Any, Any]) -> bool:
    """Say whether each year's value is of that year alone: sums and growth, no level.

    Parameters
    ----------
    about : mapping
        As for `in_points`.
    """
    return adds_up(about) or (about["unit_measure"] == "number" and in_points(about))


def adding(indicators: pd.DataFrame) -> pd.Series:
    """Say of each indicator, by its id, whether its values add up over time.

    Parameters
    ----------
    indicators : DataFrame
        ``unit_measure``, and ``additive`` where it is said.
    """
    named = indicators.drop_duplicates("indicator").set_index("indicator")
    found = [adds_up(about) for about in named.to_dict("records")]
    return pd.Series(found, index=named.index, dtype=bool)
