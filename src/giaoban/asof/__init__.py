"""In: a checked programme and a meeting.

Out: its tables as they were known on that day.
"""

from giaoban.asof.meeting import Known, inputs, known_at
from giaoban.asof.tables import tables_as_known
from giaoban.asof.vintage import (
    CHANGE_COLUMNS,
    CHANGES_CSV,
    FIGURE_COLUMNS,
    as_known,
    changes,
    with_days,
)

__all__ = [
    "CHANGES_CSV",
    "CHANGE_COLUMNS",
    "FIGURE_COLUMNS",
    "Known",
    "as_known",
    "changes",
    "inputs",
    "known_at",
    "tables_as_known",
    "with_days",
]
