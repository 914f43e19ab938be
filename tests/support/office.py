"""LibreOffice, opening workbooks and saving them anew."""

import subprocess
from pathlib import Path

from browsers import program


def saved(book: Path, folder: Path, kind: str = "xlsx") -> Path:
    """Open a workbook in LibreOffice, and save it into a folder in a form."""
    command = [program("soffice", package="libreoffice-calc"), "--headless", "--norestore"]
    # A profile of its own, so that it meets no other LibreOffice.
    command += [f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{book.stem}.{kind.partition(':')[0]}"
