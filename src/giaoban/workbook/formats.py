"""How a workbook looks: the formats of its cells, the widths of its columns."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from giaoban.language import Language
from giaoban.style import COLOURS
from giaoban.tables import column_description, column_title, kept_in, spoken, table_schema
from giaoban.workbook.validation import shown_codes

# In characters. An explanation takes EXPLAINED lines, where the column does not grow too wide.
PROSE = {"text": 60, "title": 40, "note": 40, "derivation": 32, "locator": 32}
PLAIN, WIDEST, EXPLAINED = 14, 60, 5
# Of a header's own cell the button of its filter takes so many.
FILTER = 5
# In points: a line of a cell, and one of an explanation, whose letters are smaller.
LINE, SMALL_LINE = 15, 12.5
SMALLER = 1.3
# What a spreadsheet shows as it was written.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,13})(?:\.\d{0,5}[1-9])?")

CELL_FORMAT: dict[str, Any] = {"valign": "top", "align": "left"}
# Text cells keep what is typed: 2021, 14 % and 2023-01/2023-06 stay just so, = begins no formula.
# A number cell of no set format shows as percent what is typed so, by which the reader knows it;
# one of a set format would show 0.98 for 97.8%.
COLUMN_FORMATS: dict[str, dict[str, Any]] = {
    "string": {"num_format": "@"},
    "boolean": {"num_format": "@"},
    "number": {"align": "right", "indent": 1},
    "integer": {"num_format": "0", "align": "right", "indent": 1},
}


@dataclass(frozen=True)
class Column:
    """A column of a sheet, as it is shown.

    Attributes
    ----------
    name, kind, title, description : str
        Its name and type in the schema, and what stands over it.
    compulsory, prose : bool
        Whether it is to be filled in, and whether it holds sentences.
    width : int
        In characters.
    codes : dict of str to str
        What is shown for each code that it may hold.
    shown_by : sequence of str
        Of a column that somebody added, the number format of each of its cells, empty where that
        is General.
    """

    name: str
    kind: str
    title: str
    description: str
    compulsory: bool
    prose: bool
    width: int
    codes: dict[str, str]
    shown_by: Sequence[str] = ()

    @property
    def explained(self) -> int:
        """Count the lines that its explanation takes."""
        return len(wrap(self.description, int(self.width * SMALLER)))

    def lines(self, text: str) -> int:
        """Count the lines that a cell takes."""
        if not self.prose:
            return 1
        return sum(len(wrap(line, int(self.width * 1.1))) or 1 for line in text.split("\n"))


def column(
    table: str, name: str, longest: int, lang: Language, ids: dict[str, str] | None = None
) -> Column:
    """Give a column of a table, whose longest cell has so many signs, in a language.

    ``ids`` gives the title that stands for each id that it may hold.
    """
    schema = next(f for f in table_schema(table)["fields"] if f["name"] == name)
    title = column_title(table, name, lang.code)
    description = column_description(table, name, lang.code)
    prose = PROSE.get(name.partition("_")[0], 0) if schema["type"] == "string" else 0
    needed = max(PLAIN, prose, len(title) + FILTER, ceil(len(description) / EXPLAINED))
    codes = ids or shown_codes(schema, lang)
    longest = max(map(len, codes.values()), default=longest)
    needed = needed if prose else max(needed, longest + 2)
    told = any(name in pair for pair in spoken(table)) and name.endswith(f"_{kept_in(lang.code)}")
    compulsory = told or schema.get("constraints", {}).get("required", False)
    width = min(needed, WIDEST)
    return Column(name, schema["type"], title, description, compulsory, prose > 0, width, codes)


def own_column(name: str, cells: Iterable[str], shown_by: Sequence[str] = ()) -> Column:
    """Give a column that somebody added, with its cells; numbers stay numbers."""
    told = [cell for cell in cells if cell]
    kind = "number" if all(map(_NUMBER.fullmatch, told)) else "string"
    width = min(max([PLAIN, len(name) + FILTER, *map(len, told)]), WIDEST)
    about = Column(name, kind, name, "", compulsory=False, prose=False, width=width, codes={})
    return replace(about, shown_by=shown_by)


@dataclass(frozen=True)
class Formats:
    """The formats of a workbook."""

    book: Workbook
    title: Format
    hint: Format
    explanation: Format
    headers: dict[bool, Format]
    cells: dict[tuple[str, bool], Format]

    def of(self, column: Column) -> Format:
        """Give the format of a column; of one that somebody added that of most of its numbers."""
        codes = Counter(filter(None, column.shown_by))
        if not codes:
            return self.cells[column.kind, column.prose]
        return self.shown_by(codes.most_common(1)[0][0])

    def shown_by(self, code: str) -> Format:
        """Give the format of a cell with a number format that somebody gave it."""
        return self.book.add_format(CELL_FORMAT | COLUMN_FORMATS["number"] | {"num_format": code})


def formats(book: Workbook, lang: Language) -> Formats:
    """Make the formats of a workbook; dates are shown as its language has them."""
    date = {"num_format": "yyyy-mm-dd" if lang.code == "en" else "dd/mm/yyyy"}
    muted = {"font_color": COLOURS["muted"], "valign": "top"}
    header = {"bold": True, "valign": "vcenter", "border": 1, "border_color": COLOURS["paper"]}
    filled = {"bg_color": COLOURS["first"], "font_color": COLOURS["paper"]}
    faint = {"bg_color": COLOURS["rule"], "font_color": COLOURS["ink"]}
    below = {"bottom": 1, "bottom_color": COLOURS["muted"], "text_wrap": True, "font_size": 9}
    kinds = COLUMN_FORMATS | {"date": date}
    return Formats(
        book,
        book.add_format({"bold": True, "font_size": 16, "font_color": COLOURS["ink"]}),
        book.add_format(muted),
        book.add_format(muted | below | {"italic": True}),
        {True: book.add_format(header | filled), False: book.add_format(header | faint)},
        {
            (kind, prose): book.add_format(CELL_FORMAT | shown | {"text_wrap": prose})
            for kind, shown in kinds.items()
            for prose in (True, False)
        },
    )
