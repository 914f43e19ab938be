"""Import libraries without those parts of others that no report needs.

nbformat needs jsonschema, which checks hosts, colours, IRIs and more where libraries for them are
installed, as jupyter_events has them; one compiles 38 grammars as it is imported, over a second of
each start. No notebook's schema asks for any of them. papermill can write to Hadoop where pyarrow
is installed, and imports it. What papermill asks other hosts by, and what finds elements by
selectors, is imported when somebody uses it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

# A library, and what it is imported without.
SPARED = {
    "jsonschema": (
        "fqdn",
        "idna",
        "isoduration",
        "jsonpointer",
        "rfc3339_validator",
        "rfc3986_validator",
        "rfc3987_syntax",
        "uri_template",
        "webcolors",
    ),
    "papermill.iorw": ("pyarrow.fs",),
}
WHEN_USED = ("requests", "soupsieve")


def import_without(library: str) -> None:
    """Import a library as if what it is spared were not installed; others find that as ever."""
    spared = [name for name in SPARED[library] if name not in sys.modules]
    sys.modules |= dict.fromkeys(spared)  # type: ignore[arg-type] # An import of it then fails.
    try:
        import_module(library)
    finally:
        for name in spared:
            sys.modules.pop(name, None)


def import_when_used(library: str) -> None:
    """Let a library be imported when somebody asks for what is in it, not before."""
    if library in sys.modules:
        return
    stand_in = ModuleType(library)

    def found(name: str) -> Any:
        if name == "__file__":  # Which inspect asks of every module.
            raise AttributeError(name)
        if sys.modules.get(library) is stand_in:
            del sys.modules[library]
        return getattr(import_module(library), name)

    vars(stand_in)["__getattr__"] = found
    sys.modules[library] = stand_in


for _name in WHEN_USED:
    import_when_used(_name)
import_without("jsonschema")
