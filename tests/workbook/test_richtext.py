"""Digits that are raised or struck out are none of the number before them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from giaoban.workbook.reader import read_workbook
from giaoban.workbook.richtext import Look, Run, look, read_looks, shown

HEADER = ["indicator", "unit", "period", "value", "as_published", "reported_on", "note_vi"]
RAISED = "raised or lowered digits (found {}), say in a note what a mark like this says"
STRUCK = "struck out (found {}), delete what is struck out, or take the line away"


def rich(*parts: Any) -> CellRichText:
    return CellRichText(*parts)


def part(text: str, **font: Any) -> TextBlock:
    return TextBlock(InlineFont(**font), text)


@pytest.fixture
def book(tmp_path: Path) -> Callable[[str, Any, Font | None], tuple[list[str], Any]]:
    """Give a function that writes one cell of figures, and reads faults and the text of it."""

    def read(column: str, value: Any, font: Font | None = None) -> tuple[list[str], Any]:
        path = tmp_path / "a.xlsx"
        with xlsxwriter.Workbook(path) as made:
            made.add_worksheet("figures").write_row(0, 0, HEADER)
        opened = load_workbook(path, rich_text=True)
        cells: list[Any] = ["a", "b", "2021", 97.8, "97,8", "2023-03-14", "x"]
        for n, given in enumerate(cells, 1):
            opened["figures"].cell(2, n, given)
        cell = opened["figures"].cell(2, HEADER.index(column) + 1, value)
        if font:
            cell.font = font
        opened.save(path)
        table = read_workbook(path).tables["figures"]
        faults = [str(table.placed(fault)).split(": ", 1)[1] for fault in table.unread]
        return faults, table.frame[column].tolist()[0]

    return read


Book = Callable[..., tuple[list[str], Any]]


@pytest.mark.parametrize("place", ["superscript", "subscript"])
@pytest.mark.parametrize("column", ["value", "as_published", "unit", "period", "reported_on"])
def test_a_raised_mark_behind_a_value_is_a_fault(book: Book, column: str, place: str) -> None:
    faults, _ = book(column, rich("97,8", part("1", vertAlign=place)))
    assert faults == [RAISED.format("97,8¹" if place == "superscript" else "97,8₁")]


def test_a_raised_digit_of_prose_stays_raised(book: Book) -> None:
    assert book("note_vi", rich("Đất 5 m", part("2", vertAlign="superscript"))) == ([], "Đất 5 m²")


@pytest.mark.parametrize("column", ["value", "as_published", "note_vi"])
def test_what_is_struck_out_is_a_fault(book: Book, column: str) -> None:
    assert book(column, rich("15", part("3", strike=True)))[0] == [STRUCK.format("153")]


def test_a_whole_cell_may_be_struck_out_or_raised_by_its_style(book: Book) -> None:
    assert book("value", 150, Font(strike=True))[0] == [STRUCK.format("150")]
    assert book("value", 150, Font(vertAlign="superscript"))[0] == [RAISED.format("¹⁵⁰")]
    assert book("note_vi", "thôi", Font(strike=True))[0] == [STRUCK.format("thôi")]


@pytest.mark.parametrize("font", [{"b": True}, {"strike": False}, {"vertAlign": "baseline"}])
def test_other_fonts_change_nothing(book: Book, font: dict[str, Any]) -> None:
    assert book("as_published", rich("97,", part("8", **font))) == ([], "97,8")


def test_a_space_that_is_struck_out_changes_nothing(book: Book) -> None:
    assert book("as_published", rich("97,8", part(" ", strike=True))) == ([], "97,8")


def test_texts_that_cells_share_are_told_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("figures")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["a", "b", "2021"])
        raised = made.add_format({"font_script": 1})
        sheet.write_rich_string(1, 3, "97,8", raised, "1")
    (fault,) = read_workbook(path).tables["figures"].unread
    assert str(fault.found) == "97,8¹"


def test_a_font_says_how_it_looks() -> None:
    assert look([("strike", None)]) == Look(struck=True)
    assert look([("strike", "0"), ("vertAlign", "superscript")]) == Look("superscript")
    assert shown([Run("a_x000D_b", None), Run("10-", Look("superscript"))]) == "a\rb¹⁰⁻"


def test_a_workbook_of_plain_fonts_has_nothing_to_tell() -> None:
    looks = read_looks(b"<styleSheet/>", b"")
    assert (looks.styles, looks.shared) == ({}, {})
    assert looks.of_cell({"s": "3"}, "150", []) == []
