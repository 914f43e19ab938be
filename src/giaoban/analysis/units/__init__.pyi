from .funnel import FUNNEL_COLUMNS, funnel, funnel_limits
from .ranking import RANKING_COLUMNS, rank_units, silent_units, units_below
from .totals import TOTAL_COLUMNS, check_totals

__all__ = [
    "FUNNEL_COLUMNS",
    "RANKING_COLUMNS",
    "TOTAL_COLUMNS",
    "check_totals",
    "funnel",
    "funnel_limits",
    "rank_units",
    "silent_units",
    "units_below",
]
