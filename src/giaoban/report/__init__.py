"""In: a review and a language.

Out: the sections of the page, each a function that gives a piece of HTML.
"""

from giaoban.report.annexes import footnotes, glossary, how_judged, sources
from giaoban.report.claims import published_statements, totals_over_years
from giaoban.report.counts import feasible_counts, rules_kept
from giaoban.report.html import Fragment
from giaoban.report.notebook import (
    PARAMETERS,
    find_notebook,
    open_report,
    project_folder,
    refuse_unknown_parameters,
)
from giaoban.report.page import Report
from giaoban.report.record import actions, changes, events, meeting_record
from giaoban.report.scorecard import scorecard
from giaoban.report.summary import summary
from giaoban.report.targets import against_targets
from giaoban.report.title import title_block
from giaoban.report.trends import figures_table, long_series, trends_over_time
from giaoban.report.units import adding_up, units_below

# In the order of the notebook.
SECTIONS = (
    title_block,
    summary,
    scorecard,
    trends_over_time,
    long_series,
    totals_over_years,
    against_targets,
    published_statements,
    feasible_counts,
    rules_kept,
    units_below,
    adding_up,
    events,
    changes,
    actions,
    meeting_record,
    how_judged,
    glossary,
    footnotes,
    sources,
)

__all__ = [
    "PARAMETERS",
    "SECTIONS",
    "Fragment",
    "Report",
    "actions",
    "adding_up",
    "against_targets",
    "changes",
    "events",
    "feasible_counts",
    "figures_table",
    "find_notebook",
    "footnotes",
    "glossary",
    "how_judged",
    "long_series",
    "meeting_record",
    "open_report",
    "project_folder",
    "published_statements",
    "refuse_unknown_parameters",
    "rules_kept",
    "scorecard",
    "sources",
    "summary",
    "title_block",
    "totals_over_years",
    "trends_over_time",
    "units_below",
]
