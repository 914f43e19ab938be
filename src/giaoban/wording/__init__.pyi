from . import codes
from .asks import ask_lines
from .claims import (
    as_recomputed,
    as_stated,
    counted,
    derivation,
    judged,
    named_verdict,
    stated_number,
    subject,
    telling_decimals,
)
from .codes import TERMS, Codes
from .comparison import against, change, in_short, interval, merged, recast
from .definitions import takes_in
from .downloads import csv_link, svg_link
from .ends import beyond_chance, ends_told, named_few
from .estimates import ahead_of, foreseen, foreseen_then, no_target_then, pace_ahead
from .figures import Wording
from .method import RULES, rules_used
from .needs import had_a_year, in_numbers, is_of_running_year, needed_a_year, still_needed
from .office import NAMED_PERCENT, OFFICE_HEADER, QUALIFIED, OfficeWords
from .pagedata import (
    ChangesTable,
    ChartText,
    PageData,
    Scorecard,
    ScorecardRow,
    digest_of,
    read_page_data,
)
from .passages import said_in
from .tally import (
    tallies_stated,
    tally_of_actions,
    tally_of_outlook,
    tally_of_targets,
    unlikely,
)
from .targets import beside_target, other_years, status_called, status_code, status_name
from .trends import (
    latest_trend,
    moves,
    sentences,
)
from .units import beside_peers, parts_told, places_of_parts, told_part

__all__ = [
    "NAMED_PERCENT",
    "OFFICE_HEADER",
    "QUALIFIED",
    "RULES",
    "TERMS",
    "ChangesTable",
    "ChartText",
    "Codes",
    "OfficeWords",
    "PageData",
    "Scorecard",
    "ScorecardRow",
    "Wording",
    "against",
    "ahead_of",
    "as_recomputed",
    "as_stated",
    "ask_lines",
    "beside_peers",
    "beside_target",
    "beyond_chance",
    "change",
    "codes",
    "counted",
    "csv_link",
    "derivation",
    "digest_of",
    "ends_told",
    "foreseen",
    "foreseen_then",
    "had_a_year",
    "in_numbers",
    "in_short",
    "interval",
    "is_of_running_year",
    "judged",
    "latest_trend",
    "merged",
    "moves",
    "named_few",
    "named_verdict",
    "needed_a_year",
    "no_target_then",
    "other_years",
    "pace_ahead",
    "parts_told",
    "places_of_parts",
    "read_page_data",
    "recast",
    "rules_used",
    "said_in",
    "sentences",
    "stated_number",
    "status_called",
    "status_code",
    "status_name",
    "still_needed",
    "subject",
    "svg_link",
    "takes_in",
    "tallies_stated",
    "tally_of_actions",
    "tally_of_outlook",
    "tally_of_targets",
    "telling_decimals",
    "told_part",
    "unlikely",
]
