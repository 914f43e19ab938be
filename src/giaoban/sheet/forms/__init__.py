"""In: the grid of a form that an office fills in.

Out: its tables, and what each cell says: which indicator, unit and time, a result or a plan.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
