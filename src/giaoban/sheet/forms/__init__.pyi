from .classes import better_of, rank_of
from .columns import DATA, INDICATORS, PERIODS, UNITS, Column, column_name, rows_are
from .comparisons import Checked, check_comparisons, compared
from .contexts import HEADS, Context, context_of, heads_of, open_heads
from .headings import COMPARED, COMPARISONS, FIGURE, TARGET, Heading, read_heading
from .labels import proper
from .layout import Block, find_blocks
from .measurewords import is_amount, is_percent
from .namedrows import named_rows
from .observations import (
    Observation,
    observe,
    remarks,
    rules_shown,
    time_of,
    untold,
)
from .outline import names_in
from .pairs import change_in
from .printed import Printed
from .shares import with_counts

__all__ = [
    "COMPARED",
    "COMPARISONS",
    "DATA",
    "FIGURE",
    "HEADS",
    "INDICATORS",
    "PERIODS",
    "TARGET",
    "UNITS",
    "Block",
    "Checked",
    "Column",
    "Context",
    "Heading",
    "Observation",
    "Printed",
    "better_of",
    "change_in",
    "check_comparisons",
    "column_name",
    "compared",
    "context_of",
    "find_blocks",
    "heads_of",
    "is_amount",
    "is_percent",
    "named_rows",
    "names_in",
    "observe",
    "open_heads",
    "proper",
    "rank_of",
    "read_heading",
    "remarks",
    "rows_are",
    "rules_shown",
    "time_of",
    "untold",
    "with_counts",
]
