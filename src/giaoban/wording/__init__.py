"""In: frames and codes of the analysis.

Out: names, sentences and numbers in the language of a report.
"""

from giaoban.wording import codes
from giaoban.wording.claims import as_recomputed, as_stated, derivation, judged
from giaoban.wording.codes import TERMS, Codes
from giaoban.wording.figures import Wording
from giaoban.wording.trends import latest_trend, sentences, still_needed

__all__ = [
    "TERMS",
    "Codes",
    "Wording",
    "as_recomputed",
    "as_stated",
    "codes",
    "derivation",
    "judged",
    "latest_trend",
    "sentences",
    "still_needed",
]
