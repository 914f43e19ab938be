"""Write files whole or not at all; tell where one cannot be read."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Tell the user where a file cannot be read.

    Raises
    ------
    GiaobanError
        Where it is locked, or not ours to read.
    """
    try:
        yield
    except OSError as error:
        form = N_("{file}: cannot be read ({reason}), close it where it is open, or ask for access")
        raise GiaobanError(form, file=path.name, reason=error.strerror or error) from None


def write_atomically(path: Path, content: bytes, mode: int = 0o644) -> Path:
    """Write to a temporary file in the same folder, then put it in place in one step.

    A file that holds the content already is left alone: its date says when it last changed.

    Raises
    ------
    GiaobanError
        Where the folder cannot be made or written to.
    """
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content, mode)
    return path


def write_folder(folder: Path, files: dict[str, bytes], gone: Iterable[str] = ()) -> list[Path]:
    """Write files into a folder, all of them or none; whatever else is there stays.

    They are written into a copy beside the folder, which then takes its place.

    Parameters
    ----------
    folder : Path
        The folder, which need not be there yet.
    files : dict of str to bytes
        What each file is to hold.
    gone : iterable of str
        The files that are to be there no longer.

    Raises
    ------
    GiaobanError
        Where the folder cannot be made or written to.
    """
    place = folder.resolve()
    with _writing(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".") as aside:
            new, old = Path(aside, "new"), Path(aside, "old")
            if place.is_dir():
                shutil.copytree(place, new, symlinks=True)
            else:
                new.mkdir()
            for name in gone:
                (new / name).unlink(missing_ok=True)
            for name, content in files.items():
                _write(new / name, content, 0o644)
            _take_place(place, new, old)
    return [folder / name for name in files]


def _take_place(place: Path, new: Path, old: Path) -> None:
    try:
        if place.is_dir():
            place.rename(old)
        new.rename(place)
    except BaseException:
        if old.is_dir() and not place.is_dir():
            old.rename(place)
        raise


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GiaobanError(
            N_(
                "{path}: cannot be written ({reason}), close it where it is open, "
                "or choose another folder"
            ),
            exit_code=1,
            path=path,
            reason=error.strerror or error,
        ) from error


def _write(path: Path, content: bytes, mode: int) -> None:
    """Leave a file alone that holds the content already: its date says when it last changed."""
    if not _stands(path, content, mode):
        _replace(path, content, mode)


def _stands(path: Path, content: bytes, mode: int) -> bool:
    """Say whether a file holds the content, and lets nobody do more than its mode would."""
    if not (path.is_file() and path.read_bytes() == content):
        return False
    # Windows knows no such modes.
    return os.name == "nt" or not path.stat().st_mode & 0o777 & ~mode


def _replace(path: Path, content: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        # Windows moves no file that is still open.
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
