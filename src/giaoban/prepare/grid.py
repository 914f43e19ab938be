"""Tables of cells as HTML: boxes that scroll under a fixed header, with the faulty cells marked."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup, escape

from giaoban.language import Language

RowName = Hashable

# So many rows of a table are shown, and so many that have faults.
ROWS = 500
LETTERS = 200
# A text of so many letters stands on one line.
SHORT = 24


@dataclass(frozen=True)
class GridCell:
    """A cell of a grid.

    Attributes
    ----------
    text : str
        What stands in it; what is no `Markup` is escaped.
    kind : str
        Its classes: ``fault``, ``number``, ``short``.
    anchor : str
        What a link to it names; empty where none leads there.
    hint : str
        What is said of it on hover.
    """

    text: str
    kind: str = ""
    anchor: str = ""
    hint: str = ""

    def written(self, tag: str) -> Markup:
        """Write it as a cell of a table."""
        given = {"class": self.kind, "id": self.anchor, "title": self.hint}
        attributes = [
            Markup(' {}="{}"').format(name, value) for name, value in given.items() if value
        ]
        return Markup("<{0}{1}>{2}</{0}>").format(tag, _joined(attributes), self.text)


@dataclass(frozen=True)
class GridRow:
    """A row of a grid: what names it, and its cells."""

    name: GridCell
    cells: Sequence[GridCell]
    fault: bool = False

    def written(self, tag: str) -> Markup:
        """Write the name and the cells, these as cells of a table under a tag."""
        return self.name.written("th") + _joined(cell.written(tag) for cell in self.cells)


def _joined(pieces: Iterable[str]) -> Markup:
    return Markup("").join(pieces)


def shown(text: str) -> Markup:
    """Write a foreign text: signs that cannot be seen by their pictures, an endless one cut."""
    cut = text if len(text) <= LETTERS else f"{text[:LETTERS]}…"
    return escape(cut.translate({code: 0x2400 + code for code in range(32) if code != 10}))


def paragraph(text: str, kind: str = "") -> Markup:
    """Write a paragraph."""
    if not kind:
        return Markup("<p>{}</p>").format(text)
    return Markup('<p class="{}">{}</p>').format(kind, text)


def link(to: str, text: str) -> Markup:
    """Write a link."""
    return Markup('<a href="{}">{}</a>').format(to, text)


def grid(header: GridRow, rows: Iterable[GridRow], wide: bool = False) -> Markup:
    """Write a table; a wide one is as wide as its cells, to be scrolled."""
    body = _joined(_row(row) for row in rows)
    template = Markup('<table class="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    return template.format("grid wide" if wide else "grid", header.written("th"), body)


def _row(row: GridRow) -> Markup:
    template = Markup('<tr class="fault">{}</tr>') if row.fault else Markup("<tr>{}</tr>")
    return template.format(row.written("td"))


def panel(title: str, body: Markup, note: str = "") -> Markup:
    """Put a table into a box under a title; a note goes under it."""
    head = Markup("<h4>{}</h4>").format(title) if title else ""
    under = paragraph(note, "soft") if note else ""
    template = Markup('<div class="panel">{}<div class="box" tabindex="0">{}</div>{}</div>')
    return template.format(head, body, under)


def page(*pieces: str) -> Markup:
    """Give pieces of a page the style of these tables, wherever they are shown."""
    style = Markup(files("giaoban").joinpath("prepare", "grids.css").read_text("utf-8"))  # noqa: S704 - ours
    template = Markup('<div class="giaoban-grids"><style>{}</style>{}</div>')
    return template.format(style, _joined(pieces))


def chosen(rows: Sequence[RowName], faulty: Callable[[RowName], bool]) -> list[RowName]:
    """Choose the rows to show: the first ones, and the first ones that have faults."""
    first, wrong = set(rows[:ROWS]), set([row for row in rows if faulty(row)][:ROWS])
    return [row for row in rows if row in first or row in wrong]


def left_out(whole: int, kept: int, language: Language) -> str:
    """Say how many rows are not shown; nothing where all are."""
    if whole == kept:
        return ""
    return language.say("{number} more rows are not shown.", number=whole - kept)
