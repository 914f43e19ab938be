"""In: a press item and a programme.

Out: rows of figures proposed for it, and every other number.
"""

from giaoban.extract.draft import as_csv, draft_rows, save, summary
from giaoban.extract.programme import Programme

__all__ = [
    "Programme",
    "as_csv",
    "draft_rows",
    "save",
    "summary",
]
