"""The short view of a report, read from its finished page: it says what the page says."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from bs4 import BeautifulSoup, Tag

# The main line of a cell, then what stands under it in small.
Cell = tuple[str, ...]
CHARTS = 4
CHANGES = 10
# Of more indicators than these the full report tells the rest: a longer message is cut.
INDICATORS = 20
SMALL = ".why, .period"


@dataclass(frozen=True)
class Chart:
    """A chart: its section's heading, what is seen, what it says with its numbers, its file."""

    name: str
    heading: str
    title: str
    description: str
    picture: Path


@dataclass(frozen=True)
class Row:
    """An indicator of the scorecard: its cells, and the names of its marks, such as ``met``."""

    indicator: str
    name: Cell
    figure: Cell
    change: Cell
    target: Cell
    status: Cell
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of the page."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Brief:
    """What a message says of a report.

    Attributes
    ----------
    about : dict of str to str
        What the page's head says: programme, unit, synthetic, inputs, description.
    banners : tuple of tuple of str
        Each its heading and its items.
    summary : tuple of tuple of str
        Each line's name and what it says.
    columns : tuple of str
        Titles of the scorecard: indicator, figure, change, target, status.
    unlisted : int
        How many more indicators the full report has.
    changes : tuple of Table
        What changed since the meeting before; where nothing did, ``unchanged`` says so.
    more : int
        How many more changes there are.
    headings : dict of str to str
        Headings of the sections, by their anchors.
    """

    lang: str
    about: dict[str, str]
    eyebrow: str
    title: str
    programme: str
    banners: tuple[tuple[str, ...], ...]
    summary: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    scorecard: tuple[Row, ...]
    unlisted: int
    charts: tuple[Chart, ...]
    changes: tuple[Table, ...]
    unchanged: str
    more: int
    headings: dict[str, str]


def brief(page: Path) -> Brief:
    """Read the short view of a report from its page, ``reports/P/D/U.L.html``."""
    soup = _soup(page)
    scorecard = tuple(map(_row, soup.select(".scorecard tbody tr")))
    columns = [_text(title) for title in soup.select(".scorecard thead th")]
    tables, more = _changes(soup)
    return Brief(
        lang=str(soup.html["lang"]) if soup.html else "",
        about=_about(soup),
        eyebrow=_first(soup, ".masthead .eyebrow"),
        title=_first(soup, ".masthead h1"),
        programme=_first(soup, ".masthead h1 + p"),
        banners=tuple(tuple(map(_text, b.select("p, li"))) for b in soup.select(".banner")),
        summary=tuple(map(_summary, soup.select(".summary li"))),
        columns=(*columns[:2], *columns[3:]),
        scorecard=scorecard[:INDICATORS],
        unlisted=len(scorecard[INDICATORS:]),
        charts=_charts(soup, page, scorecard),
        changes=tables,
        unchanged=_first(soup, "#changes dd"),
        more=more,
        headings={str(h["id"]): _text(h) for h in soup.select("h2[id]")}
        | {str(d["id"]): _first(d, "dt") for d in soup.select(".silent > div")},
    )


def about(page: Path) -> dict[str, str]:
    """Give what the head of a page says of it."""
    return _about(_soup(page))


def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def _about(soup: BeautifulSoup) -> dict[str, str]:
    metas = soup.select("meta[name][content]")
    return {str(m["name"]).removeprefix("giaoban-"): str(m["content"]) for m in metas}


def _lines(node: Tag) -> Cell:
    """Give the text of a cell without its footnotes and drawings, what is small on its own."""
    node = copy(node)
    for mute in node.select("sup, svg"):
        mute.decompose()
    for small in node.select(SMALL):
        small.insert_before("\n")
    for line_break in node.select("br"):
        line_break.replace_with("\n")
    lines = normalize("NFC", node.get_text()).split("\n")
    return tuple(filter(None, (" ".join(line.split()) for line in lines)))


def _text(node: Tag) -> str:
    return " ".join(_lines(node))


def _first(soup: Tag, selector: str) -> str:
    found = soup.select_one(selector)
    return _text(found) if found else ""


def _summary(item: Tag) -> tuple[str, str]:
    name = _first(item, "b")
    return name, _text(item).removeprefix(name).strip()


def _row(row: Tag) -> Row:
    named = row.select_one("[data-indicator]")
    name, figure, _, change, target, status = map(_lines, row.find_all(["th", "td"]))
    marks = [kind for mark in row.select(".status") for kind in mark["class"]]
    marks += ["apart"] * bool(row.select(".apart"))
    indicator = str(named["data-indicator"]) if named else ""
    return Row(indicator, name, figure, change, target, status, tuple(marks))


def _charts(soup: BeautifulSoup, page: Path, rows: tuple[Row, ...]) -> tuple[Chart, ...]:
    """Take the targets, what missed one or may not be compared, then the rest as it comes."""
    told = {row.indicator for row in rows if {"not_met", "apart"} & set(row.marks)}
    first = ["targets", *(f"trend-{row.indicator}" for row in rows if row.indicator in told)]
    charts = list(_drawn(soup, page))
    order = {name: place for place, name in enumerate(first)}
    return tuple(sorted(charts, key=lambda chart: order.get(chart.name, len(first))))[:CHARTS]


def _drawn(soup: BeautifulSoup, page: Path) -> Iterator[Chart]:
    _, lang, _ = page.name.rsplit(".", 2)
    unit = page.name.removesuffix(f".{lang}.html")
    folder = page.parents[3] / "figures" / page.parents[1].name / page.parent.name / unit
    for svg in soup.select("svg.chart[aria-labelledby]"):
        name = str(svg["aria-labelledby"]).split()[0].removesuffix("-title")
        section = svg.find_parent("section")
        heading = _first(section, "h2, h3") if section else ""
        picture = folder / f"{name}.{lang}.png"
        yield Chart(name, heading, _first(svg, "title"), _first(svg, "desc"), picture)


def _changes(soup: BeautifulSoup) -> tuple[tuple[Table, ...], int]:
    """Give the first changes, and how many more there are."""
    tables, left, more = [], CHANGES, 0
    for table in soup.select("section[aria-labelledby=changes] table"):
        rows = [tuple(map(_lines, r.find_all(["th", "td"]))) for r in table.select("tbody tr")]
        header = tuple(_text(title) for title in table.select("thead th"))
        if shown := rows[:left]:
            tables.append(Table(_first(table, "caption"), header, tuple(shown)))
        left, more = left - len(shown), more + len(rows) - len(shown)
    return tuple(tables), more
