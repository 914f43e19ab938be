"""In: tables as known on a date.

Out: frames that say what the figures show, and what they do not.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
