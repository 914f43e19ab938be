"""Rules that bound a share, such as a ceiling on excellent ratings."""

from typing import Final

import numpy as np
import pandas as pd

from giaoban.analysis.definitions import relation

RULE_COLUMNS: Final = [
    "rule",
    "unit",
    "indicator",
    "period",
    "row",
    "least",
    "most",
    "limit",
    "verdict",
    "basis",
]


def check_rules(
    compared: pd.DataFrame,
    compared_below: pd.DataFrame,
    rules: pd.DataFrame,
    definitions: pd.DataFrame,
) -> pd.DataFrame:
    """Hold the shares against the rules that the package states.

    A rule bounds ``indicator`` as a share of what ``base`` counts; without a base, as printed.
    Where both were published with counts the share is computed. Where they were not, it may be
    a share of the base or of the same whole as the base, and the verdict holds for both. Where
    the base counts more than the rule means, the share may be larger than computed; where it
    counts less, smaller.

    Parameters
    ----------
    compared, compared_below : DataFrame
        Figures of a unit, and of the units below it, from `giaoban.analysis.compare`.
    rules : DataFrame
        ``rule``, ``indicator``, ``base``, ``definition``, ``qualifier``, ``value`` (percent),
        ``valid_from``, ``valid_to``.
    definitions : DataFrame
        ``definition`` and ``includes``.

    Returns
    -------
    DataFrame
        ``rule``, ``unit``, ``indicator``, ``period``, ``row`` (index of the figure); ``least``
        and ``most``, the share in percent; ``limit``; ``verdict`` (``holds``, ``broken`` or
        ``undetermined``); ``basis`` (``counts``, ``printed``, ``base_unknown`` or
        ``base_differs``).
    """
    figures = pd.concat([compared, compared_below]) if len(compared_below) else compared
    pairs = rules.merge(figures.reset_index(names="row"), on="indicator", suffixes=("_rule", ""))
    inside = ~(pairs["start"] < pairs["valid_from"]) & ~(pairs["end"] > pairs["valid_to"])
    pairs = pairs[inside].reset_index(drop=True)
    bases = _bases(pairs, figures)
    span = _span(pairs, bases)
    meant = pairs["definition_rule"].where(pairs["base"].notna())
    both = zip(bases["definition"], meant, strict=True)
    stands = pd.Series([relation(*pair, definitions) for pair in both], pairs.index, dtype="str")
    span["least"] = span["least"].mask(stands.isin(["narrower", "other"]), 0.0).round(9)
    span["most"] = span["most"].mask(stands.isin(["wider", "other"]), 100.0).round(9)
    out = pairs.assign(
        least=span["least"],
        most=span["most"],
        limit=pairs["value_rule"],
        verdict=_verdict(span, pairs["value_rule"], pairs["qualifier_rule"]),
        basis=span["basis"].mask(stands.ne("same"), "base_differs"),
    )
    return out[RULE_COLUMNS]


def _bases(pairs: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Give, for each figure, the figure of the base in the same unit and period."""
    known = figures.set_index(["unit", "indicator", "period"])
    places = pd.MultiIndex.from_frame(pairs[["unit", "base", "period"]])
    columns = ["least", "most", "numerator", "definition"]
    return known[columns].reindex(places).set_axis(pairs.index)


def _span(pairs: pd.DataFrame, base: pd.DataFrame) -> pd.DataFrame:
    """Give the share of the base, or the range that it may lie in."""
    whole = base["numerator"].where(pairs["base"].notna(), pairs["denominator"])
    counted = 100 * pairs["numerator"] / whole.where(whole > 0)
    known = counted.notna()
    as_printed = pairs["base"].isna() | pairs["denominator"].eq(base["numerator"])
    # Of the same whole as the base, a share is a larger one of the base itself.
    largest = (pairs["most"] / base["least"] * 100).fillna(100)
    most = pairs["most"].where(as_printed, np.fmax(pairs["most"], largest))
    basis = pd.Series("base_unknown", index=pairs.index, dtype="str").mask(as_printed, "printed")
    return pd.DataFrame(
        {
            "least": pairs["least"].mask(known, counted),
            "most": most.mask(known, counted).clip(upper=100),
            "least_open": pairs["qualifier"].eq(">") & ~known,
            "most_open": pairs["qualifier"].eq("<") & ~known & as_printed,
            "basis": basis.mask(known, "counts"),
        }
    )


def _verdict(span: pd.DataFrame, limit: pd.Series, said: pd.Series) -> pd.Series:
    """Say what holds for the whole range."""
    below = (span["most"] < limit) | (span["most"].eq(limit) & span["most_open"])
    above = (span["least"] > limit) | (span["least"].eq(limit) & span["least_open"])
    up_to, from_on = below | span["most"].eq(limit), above | span["least"].eq(limit)
    holds = (said.eq("<=") & up_to) | (said.eq("<") & below)
    holds |= (said.eq(">=") & from_on) | (said.eq(">") & above)
    broken = (said.eq("<=") & above) | (said.eq("<") & from_on)
    broken |= (said.eq(">=") & below) | (said.eq(">") & up_to)
    verdict = pd.Series("undetermined", index=span.index, dtype="str")
    return verdict.mask(holds, "holds").mask(broken, "broken")
