import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
import xlsxwriter
from browsers import REPORTS
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from office import saved
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from pandas.testing import assert_frame_equal, assert_series_equal
from places import RAW
from workbooks import as_workbook, change, column

from giaoban.catalogues import languages
from giaoban.cli import main
from giaoban.language.letters import trimmed
from giaoban.programme.read import Examined, Package, examine, read_package, read_texts
from giaoban.render.run import Job, render
from giaoban.tables.filechecks import ONE_ROW
from giaoban.tables.schema import columns, table_schema
from giaoban.tables.titles import column_description
from giaoban.tables.types import convert
from giaoban.workbook.reader import read_workbook
from giaoban.workbook.sheetxml import letters

pytestmark = pytest.mark.slow

Save = Callable[[Workbook], Path]


@pytest.fixture
def book() -> Workbook:
    return as_workbook(RAW / "04-CTr-HU")


@pytest.fixture
def figures(book: Workbook) -> Worksheet:
    return book["figures"]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def saved(book: Workbook) -> Path:
        path = tmp_path / "04-CTr-HU.xlsx"
        book.save(path)
        return path

    return saved


def put(sheet: Worksheet, row: int, name: str, value: Any, number_format: str = "") -> None:
    cell = sheet.cell(row, column(sheet, name))
    cell.value = value
    if number_format:
        cell.number_format = number_format


@lru_cache(maxsize=1)
def _examined(path: Path, _content: bytes) -> Examined:
    return examine(path)


def examined_once(path: Path) -> Examined:
    """Read and check a workbook; once while it stays as it is."""
    return _examined(path, path.read_bytes())


def faults(path: Path) -> list[str]:
    examined = examined_once(path)
    by_check = [fault for check in examined.checks for fault in check.faults]
    assert sorted(map(str, by_check)) == sorted(map(str, examined.faults))
    return [str(fault) for fault in examined.faults]


def notes(path: Path) -> list[str]:
    return [str(note) for note in examined_once(path).package.notes]


def assert_same(one: Package, other: Package) -> None:
    assert one.name == other.name
    assert_series_equal(one.programme, other.programme)
    assert one.tables.keys() == other.tables.keys()
    for name, table in one.tables.items():
        assert_frame_equal(
            table.reset_index(drop=True), other.tables[name].reset_index(drop=True), obj=name
        )


@cache
def bundled(name: str) -> Package:
    return read_package(RAW / name)


def assert_reads_as_the_folder(path: Path) -> None:
    assert faults(path) == []
    assert_same(examined_once(path).package, bundled(path.stem))


@pytest.mark.parametrize("lang", ["", *languages()])
@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_a_workbook_gives_the_tables_of_the_csv_folder(
    name: str, lang: str, tmp_path: Path
) -> None:
    as_workbook(RAW / name, lang).save(tmp_path / f"{name}.xlsx")
    assert_reads_as_the_folder(tmp_path / f"{name}.xlsx")


@pytest.mark.parametrize("of", ["04-CTr-HU.vi", "demo.en"])
def test_a_workbook_gives_the_report_of_the_csv_folder_byte_for_byte(
    of: str, reports: Callable[[str], Path], tmp_path: Path
) -> None:
    name, day, unit, lang = REPORTS[of]
    book = tmp_path / f"{name}.xlsx"
    as_workbook(RAW / name, "vi").save(book)
    paths = render(Job(book, day, unit, lang, RAW, tmp_path))
    made = {path.relative_to(tmp_path): path.read_bytes() for path in paths}
    assert made == {path: (reports(name) / path).read_bytes() for path in made}
    assert made.keys() == {
        Path("reports", name, day, f"{unit}.{lang}.{end}") for end in ("html", "ipynb")
    }


def test_sheets_are_read_as_text_in_the_order_of_the_tables_with_the_place_of_each_cell(
    tmp_path: Path,
) -> None:
    book = as_workbook(RAW / "04-CTr-HU", "vi")
    book.move_sheet("Số liệu", -2)
    book.save(tmp_path / "a.xlsx")
    package = read_workbook(tmp_path / "a.xlsx")
    assert list(package.tables)[:3] == ["indicators", "figures", "definitions"]
    figures = package.tables["figures"]
    assert figures.file == "a.xlsx[Số liệu]"
    assert figures.frame["value"].head(2).to_dict() == {2: "93.75", 3: "97.8"}
    assert (figures.letters["value"], figures.headings["value"]) == ("D", "Giá trị")
    assert (figures.corner, figures.in_workbook) == ("A1", True)
    assert package.programme.frame["code"].tolist() == ["04-CTr/HU"]
    assert (package.faults, package.resources) == ([], None)


