"""In: a text of a form: a line of a head, a title, a label.

Out: what its words say: a time, a plan or a result, a unit of measure, a unit, a class.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
