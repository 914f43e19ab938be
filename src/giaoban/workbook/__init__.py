"""In: an .xlsx file, or tables.

Out: its sheets as tables of text, or a workbook to fill in.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
