"""What the preparing notebook says of a programme: its tables, what was written, the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from giaoban.checklist import checklist
from giaoban.errors import Fault
from giaoban.grids import ROWS, Cell, Line, grid, left_out, page, panel, shown
from giaoban.headings import PROGRAMME, table_title
from giaoban.language import N_, Language
from giaoban.leads import Leads
from giaoban.markup import Fragment
from giaoban.package import Examined
from giaoban.panels import Panels
from giaoban.processed import save_figures
from giaoban.rulebook import PACKAGE, Check


@dataclass(frozen=True)
class Preparation:
    """A programme on its way from raw to processed, in the language of a notebook.

    ``home`` is the project's folder, ``out_dir`` where results go.
    """

    examined: Examined
    language: Language
    home: Path
    out_dir: Path

    @cached_property
    def checks(self) -> list[Check]:
        """The checks that it went through."""
        return checklist(self.examined)

    @cached_property
    def panels(self) -> Panels:
        """What is shown of its tables."""
        return Panels(Leads(self.examined, self.checks, self.home), self.language)

    def overview(self) -> Fragment:
        """Say which programme it is, and of each table how many rows, checks and faults it has."""
        programme, say = self.examined.package.programme, self.language.say
        code = programme["code"] if isinstance(programme["code"], str) else ""
        title = say("Programme {code}: from raw to processed", code=code)
        about: dict[str, str | bool] = {
            "lang": self.language.code,
            "title": title,
            "programme": code,
            "unit": "",
            "meeting": "",
            "synthetic": programme["synthetic"] is True,
            "headline": self._verdict,
        }
        titles = [Cell(escape(say(t)), "number") for t in (N_("Rows"), N_("Checks"), N_("Faults"))]
        lines = [self._summary(name) for name in self.panels.leads.sheets]
        table = grid(Line(Cell(escape(say("Table"))), titles), lines)
        said = f"<p>{escape(self._verdict)}</p>"
        told = page(said, panel("", table), *self._notes())
        return Fragment(f"<h1>{escape(title)}</h1>{told}", about)

    def _notes(self) -> Iterator[str]:
        """Say what is good to know of the files although it is no fault, such as hidden rows."""
        for note in self.examined.package.notes:
            yield f"<p>{escape(self.panels.text(note))}</p>"

    def _summary(self, name: str) -> Line:
        about = [c for c in self.checks if c.table in (name, PACKAGE * (name == PROGRAMME))]
        rows = len(self.examined.texts[name].frame)
        faults = sum(len(check.faults) for check in about)
        file = self.panels.leads.file(self.panels.leads.sheets[name].path)
        named = Cell(f"{escape(table_title(name, self.language.code))} ({file})", "short")
        cells = [Cell(str(number), "number") for number in (rows, len(about), faults)]
        return Line(named, cells, bool(faults))

    def table(self, name: str) -> Fragment:
        """Show a table, or the ``programme``'s own description: raw, its checks, processed."""
        if name not in self.panels.leads.sheets:
            said = self.language.say("This table was left out.")
            return Fragment(page(f"<p>{escape(said)}</p>"), {"nothing": said})
        three = [self.panels.raw(name), self.panels.checks(name), self.panels.processed(name)]
        return Fragment(page(f'<div class="panels">{"".join(three)}</div>'))

    def figures(self) -> Fragment:
        """Write the processed figures where every check holds, and show them."""
        if self.examined.faults:
            said = self.language.say("Nothing was written: mend the faults first.")
            return Fragment(page(f"<p>{escape(said)}</p>"))
        path = save_figures(self.examined.package, self.out_dir).relative_to(self.out_dir)
        number = len(self.examined.package.tables["figures"])
        form = N_("{number} figures were written to {path}.")
        said = self.language.say(form, number=number, path=path.as_posix())
        return Fragment(page(f"<p>{escape(said)}</p>", self.panels.processed("figures")))

    def verdict(self) -> Fragment:
        """Say that all checks hold, or list every fault with links to its cell and its file."""
        faults, say = self.examined.faults, self.panels.say
        said = f'<p class="verdict{" fault" * bool(faults)}">{escape(self._verdict)}</p>'
        if not faults:
            return Fragment(page(said), {"verdict": self._verdict})
        titles = [N_("What is wrong"), N_("Found"), N_("Expected"), N_("Check"), N_("File")]
        head = Line(Cell(say("Cell")), [Cell(say(title)) for title in titles])
        listed = grid(head, self._faults(faults[:ROWS]))
        more = left_out(len(faults), len(faults[:ROWS]), self.language)
        return Fragment(page(said, panel("", listed, more)), {"verdict": self._verdict})

    @property
    def _verdict(self) -> str:
        faults, number, say = len(self.examined.faults), len(self.checks), self.language.say
        if not faults:
            return say("All {number} checks hold.", number=number)
        wrong = sum(bool(check.faults) for check in self.checks)
        form = N_("{wrong} of {number} checks do not hold; faults: {faults}.")
        return say(form, wrong=wrong, number=number, faults=faults)

    def _faults(self, faults: list[Fault]) -> Iterator[Line]:
        leads, check_of = (
            self.panels.leads,
            {f: n for n, c in enumerate(self.checks) for f in c.faults},
        )
        for fault in faults:
            number = check_of[fault]
            path = self.examined.workbook or self.examined.path / fault.file
            place = f'<a href="#{leads.of_fault(fault)}">{shown(fault.place)}</a>'
            asked = self.panels.asks(self.checks[number])
            asked = f'<a href="#{leads.of_check(number)}">{asked}</a>'
            file = leads.file(path, fault.row) if path.is_file() else shown(fault.file)
            yield Line(
                Cell(place), [*map(Cell, [*self.panels.told(fault), asked]), Cell(file, "short")]
            )
