"""In: tables as known on a date.

Out: frames that say what the figures show, and what they do not.
"""

from giaoban.analysis.actions import ACTION_COLUMNS, follow_actions
from giaoban.analysis.claims import CLAIM_COLUMNS, check_claims, is_relative
from giaoban.analysis.comparison import COMPARED_COLUMNS, compare, gains, runs
from giaoban.analysis.counts import (
    COUNTED_COLUMNS,
    FEASIBLE_COLUMNS,
    LARGEST_WHOLE,
    SOLUTIONS_SHOWN,
    counted_shares,
    feasible_counts,
    printed_shares,
)
from giaoban.analysis.cumulative import REACHED_COLUMNS, covering, reached_so_far
from giaoban.analysis.definitions import as_meant, contains, relation
from giaoban.analysis.gaps import GAP_COLUMNS, find_gaps
from giaoban.analysis.latest import (
    LATEST_COLUMNS,
    UNPUBLISHED_COLUMNS,
    latest_figures,
    latest_with_target,
    unpublished,
)
from giaoban.analysis.processed import FILES, save_figures, save_tables
from giaoban.analysis.progress import PACE_COLUMNS, paces
from giaoban.analysis.review import Review, load
from giaoban.analysis.rules import RULE_COLUMNS, check_rules
from giaoban.analysis.scenario import SUPPOSED, is_supposed, next_year, suppose
from giaoban.analysis.series import published, stated_range
from giaoban.analysis.targets import (
    JUDGED_COLUMNS,
    against_targets,
    applicable_targets,
    margin,
    open_targets,
    target_status,
)
from giaoban.analysis.totals import TOTAL_COLUMNS, check_totals
from giaoban.analysis.trends import (
    CONTROL_COLUMNS,
    POINTS_FOR_LIMITS,
    POINTS_FOR_SLOPE,
    PROJECTION_COLUMNS,
    SIGNALS,
    TREND_COLUMNS,
    control_charts,
    projections,
    run_trends,
)
from giaoban.analysis.units import (
    FUNNEL_COLUMNS,
    RANKING_COLUMNS,
    funnel,
    funnel_limits,
    rank_units,
    silent_units,
    units_below,
)

__all__ = [
    "ACTION_COLUMNS",
    "CLAIM_COLUMNS",
    "COMPARED_COLUMNS",
    "CONTROL_COLUMNS",
    "COUNTED_COLUMNS",
    "FEASIBLE_COLUMNS",
    "FILES",
    "FUNNEL_COLUMNS",
    "GAP_COLUMNS",
    "JUDGED_COLUMNS",
    "LARGEST_WHOLE",
    "LATEST_COLUMNS",
    "PACE_COLUMNS",
    "POINTS_FOR_LIMITS",
    "POINTS_FOR_SLOPE",
    "PROJECTION_COLUMNS",
    "RANKING_COLUMNS",
    "REACHED_COLUMNS",
    "RULE_COLUMNS",
    "SIGNALS",
    "SOLUTIONS_SHOWN",
    "SUPPOSED",
    "TOTAL_COLUMNS",
    "TREND_COLUMNS",
    "UNPUBLISHED_COLUMNS",
    "Review",
    "against_targets",
    "applicable_targets",
    "as_meant",
    "check_claims",
    "check_rules",
    "check_totals",
    "compare",
    "contains",
    "control_charts",
    "counted_shares",
    "covering",
    "feasible_counts",
    "find_gaps",
    "follow_actions",
    "funnel",
    "funnel_limits",
    "gains",
    "is_relative",
    "is_supposed",
    "latest_figures",
    "latest_with_target",
    "load",
    "margin",
    "next_year",
    "open_targets",
    "paces",
    "printed_shares",
    "projections",
    "published",
    "rank_units",
    "reached_so_far",
    "relation",
    "run_trends",
    "runs",
    "save_figures",
    "save_tables",
    "silent_units",
    "stated_range",
    "suppose",
    "target_status",
    "units_below",
    "unpublished",
]