def test_titles_explanations_blank_rows_and_columns_are_passed_over(
    book: Workbook, save: Save
) -> None:
    for sheet in book:
        names = [str(cell.value) for cell in sheet[1]]
        explained = [column_description(sheet.title, name, "vi") for name in names]
        sheet.insert_rows(2)
        for n, text in enumerate(explained, 1):
            sheet.cell(2, n, text)
        sheet.insert_rows(1, 4)
        sheet["A1"] = "ỦY BAN NHÂN DÂN HUYỆN MỸ ĐỨC"
        sheet["A2"] = "Số liệu năm 2022"
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("A2:D2")
        sheet.insert_rows(8)
        sheet.insert_cols(1, 2)
        sheet.cell(5, 2, "STT")
        for row in range(6, sheet.max_row + 20):
            sheet.cell(row, 2, row - 5)
            sheet.cell(row, sheet.max_column + 3, "  ")
    assert_reads_as_the_folder(save(book))


def test_the_explanations_may_stand_over_the_header_and_the_header_again_under_it(
    book: Workbook, save: Save
) -> None:
    for sheet in book:
        names = [str(cell.value) for cell in sheet[1]]
        sheet.insert_rows(1)
        for n, name in enumerate(names, 1):
            sheet.cell(1, n, column_description(sheet.title, name, "en"))
        sheet.insert_rows(3)
        for n, name in enumerate(names, 1):
            sheet.cell(3, n, name.upper())
    assert_reads_as_the_folder(save(book))


def test_a_row_that_numbers_the_columns_is_passed_over(book: Workbook, save: Save) -> None:
    for sheet in book:
        sheet.insert_rows(2)
        for n in range(1, sheet.max_column + 1):
            sheet.cell(2, n, f"({n})" if sheet.title == "figures" else n)
    assert_reads_as_the_folder(save(book))


def test_offices_number_the_first_columns_by_letters(book: Workbook, save: Save) -> None:
    for sheet in book:
        sheet.insert_rows(2)
        sheet.cell(2, 1, "A")
        sheet.cell(2, 2, "B")
        for n in range(3, sheet.max_column + 1):
            sheet.cell(2, n, n - 2)
    assert_reads_as_the_folder(save(book))


def test_a_first_row_that_only_looks_numbered_is_a_row(book: Workbook, save: Save) -> None:
    units = book["units"]
    units.insert_rows(2)
    for name, value in (("unit", 1), ("title_vi", 2), ("title_en", 3)):
        put(units, 2, name, value)
    path = save(book)
    assert faults(path) == []
    assert read_package(path).tables["units"]["unit"].iloc[0] == "1"


@pytest.mark.parametrize("few", ["lower", "upper"])
def test_a_header_may_have_two_rows(
    few: str, figures: Worksheet, book: Workbook, save: Save
) -> None:
    names = {str(cell.value) for cell in figures[1]}
    lower = {"value", "qualifier"} if few == "lower" else names - {"indicator", "unit"}
    figures.insert_rows(2)
    for name in lower:
        place = column(figures, name)
        figures.cell(2, place, name)
        figures.cell(1, place).value = "Kết quả" if name == "value" else None
    assert_reads_as_the_folder(save(book))


