"""In: a programme as it was examined.

Out: raw, checks and processed figures side by side, as HTML.
"""

__all__ = []
