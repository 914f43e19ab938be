from .below import adding_up, units_below, units_in_full
from .charts import over_the_years
from .peers import peers

__all__ = [
    "adding_up",
    "over_the_years",
    "peers",
    "units_below",
    "units_in_full",
]
