from .backcast import (
    RECAST_CSV,
    backcast,
    compare_recast,
)
from .below import Below
from .contributions import CONTRIBUTION_COLUMNS, contributions
from .earlier import beside_recast, recast_of, recast_years
from .funnel import funnel, funnel_limits
from .peers import PEER_COLUMNS, PEERS_NEEDED, peers
from .ranking import rank_units, silent_units, units_below
from .totals import TOTAL_COLUMNS, check_totals

__all__ = [
    "CONTRIBUTION_COLUMNS",
    "PEERS_NEEDED",
    "PEER_COLUMNS",
    "RECAST_CSV",
    "TOTAL_COLUMNS",
    "Below",
    "backcast",
    "beside_recast",
    "check_totals",
    "compare_recast",
    "contributions",
    "funnel",
    "funnel_limits",
    "peers",
    "rank_units",
    "recast_of",
    "recast_years",
    "silent_units",
    "units_below",
]
