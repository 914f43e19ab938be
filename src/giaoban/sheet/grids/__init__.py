"""In: a workbook, CSV file, OpenDocument spreadsheet or Word file.

Out: its sheets or tables as grids of cells, each with what it shows.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
