"""Read the tables that a file holds, whatever program wrote it."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Listed, one_line
from giaoban.files import reading, refuse_too_large
from giaoban.language import is_broken, is_of_an_old_font
from giaoban.sheet.grids.excel import read_xls, read_xlsx
from giaoban.sheet.grids.grid import Grid, spread, typed
from giaoban.sheet.grids.opendocument import read_ods
from giaoban.sheet.grids.wordtable import read_docx

# A sheet of a thousand indicators over twenty years with plans has some 40,000.
MOST_BYTES, MOST_CELLS = 50_000_000, 50_000
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(path: Path) -> list[Grid]:
    """Read a CSV file, in UTF-8 or with a mark that names its encoding.

    Raises
    ------
    GiaobanError
        Where it is in another encoding.
    """
    with reading(path):
        content = path.read_bytes()
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
        separator = max(";\t|,", key=lambda sign: _evenly(text, sign))
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except (UnicodeDecodeError, csv.Error) as error:
        template = N_("{file}: cannot be read ({reason}), save it as CSV UTF-8")
        raise GiaobanError(template, file=path.name, reason=error) from None
    cells = [[typed(cell) for cell in row] for row in rows]
    return [Grid(path.stem, spread(cells, []), titled=False)]


def _evenly(text: str, sign: str) -> int:
    """Say in how many lines a sign stands as often as in most: decimal commas do not."""
    often = Counter(line.count(sign) for line in text.splitlines() if sign in line)
    return max(often.values(), default=0)


READERS: dict[str, Callable[[Path], list[Grid]]] = {
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".xls": read_xls,
    ".ods": read_ods,
    ".csv": read_csv,
    ".docx": read_docx,
}


def read_grids(path: Path) -> list[Grid]:
    """Read the sheets or tables of a file in their order, empty ones left out.

    Parameters
    ----------
    path : Path
        ``.xlsx``, ``.xls``, ``.ods``, ``.csv`` or ``.docx``.

    Raises
    ------
    GiaobanError
        Where there is no such file, it is of another kind or far too large, or letters of it were
        lost.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        template = N_("{file}: expected one of {known}; open it and save it as one of these")
        raise GiaobanError(template, file=path.name, known=Listed([*READERS]))
    if not path.is_file():
        raise GiaobanError(N_("{path}: no such file"), path=path)
    refuse_too_large(path, MOST_BYTES)
    grids = [grid for grid in reader(path) if any(c.text for row in grid.rows for c in row)]
    cells = sum(bool(cell.text) for grid in grids for row in grid.rows for cell in row)
    if cells > MOST_CELLS:
        template = N_(
            "{file}: {found} cells, expected a sheet that people read, of at most {most}: copy "
            "what is needed into a new file"
        )
        raise GiaobanError(template, file=path.name, found=cells, most=MOST_CELLS)
    for grid in grids:
        _refuse_broken(path, grid)
    return grids


def _refuse_broken(path: Path, grid: Grid) -> None:
    template = N_(
        "{file}: {place}: letters were lost on the way (found “{text}”), save it anew in Unicode"
    )
    for n, row in enumerate(grid.rows):
        for m, cell in enumerate(row):
            if cell.value is None and (is_broken(cell.text) or is_of_an_old_font(cell.text)):
                found, place = one_line(cell.text), grid.place(n, m)
                raise GiaobanError(template, file=path.name, place=place, text=found)
