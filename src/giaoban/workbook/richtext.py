"""What a workbook raises, lowers or strikes out, by the font of a cell or a part of its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_DIGITS = "0123456789+-=()"
_UP, _DOWN = (str.maketrans(_DIGITS, to) for to in ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
_MOVED = {"superscript": _UP, "subscript": _DOWN}
# As spreadsheets write a sign that XML cannot hold.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Look(NamedTuple):
    """How a font shows its text: ``superscript``, ``subscript`` or neither; struck out or not."""

    moved: str = ""
    struck: bool = False


PLAIN = Look()


class Run(NamedTuple):
    """A part of a text, with the look of its font; None where that is the cell's."""

    text: str
    look: Look | None


def look(parts: Iterable[tuple[str, str | None]]) -> Look:
    """Give the look of a font, whose parts are named, each with its ``val``."""
    told = dict(parts)
    moved = told.get("vertAlign") or ""
    struck = "strike" in told and told["strike"] not in ("0", "false")
    return Look(moved if moved in _MOVED else "", struck)


def _look_of(font: Element) -> Look:
    return look((part.tag.rpartition("}")[2], part.get("val")) for part in font)


def shown(runs: Iterable[Run]) -> str:
    """Write a text with its raised and lowered digits as such: 97,8¹."""
    parts = (run.text.translate(_MOVED.get((run.look or PLAIN).moved, {})) for run in runs)
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), "".join(parts))


@dataclass(frozen=True)
class Looks:
    """What the fonts of a workbook show otherwise than plainly.

    Attributes
    ----------
    styles : dict of int to Look
        The styles of cells, by their numbers.
    shared : dict of int to list of Run
        The shared texts that a font divides, by their numbers.
    """

    styles: dict[int, Look] = field(default_factory=dict)
    shared: dict[int, list[Run]] = field(default_factory=dict)

    def of_cell(self, about: dict[str, str], value: str, runs: list[Run]) -> list[Run]:
        """Give the parts of a cell's text, or one for the whole; none where all of it is plain."""
        if not (self.styles or self.shared or runs):
            return []
        own = self.styles.get(int(about.get("s", 0)), PLAIN)
        if about.get("t") == "s" and value.isdecimal():
            runs = self.shared.get(int(value), [])
        parts = [Run(text, own if said is None else said) for text, said in runs or [Run("", None)]]
        told = (part.look for part in parts if part.text.strip() or len(parts) == 1)
        return parts if any(look != PLAIN for look in told) else []


def read_looks(styles: bytes, shared: bytes) -> Looks:
    """Read the fonts of a workbook from its ``styles.xml`` and ``sharedStrings.xml``."""
    return Looks(_styles(styles), _shared(shared))


def _is_plain(xml: bytes) -> bool:
    return b"vertAlign" not in xml and b"strike" not in xml


def _styles(xml: bytes) -> dict[int, Look]:
    if _is_plain(xml):
        return {}
    tree = fromstring(xml)
    fonts = [_look_of(font) for font in tree.findall("{*}fonts/{*}font")]
    used = [int(style.get("fontId", 0)) for style in tree.findall("{*}cellXfs/{*}xf")]
    looks = {n: fonts[font] for n, font in enumerate(used) if font < len(fonts)}
    return {n: said for n, said in looks.items() if said != PLAIN}


def _shared(xml: bytes) -> dict[int, list[Run]]:
    if _is_plain(xml):
        return {}
    texts = enumerate(fromstring(xml).findall("{*}si"))
    divided = {n: [_run(part) for part in text.findall("{*}r")] for n, text in texts}
    return {n: runs for n, runs in divided.items() if runs}


def _run(part: Element) -> Run:
    font = part.find("{*}rPr")
    return Run(part.findtext("{*}t") or "", None if font is None else _look_of(font))
