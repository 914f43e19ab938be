"""The cells of the results workbook: numbers with their decimals, words, marks of notes."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, NamedTuple

import pandas as pd

from giaoban.language import decimals_shown, shortest_decimals
from giaoban.report import Report
from giaoban.tables import in_ratio
from giaoban.wording import Codes, OfficeWords, ask_lines, beside_peers, codes, derivation

# Of a number that was computed.
FINEST = 4
Place = tuple[str, Any]


class Number(NamedTuple):
    """A number as it is shown: with so many decimals, its qualifier, and what it is marked as."""

    value: float
    decimals: int
    qualifier: str = "="
    mark: str = ""


Cell = str | Number | pd.Timestamp


@dataclass(frozen=True)
class Cells:
    """Say what a frame has in cells; ``notes`` numbers what its marks lead to."""

    report: Report
    notes: dict[str, int] = field(default_factory=dict)

    def named(self, names: Codes, code: object) -> str:
        """Name a code; nothing where there is none."""
        return self.report.wording.named(names, code) if code in names else ""

    def period(self, period: object) -> str:
        """Write a period; nothing where there is none."""
        return self.report.language.period(period) if isinstance(period, str) else ""

    def title(self, table: str, id_: object) -> str:
        """Name an indicator, definition or unit."""
        return self.report.wording.title_of(table, id_)

    def measure(self, row: pd.Series) -> str:
        """Give the unit of measure of a row's indicator."""
        return OfficeWords(self.report.wording).measure(row)

    def figure(self, row: pd.Series, silence: str = "", which: str = "") -> Cell:
        """Give a figure with the decimals that it was printed with; a range is words."""
        value, sign = row[f"{which}value"], row[f"{which}qualifier"]
        if pd.isna(value):
            return silence or self.report.say("the source does not say")
        printed = row.get(f"{which}as_published")
        mark = self.report.wording.marked(row.get(f"{which}obs_status"))
        if sign == ".." and which:
            measure = self.report.wording.measure(row["indicator"])
            upper = row[f"{which}value_to"]
            return self.report.language.figure(value, measure, printed, sign, upper) + mark
        if sign == ".." or (sign == "~" and len(row.get("rows", ())) > 1):
            return self.report.wording.figure(row)
        return Number(value, decimals_shown(printed, value), sign, mark)

    def total(self, row: pd.Series, told: str) -> Cell:
        """Give the sum of a row of the office's table; where there is none, what is told of it."""
        if pd.isna(row["sum_value"]) or told == "–":
            return told.replace("–", "")
        return self.figure(OfficeWords(self.report.wording).sum_of(row))

    def before(self, before: pd.Series, row: pd.Series) -> str:
        """Give the period of the figure before; one before a merger is marked as worked out."""
        period = self.period(before["previous_period"])
        return period if before is row else self.report.say("{figure} (worked out)", figure=period)

    def target(self, row: pd.Series) -> Cell:
        """Give a target; one without a value, or that is a range, is words."""
        if not isinstance(row["target_set_by"], str):
            return ""
        if pd.isna(row["target"]) or pd.notna(row["target_to"]):
            return self.report.wording.target(row)
        return Number(row["target"], decimals_shown(None, row["target"]), row["target_qualifier"])

    def computed(self, value: float, decimals: int | None = None) -> Cell:
        """Give a number that was computed; nothing where there is none."""
        if pd.isna(value) or not isfinite(value):
            return ""
        return Number(value, shortest_decimals(value, FINEST) if decimals is None else decimals)

    def of_plan(self, row: pd.Series) -> Cell:
        """Give the percentage of a target; a range is words."""
        if pd.notna(row["of_plan"]):
            return Number(row["of_plan"], 1)
        told = OfficeWords(self.report.wording).percent(row, "of_plan", row["of_plan_qualifier"])
        return "" if told == "–" else told

    def of_same(self, row: pd.Series) -> Cell:
        """Give the percentage of the same period, of shares and ratings the difference in words."""
        about = self.report.tables["indicators"].set_index("indicator").loc[row["indicator"]]
        if in_ratio(about.to_dict()) and pd.notna(row["of_same"]):
            return Number(row["of_same"], 1)
        told = OfficeWords(self.report.wording).of_same(row)
        return "" if told == "–" else told

    def side(self, row: pd.Series, side: str) -> Cell:
        """Give a figure or target before or after a change."""
        if pd.isna(row[side]):
            return "" if row["kind"] == "new" else self.report.say("withdrawn")
        sign, upper = row[f"qualifier_{side}"], row[f"value_to_{side}"]
        if pd.notna(upper):
            measure = self.report.wording.measure(row["indicator"])
            return self.report.language.figure(row[side], measure, None, sign, upper)
        return Number(row[side], decimals_shown(None, row[side]), sign)

    def marks(self, *places: Place) -> str:
        """Give the marks of the notes to some rows of the tables, each once."""
        texts = [text for table, row in places if pd.notna(row) for text in self._texts(table, row)]
        for text in texts:
            self.notes.setdefault(text, len(self.notes) + 1)
        numbers = sorted({self.notes[text] for text in texts})
        return " ".join(self.report.say("[note {number}]", number=n) for n in numbers)

    def _texts(self, table: str, number: Hashable) -> list[str]:
        """Say of a row how it came about, then when and where it was reported."""
        report, words = self.report, self.report.wording
        name = table if number in report.tables[table].index else f"{table}_replaced"
        row, texts = report.tables[name].loc[[number]].iloc[0], []
        if table == "figures" and (note := words.local(row, "note")):
            texts.append(note)
        if table == "figures" and row["obs_status"] in codes.OBS_STATUS | codes.BREAK:
            named = words.named(codes.OBS_STATUS | codes.BREAK, row["obs_status"])
            texts.append(f"{words.counted(row)} ({self.period(row['period'])}): {named}.")
        if table == "targets" and isinstance(row["derivation"], str):
            how = derivation(words, row["derivation"])
            texts.append(
                report.say("worked out, not published as such: {derivation}", derivation=how)
            )
        told = report.say("Reported on {day}", day=report.language.date(row["reported_on"]))
        return [*texts, f"{told}; {self.source(row['source'])}.".replace("; .", ".")]

    def source(self, source: object) -> str:
        """Name a source; one that no table describes stands as it was given."""
        sources = self.report.tables["sources"]
        known = sources.loc[sources["source"] == source, "title"]
        return str(known.iloc[0]) if len(known) else source if isinstance(source, str) else ""

    def peers(self) -> Iterator[list[Cell]]:
        """Say how the unit stands among those of its level."""
        for _, row in self.report.review.peers.iterrows():
            told = beside_peers(self.report.wording, row)
            yield [self.title("indicator", row["indicator"]), told]

    def asks(self) -> Iterator[list[Cell]]:
        """Say from whom to ask for what."""
        for line in ask_lines(self.report.wording, self.report.review.asks):
            yield [*line]
