"""What the preparing notebook says of a programme: its tables, what was written, the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from giaoban.analysis import save_figures
from giaoban.catalogues import N_
from giaoban.language import Language, Parameter, language, typed
from giaoban.prepare.checklist import Checklist
from giaoban.prepare.grid import (
    ROWS,
    GridCell,
    GridRow,
    grid,
    left_out,
    link,
    page,
    panel,
    paragraph,
    shown,
)
from giaoban.prepare.links import Leads
from giaoban.prepare.panels import Panels
from giaoban.programme import Examined, examine, find_programme
from giaoban.report import Fragment, project_folder, refuse_unknown_parameters
from giaoban.tables import Fault, table_title

TO_PREPARE = ["programme", "lang", "raw_dir", "out_dir", "sheet"]


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
    def leads(self) -> Leads:
        """Where its cells, its checks and its files are."""
        return Leads(self.examined, self.home)

    @cached_property
    def checklist(self) -> Checklist:
        """The checks that it went through, to be shown."""
        return Checklist(self.leads, self.language)

    @cached_property
    def panels(self) -> Panels:
        """What is shown of its tables."""
        return Panels(self.leads, self.language)

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
        titles = [GridCell(say(t), "number") for t in (N_("Rows"), N_("Checks"), N_("Faults"))]
        rows = [self._summary(name) for name in self.leads.sheets]
        table = panel("", grid(GridRow(GridCell(say("Table")), titles), rows))
        # What is good to know of the files although it is no fault, such as hidden rows.
        notes = [paragraph(self.panels.text(note)) for note in self.examined.package.notes]
        told = page(paragraph(self._verdict), table, *notes)
        return Fragment(Markup("<h1>{}</h1>{}").format(title, told), about)

    def _summary(self, name: str) -> GridRow:
        about = self.checklist.of_table(name)
        rows = len(self.examined.texts[name].frame)
        faults = sum(len(result.faults) for result in about)
        file = self.leads.file(self.leads.sheets[name].path)
        titled = Markup("{} ({})").format(table_title(name, self.language.code), file)
        cells = [GridCell(str(number), "number") for number in (rows, len(about), faults)]
        return GridRow(GridCell(titled, "short"), cells, bool(faults))

    def table(self, name: str) -> Fragment:
        """Show a table, or the ``programme``'s own description: raw, its checks, processed."""
        if name not in self.leads.sheets:
            nothing = self.language.say("This table was left out.")
            return Fragment(page(paragraph(nothing)), {"nothing": nothing})
        three = [self.panels.raw(name), self.checklist.panel(name), self.panels.processed(name)]
        return Fragment(page(Markup('<div class="panels">{}{}{}</div>').format(*three)))

    def figures(self) -> Fragment:
        """Write the processed figures where every check holds, and show them."""
        if self.examined.faults:
            nothing = self.language.say("Nothing was written: mend the faults first.")
            return Fragment(page(paragraph(nothing)))
        path = save_figures(self.examined.package, self.out_dir).relative_to(self.out_dir)
        number = len(self.examined.package.tables["figures"])
        template = N_("{number} figures were written to {path}.")
        where = self.language.say(template, number=number, path=path.as_posix())
        return Fragment(page(paragraph(where), self.panels.processed("figures")))

    def verdict(self) -> Fragment:
        """Say that all checks hold, or list every fault with links to its cell and its file."""
        faults, say = self.examined.faults, self.language.say
        verdict = paragraph(self._verdict, "verdict fault" if faults else "verdict")
        if not faults:
            return Fragment(page(verdict), {"verdict": self._verdict})
        titles = [N_("What is wrong"), N_("Found"), N_("Expected"), N_("Check"), N_("File")]
        head = GridRow(GridCell(say("Cell")), [GridCell(say(title)) for title in titles])
        listed = grid(head, self._faults(faults[:ROWS]))
        more = left_out(len(faults), len(faults[:ROWS]), self.language)
        return Fragment(page(verdict, panel("", listed, more)), {"verdict": self._verdict})

    @property
    def _verdict(self) -> str:
        checks, faults, say = self.examined.checks, self.examined.faults, self.language.say
        if not faults:
            return say("All {number} checks hold.", number=len(checks))
        wrong = sum(bool(result.faults) for result in checks)
        template = N_("{wrong} of {number} checks do not hold; faults: {faults}.")
        return say(template, wrong=wrong, number=len(checks), faults=len(faults))

    def _faults(self, faults: list[Fault]) -> Iterator[GridRow]:
        leads, text = self.leads, self.panels.text
        for fault in faults:
            number = leads.checks[fault]
            path = self.examined.workbook or self.examined.path / fault.file
            place = link(f"#{leads.of_fault(fault)}", shown(fault.place))
            asked = self.checklist.asks(self.examined.checks[number])
            file = leads.file(path, fault.row) if path.is_file() else shown(fault.file)
            found = fault.found if isinstance(fault.found, str) else text(fault.found)
            told = [shown(text(fault.problem)), shown(found), shown(text(fault.expected))]
            told.append(link(f"#{leads.of_check(number)}", asked))
            yield GridRow(GridCell(place), [*map(GridCell, told), GridCell(file, "short")])


def open_preparation(
    programme: Parameter, lang: str, raw_dir: Parameter, out_dir: Parameter
) -> Preparation:
    """Read a programme and check it, with its faults where it has any.

    Parameters
    ----------
    programme, lang, raw_dir, out_dir
        As for `giaoban.report.open_report`.

    Raises
    ------
    GiaobanError
        Where there is no such programme, or a parameter says something that is not there.
    """
    refuse_unknown_parameters(TO_PREPARE)
    home = project_folder(typed(raw_dir))
    examined = examine(find_programme(typed(programme), home / typed(raw_dir)))
    return Preparation(examined, language(lang), home, home / typed(out_dir))
