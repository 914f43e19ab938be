from .differences import differences
from .funnel import binomial_limits
from .grim import feasible_numerators
from .intervals import newcombe, wilson
from .pace import Pace, judge_pace, judge_sum
from .ranges import (
    ANYTHING,
    QUANTITY,
    SHARE,
    Demand,
    Limits,
    Range,
    added_up,
    demand,
    exceeds,
    reached,
    stated,
    way_asked,
)
from .regression import least_squares
from .rounding import agreeing, judge_rounding
from .slope import theil_sen
from .xmr import xmr_chart

__all__ = [
    "ANYTHING",
    "QUANTITY",
    "SHARE",
    "Demand",
    "Limits",
    "Pace",
    "Range",
    "added_up",
    "agreeing",
    "binomial_limits",
    "demand",
    "differences",
    "exceeds",
    "feasible_numerators",
    "judge_pace",
    "judge_rounding",
    "judge_sum",
    "least_squares",
    "newcombe",
    "reached",
    "stated",
    "theil_sen",
    "way_asked",
    "wilson",
    "xmr_chart",
]
