"""The panels of a table beside its checks: its raw cells, and what came out of them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from markupsafe import Markup

from giaoban.errors import Text
from giaoban.language import Language
from giaoban.prepare.grid import SHORT, GridCell, GridRow, chosen, grid, left_out, panel, shown
from giaoban.prepare.links import Leads
from giaoban.prepare.rawcells import RawSheet
from giaoban.prepare.words import spelled
from giaoban.tables import PROGRAMME


@dataclass(frozen=True)
class Panels:
    """What a notebook shows of a programme's tables, in its language."""

    leads: Leads
    language: Language

    def text(self, text: str | Text) -> str:
        """Give a text in the notebook's language."""
        if isinstance(text, Text):
            return text.told(self.language.code)
        return self.language.translate(text)

    def raw(self, name: str) -> Markup:
        """Show the cells as they stand in the file; those that are wrong are marked."""
        sheet = self.leads.sheets[name]
        wide = max(map(len, sheet.rows.values()), default=0)
        rows = [row for row, cells in sheet.rows.items() if any(cells)]
        rows = [row for row in rows if sheet.letters or row != sheet.header]
        kept = chosen(rows, self._faulty(name))
        first = self._raw_row(name, sheet, sheet.header, wide)
        if sheet.letters:
            first = GridRow(GridCell("", "number"), [GridCell(letter) for letter in sheet.letters])
        shown_rows = [self._raw_row(name, sheet, row, wide) for row in kept]
        body = grid(first, shown_rows, wide=True) if sheet.rows else Markup("")
        of_book = shown(f"[{sheet.sheet}]") if sheet.sheet else ""
        template = Markup("{}: {}{}")
        title = template.format(self.language.say("Raw"), self.leads.file(sheet.path), of_book)
        return panel(title, body, left_out(len(rows), len(kept), self.language))

    def _raw_row(self, name: str, sheet: RawSheet, row: Hashable, wide: int) -> GridRow:
        texts = sheet.rows.get(row, [])
        texts = texts + [""] * (wide - len(texts))
        cells = [self._raw_cell(name, row, n, text) for n, text in enumerate(texts)]
        named = self._raw_cell(name, row, -1, str(row))
        return GridRow(named, cells, any(cell.anchor for cell in (named, *cells)))

    def _raw_cell(self, name: str, row: Hashable, column: int, text: str) -> GridCell:
        wrong = self.leads.faults.get((name, (row, column)), [])
        kind = "number" if column < 0 else _kind(text)
        if not wrong:
            return GridCell(shown(text), kind)
        hint = "\n".join(f"{self.text(f.problem)}: {self.text(f.expected)}" for f in wrong)
        anchor = self.leads.of_cell(name, (row, column))
        return GridCell(shown(text), f"{kind} fault".strip(), anchor, hint)

    def processed(self, name: str) -> Markup:
        """Show the typed cells in words, with what an empty one stands for."""
        package = self.leads.examined.package
        one = package.programme.to_frame().T
        table = one if name == PROGRAMME else package.tables[name]
        faulty = self._faulty(name)
        kept = chosen(list(table.index), faulty)
        words = spelled(name, table.loc[kept], self.language)
        head = GridRow(GridCell("", "number"), [GridCell(title) for title in words.columns])
        rows = [
            GridRow(_row(name, row), [GridCell(shown(t), _kind(t)) for t in texts], faulty(row))
            for row, texts in zip(kept, words.itertuples(index=False), strict=True)
        ]
        note = left_out(len(table), len(kept), self.language)
        return panel(self.language.say("Processed"), grid(head, rows, wide=True), note)

    def _faulty(self, name: str) -> Callable[[Hashable], bool]:
        return {row for table, (row, _) in self.leads.faults if table == name}.__contains__


def _row(name: str, row: Hashable) -> GridCell:
    return GridCell("giaoban" if name == PROGRAMME else str(row), "number")


def _kind(text: str) -> str:
    return "short" if len(text) <= SHORT else ""
