"""In: a folder or a workbook.

Out: a programme whose tables have been checked, begun or converted.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
