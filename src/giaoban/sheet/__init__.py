"""In: a sheet that an office keeps, as a workbook, CSV file or Word table.

Out: the rows of a programme that it holds, with what is to be asked, written after a yes.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
