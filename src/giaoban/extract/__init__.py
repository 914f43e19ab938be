"""Takes a press item in Vietnamese, and the programme whose figures may be in it.

Gives a draft: a row for every number in the text, those of figures to be confirmed.
"""

from giaoban.extract.draft import as_csv, draft_rows, save, summary
from giaoban.extract.programme import Programme

__all__ = ["Programme", "as_csv", "draft_rows", "save", "summary"]
