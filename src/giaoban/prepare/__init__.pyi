from .mapping import import_sheet
from .preparation import open_preparation

__all__ = [
    "import_sheet",
    "open_preparation",
]
