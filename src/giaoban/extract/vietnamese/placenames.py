"""The units that a text names before its numbers: “xã Hồng Sơn”, “các xã An Phú và Đốc Tín”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from giaoban.extract.vietnamese.mentions import compiled
from giaoban.extract.vietnamese.phrases import toned

_LEVEL = compiled(
    r"(?<!\w)(?P<many>(?:các|những|hai|ba|bốn|[0-9]+)\s+)?"
    r"(?P<level>xã|phường|thị\s+(?:trấn|xã)|huyện|quận)(?=\s)"
)
# Of these a programme's own unit is one, or lies in one; of the smaller ones it never does.
_LARGE = ("huyện", "quận", "thị xã")
_WORD = re.compile(r"\s+([^\W_]+)")
_NEXT = re.compile(r"(?:\s*,|\s+và)(?=\s)")
_ALL = re.compile(r"(?<!\w)(?:toàn|cả)\s+(?:huyện|quận|tỉnh|thị xã|thành phố|xã|phường|đảng bộ)")
# “12 đảng viên tại xã Hồng Sơn”
_BEHIND = re.compile(r"[^\d,;.()|]*?\s(?:tại|ở|của|thuộc)(?P<unit>\s[^\n,;.()|]+)")
# No unit's name has more words.
_MOST = 5


@dataclass(frozen=True)
class NamedUnits:
    """Units that are named together, and where their names end; none for “toàn huyện”."""

    end: int
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class PlaceNames:
    """The names of a programme's units, by which a text may call them.

    Parameters
    ----------
    units : DataFrame
        With ``unit``, and its titles in Vietnamese, English or both.
    """

    def __init__(self, units: pd.DataFrame) -> None:
        named = units.set_index("unit").filter(["title_en", "title_vi"])
        titles = named.melt(ignore_index=False)["value"].dropna()
        self.codes = {_compared(str(title)): str(unit) for unit, title in titles.items()}

    def last(self, text: str) -> NamedUnits | None:
        """Give the units that a text names last, with an empty code for one that is unknown."""
        found = [NamedUnits(match.end()) for match in _ALL.finditer(text.lower())]
        taken = 0
        for match in _LEVEL.finditer(text):
            if match.start() >= taken:
                named = self._list(text, match)
                taken = named.end
                found += [named] if named.names else []
        return max(found, key=lambda named: named.end, default=None)

    def behind(self, text: str) -> NamedUnits | None:
        """Give the units that a text names after “at” or “of” behind its first words."""
        match = _BEHIND.match(text)
        return self.last(match["unit"]) if match else None

    def _list(self, text: str, match: re.Match[str]) -> NamedUnits:
        end, level = match.end(), match["level"]
        codes, names = [], []
        while said := self._name(text, end, level):
            code, name, end = said
            codes.append(code)
            names.append(f"{level} {name}")
            following = _NEXT.match(text, end)
            again = _LEVEL.match(text, following.end() + 1) if following else None
            if not following or not (again or match["many"]):
                break
            at = again.end() if again else following.end()
            level = again["level"] if again else level
            if not self._name(text, at, level):
                break
            end = at
        return NamedUnits(end, tuple(codes), tuple(names))

    def _name(self, text: str, start: int, level: str) -> tuple[str, str, int] | None:
        """Read one name behind its level: that of a unit, or words with capital letters."""
        told = list(_words(text, start))
        for count in range(len(told), 0, -1):
            end = told[count - 1].end()
            name = text[start:end].strip()
            for called in (f"{level} {name}", name):
                if code := self.codes.get(_compared(called)):
                    return code, name, end
        large = " ".join(level.lower().split()) in _LARGE
        proper = [] if large else [*_proper(told)]
        return ("", " ".join(m[1] for m in proper), proper[-1].end()) if proper else None


def _words(text: str, start: int) -> Iterator[re.Match[str]]:
    for _ in range(_MOST):
        match = _WORD.match(text, start)
        if not match:
            return
        yield match
        start = match.end()


def _proper(told: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    for match in told:
        if not match[1].istitle():
            return
        yield match


def _compared(name: str) -> tuple[str, ...]:
    return tuple(toned(word) for word in re.findall(r"[^\W_]+", name.lower()))
