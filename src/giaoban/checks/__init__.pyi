from .calendar import bounds_of, meetings_within
from .constraints import ENUM, KEY, NOT_A_SAFE_ID, field_faults
from .doubts import doubts
from .prints import DIFFERENCES
from .results import Result, results, table_of
from .table import described, description, pointing_nowhere, table_faults
from .values import value_faults

__all__ = [
    "DIFFERENCES",
    "ENUM",
    "KEY",
    "NOT_A_SAFE_ID",
    "Result",
    "bounds_of",
    "described",
    "description",
    "doubts",
    "field_faults",
    "meetings_within",
    "pointing_nowhere",
    "results",
    "table_faults",
    "table_of",
    "value_faults",
]
