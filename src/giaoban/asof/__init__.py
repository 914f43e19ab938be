"""In: a checked programme and a meeting.

Out: its tables as they were known on that day.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
