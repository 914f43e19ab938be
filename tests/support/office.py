"""LibreOffice, opening workbooks and saving them anew."""

import atexit
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from browsers import program


@cache
def _profile() -> Path:
    """Give a profile of these tests' own, begun once: it meets no other LibreOffice."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)


def saved(book: Path, folder: Path, kind: str = "xlsx") -> Path:
    """Open a workbook in LibreOffice, and save it into a folder in a form."""
    command = [program("soffice", package="libreoffice-calc"), "--headless", "--norestore"]
    command += [f"-env:UserInstallation={_profile().as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{book.stem}.{kind.partition(':')[0]}"
