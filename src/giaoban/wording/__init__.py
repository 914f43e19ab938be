"""In: frames and codes of the analysis.

Out: names, sentences and numbers in the language of a report.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
