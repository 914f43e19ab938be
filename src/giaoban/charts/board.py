"""What a chart has drawn so far, so that its words stand where nothing else does."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import count, pairwise
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import Kerning, LoadFlags

from giaoban.style import COLOURS, FONT, SMALL

# All in points: of a line to the next, in font sizes; from a word to a line and to another word;
# from one place on a line to the next that is looked at.
LEADING = 1.25
OFF_LINES, OFF_BOXES, STEP = 2.5, 2.5, 2.0
INSET = 2.0
# How many places are tried before the search for one that suits all labels is given up.
TRIES = 20000

# The size at which letters are measured.
EM = 100

Size = tuple[float, float]


class Box(NamedTuple):
    """A rectangle, in points from the lower left corner of the chart."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, centre: Size, size: Size) -> "Box":
        """Give the box of some size around a centre."""
        (x, y), (wide, high) = centre, size
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def touches(self, other: "Box", gap: float) -> bool:
        """Say whether another box comes closer than some gap."""
        apart = max(self.left, other.left) - min(self.right, other.right)
        above = max(self.bottom, other.bottom) - min(self.top, other.top)
        return apart < gap and above < gap


def measured(text: str, size: float = SMALL, bold: bool = False) -> Size:
    """Measure a text in points; it is no formula, and a letter that our font lacks is a square.

    Letter by letter: Matplotlib would draw each text anew, which takes a hundred times as long.
    """
    lines = text.split("\n")
    widths = (sum(map(partial(_advance, bold), line, f"{line[1:]} ")) for line in lines)
    return max(widths) * size, len(lines) * size * LEADING


@cache
def _advance(bold: bool, letter: str, following: str) -> float:
    """Measure from a letter to the one that follows, in font sizes."""
    weight = "bold" if bold else "normal"
    font = get_font(findfont(FontProperties(family=FONT, weight=weight)))
    font.set_size(EM, 72)
    here, there = (font.get_char_index(ord(sign)) for sign in (letter, following))
    if not here:
        return 1
    wide = font.load_glyph(here, LoadFlags.NO_HINTING).linearHoriAdvance / 2**16
    return float(wide + font.get_kerning(here, there, Kerning.UNFITTED) / 2**6) / EM


class Board:
    """The lines and the words of a chart; its axes have their limits before."""

    def __init__(self, axes: Axes) -> None:
        self.axes = axes
        box, place, point = axes.figure.bbox, axes.get_position(), axes.figure.dpi / 72
        wide, high = box.width / point, box.height / point
        self.frame = Box(place.x0 * wide, place.y0 * high, wide, place.y1 * high)
        self._boxes: list[Box] = []
        self._lines = np.empty((0, 2))

    def at(self, x: float, y: float) -> Size:
        """Give the place of a year and a value."""
        left, bottom = self.axes.transData.transform((x, y)) * 72 / self.axes.figure.dpi
        return float(left), float(bottom)

    def line(self, *ends: Size) -> None:
        """Keep words off a line from each of some years and values to the next."""
        places = np.array([self.at(*end) for end in ends])
        for one, other in pairwise(places):
            steps = int(np.hypot(*(other - one)) / STEP) + 2
            self._lines = np.vstack([self._lines, np.linspace(one, other, steps)])

    def mark(self, x: float, y: float, size: float) -> None:
        """Keep words off a point of some size."""
        self._boxes.append(Box.around(self.at(x, y), (size, size)))

    def free(self, box: Box) -> bool:
        """Say whether nothing stands in a box, and it lies within the chart."""
        frame = self.frame
        if box.left < frame.left + INSET or box.right > frame.right - INSET:
            return False
        if box.bottom < frame.bottom + INSET or box.top > frame.top:
            return False
        if any(box.touches(other, OFF_BOXES) for other in self._boxes):
            return False
        x, y = self._lines.T
        beside = (x < box.left - OFF_LINES) | (x > box.right + OFF_LINES)
        over = (y < box.bottom - OFF_LINES) | (y > box.top + OFF_LINES)
        return bool((beside | over).all())

    def write(self, label: "Label") -> bool:
        """Write a label in the first of its forms and at the first of its spots that is free."""
        found = next(self._open(label), None)
        if found:
            self._write(label, found)
        return found is not None

    def write_all(self, labels: list["Label"]) -> bool:
        """Write labels so that none touches another; where that cannot be, write none."""
        open_to = [list(self._open(label)) for label in labels]
        found = _apart(open_to, count(), [])
        for label, place in zip(labels, found or (), strict=found is not None):
            self._write(label, place)
        return found is not None

    def _open(self, label: "Label") -> Iterator["Place"]:
        """Give the places of a label that touch nothing."""
        return (place for place in label.places() if self.free(place.box))

    def _write(self, label: "Label", place: "Place") -> None:
        box = place.box
        self._boxes.append(box)
        centre = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
        ground: dict[str, Any] = {"facecolor": COLOURS["paper"], "edgecolor": "none", "pad": 0.5}
        words: dict[str, Any] = {
            "textcoords": "offset points",
            "ha": "center",
            "va": "center",
            "bbox": ground,
        }
        corner = (centre[0] - self.frame.left, centre[1] - self.frame.bottom)
        words |= {"xycoords": "axes fraction", "zorder": 1.5}
        self.axes.annotate(place.form, (0, 0), corner, **words | label.look)


class Place(NamedTuple):
    """A form of a label, and where it would stand."""

    form: str
    box: Box


class Label(NamedTuple):
    """A text in its forms, in one line or in several, where it may stand, and how it looks."""

    forms: list[str]
    spots: "Spots"
    look: dict[str, Any]

    def places(self) -> Iterator[Place]:
        """Give its places, the best first."""
        size, bold = self.look.get("fontsize", SMALL), self.look.get("fontweight") == "bold"
        for form in self.forms:
            room = measured(form, size, bold)
            yield from (Place(form, Box.around(at, room)) for at in self.spots.centres(room))


def _apart(
    open_to: list[list[Place]], looked: Iterator[int], found: list[Place]
) -> list[Place] | None:
    """Choose a place for each label so that no two touch; none where the search is long."""
    if len(found) == len(open_to):
        return found
    for place in open_to[len(found)]:
        if next(looked) > TRIES:
            return None
        if not any(place.box.touches(other.box, OFF_BOXES) for other in found):
            whole = _apart(open_to, looked, [*found, place])
            if whole is not None:
                return whole
    return None


class Spots(NamedTuple):
    """Places for the centre of a text beside a point or along a level line, the best first.

    That is above, or below where ``side`` is -1; to the right where it is ``aside``.
    """

    ends: tuple[Size, Size]
    side: int = 1
    gaps: tuple[float, ...] = (6, 10, 15, 22)
    aside: bool = False

    def centres(self, size: Size) -> Iterator[Size]:
        """Give the centres for a text of some size."""
        (left, y), (right, _) = self.ends
        wide, high = size
        middle = (left + right) / 2
        # Flush with one end of a line; over a point aside, a little or altogether.
        flush = [right - wide / 2, left + wide / 2]
        if right - left < 1:
            flush = [middle + way * off for off in (wide * 0.4, wide / 2 + 4) for way in (1, -1)]
        if self.aside:
            yield right + self.gaps[0] + wide / 2, y
        for gap in self.gaps:
            for side in (self.side, -self.side):
                yield from ((x, y + side * (gap + high / 2)) for x in (middle, *flush))
            yield right + gap + wide / 2, y
            yield left - gap - wide / 2, y
