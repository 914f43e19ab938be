"""Shares that were printed with their counts, held against these."""

import pandas as pd

from giaoban.numerals import decimals_shown
from giaoban.published import is_share
from giaoban.rounding import judge


def counted_shares(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Hold the shares that were printed with their counts against these.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit, from `giaoban.compare.compare`.
    indicators : DataFrame
        ``unit_measure``.

    Returns
    -------
    DataFrame
        The exact figures with ``numerator`` and ``denominator``, with ``recomputed`` in percent,
        ``verdict`` and ``rounded_to`` of the print (see `giaoban.rounding.judge`).
    """
    counted = figures["numerator"].notna() & figures["denominator"].gt(0)
    known = figures[counted & figures["qualifier"].eq("=") & is_share(figures, indicators)]
    recomputed = known["numerator"] / known["denominator"] * 100
    judged = [
        judge(value, decimals_shown(text, value), share)
        for value, text, share in zip(
            known["value"], known["as_published"], recomputed, strict=True
        )
    ]
    return known.assign(
        recomputed=recomputed,
        verdict=pd.Series([verdict for verdict, _ in judged], known.index, "str"),
        rounded_to=pd.Series([step for _, step in judged], known.index, "float64"),
    )
