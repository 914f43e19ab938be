"""In: a programme as it was examined.

Out: raw, checks and processed figures side by side, as HTML.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
