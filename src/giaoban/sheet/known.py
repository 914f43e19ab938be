"""What a programme holds already: its indicators and units by title, its figures by their keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from giaoban.errors import GiaobanError
from giaoban.extract.vietnamese import words
from giaoban.programme import contents_of, examine
from giaoban.sheet.words import PLACES, SHORT_PLACES
from giaoban.tables import FILLED, KEPT_IN, Contents, Fault, causes, listed, local

# A title that is as like another is asked about.
LIKE = 0.85
# The level of a place, also where its committee stands for it: “UBND huyện”, “Huyện ủy”.
_LEVEL = re.compile(
    r"(?<!\w)(?:(?P<seat>tỉnh|thành|huyện|quận|thị)\s+(?:ủy|uỷ)\s+"
    r"|(?:(?:đảng (?:bộ|ủy|uỷ)|ubnd|(?:ủy|uỷ) ban nhân dân)\s+)?"
    rf"(?P<level>{PLACES}|{SHORT_PLACES})(?:\s+|(?<=\.)))",
    re.IGNORECASE,
)
_IN_FULL = {
    "thành": "thành phố",
    "tp": "thành phố",
    "thị": "thị xã",
    "tx": "thị xã",
    "tt": "thị trấn",
}
Row = dict[str, str]
# The questions that the description of a programme answers.
BEGUN = {"unit": "unit", "code": "code", "years": "period"}


def plainly(title: str) -> str:
    """Write a title as titles are compared: small, its words alone."""
    return " ".join(words(title)) + "".join(re.findall(r"\d+", title))


@dataclass(frozen=True)
class Place:
    """What tells units apart: a district and a town in it may share their name.

    Attributes
    ----------
    name : str
        As such names are compared: without the level.
    level : str
        Such as ``huyện``; empty where a title does not say it.
    """

    name: str
    level: str


def place_of(title: str) -> Place:
    """Part the title of a unit into its name and its level."""
    said = ((found["seat"] or found["level"]).lower() for found in _LEVEL.finditer(title))
    levels = [_IN_FULL.get(level.rstrip("."), level) for level in said]
    return Place(place_name(title), " ".join(levels))


def place_name(title: str) -> str:
    """Write the name of a unit as such names are compared: without its level."""
    return plainly(_LEVEL.sub("", title) or title)


@dataclass
class Known:
    """What a programme holds, each row as text.

    Attributes
    ----------
    programme : dict
        Its description of itself.
    rows : dict of str to list of dict
        The rows of its tables.
    contents : Contents or None
        All of it as read; None of a programme that is yet to begin.
    begun : dict of str to str
        What is said of a programme that has no figure yet, by the questions that it answers.
    """

    programme: dict[str, object] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    contents: Contents | None = None
    begun: dict[str, str] = field(default_factory=dict)

    @property
    def has_figures(self) -> bool:
        """Whether it has figures, and so all that these need."""
        return self.contents is not None and not self.begun

    @property
    def titles(self) -> list[str]:
        """The languages in which it is named."""
        return _named_in(self.programme)

    @property
    def unit(self) -> str:
        """The programme's own unit."""
        return str(self.programme.get("unit", ""))

    def of(self, table: str) -> list[Row]:
        """Give the rows of a table."""
        return self.rows.get(table, [])

    def titled(self, table: str, key: str) -> dict[str, str]:
        """Give the ids of a table by their titles, as these are compared."""
        compared = place_name if table == "units" else plainly
        titles = ("title_vi", "title_en", "title")
        return {
            compared(row[title]): row[key]
            for title in reversed(titles)
            for row in reversed(self.of(table))
            if row.get(title)
        }

    def latest(self, table: str, *key: str) -> dict[tuple[str, ...], Row]:
        """Give the row of each key that was reported last."""
        ordered = sorted(self.of(table), key=lambda row: row["reported_on"])
        return {tuple(row.get(part, "") for part in key): row for row in ordered}


def known_of(path: Path | None) -> Known:
    """Read what a programme holds; nothing where it is yet to begin.

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    if path is None:
        return Known()
    examined = examine(path)
    figures = examined.given.tables.get("figures")
    is_begun = figures is not None and figures.frame.empty
    own = examined.given.programme.file
    if faults := [f for f in examined.faults if not (is_begun and _is_lacking(f, own))]:
        raise GiaobanError("{faults}", faults=listed(causes(faults)))
    contents = contents_of(examined)
    rows = {name: _rows(frame) for name, frame in contents.tables.items()}
    return Known(contents.programme, rows, contents, _said(contents) if is_begun else {})


def _said(contents: Contents) -> dict[str, str]:
    """Give what the description of a programme answers already."""
    told = {name: str(value) for name, value in contents.programme.items()}
    (titles, *_) = (*_named_in(told), "")
    said = {key: told.get(name, "") for key, name in BEGUN.items()}
    return said | {"titles": titles, "title": local(told, "title", titles)}


def _is_lacking(fault: Fault, own: str) -> bool:
    """Say whether a fault is of what a programme may lack until it has figures: rows, its unit."""
    return fault.check is FILLED or (
        fault.file == own and (fault.column == "unit" or not fault.found)
    )


def _named_in(programme: Mapping[str, object]) -> list[str]:
    return [code for code in KEPT_IN if programme.get(f"title_{code}")]


def _rows(frame: pd.DataFrame) -> list[Row]:
    filled = frame.astype(object).where(frame.notna(), "")
    return [{str(k): str(v) for k, v in row.items()} for row in filled.to_dict("records")]


def nearly(title: str, known: dict[str, str]) -> str:
    """Give the id of a title that is much like another one, empty where none is."""
    close = get_close_matches(plainly(title), [*known], n=1, cutoff=LIKE)
    return known[close[0]] if close else ""
