"""In: figures, targets.

Out: what the figures say of each target, and the way towards those that lie ahead.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
