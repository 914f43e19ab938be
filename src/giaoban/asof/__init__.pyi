from .actions import ACTION_COLUMNS, follow_actions
from .meeting import Known, inputs, known_at
from .occasion import Occasion
from .stamps import occasions
from .vintage import (
    CHANGE_COLUMNS,
    CHANGES_CSV,
    FIGURE_COLUMNS,
    PRELIMINARY,
    as_told,
    changes,
    not_yet,
    with_days,
)

__all__ = [
    "ACTION_COLUMNS",
    "CHANGES_CSV",
    "CHANGE_COLUMNS",
    "FIGURE_COLUMNS",
    "PRELIMINARY",
    "Known",
    "Occasion",
    "as_told",
    "changes",
    "follow_actions",
    "inputs",
    "known_at",
    "not_yet",
    "occasions",
    "with_days",
]
