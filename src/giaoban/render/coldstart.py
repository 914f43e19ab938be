"""Import jsonschema, which nbformat needs, without the grammars that nbformat does not need.

jsonschema checks IRIs where rfc3987_syntax is installed, as jupyter_events has it; that compiles
38 grammars as it is imported, over a second of each start. No notebook's schema asks for an IRI.
"""

import sys
from importlib import import_module

GRAMMARS = "rfc3987_syntax"

if GRAMMARS not in sys.modules:
    sys.modules[GRAMMARS] = None  # type: ignore[assignment] # An import of it then fails.
    try:
        import_module("jsonschema")
    finally:
        del sys.modules[GRAMMARS]
