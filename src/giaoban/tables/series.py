"""What figures of one series have in common, and which of them are told ahead of their time."""

from typing import Final

import pandas as pd

SERIES: Final = ["unit", "indicator"]


def told_ahead(figures: pd.DataFrame) -> pd.Series:
    """Say which figures are forecasts, or estimates of what was not over then.

    Parameters
    ----------
    figures : DataFrame
        ``obs_status``, ``reported_on``; ``end``, the last day of each.
    """
    early = figures["obs_status"].eq("E") & (figures["end"] > figures["reported_on"])
    return early | figures["obs_status"].eq("F")
