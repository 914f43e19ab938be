"""Find the header of a CSV file, and what separates its cells."""

import csv
import re
from itertools import chain
from pathlib import Path
from typing import TextIO

# Excel writes, and obeys, a first line that names the separator.
_NAMED = re.compile(r'"?sep=(.)"?[\r\n]*')
# Of such a row nothing can be read.
_BLANK = ',;\t "\r\n'


def read_header(path: Path) -> tuple[int, list[str], str]:
    """Read the row of the header, its cells, and what separates them; pass over blank rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        row, line = _next_filled(file, 1)
        named = _NAMED.fullmatch(line)
        if named:
            row, line = _next_filled(file, row + 1)
        separator = named[1] if named else max(",;\t", key=line.count)
        header = next(csv.reader(chain([line], file), delimiter=separator), [])
    return row, [cell.strip() for cell in header], separator


def _next_filled(file: TextIO, row: int) -> tuple[int, str]:
    """Give the next row that is not blank, and its number; the file stands before ``row``."""
    line = file.readline()
    while line and not line.strip(_BLANK):
        row, line = row + 1, file.readline()
    return row, line
