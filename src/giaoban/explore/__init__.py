"""In: a programme and what is picked on the screen.

Out: one indicator with chart, table, verdict and sources.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
