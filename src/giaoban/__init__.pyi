from .analysis import (
    Review,
    by_year,
    check_claims,
    compare,
    control_charts,
    feasible_counts,
    funnel,
    judge_targets,
    latest_figures,
    load,
    office_table,
    paces,
    per_year,
    projections,
    rank_units,
    run_trends,
    suppose,
    unpublished,
    verdict_history,
    with_targets,
)
from .asof import follow_actions
from .charts import chart
from .errors import GiaobanError
from .explore import explorer, show
from .prepare import open_preparation
from .report import open_report

__all__ = [
    "GiaobanError",
    "Review",
    "by_year",
    "chart",
    "check_claims",
    "compare",
    "control_charts",
    "explorer",
    "feasible_counts",
    "follow_actions",
    "funnel",
    "judge_targets",
    "latest_figures",
    "load",
    "office_table",
    "open_preparation",
    "open_report",
    "paces",
    "per_year",
    "projections",
    "rank_units",
    "run_trends",
    "show",
    "suppose",
    "unpublished",
    "verdict_history",
    "with_targets",
]
