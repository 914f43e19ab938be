"""What the XML of a sheet says and calamine does not: hidden rows, percents, errors, formulas."""

import re
from array import array
from dataclasses import dataclass, field
from functools import lru_cache

from defusedxml.ElementTree import DefusedXMLParser, fromstring
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.workbook.richtext import Looks, Run, look

# So many cells a sheet may span; a single one far away would make the rest of them.
MOST_CELLS = 10_000_000
# What spreadsheets call XFD: hiding all columns from one on names it.
LAST_COLUMN = 16_384
# Number formats that a file need not write out.
BUILT_IN = {
    "14": "dd/mm/yyyy",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
}
BUILT_IN |= {"37": "#,##0", "38": "#,##0", "39": "#,##0.00", "40": "#,##0.00"}
BUILT_IN |= {"41": "#,##0", "42": "#,##0", "43": "#,##0.00", "44": "#,##0.00"}
# What a number format shows as it stands: quoted, escaped, padded or in brackets.
LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
# Somebody who formats whole columns leaves a million of them.
_BLANK_ROW = re.compile(rb'<row (?![^<>]*hidden=)(?=[^<>]*r=")[^<>]*(?:/>|>(?:<c [^<>]*/>)*</row>)')
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]+)")

Place = tuple[int, int]
_PLAIN = Looks()


