"""The footnotes and sources that the numbers of a report lead to."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from giaoban.language import Language

NOTED = ("figures", "targets", "claims", "events", "rules", "figures_replaced", "targets_replaced")
PROGRAMME_NOTE = ("programme", 0)


@dataclass(frozen=True)
class Citations:
    """What a report cites, and the footnote that each citation leads to.

    Every figure, target, claim and event has one footnote, numbered in that order, whether or
    not it was cited: the number of a footnote does not depend on the order of the cells.
    """

    tables: Mapping[str, pd.DataFrame]
    language: Language
    cited: set[int] = field(default_factory=set)

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

    def cite(self, table: str, row: Any) -> Markup:
        """Lead to the footnote of a row; nothing where there is no row."""
        if pd.isna(row):
            return Markup()
        number = self.notes[table, int(row)]
        place = Markup() if number in self.cited else Markup(' id="cite-{}"').format(number)
        self.cited.add(number)
        label = self.language.say("note {number}", number=number)
        return Markup(
            '<sup><a{place} href="#note-{number}" aria-label="{label}">{number}</a></sup>'
        ).format(place=place, number=number, label=label)

    def cite_all(self, table: str, rows: Iterable[Any]) -> Markup:
        """Lead to the footnotes of several rows."""
        return Markup().join(self.cite(table, row) for row in rows)

    def source(self, source: object) -> str:
        """Lead to a source; one that no table describes stands as it was given."""
        if not isinstance(source, str):
            return ""
        if source not in self._sources:
            return source
        title = self.foreign(self._sources[source]["title"], source)
        return Markup('<a href="#source-{}">{}</a>').format(source, title)

    def foreign(self, text: object, source: Hashable) -> str:
        """Give a text in the language of its source; nothing where there is none."""
        if not isinstance(text, str):
            return ""
        code = self._sources.get(source, {}).get("language")
        if not isinstance(code, str) or code == self.language.code:
            return text
        return Markup('<span lang="{}">{}</span>').format(code, text)

    @cached_property
    def _sources(self) -> dict[Hashable, dict[Hashable, Any]]:
        return self.tables["sources"].set_index("source", drop=False).to_dict("index")
