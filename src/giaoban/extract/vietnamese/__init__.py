"""In: Vietnamese sentences.

Out: the numbers, times, units and names that stand in them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
