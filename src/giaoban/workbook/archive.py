"""The XML parts of an office file, unpacked only where that can do no harm."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line
from giaoban.files import reading

# What a file may hold, unpacked; a workbook of half a million figures has some 50 MB.
MOST_BYTES = 256_000_000
# How many parts it may have, and how large each may be that lists sheets, names, styles or parts.
_MOST_PARTS, _MOST_LISTED = 5_000, 16_000_000
_LISTS = re.compile(r"xl/(?:workbook|styles)\.xml|.*\.rels")
# How a broken archive shows, broken XML, a number that is none, a part or an encoding that is not
# there.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    CalamineError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
)
_T = TypeVar("_T")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_part(path: Path, main: str, program: str, read: Callable[[Element], _T]) -> _T:
    """Read the XML of an office file of one main part.

    Parameters
    ----------
    path : Path
        The file.
    main : str
        The part.
    program : str
        In which it may be opened and saved anew.
    read : callable
        What reads its XML.

    Raises
    ------
    GiaobanError
        Where it is no such file, protected, damaged, or too large when unpacked.
    """
    with reading(path):
        content = path.read_bytes()
    none = N_("{file}: no {ending} file, open it in {program} and save it as {ending}")
    ending = path.suffix.lower()
    otherwise = GiaobanError(none, file=path.name, ending=ending, program=program)
    try:
        return read(fromstring(xml_parts(path.name, content, main, otherwise)[main]))
    except DAMAGE as error:
        template = N_("{file}: damaged ({reason}), open it in {program} and save it anew")
        reason = one_line(str(error))
        raise GiaobanError(template, file=path.name, reason=reason, program=program) from None


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
        _refuse_too_much(file, archive.infolist())
        named = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        parts = {name: archive.read(name) for name in named}
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        template = N_("{file}: declares a document type, which no such file does; save it anew")
        raise GiaobanError(template, file=file)
    return parts


def _refuse_too_much(file: str, infos: list[zipfile.ZipInfo]) -> None:
    """Refuse a file whose parts are too many, or too large when unpacked."""
    if len(infos) > _MOST_PARTS:
        template = N_(
            "{file}: {found} parts, expected at most {most}: copy what is needed into a new file"
        )
        raise GiaobanError(template, file=file, found=len(infos), most=_MOST_PARTS)
    lists = (info.file_size for info in infos if _LISTS.fullmatch(info.filename))
    for size, most in (
        (sum(info.file_size for info in infos), MOST_BYTES),
        (max(lists, default=0), _MOST_LISTED),
    ):
        if size > most:
            template = N_(
                "{file}: {found} MB when unpacked, expected at most {most} MB: copy what is needed "
                "into a new file"
            )
            found, most = ceil(size / 10**6), most // 10**6
            raise GiaobanError(template, file=file, found=found, most=most)
