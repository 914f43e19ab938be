"""In: a folder of CSV files, or tables.

Out: tables of text with their descriptor, or the folder.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
