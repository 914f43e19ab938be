from .annexes import footnotes, glossary, how_judged, sources
from .claims import published_statements, totals_over_years
from .counts import feasible_counts, rules_kept
from .history import figures_table, verdicts_so_far
from .html import Fragment, html_table
from .notebook import (
    PARAMETERS,
    open_report,
    project_folder,
    refuse_unknown_parameters,
)
from .office import office_table
from .opening import main_points, title_block
from .page import Report
from .record import actions, asks, changes, events, meeting_record
from .scorecard import scorecard
from .targetchart import target_picture
from .targets import against_targets
from .trends import long_series, trends_over_time
from .units import adding_up, over_the_years, peers, units_below, units_in_full

__all__ = [
    "PARAMETERS",
    "Fragment",
    "Report",
    "actions",
    "adding_up",
    "against_targets",
    "asks",
    "changes",
    "events",
    "feasible_counts",
    "figures_table",
    "footnotes",
    "glossary",
    "how_judged",
    "html_table",
    "long_series",
    "main_points",
    "meeting_record",
    "office_table",
    "open_report",
    "over_the_years",
    "peers",
    "project_folder",
    "published_statements",
    "refuse_unknown_parameters",
    "rules_kept",
    "scorecard",
    "sources",
    "target_picture",
    "title_block",
    "totals_over_years",
    "trends_over_time",
    "units_below",
    "units_in_full",
    "verdicts_so_far",
]
