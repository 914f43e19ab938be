from .explorer import explorer
from .lab import explore_notebook, open_lab
from .screen import show

__all__ = [
    "explore_notebook",
    "explorer",
    "open_lab",
    "show",
]
