"""Pieces of HTML, and tables that read well on a phone, aloud and on paper.

HTML is `Markup`; any other text is escaped as it is put into one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

Row = Sequence[str]


@dataclass(frozen=True)
class Fragment:
    """A piece of HTML that a notebook shows as such.

    ``about`` travels with it as metadata of the cell's output, for the exporter.
    """

    html: Markup
    about: dict[str, Any] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, object]]:
        data = {"text/html": str(self.html), "text/plain": f"{len(self.html)} characters of HTML"}
        return data, {"giaoban": self.about} if self.about else {}


def html_table(caption: str, header: Row, rows: Sequence[Row]) -> Markup:
    """Write a table whose first column names its rows.

    Parameters
    ----------
    caption : str
        What the table holds.
    header : sequence of str
        Column titles.
    rows : sequence of sequence of str
        Cells, each text or `Markup`.
    """
    head = Markup().join(Markup('<th scope="col">{}</th>').format(title) for title in header)
    body = Markup().join(Markup("<tr>{}</tr>").format(_row(row, header)) for row in rows)
    return Markup(
        "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(caption, head, body)


def _row(row: Row, header: Row) -> Markup:
    # A narrow page stacks the cells; each then shows its column's title from data-title.
    # It leaves out a cell that holds a dash.
    cells = [
        Markup('<td{} data-title="{}">{}</td>').format(_dash(cell), title, cell)
        for cell, title in zip(row[1:], header[1:], strict=True)
    ]
    return Markup('<th scope="row">{}</th>').format(row[0]) + Markup().join(cells)


def _dash(cell: str) -> Markup:
    return Markup(' class="none"') if cell == "–" else Markup()
