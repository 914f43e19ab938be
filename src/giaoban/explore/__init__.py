"""In: a programme and what is picked on the screen.

Out: one indicator with chart, table, verdict and sources.
"""

from giaoban.explore.explorer import explorer
from giaoban.explore.lab import explore_notebook, open_lab
from giaoban.explore.screen import show

__all__ = [
    "explore_notebook",
    "explorer",
    "open_lab",
    "show",
]
