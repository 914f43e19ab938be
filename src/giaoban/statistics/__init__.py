"""In: numbers.

Out: slopes, intervals, limits and counts, each by a published formula.
"""

from giaoban.statistics.funnel import binomial_limits
from giaoban.statistics.grim import feasible_numerators
from giaoban.statistics.intervals import newcombe, wilson
from giaoban.statistics.pace import Pace, judge_pace
from giaoban.statistics.regression import LinearFit, least_squares
from giaoban.statistics.rounding import agreeing, judge_rounding
from giaoban.statistics.slope import Slope, theil_sen
from giaoban.statistics.xmr import XmRChart, xmr_chart

__all__ = [
    "LinearFit",
    "Pace",
    "Slope",
    "XmRChart",
    "agreeing",
    "binomial_limits",
    "feasible_numerators",
    "judge_pace",
    "judge_rounding",
    "least_squares",
    "newcombe",
    "theil_sen",
    "wilson",
    "xmr_chart",
]
