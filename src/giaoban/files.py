"""Write files whole or not at all; tell where one cannot be read."""

import errno
import hashlib
import os
import secrets
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from math import ceil
from pathlib import Path
from typing import Any, Self

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

MODE = 0o644
# Where Linux shows the files that this process has open.
HANDLES = Path("/proc/self/fd")
# Ten million figures have some 800 MB; what is larger is no programme's.
MOST_BYTES = 1_000_000_000


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
        template = N_(
            "{file}: cannot be read ({reason}), close it where it is open, or ask for access"
        )
        raise GiaobanError(template, file=path.name, reason=error.strerror or error) from None


def refuse_too_large(path: Path, most: int = 0) -> None:
    """Refuse a file that would fill the memory.

    Parameters
    ----------
    path : Path
        The file.
    most : int
        How many bytes it may have; `MOST_BYTES` where nothing is said.

    Raises
    ------
    GiaobanError
        Where it has more.
    """
    size, most, million = path.stat().st_size, most or MOST_BYTES, 10**6
    if size > most:
        template = N_(
            "{file}: {found} MB, expected at most {most} MB: copy what is needed into a new file"
        )
        found = ceil(size / million)
        raise GiaobanError(template, file=path.name, found=found, most=most // million)


def digest_of_files(folder: Path, endings: Collection[str]) -> bytes:
    """Digest the files of such endings in a folder and below, and their names."""
    files = {f.relative_to(folder).as_posix(): f for f in folder.rglob("*") if f.suffix in endings}
    told = {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}
    return hashlib.sha256(repr(sorted(told.items())).encode()).digest()


def write_atomically(path: Path, content: bytes, mode: int = MODE) -> Path:
    """Write to a file without a name in the same folder, then put it in place in one step.

    A file that holds the content already is left alone: its date says when it last changed.

    Raises
    ------
    GiaobanError
        Where the folder cannot be made or written to.
    """
    with _writing(path):
        _put({path: content}, [], mode)
    return path


def write_folder(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> list[Path]:
    """Write files into a folder, all of them or none; whatever else is there stays.

    Each is written beside its place first, and takes it, in their order, when all are written.

    Parameters
    ----------
    folder : Path
        The folder, which need not be there yet.
    files : mapping of str to bytes
        What each file is to hold, by its name or its path in the folder.
    gone : iterable of str
        The files that are to be there no longer.

    Raises
    ------
    GiaobanError
        Where the folder cannot be made or written to.
    """
    with _writing(folder):
        contents = {folder / name: content for name, content in files.items()}
        _put(contents, [folder / name for name in gone], MODE)
    return [folder / name for name in files]


def _put(contents: dict[Path, bytes], gone: list[Path], mode: int) -> None:
    """Write every file beside its place, then put all in place."""
    ready = {}
    with ExitStack() as left:
        for path, content in contents.items():
            with _writing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                if not _stands(path, content, mode):
                    ready[path] = left.enter_context(_NewFile(path, content, mode))
        _settle([new.handle for new in ready.values()])
        _take_places(ready, gone)


def _settle(handles: list[int]) -> None:
    """Wait until the disk has what was written: it takes many files in the time of one."""
    if len(handles) == 1:  # As most are; no thread is begun for it.
        os.fsync(handles[0])
    elif handles:
        try:
            with ThreadPoolExecutor(len(handles)) as pool:
                list(pool.map(os.fsync, handles))
        except RuntimeError:
            # No thread is to be had where the program ends, or where the system allows no more.
            for handle in handles:
                os.fsync(handle)


def _take_places(ready: "dict[Path, _NewFile]", gone: list[Path]) -> None:
    """Put files in place and take others away; where one resists, all stands as before."""
    before = {path: path.read_bytes() for path in [*ready, *gone] if path.is_file()}
    changed = []
    try:
        for path, new in ready.items():
            with _writing(path):
                new.take_its_place()
            changed.append(path)
        for path in gone:
            with _writing(path):
                path.unlink(missing_ok=True)
            changed.append(path)
    except BaseException:
        for path in changed:
            if path in before:
                with _NewFile(path, before[path], MODE) as old:
                    _settle([old.handle])
                    old.take_its_place()
            else:
                path.unlink(missing_ok=True)
        raise


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tell the user which file or folder cannot be written."""
    try:
        yield
    except OSError as error:
        template = N_(
            "{path}: cannot be written ({reason}), close it where it is open, or choose another "
            "folder"
        )
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            template = N_("{path}: cannot be written ({reason}), make room, or choose another disk")
        reason = error.strerror or error
        raise GiaobanError(template, exit_code=1, path=path, reason=reason) from error


def _stands(path: Path, content: bytes, mode: int) -> bool:
    """Say whether a file holds the content, and lets nobody do more than its mode would."""
    if not (path.is_file() and path.read_bytes() == content):
        return False
    # Windows knows no such modes.
    return os.name == "nt" or not path.stat().st_mode & 0o777 & ~mode


class _NewFile:
    """A file that is written, and then takes its place.

    Where the system can do so it has no name until then: what is killed leaves nothing behind.
    """

    def __init__(self, path: Path, content: bytes, mode: int) -> None:
        self._path = path
        self.handle, self._name = _opened(path.parent)
        try:
            with os.fdopen(self.handle, "wb", closefd=False) as file:
                file.write(content)
            if self._name:
                self._name.chmod(mode)
            else:
                os.fchmod(self.handle, mode)
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        if self._name:
            self._name.unlink(missing_ok=True)

    def take_its_place(self) -> None:
        """Let everybody see it."""
        if not self._name:
            name = self._path.with_name(f".{secrets.token_hex(8)}")
            # Python follows the link to a file without a name only from an open folder.
            folder = os.open(HANDLES, os.O_RDONLY)
            try:
                os.link(str(self.handle), name, src_dir_fd=folder, follow_symlinks=True)
            finally:
                os.close(folder)
            self._name = name
        # Windows moves no file that is still open.
        self._close()
        self._name.replace(self._path)
        self._name = None

    def _close(self) -> None:
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None


def _opened(folder: Path) -> tuple[Any, Path | None]:
    """Open a new file in a folder; give its handle, and its name where it has to have one."""
    if HANDLES.is_dir() and hasattr(os, "O_TMPFILE"):
        # Not every disk knows files without a name.
        with suppress(OSError):
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600), None
    handle, name = tempfile.mkstemp(dir=folder, prefix=".")
    return handle, Path(name)
