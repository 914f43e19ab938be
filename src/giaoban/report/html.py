"""Pieces of HTML: tables that read well on a phone, aloud and on paper; statuses, terms.

HTML is `Markup`; any other text is escaped as it is put into one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from markupsafe import Markup

from giaoban.charts import shape
from giaoban.wording import (
    TERMS,
    Codes,
    Wording,
    codes,
    other_years,
    status_code,
    status_name,
    takes_in,
)

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


def html_table(caption: str, header: Row, rows: Sequence[Row], named: int = 0) -> Markup:
    """Write a table, one column of which names its rows.

    Parameters
    ----------
    caption : str
        What the table holds.
    header : sequence of str
        Column titles.
    rows : sequence of sequence of str
        Cells, each text or `Markup`.
    named : int
        The place of the column that names the rows, the first by default.
    """
    head = Markup().join(Markup('<th scope="col">{}</th>').format(title) for title in header)
    body = Markup().join(Markup("<tr>{}</tr>").format(_row(row, header, named)) for row in rows)
    return Markup(
        "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(caption, head, body)


def _row(row: Row, header: Row, named: int) -> Markup:
    # A narrow page stacks the cells; each then shows its column's title from data-title.
    # It leaves out a cell that holds a dash or nothing.
    cells = [
        Markup('<td{} data-title="{}">{}</td>').format(_dash(cell), title, cell)
        for cell, title in zip(row, header, strict=True)
    ]
    cells[named] = Markup('<th scope="row">{}</th>').format(row[named])
    return Markup().join(cells)


def _dash(cell: str) -> Markup:
    return Markup(' class="none"') if cell in ("–", "") else Markup()


@dataclass(frozen=True)
class Terms:
    """Explain words where they stand; ``explained`` holds those that the glossary owes."""

    wording: Wording
    explained: set[str] = field(default_factory=set)

    def term(self, key: str, text: str) -> Markup:
        """Explain a word on hover; where it comes first, lead to the glossary too."""
        hover = self.wording.language.say(TERMS[key].meaning)
        if key in self.explained:
            return Markup('<span class="term" title="{}">{}</span>').format(hover, text)
        self.explained.add(key)
        return Markup('<a class="term" href="#term-{}" title="{}">{}</a>').format(key, hover, text)

    def definition(self, definition: object) -> str:
        """Name what was counted; it leads to the glossary, and says there what it takes in."""
        title = self.wording.title_of("definition", definition)
        if definition not in self.wording.definitions.index:
            return title
        hover = takes_in(self.wording, definition)
        return Markup('<a class="term" href="#definition-{}" title="{}">{}</a>').format(
            definition, hover, title
        )


@dataclass(frozen=True)
class Marks:
    """Mark statuses; their words lead to the glossary."""

    terms: Terms

    def mark(self, codes: Codes, code: str, text: str = "") -> Markup:
        """Name a status, with its shape; the name is explained where the glossary has it."""
        word = text or self.terms.wording.named(codes, code)
        if code in TERMS:
            word = self.terms.term(code, word)
        return Markup('<span class="status {}">{}<span>{}</span></span>').format(
            code, shape(codes[code].shape), word
        )

    def status(self, row: pd.Series) -> Markup:
        """Give the status of a figure against its target, and why it is undetermined."""
        code = status_code(self.terms.wording, row, row["status"])
        mark = self.mark(codes.STATUS, code)
        if not isinstance(row["why"], str):
            return mark
        return mark + why(self.terms.wording.why(row))

    def decided(self, row: pd.Series) -> Markup:
        """Give a status, and under it the years that decide it where the figure's does not."""
        years = other_years(self.terms.wording, row)
        return self.status(row) + why(years) if years else self.status(row)

    def verdict(self, row: pd.Series) -> Markup:
        """Give the status of a target, both readings where it is not said which is meant."""
        words, told = self.terms.wording, self.status(row)
        if isinstance(row["status_by"], str):
            for kind in ("by", "each"):
                status = status_name(words, row, row[f"status_{kind}"])
                told += why(f"{words.named(codes.KIND, kind)}: {status}")
        years = [
            f"{words.language.period(period)}: {status_name(words, row, status)}"
            for period, status in row["stretches"]
            if status != "not_yet"
        ]
        return told + why("; ".join(years)) if years else told


def why(text: str) -> Markup:
    """Say something under a status or a figure, in small."""
    return Markup(' <span class="why">{}</span>').format(text)


def banner(lines: list[str]) -> Markup:
    """Show a warning: its heading, then its items."""
    head, *items = lines
    listed = Markup().join(Markup("<li>{}</li>").format(item) for item in items)
    more = Markup("<ul>{}</ul>").format(listed) if items else Markup()
    return Markup('<div class="banner" role="note"><p>{}</p>{}</div>').format(head, more)
