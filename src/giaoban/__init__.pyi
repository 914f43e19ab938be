from .analysis import (
    Review,
    against_targets,
    check_claims,
    compare,
    feasible_counts,
    follow_actions,
    latest_figures,
    load,
    paces,
    projections,
    rank_units,
    run_trends,
)
from .errors import GiaobanError
from .explore import explorer, show
from .prepare import open_preparation
from .report import open_report

__all__ = [
    "GiaobanError",
    "Review",
    "against_targets",
    "check_claims",
    "compare",
    "explorer",
    "feasible_counts",
    "follow_actions",
    "latest_figures",
    "load",
    "open_preparation",
    "open_report",
    "paces",
    "projections",
    "rank_units",
    "run_trends",
    "show",
]
