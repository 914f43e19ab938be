from .contents import contents_of, read_contents
from .convert import answers_file, convert_programme, refuse_other_workbooks, write_contents
from .find import WORKBOOKS, find_programme, programme_name, programmes, workbook_of
from .mend import Mend, mend_programme
from .new import Beginning, new_package, new_workbook, safe_name
from .read import Examined, Package, check_package, examine, read_package

__all__ = [
    "WORKBOOKS",
    "Beginning",
    "Examined",
    "Mend",
    "Package",
    "answers_file",
    "check_package",
    "contents_of",
    "convert_programme",
    "examine",
    "find_programme",
    "mend_programme",
    "new_package",
    "new_workbook",
    "programme_name",
    "programmes",
    "read_contents",
    "read_package",
    "refuse_other_workbooks",
    "safe_name",
    "workbook_of",
    "write_contents",
]
