"""In: tables of text.

Out: the values that they hold, and every fault with its cell.
"""

from giaoban.checks.constraints import ENUM, KEY, NOT_A_SAFE_ID, field_faults
from giaoban.checks.results import Result, results, table_of
from giaoban.checks.table import described, description, pointing_nowhere, table_faults
from giaoban.checks.values import DIFFERENCES, value_faults

__all__ = [
    "DIFFERENCES",
    "ENUM",
    "KEY",
    "NOT_A_SAFE_ID",
    "Result",
    "described",
    "description",
    "field_faults",
    "pointing_nowhere",
    "results",
    "table_faults",
    "table_of",
    "value_faults",
]