def test_a_header_whose_second_row_names_one_column(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    place = column(figures, "value")
    figures.insert_rows(2)
    figures.cell(1, place, "Kết quả")
    figures.cell(2, place, "Giá trị")
    assert_reads_as_the_folder(save(book))


def test_a_column_called_a_debt_is_not_taken_for_the_number_of_the_row(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    place = figures.max_column + 1
    figures.cell(1, place, "Nợ")
    figures.cell(2, place, 12)
    path = save(book)
    assert faults(path) == []
    assert "[figures]: columns of your own, of which nothing is made: Nợ" in notes(path)[0]


def sign_off(sheet: Worksheet) -> int:
    """Sign a sheet as offices do, and give the last row of its table."""
    last, right = sheet.max_row, sheet.max_column
    sheet.cell(last + 2, right, "Mỹ Đức, ngày … tháng … năm 2023")
    sheet.cell(last + 3, 1, "Người lập biểu")
    sheet.cell(last + 3, right, "CHỦ TỊCH")
    sheet.cell(last + 7, 1, "Nguyễn Văn A")
    sheet.cell(last + 7, right + 1, "Trần Thị B")
    return last


def test_the_sign_off_under_a_table_is_passed_over_and_said(book: Workbook, save: Save) -> None:
    ends = {sheet.title: sign_off(sheet) for sheet in book}
    path = save(book)
    assert_reads_as_the_folder(path)
    said = "04-CTr-HU.xlsx[{}]: rows of remarks or sign-offs were passed over: {}–{}, {}"
    expected = [said.format(t, end + 2, end + 3, end + 7) for t, end in ends.items()]
    assert notes(path) == expected


@pytest.mark.parametrize(
    "cells",
    [
        {"indicator": "chi-so-moi"},
        {"value": 12},
        {"value": "12"},
        {"reported_on": date(2023, 3, 14)},
        {"as_published": "97,8%"},
    ],
)
def test_a_row_with_data_under_the_sign_off_is_never_passed_over(
    cells: dict[str, Any], figures: Worksheet, book: Workbook, save: Save
) -> None:
    row = sign_off(figures) + 9
    for name, value in cells.items():
        put(figures, row, name, value)
    path = save(book)
    assert [fault for fault in faults(path) if f"{row}: " in fault]
    assert notes(path) == []


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("sources", [("báo-cáo-15", "Nguồn: Cục Thống kê")]),
        ("units", [("Ghi chú: tên mới",), ("xã-mới", "Xã Mới", "Moi commune")]),
        ("definitions", [("đã ký", "Đã ký", "Signed")]),
    ],
)
def test_a_row_that_is_filled_in_is_never_passed_over(
    table: str, rows: list[tuple[str, ...]], book: Workbook, save: Save
) -> None:
    for row in rows:
        book[table].append(row)
    path = save(book)
    place = f"04-CTr-HU.xlsx[{table}]:A{book[table].max_row}"
    assert [fault for fault in faults(path) if fault.startswith(f"{place}: not a safe id")]
    assert notes(path) == []


def test_who_signs_right_under_the_columns_to_be_filled_in_is_passed_over(
    book: Workbook, save: Save
) -> None:
    sources = book["sources"]
    last = sources.max_row
    for row, cells in ((2, ("Người lập biểu", "THỦ TRƯỞNG")), (6, ("Nguyễn Văn A", "Trần Thị B"))):
        for place, text in enumerate(cells, 1):
            sources.cell(last + row, place, text)
    path = save(book)
    assert_reads_as_the_folder(path)
    (told,) = notes(path)
    assert told.endswith(f"passed over: {last + 2}, {last + 6}")


def test_a_row_filled_in_under_who_signs_is_never_passed_over(book: Workbook, save: Save) -> None:
    sources = book["sources"]
    last = sources.max_row
    for row, cells in ((2, ("Người lập biểu", "THỦ TRƯỞNG")), (3, ("bao-moi", "Báo mới"))):
        for place, text in enumerate(cells, 1):
            sources.cell(last + row, place, text)
    assert any(f"[sources]:A{last + 2}: not a safe id" in told for told in faults(save(book)))


@pytest.mark.parametrize("signed", [date(2023, 3, 14), datetime(2023, 3, 14), "Lan", "Trần Thị B"])
@pytest.mark.parametrize("signer", ["CHỦ TỊCH", "K/T CHỦ TỊCH", "Người lập"])
def test_a_date_or_a_name_below_who_signs_is_part_of_the_sign_off(
    signer: str, signed: Any, figures: Worksheet, book: Workbook, save: Save
) -> None:
    last = figures.max_row
    put(figures, last + 2, "indicator", "Nơi nhận:")
    put(figures, last + 2, "source", signer)
    put(figures, last + 4, "source", signed)
    path = save(book)
    assert_reads_as_the_folder(path)
    said = f"rows of remarks or sign-offs were passed over: {last + 2}, {last + 4}"
    assert notes(path) == [f"04-CTr-HU.xlsx[figures]: {said}"]


@pytest.mark.parametrize(
    ("signer", "column", "value"),
    [
        ("Người lập", "unit", "Lan"),
        ("Người lập", "value", date(2023, 3, 14)),
        ("CHỦ TỊCH", "indicator", "chi-so-moi"),
        ("Ghi chú: xem lại", "indicator", "Lan"),
    ],
)
def test_a_date_or_a_word_elsewhere_is_never_passed_over(
    signer: str, column: str, value: Any, figures: Worksheet, book: Workbook, save: Save
) -> None:
    row = figures.max_row + 2
    put(figures, row, "indicator", signer)
    put(figures, row + 2, column, value)
    path = save(book)
    assert [fault for fault in faults(path) if f"{row + 2}: " in fault]
    assert notes(path) == []


