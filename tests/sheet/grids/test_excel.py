from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from workbooks import change

from giaoban.errors import GiaobanError
from giaoban.sheet.grids.excel import cell_of, read_xls, read_xlsx
from giaoban.sheet.grids.grid import Cell


@pytest.fixture
def book() -> Workbook:
    return Workbook()


def shown(book: Workbook, path: Path) -> list[list[str]]:
    book.save(path)
    return [[cell.text for cell in row] for row in read_xlsx(path)[0].rows]


@pytest.mark.parametrize("value", [1.7976931348623157e308, -1e30, 2.0**53, float("inf")])
def test_a_number_too_large_to_be_told_from_its_neighbour_is_a_text(value: float) -> None:
    assert cell_of(value, "#,##0.00") == Cell(str(value))


def test_cells_are_read_as_they_are_shown(book: Workbook, tmp_path: Path) -> None:
    sheet = book.worksheets[0]
    sheet.append(["Năm", 0.978, 98, "97,80"])
    sheet["B1"].number_format, sheet["C1"].number_format = "0.0%", "0.0"
    assert shown(book, tmp_path / "a.xlsx") == [["Năm", "97,8%", "98,0", "97,80"]]


def test_what_is_hidden_is_not_read(book: Workbook, tmp_path: Path) -> None:
    sheet = book.worksheets[0]
    for row in (["Năm 2023", "Năm 2024"], [1, 2], [3, 4]):
        sheet.append(row)
    sheet.column_dimensions["A"].hidden = sheet.row_dimensions[2].hidden = True
    book.create_sheet("Nháp").sheet_state = "hidden"
    assert shown(book, tmp_path / "a.xlsx") == [["", "Năm 2024"], ["", ""], ["", "4"]]
    assert len(read_xlsx(tmp_path / "a.xlsx")) == 1


def test_a_raised_digit_is_the_mark_of_a_footnote_and_what_is_struck_out_is_gone(
    book: Workbook, tmp_path: Path
) -> None:
    sheet = book.worksheets[0]
    raised, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
    sheet["A1"] = CellRichText("97,8", TextBlock(raised, "1"))
    sheet["B1"] = CellRichText(TextBlock(struck, "97,8"), "98,1")
    sheet["C1"], sheet["C1"].font = 12, Font(strike=True)
    sheet["D1"] = "m²"
    book.save(tmp_path / "a.xlsx")
    (row,) = read_xlsx(tmp_path / "a.xlsx")[0].rows
    assert [(c.text, c.mark) for c in row] == [("97,8", "1"), ("98,1", ""), ("", ""), ("m²", "")]


def test_a_merged_cell_stands_in_its_whole_range_and_begins_once(
    book: Workbook, tmp_path: Path
) -> None:
    sheet = book.worksheets[0]
    sheet["A1"] = "Năm 2024"
    sheet.merge_cells("A1:B2")
    sheet["C2"] = "KH"
    book.save(tmp_path / "a.xlsx")
    rows = read_xlsx(tmp_path / "a.xlsx")[0].rows
    assert [[c.text for c in row] for row in rows] == [
        ["Năm 2024", "Năm 2024", ""],
        ["Năm 2024", "Năm 2024", "KH"],
    ]
    assert [[c.begins for c in row] for row in rows] == [[True, False, True], [False, False, True]]


def test_a_formula_without_its_value_is_no_number(book: Workbook, tmp_path: Path) -> None:
    sheet = book.worksheets[0]
    sheet["A1"] = "=1+1"
    assert shown(book, tmp_path / "a.xlsx") == [["=1+1"]]


def test_a_broken_workbook_is_refused_in_a_line(book: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book.save(path)
    change(path, "xl/workbook.xml", b"<sheets>", b"<sheets")
    with pytest.raises(GiaobanError, match=r"a\.xlsx: damaged"):
        read_xlsx(path)
    (tmp_path / "a.xls").write_bytes(b"no workbook")
    with pytest.raises(GiaobanError, match=r"a\.xls: cannot be read"):
        read_xls(tmp_path / "a.xls")
