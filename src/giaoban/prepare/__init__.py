"""In: a programme as it was examined.

Out: raw, checks and processed figures side by side, as HTML.
"""

from giaoban.prepare.preparation import open_preparation

__all__ = [
    "open_preparation",
]
