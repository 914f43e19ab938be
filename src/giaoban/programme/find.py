"""Which programmes there are, what each is called, and what holds it."""

from collections.abc import Iterator
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_of
from giaoban.language import of_names
from giaoban.tables import FILE

WORKBOOKS = (".xlsx", ".xlsm")
# Workbooks too, which are told to be saved as .xlsx.
OTHERS = (".xls", ".xlsb", ".ods", ".et")


def find_programme(programme: str, raw_dir: str | Path) -> Path:
    """Find a programme by its name, or by a path to its folder or workbook.

    Parameters
    ----------
    programme : str
        The name of a folder, or of a workbook without its ending, under ``raw_dir``; or a path.
    raw_dir : str or Path
        The folder of the programmes.

    Raises
    ------
    GiaobanError
        Where there is none, it names those that there are, or says that the path holds none; where
        two have that name, both.
    """
    raw = Path(raw_dir)
    found = _named(programme, raw) if programme else []
    if programme and not found:
        found = _named(of_names(programme, programmes(raw)), raw)
    if len(found) > 1:
        template = N_("two programmes have one name (found {found}), rename one of them")
        raise GiaobanError(template, found=", ".join(path.name for path in found))
    if not found and programme and _holds_programme(Path(programme)):
        found = [Path(programme)]
    if found:
        return found[0]
    if programme and Path(programme).exists():
        template = N_(
            "{path}: no programme, expected a folder with {file} or a workbook (.xlsx) in it"
        )
        raise GiaobanError(template, path=programme, file=FILE)
    there = programmes(raw)
    anywhere = Text(N_("expected a folder under {folder}, or a path"), folder=raw_dir)
    raise GiaobanError(
        N_("no such programme (found {found}), {expected}"),
        found=programme,
        expected=one_of(there) if there else anywhere,
    )


def _named(programme: str, raw: Path) -> list[Path]:
    """Find what has a name; only where nothing has, a workbook to be saved as .xlsx first."""
    files = sorted(path for path in _paths(raw) if path.stem == programme)
    for endings in (WORKBOOKS, OTHERS):
        books = [path for path in files if path.suffix.lower() in endings]
        if found := [path for path in (raw / programme, *books) if _holds_programme(path)]:
            return found
    return []


def programmes(raw_dir: str | Path) -> list[str]:
    """List the programmes of a folder by name, faulty ones too."""
    there = [path for path in _paths(Path(raw_dir)) if _holds_programme(path)]
    return sorted({path.name if path.is_dir() else path.stem for path in there})


def programme_name(path: Path) -> str:
    """Give a programme's name: that of its folder, or of its workbook without the ending."""
    whole = path.resolve()
    return whole.stem if whole.suffix.lower() in WORKBOOKS else whole.name


def workbook_of(path: Path) -> Path | None:
    """Find the workbook that holds a programme; None where a folder of CSV files does.

    Raises
    ------
    GiaobanError
        Where a folder leaves it open which of its files counts.
    """
    if not path.is_dir():
        return path
    books = _workbooks(path)
    name = path.resolve().name
    if not (path / FILE).is_file():
        if len(books) > 1:
            template = N_(
                "{folder}: several workbooks (found {found}), give the path to one of them"
            )
            found = ", ".join(book.name for book in books)
            raise GiaobanError(template, folder=name, found=found)
        return books[0] if books else None
    if own := [book.name for book in books if book.stem == name]:
        template = N_(
            "{folder}: both {file} and {workbook} are there, move away the one that is old"
        )
        raise GiaobanError(template, folder=name, file=FILE, workbook=own[0])
    return None


def _holds_programme(path: Path) -> bool:
    if path.is_dir():
        return (path / FILE).is_file() or bool(_workbooks(path))
    return path.is_file() and path.suffix.lower() in (*WORKBOOKS, *OTHERS)


def _workbooks(folder: Path) -> list[Path]:
    """List the workbooks in a folder; the lock file that Excel lays beside an open one is none."""
    files = sorted(p for p in folder.iterdir() if not p.name.startswith("~$"))
    for endings in (WORKBOOKS, OTHERS):
        if books := [p for p in files if p.suffix.lower() in endings]:
            return books
    return []


def _paths(raw: Path) -> Iterator[Path]:
    if raw.is_dir():
        yield from (p for p in raw.iterdir() if not p.name.startswith("~$"))
