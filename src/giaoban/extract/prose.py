"""Read an item as passages whose every sign knows its place in the file."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from giaoban.extract.grid import Cell
from giaoban.extract.source import PLAIN, decoded
from giaoban.extract.webpage import paragraphs

BULLET = re.compile(
    r"\s*(?:[-–—+•*▪●o]\s|[-–—−•*▪●](?=[^\W_])|\(?[0-9IVXivx]{1,4}[.)]\s|[a-zđ][.)]\s)"
)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# A line that is at least so long was broken for want of room, not because it ended.
FULL_LINE = 60


@dataclass(frozen=True)
class Passage:
    """A stretch of text that no sentence runs out of: a paragraph, or a row of a table.

    Attributes
    ----------
    text : str
        In the composed form of Unicode, every kind of space as a space, nothing invisible.
    printed : tuple of str
        What the file has for each sign of the text.
    places : tuple of (int, int)
        Line and column in a text file, paragraph and column in a page, for each sign.
    cells : tuple of Cell
        The cells of a row of a table.
    """

    text: str
    printed: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    cells: tuple[Cell, ...] = ()

    def as_printed(self, start: int, end: int) -> str:
        """Give what the file has for a part of the text."""
        return "".join(self.printed[start:end])


def composed(text: str, places: list[tuple[int, int]], cells: tuple[Cell, ...] = ()) -> Passage:
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
        for sign in unicodedata.normalize("NFC", whole):
            if sign not in INVISIBLE:
                signs.append((_narrow(sign), whole, places[at]))
                whole = ""
        at = end
    moved[len(text)] = len(signs)
    return Passage(
        "".join(sign for sign, _, _ in signs),
        tuple(printed for _, printed, _ in signs),
        tuple(place for _, _, place in signs),
        tuple(replace(cell, start=moved[cell.start], end=moved[cell.end]) for cell in cells),
    )


def _narrow(sign: str) -> str:
    """Give a sign that is as wide as a Chinese one, and any space, in its usual form."""
    if sign.isspace():
        return " "
    return unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign


def read_prose(path: Path) -> list[Passage]:
    """Read a text file or a web page.

    Parameters
    ----------
    path : Path
        ``.txt`` in UTF-8, with or without a byte order mark, or in UTF-16 with one; ``.html``
        or ``.htm``.

    Raises
    ------
    GiaobanError
        As `giaoban.extract.source.decoded` does.
    """
    text = decoded(path)
    return _of_text(text) if path.suffix.lower() == PLAIN else _of_page(text)


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
    if ended:
        return FULL_LINE <= len(line) <= 2 * FULL_LINE and begins.islower()
    return begins.islower() or begins.isdigit() or begins == "(" or _full(line)


def _full(line: str) -> bool:
    return FULL_LINE <= len(line) <= 2 * FULL_LINE
