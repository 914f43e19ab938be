"""In: frames.

Out: matplotlib figures, and these as SVG for the page and as files that stand alone.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
