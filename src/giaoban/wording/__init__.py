"""In: frames and codes of the analysis.

Out: names, sentences and numbers in the language of a report.
"""

from giaoban.wording import codes
from giaoban.wording.claims import as_recomputed, as_stated, derivation, judged
from giaoban.wording.codes import TERMS, Codes
from giaoban.wording.figures import Wording
from giaoban.wording.pagedata import (
    ChangesTable,
    ChartText,
    PageData,
    Scorecard,
    ScorecardRow,
    digest_of,
    read_page_data,
)
from giaoban.wording.trends import latest_trend, sentences, still_needed

__all__ = [
    "TERMS",
    "ChangesTable",
    "ChartText",
    "Codes",
    "PageData",
    "Scorecard",
    "ScorecardRow",
    "Wording",
    "as_recomputed",
    "as_stated",
    "codes",
    "derivation",
    "digest_of",
    "judged",
    "latest_trend",
    "read_page_data",
    "sentences",
    "still_needed",
]
