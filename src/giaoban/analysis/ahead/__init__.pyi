from .estimates import ESTIMATE_COLUMNS, year_estimates
from .foreseen import judge_estimates

__all__ = ["ESTIMATE_COLUMNS", "judge_estimates", "year_estimates"]
