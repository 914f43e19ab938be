"""Turn the yearly figures behind a review meeting into an analysis that people can trust.

The names below are offered here; each is loaded as it is asked for.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
