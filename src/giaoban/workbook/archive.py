"""The XML parts of an office file, unpacked only where that can do no harm."""

import io
import zipfile

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

# What a file may hold, unpacked; a workbook of half a million figures has some 50 MB.
MOST_BYTES = 256_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def xml_parts(file: str, content: bytes, main: str, otherwise: GiaobanError) -> dict[str, bytes]:
    """Give the XML parts of an office file by their names.

    Parameters
    ----------
    file : str
        What the file is called.
    content : bytes
        What it holds.
    main : str
        The part without which it is no file of its kind.
    otherwise : GiaobanError
        What is said then.

    Raises
    ------
    GiaobanError
        Where it is of another kind, protected, or too large when unpacked.
    """
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise GiaobanError(N_("{file}: protected by a password, save it without one"), file=file)
    packed = io.BytesIO(content)
    if not zipfile.is_zipfile(packed):
        raise otherwise
    with zipfile.ZipFile(packed) as archive:
        if main not in archive.namelist():
            raise otherwise
        size = sum(info.file_size for info in archive.infolist())
        if size > MOST_BYTES:
            template = N_("{file}: {found} MB when unpacked, expected at most {most} MB")
            most = MOST_BYTES // 10**6
            raise GiaobanError(template, file=file, found=size // 10**6, most=most)
        named = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        parts = {name: archive.read(name) for name in named}
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        template = N_("{file}: declares a document type, which no such file does; save it anew")
        raise GiaobanError(template, file=file)
    return parts
