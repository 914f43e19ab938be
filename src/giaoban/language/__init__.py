"""In: numbers, periods and days, and letters.

Out: these read, and written in a language; what is wrong with the letters.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
