from .estimates import ESTIMATE_COLUMNS, year_estimates

__all__ = ["ESTIMATE_COLUMNS", "year_estimates"]
