"""In: a notebook and its parameters.

Out: the page, the executed notebook, the PDF, the list of reports.
"""

from giaoban.render.exporter import GiaobanExporter
from giaoban.render.index import write_overview
from giaoban.render.parameters import project_folder, refuse_unknown_parameters
from giaoban.render.pdf import print_page
from giaoban.render.run import Job, find_notebook, render

__all__ = [
    "GiaobanExporter",
    "Job",
    "find_notebook",
    "print_page",
    "project_folder",
    "refuse_unknown_parameters",
    "render",
    "write_overview",
]
