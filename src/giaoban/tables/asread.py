"""How a cell is read as people read it, and what keeps it from being read at all."""

import re
from collections.abc import Callable

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import hidden_sign, is_broken, is_of_an_old_font, without_midnight
from giaoban.tables.schema import Schema, is_free_text

# What is wrong, and what is expected.
Flaw = tuple[str | Text, str | Text]
LOST = (
    N_("letters were lost"),
    N_("take the text from where its letters are whole, and save the file as CSV UTF-8"),
)
OLD_FONT = (
    N_("letters of an old font (TCVN3 or VNI)"),
    N_("turn them into Unicode, and save the file as CSV UTF-8"),
)
RAISED = (N_("raised or lowered digits"), N_("say in a note what a mark like this says"))
LINES = (N_("several lines"), N_("expected one value in a cell"))
# No title has more letters, and no cell of a spreadsheet.
LONGEST, LONGEST_NOTE = 500, 32_767
_NOTES = ("note", "text", "derivation", "locator")
_WHOLE = re.compile(r"([0-9]+)\.0")
_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2070-\u209c]")
# Not those of m² and 10⁶.
_MARK = re.compile("(?<!m)(?<!10)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")


def as_read(text: str, field: Schema) -> str:
    """Write a value that a program wrote in another way as people write it.

    A day at midnight is the day; an id or period that became a broken number, such as ``2021.0``,
    is the whole one.
    """
    if field["type"] == "date":
        return without_midnight(text)
    whole = _WHOLE.fullmatch(text) if "pattern" in field.get("constraints", {}) else None
    return whole[1] if whole else text


def written_anew(cells: pd.Series, write: Callable[[str], str]) -> pd.Series:
    """Write each value of a column anew that is to be written in another way."""
    written = {cell: write(cell) for cell in cells.dropna().unique()}
    other = {cell: text for cell, text in written.items() if cell != text}
    return cells.replace(other).astype("str") if other else cells


def flaw(text: str, field: Schema) -> Flaw | None:
    """Tell what keeps a text from being what people read there; None where nothing does."""
    if text.isascii() and text.isprintable() and "?" not in text and len(text) <= LONGEST:
        return None
    most = LONGEST_NOTE if field["name"].startswith(_NOTES) else LONGEST
    if len(text) > most:
        expected = Text(N_("expected at most {most}: say it more briefly"), most=most)
        return Text(N_("{number} letters"), number=len(text)), expected
    prose = is_free_text(field)
    if prose and is_broken(text):
        return LOST
    if prose and is_of_an_old_font(text):
        return OLD_FONT
    if sign := hidden_sign(text, prose):
        problem = Text(N_("a sign that nobody sees, {sign}"), sign=sign)
        return problem, N_("delete it, or type the cell anew")
    if not prose and _LINE_BREAK.search(text):
        return LINES
    if (
        _MARK.search(text)
        if field["name"].startswith("title")
        else not prose and _RAISED.search(text)
    ):
        return RAISED
    return None
