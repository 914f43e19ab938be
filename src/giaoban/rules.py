"""Rules that bound a share, such as a ceiling on excellent ratings."""

import numpy as np
import pandas as pd

RULE_COLUMNS = ["rule", "unit", "indicator", "period", "least", "most", "limit", "verdict", "basis"]


def check_rules(compared: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Hold the shares against the rules that the package states.

    A rule bounds ``indicator`` as a share of what ``base`` counts; without a base, as printed.
    Where both were published with counts the share is computed. Where they were not, it may be
    a share of the base or of the same whole as the base, and the verdict holds for both.

    Parameters
    ----------
    compared : DataFrame
        Figures of any units, from `giaoban.compare.compare`.
    rules : DataFrame
        ``rule``, ``indicator``, ``base``, ``qualifier``, ``value`` (percent), ``valid_from``,
        ``valid_to``.

    Returns
    -------
    DataFrame
        ``rule``, ``unit``, ``indicator``, ``period``; ``least`` and ``most``, the share in
        percent; ``limit``; ``verdict`` (``holds``, ``broken`` or ``undetermined``); ``basis``
        (``counts``, ``printed`` or ``base_unknown``).
    """
    pairs = rules.merge(compared, on="indicator", suffixes=("_rule", ""))
    inside = ~(pairs["start"] < pairs["valid_from"]) & ~(pairs["end"] > pairs["valid_to"])
    pairs = pairs[inside].reset_index(drop=True)
    key = ["unit", "indicator", "period"]
    known = compared.set_index(key)
    places = pd.MultiIndex.from_frame(pairs[["unit", "base", "period"]])
    base = known[["value", "numerator"]].reindex(places).set_axis(pairs.index)
    counted = 100 * pairs["numerator"] / base["numerator"].where(base["numerator"] > 0)
    of_whole = (pairs["least"] / base["value"] * 100, pairs["most"] / base["value"] * 100)
    as_printed = pairs["base"].isna() | pairs["denominator"].eq(base["numerator"])
    least = pairs["least"].where(as_printed, np.fmin(pairs["least"], of_whole[0]))
    most = pairs["most"].where(as_printed, np.fmax(pairs["most"], of_whole[1]))
    known_base = counted.notna() & ~as_printed
    least, most = least.mask(known_base, counted).round(9), most.mask(known_base, counted).round(9)
    basis = pd.Series("base_unknown", index=pairs.index, dtype="str")
    out = pairs.assign(
        least=least,
        most=most,
        limit=pairs["value_rule"],
        verdict=_verdict(least, most, pairs["value_rule"], pairs["qualifier_rule"]),
        basis=basis.mask(as_printed, "printed").mask(known_base, "counts"),
    )
    return out[RULE_COLUMNS]


def _verdict(least: pd.Series, most: pd.Series, limit: pd.Series, said: pd.Series) -> pd.Series:
    """Say what holds for the whole range."""
    holds = (said.eq("<=") & (most <= limit)) | (said.eq("<") & (most < limit))
    holds |= (said.eq(">=") & (least >= limit)) | (said.eq(">") & (least > limit))
    broken = (said.eq("<=") & (least > limit)) | (said.eq("<") & (least >= limit))
    broken |= (said.eq(">=") & (most < limit)) | (said.eq(">") & (most <= limit))
    verdict = pd.Series("undetermined", index=least.index, dtype="str")
    return verdict.mask(holds, "holds").mask(broken, "broken")
