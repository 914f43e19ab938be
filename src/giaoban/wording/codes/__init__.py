"""In: the codes of the analysis.

Out: what each is called, what the glossary says of it, and its shape.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
