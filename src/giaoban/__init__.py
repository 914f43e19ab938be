"""Turn the yearly figures behind a review meeting into an analysis that people can trust.

The names below are offered here; each is loaded as it is asked for. A function of frames says in
one sentence which column of one is missing.
"""

from inspect import isfunction

import lazy_loader

_offered, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name):
    found = _offered(name)
    if isfunction(found):
        from giaoban.analysis import Review, held_to_columns

        found = globals()[name] = held_to_columns(found, Review)
        # As it is asked for, also by another process that is to call it.
        found.__module__, found.__qualname__ = __name__, name
    return found
