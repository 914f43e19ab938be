"""Turn a programme's folder into a workbook, and back, without loss."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from giaoban.catalogues import N_
from giaoban.datapackage import write_package
from giaoban.errors import GiaobanError, Text
from giaoban.files import reading, write_atomically
from giaoban.language import Language
from giaoban.programme.contents import read_contents
from giaoban.programme.find import OTHERS, WORKBOOKS, workbook_of
from giaoban.programme.new import safe_name
from giaoban.tables import FILE, Contents
from giaoban.workbook import write_workbook

WORKBOOK = ".xlsx"
ANSWERS = "import.json"


class Converted(NamedTuple):
    """What was written, and what is to be said of what was read."""

    written: list[Path]
    notes: list[Text]


def convert_programme(
    source: Path, target: Path, lang: Language, *, force: bool = False, parquet: bool = False
) -> Converted:
    """Write a programme anew, as a workbook or as a folder of CSV files.

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
    parquet : bool
        Whether the files of a folder are Parquet, not CSV.

    Returns
    -------
    written : list of Path
        The files.
    notes : list of Text
        What a reader should know of the source, such as hidden rows.

    Raises
    ------
    GiaobanError
        Where the source has faults, the target holds something already or cannot be written,
        or a workbook cannot hold what the source does.
    """
    refuse_what_is_there(target, force=force)
    contents = read_contents(source)
    if parquet and target.suffix.lower() == WORKBOOK:
        raise GiaobanError(N_("{path}: is a workbook, give a folder for Parquet"), path=target)
    contents = replace(contents, parquet=contents.tables if parquet else ())
    written = write_contents(target, contents, lang)
    return Converted([*written, *carry_answers(source, target)], contents.notes)


def refuse_what_is_there(target: Path, *, force: bool) -> None:
    """Refuse to write a programme where something else is, or where it can't be found again.

    Raises
    ------
    GiaobanError
        See `convert_programme`.
    """
    refuse_other_workbooks(target)
    book = target.suffix.lower() == WORKBOOK
    if not book:
        safe_name(target)
    _refuse_two_in_one(target, book)
    _refuse_writing_over(target, book, force)


def write_contents(target: Path, contents: Contents, lang: Language) -> list[Path]:
    """Write a programme as a workbook, where the name of the file says so, or as a folder."""
    if target.suffix.lower() == WORKBOOK:
        return [write_workbook(target, contents, lang)]
    return write_package(target, contents)


def answers_file(programme: Path) -> Path:
    """Say where the answers about an office's sheets are kept: in its folder, or beside its book.

    Parameters
    ----------
    programme : Path
        Folder or workbook of a programme.
    """
    return programme / ANSWERS if not programme.suffix else programme.with_suffix(f".{ANSWERS}")


def carry_answers(source: Path, target: Path) -> list[Path]:
    """Copy what was answered about an office's sheets: next year's is read by it."""
    answers = answers_file(workbook_of(source) or source)
    if not answers.is_file():
        return []
    with reading(answers):
        kept = answers.read_bytes()
    return [write_atomically(answers_file(target), kept)]


def refuse_other_workbooks(target: Path) -> None:
    """Keep from taking a workbook of another kind for the name of a folder."""
    if target.suffix.lower() in (*WORKBOOKS, *OTHERS) and target.suffix.lower() != WORKBOOK:
        template = N_("{path}: workbooks are written as {ending}, choose such a name")
        raise GiaobanError(template, path=target, ending=WORKBOOK)


def _refuse_writing_over(target: Path, book: bool, force: bool) -> None:
    """Write over nothing unless told so, and never over what is no programme in the same form."""
    if not target.exists() or (not book and target.is_dir() and not any(target.iterdir())):
        return
    if not (target.is_file() if book else (target / FILE).is_file()):
        template = N_("{path}: is there already and holds no such programme, choose another name")
        raise GiaobanError(template, path=target)
    if not force:
        template = N_(
            "{path}: is there already, choose another name, or write over it with --force"
        )
        raise GiaobanError(template, path=target)


def _refuse_two_in_one(target: Path, book: bool) -> None:
    """Keep a folder from holding a programme twice."""
    folder = target.resolve().parent if book else target
    own = book and (folder / FILE).is_file()
    if own or (not book and any(folder.glob(f"*{WORKBOOK}"))):
        template = N_(
            "{path}: the folder holds a programme in another form already, choose another folder"
        )
        raise GiaobanError(template, path=target)
