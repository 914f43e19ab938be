"""In: a press item and a programme.

Out: rows of figures proposed for it, and every other number.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
