"""In: a notebook and its parameters.

Out: the page, the executed notebook, the PDF, the list of reports.
"""

from giaoban.render.exporter import GiaobanExporter
from giaoban.render.index import write_overview
from giaoban.render.pdf import print_page
from giaoban.render.run import Job, render

__all__ = [
    "GiaobanExporter",
    "Job",
    "print_page",
    "render",
    "write_overview",
]
