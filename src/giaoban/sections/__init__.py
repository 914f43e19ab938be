"""The sections of the report; each function gives one as a piece of HTML."""

from giaoban.sections.below import adding_up, units_below
from giaoban.sections.counts import feasible_counts
from giaoban.sections.longrun import long_series
from giaoban.sections.method import how_judged
from giaoban.sections.notes import footnotes, glossary, sources
from giaoban.sections.opening import title_block
from giaoban.sections.record import actions, changes, events, meeting_record
from giaoban.sections.rules import rules_kept
from giaoban.sections.scorecard import scorecard
from giaoban.sections.series import trends_over_time
from giaoban.sections.statements import published_statements, totals_over_years
from giaoban.sections.summary import summary
from giaoban.sections.targets import against_targets

__all__ = [
    "actions",
    "adding_up",
    "against_targets",
    "changes",
    "events",
    "feasible_counts",
    "footnotes",
    "glossary",
    "how_judged",
    "long_series",
    "meeting_record",
    "published_statements",
    "rules_kept",
    "scorecard",
    "sources",
    "summary",
    "title_block",
    "totals_over_years",
    "trends_over_time",
    "units_below",
]
