"""Write files whole or not at all; tell where one cannot be read."""

import os
import tempfile
from collections.abc import Iterator
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
    try:
        if not _stands(path, content, mode):
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, content, mode)
    except OSError as error:
        raise GiaobanError(
            N_(
                "{path}: cannot be written ({reason}), close it where it is open, "
                "or choose another folder"
            ),
            exit_code=1,
            path=path,
            reason=error.strerror,
        ) from error
    return path


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
