"""In: a finished report and the people it is for.

Out: a draft, or letters sent once and remembered.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
