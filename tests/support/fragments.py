"""The sections of the report, and what one says to who reads it."""

import re
from html import unescape

import nbformat
from places import ROOT

import giaoban.report
from giaoban.report.html import Fragment

_REVIEW = nbformat.read(ROOT / "notebooks/review.ipynb", as_version=4)
_CODE = "\n".join(cell.source for cell in _REVIEW.cells if cell.cell_type == "code")
# In the order of the notebook.
SECTIONS = [
    getattr(giaoban.report, name)
    for name in re.findall(r"^sections\.(\w+)\(\s*report\b", _CODE, re.M)
]


def text(fragment: Fragment) -> str:
    """Give the texts of a fragment with a bar between them, without its notes and pictures."""
    bare = re.sub(r"<sup>.*?</sup>", "", fragment.html)
    bare = re.sub(r"<svg.*?</svg>", "", bare, flags=re.S)
    return unescape(re.sub(r"(?:<[^>]+>)+", "|", bare))
