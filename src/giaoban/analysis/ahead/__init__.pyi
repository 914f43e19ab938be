from .estimates import ESTIMATE_COLUMNS, year_estimates
from .foreseen import judge_estimates
from .thisperiod import latest_known

__all__ = ["ESTIMATE_COLUMNS", "judge_estimates", "latest_known", "year_estimates"]