def test_a_date_under_a_column_of_dates_is_never_passed_over(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    row = figures.max_row + 2
    put(figures, row, "reported_on", "CHỦ TỊCH")
    put(figures, row + 1, "reported_on", date(2023, 3, 14))
    assert [fault for fault in faults(save(book)) if f"A{row + 1}: missing value" in fault]


def test_a_row_that_only_has_its_title_is_never_passed_over(book: Workbook, save: Save) -> None:
    units = book["units"]
    row = units.max_row + 1
    put(units, row, "title_vi", "Xã mới")
    told = faults(save(book))
    assert f"04-CTr-HU.xlsx[units]:A{row}: missing value, expected one in each row" in told


def test_codes_are_read_by_their_titles_in_any_language(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    put(figures, 2, "qualifier", "đúng bằng")
    put(figures, 3, "qualifier", "Exactly ")
    put(book["indicators"], 2, "better", "CANG CAO CANG TOT")
    put(book["indicators"], 3, "unit_measure", "Phần trăm")
    put(book["programme"], 2, "synthetic", "Không")
    path = save(book)
    assert faults(path) == []
    found, ours = (read_package(p).tables for p in (path, RAW / "04-CTr-HU"))
    assert found["figures"]["qualifier"].iloc[:2].tolist() == ["=", "="]
    for name in ("better", "unit_measure"):
        assert found["indicators"][name].tolist() == ours["indicators"][name].tolist()
    assert bool(read_package(path).programme["synthetic"]) is False


def test_a_title_that_is_none_is_a_fault_that_says_which_there_are(
    book: Workbook, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")
    put(book["indicators"], 2, "better", "tăng")
    (told,) = faults(save(book))
    assert "(hiện là tăng)" in told
    assert "“càng cao càng tốt” (up), “càng thấp càng tốt” (down)" in told


def test_numbers_typed_as_text_are_read(figures: Worksheet, book: Workbook, save: Save) -> None:
    put(figures, 2, "value", "'93,75\u00a0%")
    put(figures, 3, "value", " 97,8% ")
    put(figures, 2, "period", 2021)
    put(figures, 3, "period", "'2022")
    assert_reads_as_the_folder(save(book))


@pytest.mark.parametrize(
    "number_format", ["0%", "0.00%", "0,0 %", "#,##0.0%;[Red]-#,##0.0%", '[Red]0.0%" đạt"']
)
def test_a_number_shown_as_percent_is_read_as_it_is_shown(
    number_format: str, figures: Worksheet, book: Workbook, save: Save
) -> None:
    put(figures, 2, "value", 0.9375, number_format)
    put(figures, 3, "value", 0.978, number_format)
    put(figures, 3, "as_published", 0.978, number_format)
    path = save(book)
    assert faults(path) == []
    read = read_package(path).tables["figures"]
    assert list(read["value"][:2]) == [93.75, 97.8]
    assert read["as_published"].iloc[1] == "97.8%"


@pytest.mark.parametrize("number_format", ['0.0"%"', "0.0\\%", "0.0", "General", "@"])
def test_a_percent_sign_that_is_only_written_beside_a_number_changes_nothing(
    number_format: str, figures: Worksheet, book: Workbook, save: Save
) -> None:
    put(figures, 3, "value", 97.8, number_format)
    assert_reads_as_the_folder(save(book))


def test_a_number_of_three_decimals_has_one_meaning(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    put(figures, 2, "value", 1.234)
    put(figures, 2, "as_published", None)
    put(figures, 3, "value", 0.1 + 0.2)
    put(figures, 3, "as_published", None)
    path = save(book)
    assert faults(path) == []
    assert list(read_package(path).tables["figures"]["value"][:2]) == [1.234, 0.3]


def test_dates_are_read_as_cells_and_as_they_are_typed(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    put(figures, 2, "reported_on", "14/03/2023")
    put(figures, 3, "reported_on", "14/3/2023")
    put(figures, 4, "reported_on", datetime(2023, 3, 14), "dd/mm/yyyy")
    put(figures, 5, "reported_on", date(2023, 3, 14), "[$-42A]d mmmm yyyy")
    assert_reads_as_the_folder(save(book))


def test_days_that_count_from_1904_are_the_same_days(book: Workbook, save: Save) -> None:
    book.epoch = CALENDAR_MAC_1904
    assert_reads_as_the_folder(save(book))


def test_line_breaks_in_a_note_are_kept(figures: Worksheet, book: Workbook, save: Save) -> None:
    put(figures, 2, "note_vi", " dòng một\ndòng hai ")
    path = save(book)
    assert faults(path) == []
    assert read_package(path).tables["figures"]["note_vi"].iloc[0] == "dòng một\ndòng hai"


def test_what_is_hidden_is_read_and_said(figures: Worksheet, book: Workbook, save: Save) -> None:
    for row in (3, 5, 6):
        figures.row_dimensions[row].hidden = True
    figures.row_dimensions[500].hidden = True
    figures.column_dimensions["D"].hidden = True
    book["units"].sheet_state = "hidden"
    path = save(book)
    assert_reads_as_the_folder(path)
    assert notes(path) == [
        "04-CTr-HU.xlsx[figures]: hidden rows were read: 3, 5–6",
        "04-CTr-HU.xlsx[figures]: hidden columns were read: D",
        "04-CTr-HU.xlsx[units]: the sheet is hidden; it was read",
    ]


def test_remarks_and_empty_sheets_are_passed_over_and_said(book: Workbook, save: Save) -> None:
    book.create_sheet("Ghi chú")["A1"] = "Số liệu do văn phòng tổng hợp"
    book.create_sheet("Sheet2")
    book.create_chartsheet("Biểu đồ")
    path = save(book)
    assert_reads_as_the_folder(path)
    said = "04-CTr-HU.xlsx: sheets that hold no table were passed over: Ghi chú, Sheet2"
    assert notes(path) == [said]


CASES = [
    ("figures", 2, {"value": "many"}, "[figures]:D2: not a number (found many), expected"),
    ("figures", 2, {"value": "1.234"}, "[figures]:D2: ambiguous number (found 1.234)"),
    ("figures", 2, {"value": True}, "[figures]:D2: not a number (found true)"),
    ("figures", 2, {"value": date(2023, 5, 1)}, "[figures]:D2: a date where none belongs (found 2"),
    ("figures", 2, {"period": date(2021, 1, 1)}, "[figures]:C2: a date where none belongs (found"),
    ("figures", 2, {"indicator": date(2023, 4, 3)}, "[figures]:A2: a date where none belongs"),
    ("figures", 2, {"value": 101, "as_published": None}, "D2: percentage out of range (found 101)"),
    ("figures", 2, {"source": None}, "a value with no source"),
    ("figures", 2, {"unit": "nowhere"}, "[figures]:B2: broken foreign key (found nowhere)"),
    ("figures", 2, {"reported_on": "31/02/2023"}, "not a date (found 31/02/2023)"),
    ("figures", 2, {"reported_on": "hôm qua"}, "not a date (found hôm qua)"),
    (
        "figures",
        2,
        {"reported_on": datetime(2023, 3, 14, 10, 30)},
        "without the time, such as 2023-03-14",
    ),
    ("figures", 2, {"reported_on": None}, "missing value, expected one in each row"),
    ("figures", 2, {"period": 2019}, "[figures]:C2: period outside the programme (found 2019)"),
    ("figures", 2, {"period": 2022}, "[figures]:A3: duplicate key (found "),
    ("units", 2, {"unit": "../etc"}, "[units]:A2: not a safe id (found ../etc)"),
    ("indicators", 2, {"decimals": 1.5}, "not a whole number (found 1.5)"),
    (
        "programme",
        2,
        {"synthetic": 1},
        "[programme]:K2: not true or false (found 1), expected one of “yes” (true), “no” (false)",
    ),
    ("programme", 2, {"period": date(2021, 1, 1)}, "[programme]:"),
    ("programme", 2, {"unit": "nowhere"}, "broken foreign key (found nowhere)"),
    ("programme", 2, {"code": None}, "[programme]:A2: missing value"),
    ("figures", 2, {"value": "=45/48*100"}, "[figures]:D2: a formula without its value (found =45"),
]


@pytest.mark.parametrize(("table", "row", "cells", "told"), CASES, ids=[c[3] for c in CASES])
def test_a_spoilt_cell_is_named_as_the_spreadsheet_names_it(
    table: str, row: int, cells: dict[str, Any], told: str, book: Workbook, save: Save
) -> None:
    for name, value in cells.items():
        put(book[table], row, name, value)
    found = faults(save(book))
    assert [fault for fault in found if told in fault], found
    assert all(fault.startswith(f"04-CTr-HU.xlsx[{table}]:") for fault in found)
    places = [fault.split(": ")[0] for fault in found]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#NAME?"])
@pytest.mark.parametrize("name", ["value", "note_vi"])
def test_an_error_is_never_taken_for_an_empty_cell(
    name: str, error: str, figures: Worksheet, book: Workbook, save: Save
) -> None:
    cell = figures.cell(2, column(figures, name), error)
    cell.data_type = "e"
    told = f"04-CTr-HU.xlsx[figures]:{cell.coordinate}: an error instead of a value (found {error})"
    assert faults(save(book)) == [f"{told}, mend its formula"]


def test_a_formula_is_read_by_the_value_that_the_file_keeps(book: Workbook, save: Save) -> None:
    path = save(book)
    change(path, "xl/worksheets/sheet3.xml", b"<v>93.75</v>", b"<f>45/48*100</f><v>93.75</v>")
    (stale,) = faults(path)
    assert ":D2: a formula without its value (found =45/48*100)" in stale
    change(path, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")
    assert_reads_as_the_folder(path)


def test_a_last_row_of_formulas_without_their_values_is_a_row(book: Workbook, save: Save) -> None:
    figures = book["figures"]
    number, width = figures.max_row + 1, figures.max_column
    for n in range(1, width + 1):
        figures.cell(number, n, "=A2")
    path = save(book)
    change(path, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")
    told = {fault.partition("]:")[2].partition(" (")[0] for fault in faults(path)}
    assert told == {
        f"{letters(n)}{number}: a formula without its value" for n in range(1, width + 1)
    }


def test_a_value_that_stands_in_for_one_is_not_believed(
    book: Workbook, save: Save, tmp_path: Path
) -> None:
    path = tmp_path / "04-CTr-HU.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as written:
        for sheet in book:
            copy = written.add_worksheet(sheet.title)
            for n, row in enumerate(sheet.values):
                copy.write_row(n, 0, [c.isoformat() if isinstance(c, date) else c for c in row])
        written.get_worksheet_by_name("figures").write_formula("D2", "=45/48*100")
    assert faults(path) == [
        "04-CTr-HU.xlsx[figures]:D2: a formula without its value (found =45/48*100), "
        "open the workbook in Excel or LibreOffice and save it"
    ]


def test_cells_without_their_names_are_counted(book: Workbook, save: Save) -> None:
    put(book["figures"], 3, "value", 0.978, "0.0%")
    path = save(book)
    change(path, "xl/worksheets/sheet3.xml", b'r="D3" ', b"")
    assert_reads_as_the_folder(path)


def test_merged_cells_in_the_table_are_a_fault(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    figures.merge_cells("F2:F4")
    (told,) = [f for f in faults(save(book)) if "merged" in f]
    assert told.startswith("04-CTr-HU.xlsx[figures]:F2: merged cells (found F2:F4), unmerge them")


def test_a_number_of_the_row_that_is_merged_with_the_table_is_a_fault(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    place = column(figures, "qualifier")
    figures.insert_cols(place)
    figures.cell(1, place, "STT")
    figures.merge_cells(start_row=2, start_column=place, end_row=2, end_column=place + 1)
    (told,) = faults(save(book))
    assert "[figures]:F2: merged cells (found E2:F2), unmerge them" in told


def test_a_missing_column_names_the_row_of_the_header(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    figures.insert_rows(1, 3)
    figures["A1"] = "Số liệu"
    figures["D4"] = "Giá trị đạt được"
    told = faults(save(book))
    assert "04-CTr-HU.xlsx[figures]:A4: missing column “Value” (value), add it, or mend" in told[0]
    said = "04-CTr-HU.xlsx[figures]:D4: unknown column (found Giá trị đạt được), did you mean "
    assert f"{said}“Value” (value)?" in told


def test_a_fault_names_columns_and_tables_as_they_stand_in_the_workbook(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")
    book = as_workbook(RAW / "04-CTr-HU", "vi")
    sheet = book["Số liệu"]
    columns = {cell.value: n for n, cell in enumerate(sheet[1], 1)}
    sheet.cell(1, columns["Giá trị"], "GIÁ TRỊ (%)")
    sheet.cell(2, columns["Giá trị"], 12)
    sheet.cell(3, columns["Đơn vị"], "nowhere")
    told = faults(save(book))
    assert [f for f in told if "“GIÁ TRỊ (%)” (value) là 12: " in f]
    assert [f for f in told if "[Số liệu]:B3: " in f and "“Các đơn vị” (units)" in f]


def test_a_column_that_stands_twice_is_a_fault(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    figures.cell(1, 20, "Giá trị")
    said = "04-CTr-HU.xlsx[figures]:T1: column stands twice (found Giá trị), expected once"
    assert said in faults(save(book))


def test_what_stands_under_no_header_is_a_fault(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    figures["S3"] = "xem lại"
    (told,) = faults(save(book))
    assert told.startswith(
        "04-CTr-HU.xlsx[figures]:S1: unknown column, expected one of Indicator, Unit, "
    )


def test_a_sheet_without_a_header_is_a_fault(book: Workbook, save: Save) -> None:
    book["figures"].delete_rows(1)
    told = faults(save(book))
    assert told[0].startswith("04-CTr-HU.xlsx[figures]:A1: no header in the first 20 rows")


def test_an_empty_sheet_is_no_table(book: Workbook, save: Save) -> None:
    book["events"].delete_rows(1, 50)
    path = save(book)
    assert faults(path) == []
    assert notes(path) == ["04-CTr-HU.xlsx: sheets that hold no table were passed over: events"]
    book["figures"].delete_rows(1, 50)
    told = "04-CTr-HU.xlsx[figures]: missing table, expected the tables “Indicators” (indicators), "
    assert faults(save(book))[0].startswith(told)


@pytest.mark.parametrize(
    ("name", "meant"), [("unitss", "“Units” (units)"), ("Số liệu (2)", "“Figures” (figures)")]
)
def test_a_sheet_whose_name_is_nearly_a_tables_is_a_fault(
    name: str, meant: str, book: Workbook, save: Save
) -> None:
    book.create_sheet(name)["A1"] = "x"
    told = f"04-CTr-HU.xlsx[{name}]:A1: unknown table, did you mean {meant}?"
    assert faults(save(book)) == [told]


def test_a_sheet_that_holds_a_table_under_another_name_is_a_fault(
    figures: Worksheet, book: Workbook, save: Save
) -> None:
    figures.title = "Sheet1"
    told = faults(save(book))
    assert "04-CTr-HU.xlsx[Sheet1]:A1: unknown table, did you mean “Figures” (figures)?" in told
    assert [f for f in told if f.startswith("04-CTr-HU.xlsx[figures]: missing table")]


def test_two_sheets_for_one_table_are_a_fault(book: Workbook, save: Save) -> None:
    book.create_sheet("Số liệu")["A1"] = "x"
    assert (
        "04-CTr-HU.xlsx[Số liệu]:A1: table stands twice (found 04-CTr-HU.xlsx[figures]), expected once"
        in faults(save(book))
    )


def test_a_workbook_that_does_not_describe_its_programme_is_a_fault(
    book: Workbook, save: Save
) -> None:
    del book["programme"]
    told = faults(save(book))
    assert told[0].startswith("04-CTr-HU.xlsx[programme]: missing table, expected a sheet in")


@pytest.mark.parametrize("number", [0, 2])
def test_the_programme_describes_itself_in_one_row(number: int, book: Workbook, save: Save) -> None:
    sheet = book["programme"]
    row = [cell.value for cell in sheet[2]]
    sheet.delete_rows(2)
    for _ in range(number):
        sheet.append(row)
    path = save(book)
    assert [fault.check for fault in read_workbook(path).programme.faults] == [ONE_ROW]
    told = [f for f in faults(path) if "wrong number of rows" in f]
    assert told == [
        f"04-CTr-HU.xlsx[programme]:A1: wrong number of rows (found {number} rows), expected one, "
        "which describes the programme"
    ]


def test_libreoffice_opens_and_saves_a_workbook_and_it_still_reads(
    figures: Worksheet, book: Workbook, save: Save, tmp_path: Path
) -> None:
    put(figures, 2, "value", "=45/48", "0.00%")
    put(figures, 3, "value", 0.978, "0.0%")
    put(figures, 4, "reported_on", "=DATE(2023,3,14)", "dd/mm/yyyy")
    figures.insert_rows(1, 2)
    figures.row_dimensions[7].hidden = True
    figures["A1"] = "Số liệu"
    figures.merge_cells("A1:D1")
    path = saved(save(book), tmp_path / "saved", "xlsx:Calc MS Excel 2007 XML")
    assert_reads_as_the_folder(path)
    assert notes(path) == ["04-CTr-HU.xlsx[figures]: hidden rows were read: 7"]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20)
NUMBERS = st.decimals(-(10**6), 10**6, places=4).map(float) | st.integers(-(10**15), 10**15)
DAYS = st.dates(date(1900, 3, 1), date(2100, 12, 31))


@settings(max_examples=60)
@given(st.lists(st.tuples(NUMBERS | st.none(), DAYS | st.none(), TEXTS), min_size=1, max_size=6))
def test_what_is_typed_into_cells_is_what_is_read(rows: list[tuple[Any, Any, str]]) -> None:
    book = Workbook()
    sheet = book.create_sheet("figures")
    sheet.append(columns("figures"))
    for n, (number, day, text) in enumerate(rows, 2):
        put(sheet, n, "indicator", f"chi-so-{n}")
        put(sheet, n, "value", number)
        put(sheet, n, "reported_on", day)
        cell = sheet.cell(n, column(sheet, "note_vi"))
        cell.value, cell.data_type = text, "s"
    with TemporaryDirectory() as folder:
        path = Path(folder, "typed.xlsx")
        book.save(path)
        table = read_texts(path).tables["figures"]
    read, _ = convert(table.frame, table_schema("figures"), table.file, titled=True)
    wanted = pd.DataFrame(rows, columns=["value", "reported_on", "note_vi"])
    assert_series_equal(read["value"].reset_index(drop=True), wanted["value"].astype("float64"))
    days = pd.to_datetime(wanted["reported_on"]).dt.strftime("%Y-%m-%d")
    assert_series_equal(read["reported_on"].reset_index(drop=True).dt.strftime("%Y-%m-%d"), days)
    texts = [trimmed(text) or None for _, _, text in rows]
    assert [None if pd.isna(t) else t for t in read["note_vi"]] == texts


def test_the_report_says_what_is_hidden(book: Workbook, save: Save, tmp_path: Path) -> None:
    book["units"].sheet_state = "veryHidden"
    words = ["report", str(save(book)), "--lang", "en", "--out", str(tmp_path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0
    assert done.stderr.startswith("04-CTr-HU.xlsx[units]: the sheet is hidden; it was read\n")
    assert str(tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.en.html") in done.stdout


def test_the_command_checks_a_workbook_and_says_what_is_hidden(
    book: Workbook, save: Save, tmp_path: Path
) -> None:
    book["figures"].row_dimensions[4].hidden = True
    shutil.move(save(book), tmp_path / "other.xlsx")
    done = CliRunner().invoke(main, ["check", "other", "--raw", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (0, "other: 61 rows, no fault\n")
    assert done.stderr == "other.xlsx[figures]: hidden rows were read: 4\n"
    quiet = CliRunner().invoke(main, ["check", "other", "--raw", str(tmp_path), "--quiet"])
    assert (quiet.stdout, quiet.stderr) == ("", "")


@pytest.mark.parametrize(
    ("told", "title", "ids"),
    [
        (["Báo cáo 15", "Báo cáo 15"], ["Báo cáo 15"], ["bao-cao-15"] * 2),
        # Of two, or of what looks like an id, nobody knows which is meant.
        (["Báo cáo 15", "Báo cáo 16"], [], ["Báo cáo 15", "Báo cáo 16"]),
        (["bc-15", "bc-15"], [], ["bc-15"] * 2),
    ],
)
def test_the_words_beside_the_figures_are_the_source_while_there_is_one_alone(
    told: list[str], title: list[str], ids: list[str], tmp_path: Path
) -> None:
    made = Workbook()
    made.create_sheet("figures").append(["indicator", "value", "source"])
    for words in told:
        made["figures"].append(["a", 1, words])
    made.create_sheet("sources").append(["source", "title"])
    made.save(tmp_path / "a.xlsx")
    tables = read_workbook(tmp_path / "a.xlsx").tables
    assert tables["sources"].frame["title"].tolist() == title
    assert tables["figures"].frame["source"].tolist() == ids
    if title:
        made["sources"].append(["khac", "Another"])
        made.save(tmp_path / "a.xlsx")
        other = read_workbook(tmp_path / "a.xlsx").tables
        assert other["figures"].frame["source"].tolist() == told
