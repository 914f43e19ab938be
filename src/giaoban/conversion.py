"""Turn a programme's CSV package into a workbook, and back, without loss."""

from pathlib import Path

from giaoban.bookwriter import write_workbook
from giaoban.catalogues import N_
from giaoban.contents import read_contents
from giaoban.csvpackage import write_package
from giaoban.descriptor import FILE
from giaoban.errors import GiaobanError
from giaoban.language import Language
from giaoban.newprogramme import safe_name

WORKBOOK = ".xlsx"


def convert_programme(
    source: Path, target: Path, lang: Language, *, force: bool = False
) -> list[Path]:
    """Write a programme anew, as a workbook or as a CSV package.

    Parameters
    ----------
    source : Path
        Folder or workbook of a programme.
    target : Path
        A workbook where its name ends in ``.xlsx``, else a folder.
    lang : Language
        The language of a workbook's headers, explanations and messages.
    force : bool
        Whether a workbook or a programme that is there already is written over.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    GiaobanError
        Where the source has faults, the target holds something already or cannot be written,
        or a workbook cannot hold what the source does.
    """
    safe_name(target)
    book = target.suffix.lower() == WORKBOOK
    _refuse_two_in_one(target, book)
    there = target.exists() and (book or not target.is_dir() or any(target.iterdir()))
    if there and (not force or target.is_dir() == book):
        form = N_("{path}: is there already, choose another name, or write over it with --force")
        raise GiaobanError(form, path=target)
    contents = read_contents(source)
    return [write_workbook(target, contents, lang)] if book else write_package(target, contents)


def _refuse_two_in_one(target: Path, book: bool) -> None:
    """Keep a folder from holding a programme twice."""
    folder = target.resolve().parent if book else target
    own = book and (folder / FILE).is_file()
    if own or (not book and any(folder.glob(f"*{WORKBOOK}"))):
        form = N_(
            "{path}: the folder holds a programme in another form already, choose another folder"
        )
        raise GiaobanError(form, path=target)
