"""What the unit of an indicator tells: whether values add up over time, and how two differ."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from giaoban.language import PERCENT, Measure
from giaoban.tables.records import records
from giaoban.tables.spoken import VIETNAMESE, local

# A count adds up unless it is said not to, an amount only where it is said to.
UNSAID = {"count": True, "number": False}
_PERCENT = re.compile(r"[%‰]|phần (?:trăm|nghìn|ngàn|vạn)|per\s?cent", re.IGNORECASE)
# So many of 100, of 1,000, of 100,000, whatever is counted.
_OF_MANY = re.compile(
    r"(?:\b(?:per|trên)\s+|/\s*)(?:1[0.,\s]*0k?|(?:(?:an?|one|ten|một|mười|10*|hundred) )*"
    r"(?:hundred|thousand|million|mil|mille|trăm|nghìn|ngàn|vạn|triệu))(?![\w.,])",
    re.IGNORECASE,
)
# What that costs is no rate: a contract, hợp đồng, is no money.
_COSTS = re.compile(
    r"(?:(?<!hợp )(?<!cộng )đồng|đ|\b(?:vnd|dong|usd|eur|gbp|dollars?|euros?)|[$£€])"
    r"\s*(?:/|per\b|trên\b)",
    re.IGNORECASE,
)


def unit_of(about: Mapping[Any, Any]) -> str:
    """Give what an indicator is in; empty where it is not said."""
    return local(about, "unit", VIETNAMESE)


def is_rate(unit: str) -> bool:
    """Say whether a unit is that of a rate: *%*, *‰*, *per 1,000 births*, *ca/100.000 dân*.

    A percentage of one would be taken for its own difference.
    """
    many = _OF_MANY.search(unit) and not _COSTS.search(unit)
    return bool(many or _PERCENT.search(unit))


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
    return about["unit_measure"] in UNSAID and not is_rate(unit_of(about))


def in_points(about: Mapping[Any, Any]) -> bool:
    """Say whether a difference is in percentage points: of shares, and of amounts in percent.

    Parameters
    ----------
    about : mapping
        Of the indicator ``unit_measure``, and ``unit_vi`` or ``unit_en`` where it is said.
    """
    return Measure(about["unit_measure"], unit_of(about)).in_points


def begins_anew(about: Mapping[Any, Any]) -> bool:
    """Say whether each year's value is of that year alone: sums and growth, no level.

    Parameters
    ----------
    about : mapping
        As for `in_points`.
    """
    return adds_up(about) or grows(about)


def grows(about: Mapping[Any, Any]) -> bool:
    """Say whether it is growth: an amount in %, or %/năm, of nothing that is named.

    Parameters
    ----------
    about : mapping
        As for `in_points`.
    """
    unit = unit_of(about).casefold().removesuffix("/năm").removesuffix("/year")
    return about["unit_measure"] == "number" and unit in PERCENT


def adding(indicators: pd.DataFrame) -> pd.Series:
    """Say of each indicator, by its id, whether its values add up over time.

    Parameters
    ----------
    indicators : DataFrame
        ``unit_measure``, and ``additive`` where it is said.
    """
    found: dict[str, bool] = {}
    for about in records(indicators):
        found.setdefault(about["indicator"], adds_up(about))
    ids = pd.Index(list(found), dtype=indicators["indicator"].dtype, name="indicator")
    return pd.Series(list(found.values()), ids, dtype=bool)
