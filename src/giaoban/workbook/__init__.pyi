from .archive import DAMAGE, read_part
from .cells import as_shown
from .cellwriter import Written
from .layout import find_layout
from .reader import read_workbook
from .sheetxml import LAST_COLUMN, LITERAL, letters
from .writer import write_workbook
from .xlsx import Sheet, Value, read_sheets

__all__ = [
    "DAMAGE",
    "LAST_COLUMN",
    "LITERAL",
    "Sheet",
    "Value",
    "Written",
    "as_shown",
    "find_layout",
    "letters",
    "read_part",
    "read_sheets",
    "read_workbook",
    "write_workbook",
]
