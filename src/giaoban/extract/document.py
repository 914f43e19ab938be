"""Read an item's file as passages whose every sign knows its place in it."""

import codecs
import re
import textwrap
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from bs4.dammit import EncodingDetector

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.extract.vietnamese import Mention, TableCell
from giaoban.extract.webpage import paragraphs
from giaoban.files import refuse_too_large
from giaoban.language import is_broken

PLAIN, PAGES = ".txt", (".html", ".htm")
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
BULLET = re.compile(
    r"\s*(?:[-–—+•*▪●o]\s|[-–—−•*▪●](?=[^\W_])|\(?[0-9IVXivx]{1,4}[.)]\s|[a-zđ][.)]\s)"
)
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad"
# A line that is at least so long was broken for want of room, not because it ended.
FULL_LINE = 60
# How much is shown of a passage whose letters were lost.
SHOWN = 80
# A saved page has a megabyte or two, most of it no text; a long item has some 50,000 letters.
MOST_BYTES, MOST_LETTERS = 20_000_000, 500_000


@dataclass(frozen=True)
class Passage:
    """A stretch of text that no sentence runs out of: a paragraph, or a row of a table.

    Attributes
    ----------
    text : str
        In the composed form of Unicode, nothing invisible; every kind of space as a space, but for
        the end of a line between digits, which are of two numbers.
    printed : tuple of str
        What the file has for each sign of the text.
    places : tuple of (int, int)
        Line and column in a text file, paragraph and column in a page, for each sign.
    cells : tuple of TableCell
        The cells of a row of a table.
    """

    text: str
    printed: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    cells: tuple[TableCell, ...] = ()

    def cell_of(self, number: Mention) -> TableCell:
        """Give the cell of a table that a number stands in, an empty one where in none."""
        within = (cell for cell in self.cells if cell.start <= number.start < cell.end)
        return next(within, TableCell(0, 0))

    def as_printed(self, start: int, end: int) -> str:
        """Give what the file has for a part of the text."""
        return "".join(self.printed[start:end])


def read_document(path: Path) -> list[Passage]:
    """Read a text file or a web page.

    Parameters
    ----------
    path : Path
        ``.txt`` in UTF-8, with or without a byte order mark, or in UTF-16 with one; ``.html``
        or ``.htm``.

    Raises
    ------
    GiaobanError
        Where there is no such file, it is no text file or page, it is written in another encoding,
        it holds what is no text or far too much of it, or letters of it were lost on the way.
    """
    text = _decoded(path)
    passages = _of_text(text) if path.suffix.lower() == PLAIN else _of_page(text)
    if (letters := sum(len(passage.text) for passage in passages)) > MOST_LETTERS:
        template = N_("{path}: {found} letters, expected an item of at most {most}")
        raise GiaobanError(template, path=path, found=letters, most=MOST_LETTERS)
    broken = next((passage for passage in passages if is_broken(passage.text)), None)
    if broken is not None:
        template = N_(
            "{path}: letters were lost on the way (found “{text}”), save it again as UTF-8"
        )
        raise GiaobanError(template, path=path, text=textwrap.shorten(broken.text, SHOWN))
    return passages


def _decoded(path: Path) -> str:
    """Read a file: by its byte order mark, as UTF-8, or a page as it names its encoding."""
    if path.suffix.lower() not in (PLAIN, *PAGES):
        raise GiaobanError(N_("{path}: expected a .txt or .html file"), path=path)
    if not path.is_file():
        raise GiaobanError(N_("{path}: no such file"), path=path)
    refuse_too_large(path, MOST_BYTES)
    try:
        content = path.read_bytes()
    except OSError as error:
        template = N_("{path}: cannot be read ({reason})")
        raise GiaobanError(template, path=path, reason=error.strerror) from error
    text = _text_of(path, content)
    if "\0" in text:
        raise GiaobanError(N_("{path}: holds data that is no text, save it as UTF-8"), path=path)
    return text


def _text_of(path: Path, content: bytes) -> str:
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if path.suffix.lower() in PAGES and encoding == "utf-8":
            return _as_declared(path, content)
        template = N_("{path}: not readable as {encoding} (byte {byte}), save it as UTF-8")
        raise GiaobanError(template, path=path, encoding=encoding, byte=error.start + 1) from error


def _as_declared(path: Path, content: bytes) -> str:
    """Decode a page that is not in UTF-8; no encoding is guessed."""
    declared = EncodingDetector.find_declared_encoding(content, is_html=True)
    try:
        return content.decode(declared or "utf-8")
    except (LookupError, UnicodeDecodeError) as error:
        template = N_("{path}: in no encoding that it names, save it as UTF-8")
        raise GiaobanError(template, path=path) from error


def _of_page(page: str) -> list[Passage]:
    passages = []
    for number, paragraph in enumerate(paragraphs(page), 1):
        places = [(number, column) for column in range(1, len(paragraph.text) + 1)]
        passages.append(composed(paragraph.text, places, paragraph.cells))
    return passages


def _of_text(text: str) -> list[Passage]:
    lines = [line.removesuffix("\r") for line in re.split(r"\n|\r(?!\n)", text)]
    passages = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or not _goes_on(lines[end - 1], lines[end]):
            places = [
                (number + 1, column)
                for number in range(start, end)
                for column in range(1, len(lines[number]) + 2)
            ]
            joined = "\n".join(lines[start:end])
            if joined.strip():
                passages.append(composed(joined, places[: len(joined)]))
            start = end
    return passages


def _goes_on(line: str, after: str) -> bool:
    """Say whether a line was only broken for want of room."""
    ended = not line.strip() or line.rstrip()[-1] in ".:;!?…"
    if not after.strip() or BULLET.match(after):
        # A range of years may be broken before its dash.
        return bool(re.search(r"\d\s*$", line) and re.match(r"[-–—](?:19|20)\d\d", after))
    begins = after.lstrip()[0]
    full = FULL_LINE <= len(line) <= 2 * FULL_LINE
    if ended:
        return full and begins.islower()
    return full or begins.islower() or begins.isdigit() or begins == "("


def composed(
    text: str, places: list[tuple[int, int]], cells: tuple[TableCell, ...] = ()
) -> Passage:
    """Compose a text, sign by sign, so that each keeps its place."""
    signs: list[tuple[str, str, tuple[int, int]]] = []
    at = 0
    moved = [0] * (len(text) + 1)
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        whole = text[at:end]
        moved[at:end] = [len(signs)] * (end - at)
        parting = whole == "\n" and _parts_digits(text, at)
        for sign in unicodedata.normalize("NFC", whole):
            if sign not in INVISIBLE:
                signs.append(("\n" if parting else _narrow(sign), whole, places[at]))
                whole = ""
        at = end
    moved[len(text)] = len(signs)
    return Passage(
        "".join(sign for sign, _, _ in signs),
        tuple(printed for _, printed, _ in signs),
        tuple(place for _, _, place in signs),
        tuple(replace(cell, start=moved[cell.start], end=moved[cell.end]) for cell in cells),
    )


def _parts_digits(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _narrow(sign: str) -> str:
    """Give a sign that is as wide as a Chinese one, and any space, in its usual form."""
    if sign.isspace():
        return " "
    return unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign
