"""Tables of cells as HTML: boxes that scroll under a fixed header, with the faulty cells marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from giaoban.language import Language

Row = int | str

# So many rows of a table are shown, and so many that have faults.
ROWS = 500
LETTERS = 200


@dataclass(frozen=True)
class Cell:
    """A cell of a page.

    Attributes
    ----------
    html : str
        What stands in it.
    kind : str
        Its classes: ``fault``, ``number``, ``short``.
    anchor : str
        What a link to it names; empty where none leads there.
    hint : str
        What is said of it on hover.
    """

    html: str
    kind: str = ""
    anchor: str = ""
    hint: str = ""

    def written(self, tag: str) -> str:
        """Write it as a cell of a table."""
        given = {"class": self.kind, "id": self.anchor, "title": self.hint}
        said = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
        return f"<{tag}{said}>{self.html}</{tag}>"


@dataclass(frozen=True)
class Line:
    """A row of a page: what names it, and its cells."""

    name: Cell
    cells: Sequence[Cell]
    fault: bool = False


def shown(text: str) -> str:
    """Write a foreign text: signs that cannot be seen by their pictures, an endless one cut."""
    cut = text if len(text) <= LETTERS else f"{text[:LETTERS]}…"
    return escape(cut.translate({code: 0x2400 + code for code in range(32) if code != 10}))


def grid(header: Line, lines: Iterable[Line], wide: bool = False) -> str:
    """Write a table; a wide one is as wide as its cells, to be scrolled."""
    head = header.name.written("th") + "".join(cell.written("th") for cell in header.cells)
    body = "".join(_row(line) for line in lines)
    kind = "grid wide" if wide else "grid"
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(line: Line) -> str:
    cells = line.name.written("th") + "".join(cell.written("td") for cell in line.cells)
    return f'<tr class="fault">{cells}</tr>' if line.fault else f"<tr>{cells}</tr>"


def panel(title: str, html: str, note: str = "") -> str:
    """Put a table into a box under a title, both HTML; a note goes under it."""
    head, under = title and f"<h4>{title}</h4>", note and f'<p class="soft">{note}</p>'
    return f'<div class="panel">{head}<div class="box" tabindex="0">{html}</div>{under}</div>'


def page(*html: str) -> str:
    """Give pieces of HTML the style of these tables, wherever they are shown."""
    style = files("giaoban").joinpath("grids.css").read_text("utf-8")
    return f'<div class="giaoban-grids"><style>{style}</style>{"".join(html)}</div>'


def chosen(rows: Sequence[Row], faulty: Callable[[Row], bool]) -> list[Row]:
    """Choose the rows to show: the first ones, and the first ones that have faults."""
    first, wrong = set(rows[:ROWS]), set([row for row in rows if faulty(row)][:ROWS])
    return [row for row in rows if row in first or row in wrong]


def left_out(whole: int, kept: int, language: Language) -> str:
    """Say how many rows are not shown; nothing where all are."""
    if whole == kept:
        return ""
    return escape(language.say("{number} more rows are not shown.", number=whole - kept))
