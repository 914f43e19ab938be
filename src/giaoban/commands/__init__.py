"""In: the words of a command line.

Out: files and lines of text, and an exit code.

Each command is a function that says what it takes and calls the step that does it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
