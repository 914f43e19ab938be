"""In: the Table Schemas.

Out: what tables, columns and codes are, and what people call them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
