"""In: figures of the units below one.

Out: how they rank, which stand out or are silent, what they add up to.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