@dataclass
class SheetMarks:
    """What stands in the cells of a sheet beside their values; rows and columns count from 1.

    Attributes
    ----------
    hidden_rows, hidden_columns : set of int
        Those that are not shown.
    percents : set of (row, column)
        Numbers that are shown as percent: 0.978 as 97.8%.
    errors : dict of (row, column) to str
        Cells with an error, such as ``#REF!``.
    uncalculated : dict of (row, column) to str
        Formulas whose value is not in the file.
    fonts : dict of (row, column) to list of Run
        The text of cells of which a part is raised, lowered or struck out; no text where it is the
        whole.
    codes : dict of int to str
        The number formats of the workbook, but for General.
    styles : dict of int to array
        By column, the rows of the numbers and days that have such a format, each with its code.
        They are many: few columns are asked for.
    rows, columns : int
        How far cells with something in them reach.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncalculated: dict[Place, str] = field(default_factory=dict)
    fonts: dict[Place, list[Run]] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict, compare=False)
    styles: dict[int, "array[int]"] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    def formats(self, column: int) -> dict[int, str]:
        """Give how the numbers and days of a column are shown, by their rows."""
        pairs = iter(self.styles.get(column, ()))
        return {row: self.codes[style] for row, style in zip(pairs, pairs, strict=True)}

    @property
    def last(self) -> str:
        """The cell down to which they reach."""
        return f"{letters(self.columns)}{self.rows}"


def letters(column: int) -> str:
    """Call a column as spreadsheets do: 1 is A, 27 is AA."""
    called: str = xl_col_to_name(column - 1)
    return called


@lru_cache(LAST_COLUMN)
def _number(called: str) -> int:
    return int(xl_cell_to_rowcol(f"{called.upper()}1")[1]) + 1


def number_formats(xml: bytes) -> dict[int, str]:
    """Give the number format of each cell style of a ``styles.xml``, where it is not General."""
    styles = fromstring(xml)
    codes = BUILT_IN | {
        template.get("numFmtId", ""): template.get("formatCode", "")
        for template in styles.findall("{*}numFmts/{*}numFmt")
    }
    used = enumerate(styles.findall("{*}cellXfs/{*}xf"))
    told = {n: codes.get(style.get("numFmtId", ""), "") for n, style in used}
    return {n: code for n, code in told.items() if code not in ("", "General")}


def shows_percent(code: str) -> bool:
    """Say whether a number format shows a number as percent: 0.978 as 97.8%."""
    return "%" in LITERAL.sub("", code)


def read_marks(
    place: str,
    xml: bytes,
    formats: dict[int, str],
    stale: bool,
    looks: Looks = _PLAIN,
) -> SheetMarks:
    """Go once through the XML of a sheet.

    Parameters
    ----------
    place : str
        What the sheet is called, with its file.
    xml : bytes
        The sheet.
    formats : dict of int to str
        From `number_formats`.
    stale : bool
        Whether no value of a formula in the file counts.
    looks : Looks
        The fonts of the workbook.

    Raises
    ------
    GiaobanError
        Where there are more than `MOST_CELLS`, empty ones among them, or more hidden columns than
        a sheet has.
    """
    reader = _Reader(place, formats, stale, looks)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    filled = _BLANK_ROW.sub(b"", xml)
    if filled.count(b"<c") > MOST_CELLS:
        template = N_(
            "{place}: more than {most} cells, delete the rows and columns beyond the table"
        )
        raise GiaobanError(template, place=place, most=MOST_CELLS)
    parser.feed(filled)
    parser.close()
    return reader.marks


class _Reader:
    """Takes the elements of a sheet as they come, and keeps none of them."""

    def __init__(self, place: str, formats: dict[int, str], stale: bool, looks: Looks) -> None:
        self.place, self.stale, self.looks = place, stale, looks
        self.percents = {style for style, code in formats.items() if shows_percent(code)}
        self.marks = SheetMarks(codes=formats)
        self.row = self.column = self.hidden = 0
        self.cell: dict[str, str] | None = None
        self.held: dict[str, str] = {}
        self.runs: list[Run] = []
        self.font: dict[str, str | None] | None = None
        self.part = ""

    def start(self, tag: str, about: dict[str, str]) -> None:
        name, hidden = tag.rpartition("}")[2], about.get("hidden") in ("1", "true")
        if name == "c":
            self.cell, self.held, self.runs, self.font = about, {}, [], None
        elif self.cell is not None:
            self.part = name
            self.held.setdefault(name, "")
            self._read_font(name, about)
        elif name == "row":
            self.row, self.column = int(about.get("r", self.row + 1)), 0
            if hidden:
                self.marks.hidden_rows.add(self.row)
        elif name == "col" and hidden:
            columns = range(int(about["min"]), min(int(about["max"]), LAST_COLUMN) + 1)
            self.hidden += len(columns)
            if self.hidden > LAST_COLUMN:
                template = N_(
                    "{place}: more than {most} hidden columns, show them and save it anew"
                )
                raise GiaobanError(template, place=self.place, most=LAST_COLUMN)
            self.marks.hidden_columns.update(columns)

    def _read_font(self, name: str, about: dict[str, str]) -> None:
        """Take note of the font of a part of a text."""
        if name in ("r", "rPr"):
            self.font = {} if name == "rPr" else None
        elif self.font is not None:
            self.font[name] = about.get("val")

    def data(self, text: str) -> None:
        if self.part:
            self.held[self.part] += text
        # Behind the parts may stand how they are pronounced.
        if self.part == "t" and "r" in self.held and "rPh" not in self.held:
            self.runs.append(Run(text, look(self.font.items()) if self.font is not None else None))

    def end(self, tag: str) -> None:
        self.part = ""
        if self.cell is not None and tag.rpartition("}")[2] == "c":
            place = self._place(self.cell.get("r", ""))
            if self.held:
                self._keep(place, self.cell)
            self.cell = None

    def _place(self, called: str) -> Place:
        """Place a cell where its name says, whatever its row does; one without after the last."""
        named = _PLACE.fullmatch(called)
        self.column = _number(named[1]) if named else self.column + 1
        return int(named[2]) if named else self.row, self.column

    def _keep(self, place: Place, about: dict[str, str]) -> None:
        """Keep what is remarkable of a cell that holds something."""
        marks = self.marks
        marks.rows, marks.columns = max(marks.rows, place[0]), max(marks.columns, place[1])
        kind, value = about.get("t", "n"), self.held.get("v", "").strip()
        if runs := self.looks.of_cell(about, value, self.runs):
            marks.fonts[place] = runs
        if "f" in self.held and (self.stale or not (value or kind == "str")):
            marks.uncalculated[place] = f"={self.held['f']}"
        elif kind == "e":
            marks.errors[place] = value
        elif kind == "n":
            style = int(about.get("s", 0))
            if style in self.percents:
                marks.percents.add(place)
            if style in marks.codes:
                marks.styles.setdefault(place[1], array("I")).extend((place[0], style))
