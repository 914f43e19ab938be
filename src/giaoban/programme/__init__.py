"""In: a folder or a workbook.

Out: a programme whose tables have been checked, begun or converted.
"""

from giaoban.programme.convert import convert_programme
from giaoban.programme.find import WORKBOOKS, find_programme, programme_name, programmes
from giaoban.programme.new import new_package, new_workbook
from giaoban.programme.read import Examined, Package, check_package, examine, read_package

__all__ = [
    "WORKBOOKS",
    "Examined",
    "Package",
    "check_package",
    "convert_programme",
    "examine",
    "find_programme",
    "new_package",
    "new_workbook",
    "programme_name",
    "programmes",
    "read_package",
]
