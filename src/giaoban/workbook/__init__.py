"""In: an .xlsx file, or tables.

Out: its sheets as tables of text, or a workbook to fill in.
"""

from giaoban.workbook.layout import find_layout
from giaoban.workbook.reader import read_workbook
from giaoban.workbook.sheetxml import letters
from giaoban.workbook.writer import write_workbook
from giaoban.workbook.xlsx import Sheet, Value, read_sheets

__all__ = [
    "Sheet",
    "Value",
    "find_layout",
    "letters",
    "read_sheets",
    "read_workbook",
    "write_workbook",
]
