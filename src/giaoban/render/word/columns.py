"""How wide the columns of a table are: no word is broken, and no row is taller than need be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from docx.shared import Mm, Pt
from matplotlib.ft2font import FT2Font, LoadFlags

from giaoban.render.word.inline import Piece

# The types of the styles Table Text and Table Heading, and what a cell keeps free beside its text.
TEXT, HEADING, EDGES = Pt(11), Pt(10), Mm(3.5)
# What is raised is smaller.
RAISED = 0.6
# In letters: a longer word is broken. After these signs a line may end.
LONGEST_WORD, ENDS = 24, "–-"
# The letters of a fallback where a machine lacks Times New Roman: no usual one has wider ones.
WIDEST = {False: "DejaVuSerif.ttf", True: "DejaVuSerif-Bold.ttf"}

# The lines of a cell that the page itself parts, and of each the widths of its words.
Lines = list[list[float]]


@dataclass(frozen=True)
class Columns:
    """The columns of a table.

    Attributes
    ----------
    widths : list of int
        Of each column, as long as the room.
    lines : int
        Of the tallest row; 0 where there is no room for the longest words, and they are broken.
    """

    widths: list[int]
    lines: int


def share_out(rows: Sequence[Sequence[Sequence[Piece]]], headers: int, room: int) -> Columns:
    """Find the widths at which the tallest row has the fewest lines and no word is broken.

    Parameters
    ----------
    rows : sequence of sequence of sequence of Piece
        The cells, row by row.
    headers : int
        How many of the rows are the header.
    room : int
        How wide the table is.
    """
    types = [HEADING if number < headers else TEXT for number in range(len(rows))]
    columns = [
        [_lines(cell, size) for cell, size in zip(column, types, strict=True)]
        for column in zip(*rows, strict=True)
    ]
    least = [EDGES + max(map(_longest, column)) for column in columns]
    if sum(least) > room:
        return Columns(_cut([int(width) for width in least], room), 0)
    widths, lines = least, max(sum(map(len, cell)) for column in columns for cell in column) or 1
    # Fewer lines want more room: the fewest that there is room for are found by halves.
    low, high = 1, lines
    while low < high:
        middle = (low + high) // 2
        tried = [EDGES + max(_narrowest(cell, middle) for cell in column) for column in columns]
        if sum(tried) <= room:
            widths, high = tried, middle
        else:
            low = middle + 1
    return Columns([int(width * room / sum(widths)) for width in widths], low)


def _lines(cell: Iterable[Piece], size: int) -> Lines:
    """Measure the words of a cell; what is glued together in several looks is one word."""
    lines: Lines = [[]]
    word, letters = 0.0, 0
    for piece in [*cell, Piece("\n")]:
        scale = size * (RAISED if piece.raised else 1)
        for sign in piece.text:
            if not sign.isspace():
                word, letters = word + scale * _advance(sign, piece.bold), letters + 1
            if word and (sign.isspace() or sign in ENDS or letters == LONGEST_WORD):
                lines[-1].append(word)
                word, letters = 0.0, 0
            if sign == "\n":
                lines.append([])
    return lines[:-1]


@lru_cache
def _advance(sign: str, bold: bool) -> float:
    """Measure a letter, in parts of the type's size."""
    font = _font(bold)
    # By its number: of a letter that the font lacks load_char would warn.
    glyph = font.load_glyph(font.get_char_index(ord(sign)), LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance / _font(bold).units_per_EM)


@lru_cache
def _font(bold: bool) -> FT2Font:
    return FT2Font(str(Path(mpl.get_data_path(), "fonts", "ttf", WIDEST[bold])))


def _longest(lines: Lines) -> float:
    return max((word for line in lines for word in line), default=0.0)


def _narrowest(lines: Lines, most: int) -> float:
    """Give the width at which a cell has no more than so many lines; without end where it has."""
    if len(lines) > most:
        return float("inf")
    low = _longest(lines)
    high = max(low, *(_length(line) for line in lines))
    if _height(lines, low) <= most:
        return low
    while high - low > Mm(0.2):
        middle = (low + high) / 2
        if _height(lines, middle) <= most:
            high = middle
        else:
            low = middle
    return high


def _height(lines: Lines, width: float) -> int:
    """Count the lines that a cell takes at a width."""
    height = 0
    for line in lines:
        height, taken = height + 1, 0.0
        for word in line:
            if taken and taken + _space() + word > width:
                height, taken = height + 1, 0.0
            taken += word + (_space() if taken else 0)
    return height


def _length(line: list[float]) -> float:
    return sum(line) + _space() * max(len(line) - 1, 0)


def _space() -> float:
    return TEXT * _advance(" ", bold=False)


def _cut(widths: list[int], room: int) -> list[int]:
    """Take from the widest as much as is too much: a short word is broken last."""
    rest = room
    for left, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * left > rest:
            return [min(w, rest // left) for w in widths]
        rest -= width
    return widths
