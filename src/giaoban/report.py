"""One report in the making: its review, its language, its footnotes, its folder."""

from collections.abc import Hashable, Iterable
from dataclasses import asdict, dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from giaoban import vocabulary
from giaoban.analysis import Review
from giaoban.charts.canvas import wrapped
from giaoban.glossary import TERMS
from giaoban.language import Language, language
from giaoban.pagedata import ChartText
from giaoban.pictures import headed, inline_svg, save_chart, svg_text
from giaoban.shapes import shape
from giaoban.wording import Wording

NOTED = ("figures", "targets", "claims", "events", "rules", "figures_replaced", "targets_replaced")
PROGRAMME_NOTE = ("programme", 0)
# Letters in a line over a chart that stands alone.
HEADING = 44


@dataclass(frozen=True)
class Fragment:
    """A piece of HTML that a notebook shows as such.

    ``about`` travels with it as metadata of the cell's output, for the exporter.
    """

    html: str
    about: dict[str, Any] = field(default_factory=dict)

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
    explained: set[str] = field(default_factory=set)
    drawn: dict[str, ChartText] = field(default_factory=dict)

    @cached_property
    def language(self) -> Language:
        """The language of the report."""
        return language(self.code)

    @cached_property
    def wording(self) -> Wording:
        """What the report says."""
        return Wording(self.review, self.language)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.review.known.tables

    @cached_property
    def notes(self) -> dict[tuple[str, int], int]:
        """Number the rows that a footnote leads to."""
        order = {name: n for n, name in enumerate(self.tables["indicators"]["indicator"])}
        rows = []
        for name in NOTED:
            table = self.tables[name]
            if "indicator" in table:
                table = table.sort_values("indicator", key=lambda c: c.map(order), kind="stable")
            rows += [(name, int(row)) for row in table.index]
        rows.append(PROGRAMME_NOTE)
        return {row: number for number, row in enumerate(rows, 1)}

    def cite(self, table: str, row: Any) -> str:
        """Lead to the footnote of a row; nothing where there is no row."""
        if pd.isna(row):
            return ""
        number = self.notes[table, int(row)]
        place = "" if number in self.cited else f' id="cite-{number}"'
        self.cited.add(number)
        label = escape(self.language.say("note {number}", number=number))
        return f'<sup><a{place} href="#note-{number}" aria-label="{label}">{number}</a></sup>'

    def cite_all(self, table: str, rows: Iterable[float]) -> str:
        """Lead to the footnotes of several rows."""
        return "".join(self.cite(table, row) for row in rows)

    def chart(
        self,
        figure: Figure,
        name: str,
        title: str,
        description: str,
        table: str = "",
        subject: str = "",
    ) -> str:
        """Keep a chart's files and give the chart as a part of the page.

        Parameters
        ----------
        figure : Figure
            The chart.
        name : str
            Names its files and its place; no other chart of the report has it.
        title, description : str
            What is seen, and what the chart says with its numbers.
        table : str
            Its data, HTML; it stands in a fold.
        subject : str
            Whose figures it shows, where its title does not say so; it stands in the files.
        """
        picture = inline_svg(svg_text(figure, name), name, title, description)
        self.keep(figure, name, f"{subject}: {title}" if subject else title)
        self.drawn[name] = ChartText(name, subject, title, description)
        fold = self.fold(self.language.say("Figures of this chart"), table) if table else ""
        return f"<figure><figcaption>{escape(title)}</figcaption>{picture}{fold}</figure>"

    def charts_drawn(self) -> dict[str, Any]:
        """Give what the charts drawn since the last call say, for the section that shows them."""
        told, self.drawn = list(self.drawn.values()), {}
        return {"charts": [asdict(chart) for chart in told]}

    def keep(self, figure: Figure, name: str, heading: str) -> None:
        """Save a chart as files that stand alone; it grows by a heading and where it is from."""
        known = self.review.known
        folder = self.out_dir / "figures" / self.review.name / self.review.date / known.unit
        alone = headed(figure, wrapped(heading, HEADING), self._origin)
        save_chart(svg_text(alone, name), alone, folder / f"{name}.{self.code}")

    @property
    def _origin(self) -> str:
        """Where a chart that stands alone is from, and that its figures are made up."""
        known = self.review.known
        programme, unit = known.package.programme, self.wording.title_of("unit", known.unit)
        said = [str(programme["code"]), unit, self.language.date(known.meeting["meeting_date"])]
        said += [self.language.say("Made-up figures")] if programme["synthetic"] else []
        return " · ".join(said)

    def fold(self, title: str, html: str) -> str:
        """Put something behind a line that opens it."""
        return f"<details><summary>{escape(title)}</summary>{html}</details>"

    def term(self, key: str, text: str) -> str:
        """Explain a word on hover; where it comes first, lead to the glossary too."""
        _, explained = TERMS[key]
        first, hover = key not in self.explained, escape(self.language.say(explained))
        self.explained.add(key)
        if first:
            return f'<a class="term" href="#term-{key}" title="{hover}">{escape(text)}</a>'
        return f'<span class="term" title="{hover}">{escape(text)}</span>'

    def definition(self, definition: object) -> str:
        """Name what was counted; it leads to the glossary, and says there what it takes in."""
        title = escape(self.wording.title_of("definition", definition))
        if definition not in self.wording.definitions.index:
            return title
        hover = escape(self.wording.takes_in(definition))
        return f'<a class="term" href="#definition-{definition}" title="{hover}">{title}</a>'

    def status(self, row: pd.Series) -> str:
        """Give the status of a figure against its target, and why it is undetermined."""
        said, why = self.mark(vocabulary.STATUS, row["status"]), row["why"]
        return said + (
            self.why(self.wording.named(vocabulary.WHY, why)) if isinstance(why, str) else ""
        )

    def why(self, text: str) -> str:
        """Say something under a status or a figure, in small."""
        return f' <span class="why">{escape(text)}</span>'

    def mark(self, names: dict[str, str], name: str, text: str = "") -> str:
        """Name a status, with its shape; the name is explained where the glossary has it."""
        said = text or self.wording.named(names, name)
        word = self.term(name, said) if name in TERMS else escape(said)
        return f'<span class="status {name}">{shape(name)}<span>{word}</span></span>'

    def named(self, names: dict[str, str], name: str) -> str:
        """Give the name of a status, verdict, reason or kind for the page."""
        return escape(self.wording.named(names, name))

    def source(self, source: object) -> str:
        """Lead to a source; one that no table describes stands as it was given."""
        if not isinstance(source, str):
            return ""
        if source not in self._sources:
            return escape(source)
        title = self.foreign(self._sources[source]["title"], source)
        return f'<a href="#source-{source}">{title}</a>'

    @cached_property
    def _sources(self) -> dict[Hashable, dict[Hashable, Any]]:
        return self.tables["sources"].set_index("source", drop=False).to_dict("index")

    def foreign(self, text: object, source: Hashable) -> str:
        """Give a text in the language of its source; nothing where there is none."""
        if not isinstance(text, str):
            return ""
        code = self._sources.get(source, {}).get("language")
        if not isinstance(code, str) or code == self.code:
            return escape(text)
        return f'<span lang="{code}">{escape(text)}</span>'

    def say(self, text: str, /, **parts: object) -> str:
        """Translate a sentence for the page."""
        return escape(self.language.say(text, **parts))

    def around(self, text: str, /, **html: str) -> str:
        """Translate a sentence around pieces of HTML."""
        return escape(self.language.translate(text)).format(**html)

    def paragraph(self, text: str, /, **parts: object) -> Fragment:
        """Say that a section has nothing to show, and why."""
        said = self.language.say(text, **parts)
        return Fragment(f"<p>{escape(said)}</p>", {"nothing": said})
