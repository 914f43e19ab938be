"""Every number of a page, and where the package or the processed tables have it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd
from bs4 import BeautifulSoup

from giaoban.analysis import Review, percent_of_plan
from giaoban.language import parse_period

GROUP_POINT = {"vi": (".", ","), "en": (",", ".")}
_NUMBER = re.compile(r"(?<![\w#/.,])\d+(?:[.,\u202f\u00a0]\d+)*(?![\w#])")
_TICK = re.compile(r"([\u2212+]?)(\d[\d.,]*)%?")
_PIECE = re.compile(r"\d+(?:[.,]\d+)*")
# What holds one thing, from the smallest on.
BLOCKS = ("tr", "li", "dd", "p", "figure", "section")
# What the method itself says: confidence in percent (19 of 20), bounds of a pace in percent, the
# points that a slope and an XmR chart need and the latter's limits, the largest whole that GRIM
# tries, the points that one percentage is from another in the glossary, the name of a digest.
METHOD = [80, 95, 98, 99.8, 19, 20, 60, 3, 4, 8, 2.66, 200, 25, 5, 256]


@dataclass(frozen=True)
class Number:
    """A number as a page prints it."""

    text: str
    value: float
    decimals: int
    lang: str
    block: Any
    said: Any

    def __str__(self) -> str:
        return f"{self.text} in “{self.block.get_text(' ', strip=True)[:160]}”"


class Page:
    """A finished page, as its reader meets it."""

    def __init__(self, html: str, lang: str) -> None:
        soup: Any = BeautifulSoup(html, "lxml")
        self.soup, self.lang = soup, lang
        for unseen in soup(["script", "style", "pre", "sup"]):
            unseen.decompose()
        for name in ("content", "aria-label", "alt", "title", "data-title"):
            for heard in soup.find_all(attrs={name: True}):
                if heard.name != "meta" or heard.get("name") == "description":
                    heard.append(soup.new_string(f" {heard[name]} "))

    def numbers(self) -> Iterator[Number]:
        """Give every number but the days, which are another thing."""
        for said in self.soup.find_all(string=True):
            foreign = said.find_parent(attrs={"lang": True})
            lang = str(foreign["lang"]) if foreign is not None else self.lang
            lang = lang if lang in GROUP_POINT else self.lang
            for found in _NUMBER.finditer(_without_days(str(said))):
                yield Number(found[0], *_read(found[0], lang), lang, _block(said), said)


def _without_days(text: str) -> str:
    days = re.sub(r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d\d-\d\d\b", " ", text)
    # 2018–19 is one year.
    return re.sub(r"\b((?:19|20)\d\d)–\d\d(?!\d)", r"\1", days)


def _read(text: str, lang: str) -> tuple[float, int]:
    group, point = GROUP_POINT[lang]
    bare = re.sub(rf"[{re.escape(group)}\u202f\u00a0](?=\d{{3}}(?!\d))", "", text)
    bare = bare.replace(point, ".")
    try:
        return float(bare), len(bare.partition(".")[2])
    except ValueError:
        return float("nan"), 0


def _block(said: Any) -> Any:
    return next((parent for parent in said.parents if parent.name in BLOCKS), said.parent)


class Known:
    """The numbers of the package and of the processed tables, each with what it is about."""

    def __init__(self, review: Review) -> None:
        self.review = review
        tables = review.known.package.tables
        self.titles = {key: _titles(tables[f"{key}s"], key) for key in ("indicator", "unit")}
        # Whose title is too short to be looked for may be meant anywhere.
        titles = tables["units"].set_index("unit")[["title_vi", "title_en"]]
        self.unnamed = set(titles.index[titles.apply(lambda t: t.str.len() <= 3).any(axis=1)])
        # Each with its part of a page, whose number would else be another's in time.
        self._near: dict[tuple[int, str], tuple[Any, set[str]]] = {}
        self._found: dict[tuple[str, str], np.ndarray] = {}
        # What the units' own targets come to.
        given = review.below.groupby(["indicator", "period"], as_index=False)["target"].sum()
        given = given.assign(unit=review.known.unit)
        plans = percent_of_plan(review.latest, review.verdicts, tables["indicators"])
        plans = plans.join(review.latest["indicator"], on="figure_row")
        goals = review.verdicts
        lacking = goals.assign(lacking=goals["value"] - goals["target"])
        self.frames = [*tables.values(), *_frames(review), given, plans, lacking, _others(review)]

    @cached_property
    def of_all(self) -> np.ndarray:
        """Numbers of no indicator in particular, and what the programme says of itself."""
        said = [*METHOD, *_in_cells(self.review.known.package.programme)]
        # A table has a row for each year of the programme and the one before, said or not.
        years = [year for year in said if 1900 < year < 2200]
        said += [*range(int(min(years, default=0)) - 1, int(max(years, default=0)))]
        # A definition is said with the periods of all that it is used for.
        said += [
            n for frame in self.frames if "period" in frame for n in _in_cells(frame["period"])
        ]
        # So many of these units would lie beyond 95% by chance alone.
        said += list(0.05 * self.review.funnel.groupby("indicator").size())
        return _sorted([*said, *_in_frames(f for f in self.frames if "indicator" not in f)])

    @cached_property
    def anywhere(self) -> np.ndarray:
        """Numbers of every indicator."""
        return _sorted([*self.of_all, *_in_frames(self.frames), *self.counts])

    @cached_property
    def printed(self) -> set[str]:
        """Numbers to the letter as they stand in the texts of the package: prints, titles, notes.

        A page writes them so in either language, also where that would read them as no number.
        """
        tables = self.review.known.package.tables
        cells = [cell for frame in tables.values() for name in frame for cell in frame[name]]
        said = [*cells, *self.review.known.package.programme]
        texts = (text for text in said if isinstance(text, str))
        return {piece for text in texts for piece in _NUMBER.findall(text)}

    @cached_property
    def counts(self) -> set[float]:
        """How many rows of a table say one thing, and how many there are."""
        found: set[float] = set()
        for frame in self.frames:
            found.add(len(frame))
            for column in frame:
                often = Counter(cell for cell in frame[column].tolist() if _is_told(cell))
                found |= set(often.values() if len(often) < 30 else ())
        return found

    def has(self, number: Number) -> bool:
        """Say whether a number is known of what the page says it of."""
        if np.isnan(number.value):
            return number.text in self.printed
        if _is_tick(number):
            return True
        return any(_holds(known, number) for known in self._known(number))

    def _known(self, number: Number) -> Iterator[np.ndarray]:
        indicators = self._named(number.block, "indicator")
        units = self._named(number.block, "unit") | {self.review.known.unit} | self.unnamed
        if not indicators:
            yield self.anywhere
        for indicator in indicators:
            for unit in units:
                yield self._of(indicator, unit)

    def _named(self, block: Any, key: str) -> set[str]:
        if (id(block), key) not in self._near:
            self._near[id(block), key] = block, _nearest(block, self.titles[key])
        return self._near[id(block), key][1]

    def _of(self, indicator: str, unit: str) -> np.ndarray:
        """Give the numbers of one indicator of a unit, and of what is a share of it."""
        if (indicator, unit) not in self._found:
            about = [(f, _about(f, indicator, unit)) for f in self.frames if "indicator" in f]
            own = [frame[rows] for frame, rows in about if rows.any()]
            # From each of so many figures to the next it is one step less.
            rows = [len(frame) - less for frame in own for less in (0, 1)]
            rows += [n - 1 for f in own if "points" in f for n in f["points"].dropna()]
            ways = [f for f in own if {"run", "change_least"} <= {*f}]
            rows += [n for f in ways for _, run in f.groupby("run") for n in _ways(run)]
            self._found[indicator, unit] = _sorted([*_in_frames(own), *rows, *self.of_all])
        return self._found[indicator, unit]


def _others(review: Review) -> pd.DataFrame:
    """Give what all units brought or lack together but the three that a sentence names."""
    rows = []
    keys = ["part_of", "indicator", "target_row"]
    for (_, indicator, _), parts in review.contributions.groupby(keys, dropna=False):
        whole = parts["all"].iloc[0]
        way = 1 if whole >= 0 else -1
        most = (parts.dropna(subset="unit")["contribution"] * way).nlargest(3).clip(lower=0)
        rest = whole - way * most.sum()
        rows.append({"indicator": indicator, "unit": review.known.unit, "rest": rest})
    return pd.DataFrame(rows, columns=["indicator", "unit", "rest"])


def _nearest(block: Any, titles: dict[str, set[str]]) -> set[str]:
    """Give the ids of the titles in the smallest part around a block that has one."""
    for part in (block, *block.parents):
        text = part.get_text(" ", strip=True) if part.name in BLOCKS else ""
        found = {title for title in titles if title in text}
        if found:
            longest = (t for t in found if not any(t in o for o in found - {t}))
            return {id_ for title in longest for id_ in titles[title]}
    return set()


def _is_tick(number: Number) -> bool:
    """Say whether a number stands on an axis whose numbers are as far apart as they differ."""
    label = number.said.parent
    if label.name != "text" or "--muted" not in label.get("style", ""):
        return False
    drawn = label.find_parent("svg").find_all("text", style=re.compile("--muted"))
    for along, across in (("x", "y"), ("y", "x")):
        axis = [
            (float(other[along]), (-1 if said[1] else 1) * _read(said[2], number.lang)[0])
            for other in drawn
            if {"x", "y"} <= set(other.attrs) and other[across] == label.get(across)
            if (said := _TICK.fullmatch(other.get_text()))
        ]
        if len(axis) > 1 and _even(sorted(axis)):
            return True
    return False


def _ways(run: pd.DataFrame) -> tuple[int, int]:
    """Count the steps of a run that lead up for certain, and those that lead down."""
    return int(run["change_least"].gt(0).sum()), int(run["change_most"].lt(0).sum())


def _even(axis: list[tuple[float, float]]) -> bool:
    places, values = np.array(axis).T
    slope = (values[-1] - values[0]) / (places[-1] - places[0])
    off = values - values[0] - slope * (places - places[0])
    return bool(slope and (np.abs(off) < 0.02 * np.abs(values[-1] - values[0])).all())


def _about(frame: pd.DataFrame, indicator: str, unit: str) -> pd.Series:
    about = frame["indicator"].eq(indicator)
    for other in {"part_of", "base"} & set(frame):
        about |= frame[other].eq(indicator)
    if "unit" in frame:
        about &= frame["unit"].eq(unit) | frame["unit"].isna()
    return about.fillna(value=False).astype(bool)


def _titles(table: pd.DataFrame, key: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _, row in table.iterrows():
        for title in row[["title_vi", "title_en"]]:
            # One as short as a unit of measure may stand anywhere.
            if isinstance(title, str) and len(title) > 3:
                found.setdefault(title, set()).add(str(row[key]))
    return found


def _frames(review: Review) -> Iterator[pd.DataFrame]:
    for name in dir(type(review)):
        if not name.startswith("_") and isinstance(frame := getattr(review, name), pd.DataFrame):
            yield frame


def _in_frames(frames: Iterable[pd.DataFrame]) -> Iterator[float]:
    for frame in frames:
        for column in frame:
            yield from _in_cells(frame[column])
        yield from _ratios(frame)
        yield from _slopes(frame)


def _slopes(frame: pd.DataFrame) -> Iterator[float]:
    """Give the ends of the intervals of slopes as they are rounded: outwards, so that all is in."""
    if {"per_year", "low", "high"} <= set(frame):
        low, high = (frame[end].astype(float) for end in ("low", "high"))
        for worth in (1, 10, 100, 1000):
            yield from np.abs([*np.floor(low * worth), *np.ceil(high * worth)]) / worth


def _ratios(frame: pd.DataFrame) -> Iterator[float]:
    """Give changes relative to what was before, and values as shares of their targets, in percent.

    The ends of a range are cut off where they stay true.
    """
    ends = [f"{share}_{end}" for share in ("of_plan", "of_same") for end in ("least", "most")]
    shares = [frame[end].astype(float).abs() for end in ends if end in frame]
    parts = [(end, "target") for end in ("value", "least", "most", "low", "high")]
    for part, whole in (("change", "previous_value"), *parts):
        if {part, whole} <= set(frame):
            of = frame[whole].astype(float).replace(0, np.nan)
            shares.append((100 * frame[part].astype(float) / of).abs())
    for end in ("per_year", "per_year_to"):
        if end in frame:
            mean = 100 * frame[end].astype(float)
            yield from [*np.floor(mean) / 100, *np.ceil(mean) / 100]
    for share in shares:
        yield from [*share, *np.floor(10 * share) / 10, *np.ceil(10 * share) / 10]


def _is_told(cell: Any) -> bool:
    return cell is not None and cell is not pd.NA and cell is not pd.NaT and cell == cell


def _in_cells(cells: Iterable[Any]) -> Iterator[float]:
    for cell in cells:
        if isinstance(cell, (list, tuple)):
            yield from _in_cells(cell)
        elif isinstance(cell, (int, float, np.number)):
            yield abs(float(cell))
        elif _is_told(cell):
            yield from _in_text(str(cell))


@lru_cache(10_000)
def _in_text(text: str) -> list[float]:
    found = [_read(piece, lang)[0] for piece in _PIECE.findall(text) for lang in GROUP_POINT]
    # Part of a year is written by its months: the first 9 months of 2023.
    return [*found, *_months(text)]


def _months(text: str) -> list[int]:
    try:
        months = parse_period(text).months if "/" in text else None
    except ValueError:
        return []
    return [months] if months else []


def _sorted(numbers: Iterable[float]) -> np.ndarray:
    found = np.unique(np.fromiter(numbers, dtype=float))
    return found[np.isfinite(found)]


def _holds(known: np.ndarray, number: Number) -> bool:
    """Say whether a known number is printed so, rounded half up or cut off at its decimals."""
    at = np.searchsorted(known, number.value)
    near = known[max(at - 1, 0) : at + 2]
    worth = 10.0**-number.decimals
    return bool((np.abs(near - number.value) <= worth / 2 * (1 + 1e-9)).any())
