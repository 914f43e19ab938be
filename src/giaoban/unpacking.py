"""Unpack the XML of an ``.xlsx`` file, and refuse politely what is none or would do harm."""

import io
import zipfile

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

# What a file may hold, unpacked; one of half a million figures has some 50 MB.
MOST_BYTES = 256_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOK = "xl/workbook.xml"


def unpacked(file: str, content: bytes) -> dict[str, bytes]:
    """Give the XML parts of a workbook by their names.

    Raises
    ------
    GiaobanError
        Where the file is no such workbook, protected or too large.
    """
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise GiaobanError(N_("{file}: protected by a password, save it without one"), file=file)
    packed = io.BytesIO(content)
    if not zipfile.is_zipfile(packed):
        raise _no_workbook(file)
    with zipfile.ZipFile(packed) as archive:
        if BOOK not in archive.namelist():
            raise _no_workbook(file)
        size = sum(info.file_size for info in archive.infolist())
        if size > MOST_BYTES:
            form = N_("{file}: {found} MB when unpacked, expected at most {most} MB")
            most = MOST_BYTES // 10**6
            raise GiaobanError(form, file=file, found=size // 10**6, most=most)
        named = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        parts = {name: archive.read(name) for name in named}
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        form = N_("{file}: declares a document type, which no workbook does; save it anew")
        raise GiaobanError(form, file=file)
    return parts


def _no_workbook(file: str) -> GiaobanError:
    form = N_("{file}: no .xlsx workbook, open it in Excel or LibreOffice and save it as .xlsx")
    return GiaobanError(form, file=file)
