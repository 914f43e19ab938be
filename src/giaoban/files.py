"""Write files whole or not at all."""

import os
import tempfile
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError


def write_atomically(path: Path, content: bytes, mode: int = 0o644) -> Path:
    """Write to a temporary file in the same folder, then put it in place in one step.

    Raises
    ------
    GiaobanError
        Where the folder cannot be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, mode)
    except OSError as error:
        raise GiaobanError(
            N_("{path}: cannot be written ({reason}), choose another folder"),
            exit_code=1,
            path=path,
            reason=error.strerror,
        ) from error
    return path


def _replace(path: Path, content: bytes, mode: int) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
