"""In: a folder of CSV files, or tables.

Out: tables of text with their descriptor, or the folder.
"""

from giaoban.datapackage.csvtable import read_header, read_text
from giaoban.datapackage.descriptor import describe, read_descriptor, read_programme
from giaoban.datapackage.descriptorchecks import OF_A_DESCRIPTOR
from giaoban.datapackage.reader import read_folder
from giaoban.datapackage.writer import write_package

__all__ = [
    "OF_A_DESCRIPTOR",
    "describe",
    "read_descriptor",
    "read_folder",
    "read_header",
    "read_programme",
    "read_text",
    "write_package",
]
