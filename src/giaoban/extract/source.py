"""The text of an item's file, in the encoding that the file says."""

import codecs
from pathlib import Path

from bs4.dammit import EncodingDetector

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

PLAIN, PAGES = ".txt", (".html", ".htm")
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decoded(path: Path) -> str:
    """Read a file: by its byte order mark, as UTF-8, or a page as it names its encoding.

    Raises
    ------
    GiaobanError
        Where there is no such file, it is no text file or page, it is written in another encoding,
        or it holds what is no text.
    """
    if path.suffix.lower() not in (PLAIN, *PAGES):
        raise GiaobanError(N_("{path}: expected a .txt or .html file"), path=path)
    if not path.is_file():
        raise GiaobanError(N_("{path}: no such file"), path=path)
    try:
        content = path.read_bytes()
    except OSError as error:
        form = N_("{path}: cannot be read ({reason})")
        raise GiaobanError(form, path=path, reason=error.strerror) from error
    text = _decoded(path, content)
    if "\0" in text:
        raise GiaobanError(N_("{path}: holds data that is no text, save it as UTF-8"), path=path)
    return text


def _decoded(path: Path, content: bytes) -> str:
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if path.suffix.lower() in PAGES and encoding == "utf-8":
            return _as_declared(path, content)
        form = N_("{path}: not readable as {encoding} (byte {byte}), save it as UTF-8")
        raise GiaobanError(form, path=path, encoding=encoding, byte=error.start + 1) from error


def _as_declared(path: Path, content: bytes) -> str:
    """Decode a page that is not in UTF-8; no encoding is guessed."""
    declared = EncodingDetector.find_declared_encoding(content, is_html=True)
    try:
        return content.decode(declared or "utf-8")
    except (LookupError, UnicodeDecodeError) as error:
        form = N_("{path}: in no encoding that it names, save it as UTF-8")
        raise GiaobanError(form, path=path) from error
