"""One report in the making: its review, its language, its footnotes, its folder."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from giaoban.language import Language, language
from giaoban.pictures import inline_svg, save_chart, svg_text
from giaoban.review import Review
from giaoban.wording import Wording

NOTED = ("figures", "targets", "claims", "events")
PROGRAMME_NOTE = ("programme", 0)


@dataclass(frozen=True)
class Fragment:
    """A piece of HTML that a notebook shows as such.

    ``about`` travels with it as metadata of the cell's output, for the exporter.
    """

    html: str
    about: dict[str, str | bool] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, object]]:
        data = {"text/html": self.html, "text/plain": f"{len(self.html)} characters of HTML"}
        return data, {"giaoban": self.about} if self.about else {}


@dataclass
class Report:
    """A review on its way to paper.

    Every figure, target, claim and event has one footnote, numbered in that order, whether or
    not it was cited: the number of a footnote does not depend on the order of the cells.
    """

    review: Review
    code: str
    out_dir: Path
    cited: set[int] = field(default_factory=set)

    @property
    def language(self) -> Language:
        """The language of the report."""
        return language(self.code)

    @property
    def wording(self) -> Wording:
        """What the report says."""
        return Wording(self.review, self.language)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.review.known.tables

    def notes(self) -> dict[tuple[str, int], int]:
        """Number the rows that a footnote leads to."""
        rows = [(name, int(row)) for name in NOTED for row in self.tables[name].index]
        rows.append(PROGRAMME_NOTE)
        return {row: number for number, row in enumerate(rows, 1)}

    def cite(self, table: str, row: float) -> str:
        """Lead to the footnote of a row; nothing where there is no row."""
        if pd.isna(row):
            return ""
        number = self.notes()[table, int(row)]
        place = "" if number in self.cited else f' id="cite-{number}"'
        self.cited.add(number)
        label = escape(self.language.say("note {number}", number=number))
        return f'<sup><a{place} href="#note-{number}" aria-label="{label}">{number}</a></sup>'

    def chart(self, figure: Figure, name: str, title: str, description: str) -> str:
        """Save a chart's files and give the chart as a part of the page."""
        svg = svg_text(figure, name)
        known = self.review.known
        folder = self.out_dir / "figures" / self.review.name / self.review.date / known.unit
        save_chart(svg, figure, folder / f"{name}.{self.code}")
        picture = inline_svg(svg, name, title, description)
        return f"<figure><figcaption>{escape(title)}</figcaption>{picture}</figure>"

    def say(self, text: str, /, **parts: object) -> str:
        """Translate a sentence for the page."""
        return escape(self.language.say(text, **parts))

    def paragraph(self, text: str) -> Fragment:
        """Give a sentence as a section of its own."""
        return Fragment(f"<p>{self.say(text)}</p>")
