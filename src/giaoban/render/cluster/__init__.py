"""In: reports to be made, a programme, the address of a scheduler or of a store.

Out: the same reports, made on other machines, and put where they are wanted.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
