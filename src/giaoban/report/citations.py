"""The footnotes and sources that the numbers of a report lead to."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from string import ascii_lowercase
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import SUPPOSED
from giaoban.catalogues import N_
from giaoban.language import Language, ends_printed, readings
from giaoban.tables import by_column
from giaoban.wording import Wording, derivation, stated_number

NOTED = ("figures", "targets", "claims", "events", "rules", "figures_replaced", "targets_replaced")
PRINTED = ("figures", "claims")
PROGRAMME_NOTE = ("programme", 0)
# A number without its minus sign.
DIGITS = re.compile(r"\+?\s*\d[\d.,\s]*")

Row = tuple[str, int]


class Origin(NamedTuple):
    """The day on which numbers were reported, and their source; either may be empty."""

    day: str
    source: str


PROGRAMME, SUPPOSITION = Origin("programme", ""), Origin("supposed", "")


class Line(NamedTuple):
    """What there is to say of some numbers of a source, beyond where they are from."""

    text: Markup
    rows: list[Row]


@dataclass(frozen=True)
class Citations:
    """What a report cites, and the footnote that each citation leads to.

    Each source has a footnote for each day on which something was reported from it, in the order
    of the days; numbers of which there is more to say have a line of it, lettered in the order of
    the tables. Which footnote a number has does not depend on the order of the cells.
    """

    wording: Wording
    cited: set[str] = field(default_factory=set)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.wording.review.tables

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self.wording.language

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Number the days and sources that footnotes are for."""
        found = dict.fromkeys(origin for origin, _, _ in self._rows)
        # A day before a word: the supposition and the programme come last.
        ordered = [*sorted(found, key=lambda origin: origin.day), PROGRAMME]
        return {str(number): origin for number, origin in enumerate(ordered, 1)}

    @cached_property
    def lines(self) -> dict[str, dict[str, Line]]:
        """Letter the lines of each footnote."""
        lettered = {}
        for number, origin in self.origins.items():
            told: dict[Markup, list[Row]] = {}
            for own, text, row in self._rows:
                if own == origin and text:
                    told.setdefault(text, []).append(row)
            lettered[number] = {
                number + _letter(n): Line(text, rows) for n, (text, rows) in enumerate(told.items())
            }
        return lettered

    @cached_property
    def notes(self) -> dict[Row, str]:
        """Give the label of the footnote, or of the line of it, that each row leads to."""
        numbers = {origin: number for number, origin in self.origins.items()}
        found = {row: numbers[origin] for origin, _, row in self._rows}
        found[PROGRAMME_NOTE] = numbers[PROGRAMME]
        for lines in self.lines.values():
            found |= {row: label for label, line in lines.items() for row in line.rows}
        return found

    @cached_property
    def _rows(self) -> list[tuple[Origin, Markup, Row]]:
        """List the rows that a footnote leads to, each with what there is to say of it."""
        order = {name: n for n, name in enumerate(self.tables["indicators"]["indicator"])}
        rows = []
        for name in NOTED:
            table = self.tables[name]
            if "indicator" in table:
                table = table.sort_values("indicator", key=lambda c: c.map(order), kind="stable")
            for number, row in table.iterrows():
                told = Markup(" ").join(self._particulars(name.removesuffix("_replaced"), row))
                rows.append((_origin(row), told, (name, int(str(number)))))
        return rows

    def _particulars(self, table: str, row: pd.Series) -> Iterator[str]:
        """Say how a number was printed, where that differs from the page, and how it came about."""
        say, words = self.language.say, self.wording
        if table in PRINTED and self._differs(table, row):
            printed = self.foreign(row["as_published"], row["source"])
            sentence = Markup(self.language.translate(N_("Printed “{text}”.")))  # noqa: S704
            yield sentence.format(text=printed)
        if table == "figures" and (note := words.local(row, "note")):
            yield note
        if table == "targets" and isinstance(row["derivation"], str):
            how = derivation(words, row["derivation"])
            yield say("Worked out, not published as such: {derivation}.", derivation=how)

    def _differs(self, table: str, row: pd.Series) -> bool:
        """Say whether a number was printed with another sign than it is shown with.

        Without a unit it is printed in tables, where the head or a column says it; without its % by
        a source that writes this elsewhere. Its digits are those of the programme, which was
        checked, unless somebody changed them.
        """
        printed = row["as_published"]
        if not isinstance(printed, str) or row.get("obs_status") == SUPPOSED:
            return False
        ends = ends_printed(printed) if pd.notna(row.get("value_to")) else None
        # Both ends of a range carry the sign, or the last alone.
        printed = ends[1] if ends else printed
        numbers = {abs(float(n)) for end in ends or (printed,) for n in readings(end)}
        if table == "figures" and numbers and abs(self._shown(row)) not in numbers:
            return True
        if table == "claims":
            shown = stated_number(self.wording, row)
        else:
            shown = self.language.figure(row["value"], self.wording.measure(row["indicator"]))
        told, expected = _signs(printed), _signs(shown)
        if told in ("", "−"):
            told_elsewhere = "%" in shown and row["source"] in self._signing
            return told_elsewhere or (told == "−") != expected.startswith("−")
        return told != expected

    @cached_property
    def _signing(self) -> set[str]:
        """Name the sources that write % behind figures."""
        figures = self.tables["figures"]
        signed = figures["as_published"].str.contains("%", regex=False, na=False)
        return {*figures.loc[signed, "source"].dropna()}

    def _shown(self, row: pd.Series) -> float:
        """Give a figure as the page has it."""
        return float(self.wording.review.compared["value"].get(row.name, row["value"]))

    def cite(self, table: str, row: Any) -> Markup:
        """Lead to the footnote of a row; nothing where there is no row."""
        return self.cite_all(table, [row])

    def cite_all(self, table: str, rows: Iterable[Any], *more: tuple[str, Any]) -> Markup:
        """Lead to the footnotes of several rows, and of more of other tables, to each once."""
        known = [one for one in [*((table, row) for row in rows), *more] if pd.notna(one[1])]
        labels = dict.fromkeys(self.notes[name, int(row)] for name, row in known)
        return Markup().join(map(self._lead, labels))

    def _lead(self, label: str) -> Markup:
        place = Markup() if label in self.cited else Markup(' id="cite-{}"').format(label)
        self.cited.add(label)
        said = self.language.say("note {number}", number=label)
        return Markup(
            '<sup><a{place} href="#note-{label}" aria-label="{said}">{label}</a></sup>'
        ).format(place=place, label=label, said=said)

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
        return by_column(self.tables["sources"], "source")


def _origin(row: pd.Series) -> Origin:
    if row.get("obs_status") == SUPPOSED:
        return SUPPOSITION
    source = row["source"] if isinstance(row["source"], str) else ""
    return Origin(row["reported_on"].date().isoformat(), source)


def _signs(number: str) -> str:
    """Give what stands around the digits of a number."""
    return DIGITS.sub("", number, count=1).replace("-", "−").strip()


def _letter(n: int) -> str:
    """Count a, b, … z, aa, ab."""
    return (_letter(n // 26 - 1) if n >= 26 else "") + ascii_lowercase[n % 26]
