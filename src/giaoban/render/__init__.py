"""In: a notebook and its parameters.

Out: the page, the executed notebook, the PDF, the Word file, the list of reports.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
