"""In: a review and a language.

Out: the sections of the page, each a function that gives a piece of HTML.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
