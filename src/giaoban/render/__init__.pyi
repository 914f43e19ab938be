from .batch import Outcome, batch, get_ready, up_to_date_or_made
from .cluster import Store, batch_elsewhere, is_address
from .exporter import GiaobanExporter
from .index import write_overview
from .kernel import PASSWORD, ask, expect_many, warm_up
from .pdf import print_page
from .pictures import draw_pictures, picture_of, png
from .results import as_workbook, write_results
from .run import Job, find_notebook, render
from .word import open_template, up_to_date_docx, write_docx

__all__ = [
    "PASSWORD",
    "GiaobanExporter",
    "Job",
    "Outcome",
    "Store",
    "as_workbook",
    "ask",
    "batch",
    "batch_elsewhere",
    "draw_pictures",
    "expect_many",
    "find_notebook",
    "get_ready",
    "is_address",
    "open_template",
    "picture_of",
    "png",
    "print_page",
    "render",
    "up_to_date_docx",
    "up_to_date_or_made",
    "warm_up",
    "write_docx",
    "write_overview",
    "write_results",
]
