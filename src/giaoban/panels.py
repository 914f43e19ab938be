"""The three panels of a table: its raw cells, the checks that it went through, what came out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from giaoban.errors import Fault, Text
from giaoban.grids import Cell, Line, chosen, grid, left_out, panel, shown
from giaoban.headings import PROGRAMME, column_title, table_title
from giaoban.language import Language
from giaoban.leads import Leads
from giaoban.rawsheet import RawSheet
from giaoban.rulebook import PACKAGE, RULES, Check
from giaoban.spelled import spelled

# A text of so many letters stands on one line.
SHORT = 24


@dataclass(frozen=True)
class Panels:
    """What a notebook shows of a programme's tables, in its language."""

    leads: Leads
    language: Language

    def say(self, text: str, /, **parts: object) -> str:
        """Say a text, as HTML."""
        return escape(self.language.say(text, **parts))

    def told(self, fault: Fault) -> list[str]:
        """Say what is wrong, what was found and what is expected, as HTML."""
        found = fault.found
        if isinstance(found, Text):
            found = self.text(found)
        return [shown(self.text(fault.problem)), shown(found), shown(self.text(fault.expected))]

    def text(self, text: str | Text) -> str:
        """Give a text in the notebook's language."""
        if isinstance(text, Text):
            return text.told(self.language.code)
        return self.language.translate(text)

    def asks(self, check: Check) -> str:
        """Say what a check asks, of which column."""
        said = self._asked(check)
        return f"{self._column(check)}: {said}" if check.column else said

    def _asked(self, check: Check) -> str:
        parts, code = dict(check.parts), self.language.code
        if "table" in parts:
            parts["table"] = table_title(str(parts["table"]), code)
        if "column" in parts:
            parts["column"] = column_title(check.table, str(parts["column"]), code)
        return self.say(RULES[check.rule].asks, **parts)

    def raw(self, name: str) -> str:
        """Show the cells as they stand in the file; those that are wrong are marked."""
        sheet, said = self.leads.sheets[name], self.say("Raw")
        wide = max(map(len, sheet.rows.values()), default=0)
        rows = [row for row, cells in sheet.rows.items() if any(cells)]
        rows = [row for row in rows if sheet.letters or row != sheet.header]
        kept = chosen(rows, self._faulty(name))
        lines = [self._raw_line(name, sheet, row, wide) for row in kept]
        first = self._raw_line(name, sheet, sheet.header, wide)
        if sheet.letters:
            first = Line(Cell("", "number"), [Cell(letter) for letter in sheet.letters])
        body = grid(first, lines, wide=True) if sheet.rows else ""
        title = (
            f"{said}: {self.leads.file(sheet.path)}{shown(f'[{sheet.sheet}]' * bool(sheet.sheet))}"
        )
        return panel(title, body, left_out(len(rows), len(kept), self.language))

    def _raw_line(self, name: str, sheet: RawSheet, row: int | str, wide: int) -> Line:
        texts = sheet.rows.get(row, [])
        texts = texts + [""] * (wide - len(texts))
        cells = [self._raw_cell(name, row, n, text) for n, text in enumerate(texts)]
        named = self._raw_cell(name, row, -1, str(row))
        return Line(named, cells, bool(named.anchor) or any(cell.anchor for cell in cells))

    def _raw_cell(self, name: str, row: int | str, column: int, text: str) -> Cell:
        wrong = self.leads.faults.get((name, (row, column)), [])
        kind = ["number"] if column < 0 else ["short"] if len(text) <= SHORT else []
        hint = "\n".join(f"{self.text(f.problem)}: {self.text(f.expected)}" for f in wrong)
        anchor = self.leads.of_cell(name, (row, column)) if wrong else ""
        return Cell(shown(text), " ".join([*kind, *["fault"] * bool(wrong)]), anchor, hint)

    def checks(self, name: str) -> str:
        """Show each check with how much it looked at and how it ended, those that fail first."""
        tables = (name, PACKAGE) if name == PROGRAMME else (name,)
        listed = [(n, c) for n, c in enumerate(self.leads.checks) if c.table in tables]
        listed.sort(key=lambda numbered: not numbered[1].faults)
        titles = [Cell(self.say("Check")), Cell(self.say("Looked at"), "number")]
        head = Line(Cell(self.say("Column")), [*titles, Cell(self.say("Result"))])
        body = grid(head, [self._check(n, check) for n, check in listed])
        return panel(self.say("Checks: {number}", number=len(listed)), body)

    def _check(self, number: int, check: Check) -> Line:
        looked_at = "–" if check.looked_at is None else str(check.looked_at)
        result = "✓ " + self.say("holds")
        if check.looked_at is None:
            result = "– " + self.say("not applied")
        if check.faults:
            said = self.say("faults: {number}", number=len(check.faults))
            result = f'<a href="#{self.leads.of_fault(check.faults[0])}">✗ {said}</a>'
        asked = Cell(self._asked(check))
        kind = "short fault" if check.faults else "short"
        cells = [asked, Cell(looked_at, "number"), Cell(result, kind)]
        name = Cell(self._column(check), "", self.leads.of_check(number))
        return Line(name, cells, bool(check.faults))

    def _column(self, check: Check) -> str:
        if not check.column:
            return self.say("the whole")
        titles = [column_title(check.table, c, self.language.code) for c in check.column.split("+")]
        return escape(" + ".join(titles))

    def processed(self, name: str) -> str:
        """Show the typed cells in words, with what an empty one stands for."""
        package = self.leads.examined.package
        one = package.programme.to_frame().T
        table = one if name == PROGRAMME else package.tables[name]
        faulty = self._faulty(name)
        kept = chosen(list(table.index), faulty)
        words = spelled(name, table.loc[kept], self.language)
        head = Line(Cell("", "number"), [Cell(escape(title)) for title in words.columns])
        lines = [
            Line(_row(name, row), _texts(texts), faulty(row))
            for row, texts in zip(kept, words.itertuples(index=False), strict=True)
        ]
        note = left_out(len(table), len(kept), self.language)
        return panel(self.say("Processed"), grid(head, lines, wide=True), note)

    def _faulty(self, name: str) -> Callable[[int | str], bool]:
        return {row for table, (row, _) in self.leads.faults if table == name}.__contains__


def _row(name: str, row: int | str) -> Cell:
    return Cell("giaoban" if name == PROGRAMME else str(row), "number")


def _texts(texts: Sequence[str]) -> list[Cell]:
    return [Cell(shown(text), "short" if len(text) <= SHORT else "") for text in texts]
