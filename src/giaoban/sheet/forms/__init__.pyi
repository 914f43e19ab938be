from .captions import Context, as_planned, context_of, time_of, years_under_plan
from .columns import DATA, INDICATORS, PERIODS, UNITS, Column, column_name, rows_are
from .comparisons import Checked, check_comparisons, compared
from .heads import HEADS, heads_of, heads_to_ask, may_name, names_untold, row_and_heads
from .layout import Block, find_blocks
from .namedrows import names_in
from .observations import Observation, observe, remarks, rules_shown, unread_numbers
from .outline import groups_to_ask
from .printed import Printed, in_english
from .shares import with_counts

__all__ = [
    "DATA",
    "HEADS",
    "INDICATORS",
    "PERIODS",
    "UNITS",
    "Block",
    "Checked",
    "Column",
    "Context",
    "Observation",
    "Printed",
    "as_planned",
    "check_comparisons",
    "column_name",
    "compared",
    "context_of",
    "find_blocks",
    "groups_to_ask",
    "heads_of",
    "heads_to_ask",
    "in_english",
    "may_name",
    "names_in",
    "names_untold",
    "observe",
    "remarks",
    "row_and_heads",
    "rows_are",
    "rules_shown",
    "time_of",
    "unread_numbers",
    "with_counts",
    "years_under_plan",
]
