from .asked import about_figures, about_targets, ask_about
from .held import AGAINST_TARGET, JUDGED_COLUMNS, under, with_targets, worst_target
from .judged import TARGETS_CSV, VERDICT_COLUMNS, goal_of, judge_targets
from .needs import NEED_COLUMNS, least_count, needs
from .ofplan import (
    PERCENT,
    asks_for_a_sum,
    in_percent,
    is_of_its_time,
    percent_of_plan,
)
from .outlook import OUTLOOK_COLUMNS, outlook
from .progress import PACE_COLUMNS, PACES_CSV, farthest, paces
from .tallied import tally
from .verdicts import REACHED, STATUSES, Goal

__all__ = [
    "AGAINST_TARGET",
    "JUDGED_COLUMNS",
    "NEED_COLUMNS",
    "OUTLOOK_COLUMNS",
    "PACES_CSV",
    "PACE_COLUMNS",
    "PERCENT",
    "REACHED",
    "STATUSES",
    "TARGETS_CSV",
    "VERDICT_COLUMNS",
    "Goal",
    "about_figures",
    "about_targets",
    "ask_about",
    "asks_for_a_sum",
    "farthest",
    "goal_of",
    "in_percent",
    "is_of_its_time",
    "judge_targets",
    "least_count",
    "needs",
    "outlook",
    "paces",
    "percent_of_plan",
    "tally",
    "under",
    "with_targets",
    "worst_target",
]
