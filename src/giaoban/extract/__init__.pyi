from . import vietnamese
from .draft import as_csv, draft_rows, record_rows, records_summary, save, summary
from .programme import Programme

__all__ = [
    "Programme",
    "as_csv",
    "draft_rows",
    "record_rows",
    "records_summary",
    "save",
    "summary",
    "vietnamese",
]
