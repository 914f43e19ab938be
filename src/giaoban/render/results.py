"""The results of a report as a workbook that anyone can read, aloud too: a table to a sheet.

As the checklist of the UK government's Analysis Function has it (*Making spreadsheets accessible*):
one marked-up table to a sheet with one row of headers, a contents sheet and one of notes, marks of
notes in square brackets, no merged cells, no empty rows, no filters; text is wrapped, numbers are
numbers. Its headers stay in view: that goes against the checklist, since tables here are long.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from pathlib import Path
from textwrap import wrap
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from giaoban.analysis import load
from giaoban.catalogues import N_
from giaoban.files import write_atomically
from giaoban.render.kernel import ask
from giaoban.render.run import Job
from giaoban.render.sheetcells import Cell, Cells, Number
from giaoban.render.sheets import SHEETS, Sheet
from giaoban.report import Report
from giaoban.style import COLOURS
from giaoban.wording import QUALIFIED
from giaoban.workbook import Written

# The same bytes whenever it is written.
WRITTEN_ON = datetime(2000, 1, 1)
LONGEST_NAME = 31
# In letters; a cell keeps some free on either side, and so many of all fit on a page.
NARROWEST, WIDEST, FREE, PAGE = 4, 44, 2, 130
# In points.
LINE, HIGHEST = 15, 409
A4 = 9


def write_results(job: Job) -> Path:
    """Write the results of a report as a workbook beside its page.

    It is made of the tables as known at the meeting, by the steps of the package; the same tables
    give the same bytes.

    Raises
    ------
    GiaobanError
        Where the programme has faults, or the file cannot be written.
    """
    place = job.programme.absolute()
    content = ask(
        "giaoban.render.results:results_workbook", place, job.meeting_date, job.unit, job.lang
    )
    return write_atomically(job.path("xlsx"), content)


def results_workbook(programme: Path, meeting_date: str, unit: str, lang: str) -> bytes:
    """Make the workbook of a report's results.

    Parameters
    ----------
    programme, meeting_date, unit : Path, str, str
        As `giaoban.analysis.load` takes them.
    lang : str
        The language of the report.
    """
    review = load(str(programme), meeting_date, unit, programme.parent)
    return as_workbook(Report(review, lang))


def as_workbook(report: Report) -> bytes:
    """Make the workbook of a report that stands in a notebook, with what was handed to it."""
    cells, made = Cells(report), io.BytesIO()
    rows = {sheet.table: [*sheet.rows(cells)] for sheet in SHEETS}
    shown = [sheet for sheet in SHEETS if rows[sheet.table]]
    with Workbook(made, {"in_memory": True}) as book:
        writer = _Writer(book, report)
        writer.describe()
        writer.contents([*shown, NOTES] if cells.notes else shown)
        for sheet in shown:
            writer.sheet(sheet, rows[sheet.table])
        if cells.notes:
            notes = [[report.say("[note {number}]", number=n), t] for t, n in cells.notes.items()]
            writer.sheet(NOTES, notes)
    return made.getvalue()


CONTENTS = Sheet(
    "contents", N_("Contents"), "", [N_("Sheet"), N_("What it holds")], lambda _: iter([])
)
NOTES = Sheet("notes", N_("Notes"), N_("Notes"), [N_("Note"), N_("Text")], lambda _: iter([]))


@dataclass(frozen=True)
class _Writer:
    """Writes sheets into a workbook."""

    book: Workbook
    report: Report
    formats: dict[str, Format] = field(default_factory=dict)

    def describe(self) -> None:
        """Say what the workbook is, in which language."""
        self.book.set_properties({"title": self._title, "created": WRITTEN_ON})
        self.book.set_custom_property("Language", self.report.code)

    @property
    def _title(self) -> str:
        known, words = self.report.review.known, self.report.wording
        return words.local(known.package.programme, "title")

    @property
    def _origin(self) -> str:
        """Say which programme, unit and meeting it is of, and whether its figures are made up."""
        known, report = self.report.review.known, self.report
        parts = [str(known.package.programme["code"]), report.wording.title_of("unit", known.unit)]
        parts += [report.language.date(known.meeting["meeting_date"])]
        parts += [report.say("Made-up figures")] if known.package.programme["synthetic"] else []
        return " · ".join(parts)

    def contents(self, sheets: Sequence[Sheet]) -> None:
        """Write the first sheet, whose names lead to the others."""
        say = self.report.say
        rows = [[self.name(sheet), say(sheet.title)] for sheet in sheets]
        about = say(
            "Each sheet holds one table. An empty cell means that there is nothing to say there; "
            "what the source does not say and what was not entered are said so."
        )
        sheet, first = self._begin(CONTENTS, [self._title, self._origin, about]), 3
        self._table(sheet, CONTENTS, first, rows)
        for n, row in enumerate(rows, first + 1):
            sheet.write_url(n, 0, f"internal:'{row[0]}'!A1", self._format(link=1), str(row[0]))

    def sheet(self, sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> None:
        """Write a table onto a sheet of its own."""
        say = self.report.say
        about = say("This sheet holds one table.")
        if "Notes" in sheet.header:
            about = say(
                "This sheet holds one table; marks in square brackets lead to the sheet “{name}”.",
                name=self.name(NOTES),
            )
        page = self._begin(sheet, [say(sheet.title), self._origin, about])
        self._table(page, sheet, 3, rows)
        page.freeze_panes(4, 0)

    def name(self, sheet: Sheet) -> str:
        """Name a sheet in the language of the report."""
        return self.report.say(sheet.name)[:LONGEST_NAME]

    def _begin(self, sheet: Sheet, lines: Sequence[str]) -> Worksheet:
        page = self.book.add_worksheet(self.name(sheet))
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(0.4, 0.4, 0.4, 0.4)
        for n, (line, look) in enumerate(zip(lines, ({"big": 1}, {}, {}), strict=True)):
            page.write_string(n, 0, _plain(line), self._format(**look, alone=1))
        page.set_row(0, 24)
        return page

    def _table(
        self, page: Worksheet, sheet: Sheet, first: int, rows: Sequence[Sequence[Cell]]
    ) -> None:
        """Write a table with its header, and give each column the width that it needs."""
        header = [self.report.say(title) for title in sheet.header]
        look = {"name": sheet.table, "autofilter": False, "style": "Table Style Light 1"}
        look |= {"columns": [{"header": h, "header_format": self._format(head=1)} for h in header]}
        page.add_table(first, 0, first + len(rows), len(header) - 1, look)
        for n, row in enumerate(rows, first + 1):
            for m, cell in enumerate(row):
                self._write(page, n, m, cell)
        texts = [header, *([self._shown(cell) for cell in row] for row in rows)]
        widths = _widths([*zip(*texts, strict=True)])
        for m, width in enumerate(widths):
            page.set_column(m, m, width)
        # Not every program makes a row as high as its texts.
        for n, row in enumerate(texts, first):
            lines = [len(wrap(text, width - FREE)) for text, width in zip(row, widths, strict=True)]
            page.set_row(n, min(LINE * max([1, *lines]), HIGHEST))
        page.repeat_rows(first)

    def _write(self, page: Worksheet, n: int, m: int, cell: Cell) -> None:
        """Write a cell as what it is; a text that begins like a formula stays a text."""
        if isinstance(cell, Number):
            page.write_number(n, m, Written(cell.value), self._format(number=self._pattern(cell)))
        elif isinstance(cell, pd.Timestamp):
            page.write_datetime(n, m, cell.to_pydatetime(), self._format(number="dd/mm/yyyy"))
        elif cell:
            page.write_string(n, m, _plain(cell), self._format())
        else:
            page.write_blank(n, m, None, self._format())

    def _pattern(self, number: Number) -> str:
        """Show a number with its decimals, and words around it that keep it a number."""
        pattern = "#,##0" + ("." + "0" * number.decimals if number.decimals else "")
        before, _, after = self._around(number, "\0").replace('"', "").partition("\0")
        return "".join([f'"{before}"' * bool(before), pattern, f'"{after}"' * bool(after)])

    def _around(self, number: Number, written: str) -> str:
        """Write the words of its qualifier and its mark around a number."""
        qualified = QUALIFIED.get(number.qualifier, "{number}")
        return self.report.say(qualified, number=written) + number.mark

    def _shown(self, cell: Cell) -> str:
        if isinstance(cell, Number):
            number = self.report.language.number(cell.value, cell.decimals)
            # A number is shown on one line, or not at all.
            return "_".join(self._around(cell, number).split())
        return "00/00/0000" if isinstance(cell, pd.Timestamp) else cell

    def _format(self, **look: Any) -> Format:
        """Make a format, each once."""
        key = repr(sorted(look.items()))
        if key not in self.formats:
            said: dict[str, Any] = {"valign": "top"}
            said |= {} if "alone" in look else {"text_wrap": True, "align": "left", "indent": 1}
            said |= {"bold": True, "font_size": 14} if "big" in look else {}
            said |= {"bold": True, "valign": "bottom"} if "head" in look else {}
            said |= {"num_format": look["number"], "align": "right"} if "number" in look else {}
            said |= {"font_color": COLOURS["first"], "underline": 1} if "link" in look else {}
            self.formats[key] = self.book.add_format(said)
        return self.formats[key]


def _plain(text: str) -> str:
    """Give a text; XlsxWriter would take one between <r> and </r> for its own markup."""
    return f" {text}" if text.startswith("<r>") else text


def _widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """Give columns room for their longest texts in a few lines, the fewest that fit on a page."""
    for lines in (1, 2, 3):
        widths = [_width(texts, lines) for texts in columns]
        if sum(widths) <= PAGE:
            break
    return widths


def _width(texts: Sequence[str], lines: int) -> int:
    # The header is bold.
    words = [len(word) + (n == 0) for n, text in enumerate(texts) for word in text.split()]
    return min(max(NARROWEST, ceil(max(map(len, texts)) / lines), *words), WIDEST) + FREE
