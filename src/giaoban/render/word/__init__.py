"""In: a finished page, and the office's own template where there is one.

Out: the same report as a Word file.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
