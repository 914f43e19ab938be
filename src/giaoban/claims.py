"""Hold the published statements against the figures."""

import pandas as pd

from giaoban.numerals import decimals_shown
from giaoban.published import column
from giaoban.recompute import Recomputed, is_relative, recompute
from giaoban.rounding import agreeing, judge

CLAIM_COLUMNS = [
    "claim",
    "kind",
    "indicator",
    "period",
    "stated",
    "recomputed",
    "verdict",
    "rounded_to",
    "detail",
]


def check_claims(
    claims: pd.DataFrame,
    compared: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Recompute each claim and judge it.

    Parameters
    ----------
    claims, targets : DataFrame
        Of one unit, as known on a date.
    compared : DataFrame
        The figures of that unit, from `giaoban.compare.compare`.
    indicators : DataFrame
        ``unit_measure``: only counts have a mean a year.

    Returns
    -------
    DataFrame
        ``claim``, ``kind``, ``indicator``, ``period``, ``stated``, ``recomputed``,
        ``verdict``, ``rounded_to``, ``detail``, ``rows``, ``low`` and ``high`` (see
        `giaoban.recompute.Recomputed`); ``relative``, whether a change was stated in percent of a
        count.
    """
    measures = column(indicators, "unit_measure")
    rows = []
    for _, claim in claims.iterrows():
        found = recompute(claim, compared, targets, indicators)
        verdict, rounded_to = _verdict(claim, found)
        told = claim[["claim", "kind", "indicator", "period", "stated"]].to_dict()
        value = None if found.value is None else round(found.value, 9)
        result = {"recomputed": value, "verdict": verdict, "rounded_to": rounded_to}
        more = {"detail": found.detail, "rows": found.rows, "low": found.low, "high": found.high}
        more["relative"] = is_relative(claim, measures[claim["indicator"]])
        rows.append(told | result | more)
    shown = [*CLAIM_COLUMNS, "rows", "low", "high", "relative"]
    return pd.DataFrame(rows, columns=shown, index=claims.index).astype(
        {"recomputed": "float64", "rounded_to": "float64"}
    )


def _verdict(claim: pd.Series, found: Recomputed) -> tuple[str, float | None]:
    decimals = decimals_shown(claim["as_published"], claim["stated"])
    if found.detail == "figure_is_a_range":
        low, high = agreeing(claim["stated"], decimals)
        return ("disagrees" if high < found.low or low > found.high else "cannot_check"), None
    if found.value is None or found.detail:
        return "cannot_check", None
    return judge(claim["stated"], decimals, found.value)
