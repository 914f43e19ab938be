from .captions import Context, as_planned, context_of, time_of, years_under_plan
from .columns import DATA, INDICATORS, PERIODS, UNITS, Column, column_name, rows_are
from .comparisons import Checked, check_comparisons, compared
from .heads import HEADS, heads_of, heads_to_ask, may_name, names_untold, row_and_heads
from .layout import Block, find_blocks
from .namedrows import names_in
from .observations import Observation, observe, rules_shown
from .outline import groups_to_ask
from .printed import Printed, in_english
from .shares import fractions_in, with_counts, with_ranges
from .untaken import untaken, untaken_notes, untaken_rows

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
    "fractions_in",
    "groups_to_ask",
    "heads_of",
    "heads_to_ask",
    "in_english",
    "may_name",
    "names_in",
    "names_untold",
    "observe",
    "row_and_heads",
    "rows_are",
    "rules_shown",
    "time_of",
    "untaken",
    "untaken_notes",
    "untaken_rows",
    "with_counts",
    "with_ranges",
    "years_under_plan",
]
