"""The checks that a programme went through, as a page shows them."""

from dataclasses import dataclass

from markupsafe import Markup

from giaoban.checks import Result
from giaoban.language import Language
from giaoban.prepare.grid import GridCell, GridRow, grid, link, panel
from giaoban.prepare.links import Leads
from giaoban.tables import PACKAGE, PROGRAMME, column_title, table_title


@dataclass(frozen=True)
class Checklist:
    """The checks in the language of a notebook."""

    leads: Leads
    language: Language

    def of_table(self, name: str) -> list[Result]:
        """Name the checks of a table; those of the list of tables are the ``programme``'s."""
        tables = (name, PACKAGE) if name == PROGRAMME else (name,)
        return [result for result in self.leads.examined.checks if result.table in tables]

    def panel(self, name: str) -> Markup:
        """Show each check with how much it looked at and how it ended, those that fail first."""
        say, of_table = self.language.say, self.of_table(name)
        numbers = {id(result): n for n, result in enumerate(self.leads.examined.checks)}
        listed = sorted(of_table, key=lambda result: not result.faults)
        titles = [GridCell(say("Check")), GridCell(say("Looked at"), "number")]
        head = GridRow(GridCell(say("Column")), [*titles, GridCell(say("Result"))])
        rows = [self._row(numbers[id(result)], result) for result in listed]
        return panel(say("Checks: {number}", number=len(listed)), grid(head, rows))

    def _row(self, number: int, result: Result) -> GridRow:
        looked_at = "–" if result.looked_at is None else str(result.looked_at)
        kind = "short fault" if result.faults else "short"
        cells = [
            GridCell(self._asked(result)),
            GridCell(looked_at, "number"),
            GridCell(self._ending(result), kind),
        ]
        name = GridCell(self._column(result), "", self.leads.of_check(number))
        return GridRow(name, cells, bool(result.faults))

    def _ending(self, result: Result) -> str:
        say = self.language.say
        if result.faults:
            number = say("faults: {number}", number=len(result.faults))
            return link(f"#{self.leads.of_fault(result.faults[0])}", f"✗ {number}")
        if result.looked_at is None:
            return "– " + say("not applied")
        return "✓ " + say("holds")

    def asks(self, result: Result) -> str:
        """Say what a check asks, of which column."""
        question = self._asked(result)
        return f"{self._column(result)}: {question}" if result.column else question

    def _asked(self, result: Result) -> str:
        parts, code = dict(result.parts), self.language.code
        if "table" in parts:
            parts["table"] = table_title(str(parts["table"]), code)
        if "column" in parts:
            parts["column"] = column_title(result.table, str(parts["column"]), code)
        return self.language.say(result.check.asks, **parts)

    def _column(self, result: Result) -> str:
        if not result.column:
            return self.language.say("the whole")
        columns = result.column.split("+")
        return " + ".join(column_title(result.table, c, self.language.code) for c in columns)
