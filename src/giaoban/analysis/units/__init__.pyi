from .contributions import CONTRIBUTION_COLUMNS, contributions
from .funnel import FUNNEL_COLUMNS, funnel, funnel_limits
from .peers import PEER_COLUMNS, PEERS_NEEDED, peers
from .ranking import RANKING_COLUMNS, rank_units, silent_units, units_below
from .totals import TOTAL_COLUMNS, check_totals

__all__ = [
    "CONTRIBUTION_COLUMNS",
    "FUNNEL_COLUMNS",
    "PEERS_NEEDED",
    "PEER_COLUMNS",
    "RANKING_COLUMNS",
    "TOTAL_COLUMNS",
    "check_totals",
    "contributions",
    "funnel",
    "funnel_limits",
    "peers",
    "rank_units",
    "silent_units",
    "units_below",
]
