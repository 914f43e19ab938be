from . import vietnamese
from .draft import as_csv, draft_rows, save, summary
from .programme import Programme

__all__ = [
    "Programme",
    "as_csv",
    "draft_rows",
    "save",
    "summary",
    "vietnamese",
]
