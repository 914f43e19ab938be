from .below import units_below, units_in_full
from .charts import over_the_years
from .peers import peers
from .totals import adding_up

__all__ = [
    "adding_up",
    "over_the_years",
    "peers",
    "units_below",
    "units_in_full",
]
