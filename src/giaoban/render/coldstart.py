"""Import libraries without those parts of others that no report needs.

nbformat needs jsonschema, which checks IRIs where rfc3987_syntax is installed, as jupyter_events
has it; that compiles 38 grammars as it is imported, over a second of each start. No notebook's
schema asks for an IRI. papermill can write to Hadoop where pyarrow is installed, and imports it.
"""

import sys
from importlib import import_module

# A library, and what it is imported without.
SPARED = {"jsonschema": "rfc3987_syntax", "papermill.iorw": "pyarrow.fs"}


def import_without(library: str) -> None:
    """Import a library as if what it is spared were not installed; others find that as ever."""
    spared = SPARED[library]
    if spared in sys.modules:
        return
    sys.modules[spared] = None  # type: ignore[assignment] # An import of it then fails.
    try:
        import_module(library)
    finally:
        sys.modules.pop(spared, None)


import_without("jsonschema")
