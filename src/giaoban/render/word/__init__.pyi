from .document import up_to_date_docx, write_docx
from .made import discard_docx, is_as_made
from .template import open_template

__all__ = ["discard_docx", "is_as_made", "open_template", "up_to_date_docx", "write_docx"]
