"""The results workbook, read back as anyone would: with openpyxl."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from places import RAW
from smallprogramme import TONNES, Row, small

from giaoban.analysis import Review, load
from giaoban.render.results import as_workbook
from giaoban.report import Report

HEADER = 4
NAMES = {
    "en": [
        "Contents",
        "Scorecard",
        "Office table",
        "Targets",
        "Statements",
        "To ask for",
        "Figures",
        "Notes",
    ],
    "vi": [
        "Mục lục",
        "Tổng hợp",
        "Biểu số liệu",
        "Chỉ tiêu",
        "Nhận định",
        "Việc cần yêu cầu",
        "Số liệu",
        "Chú thích",
    ],
}


def read(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def books(review: Review, demo_review: Review) -> dict[str, bytes]:
    """Give the workbook of each programme in a language."""
    return {
        "04-CTr-HU.en": as_workbook(Report(review, "en")),
        "04-CTr-HU.vi": as_workbook(Report(review, "vi")),
        "demo.en": as_workbook(Report(demo_review, "en")),
    }


@pytest.fixture(params=["04-CTr-HU.en", "04-CTr-HU.vi", "demo.en"])
def book(request: pytest.FixtureRequest, books: dict[str, bytes]) -> Workbook:
    return read(books[request.param])


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    header, *cells = sheet.iter_rows(min_row=HEADER)
    titles = [str(cell.value) for cell in header]
    return [dict(zip(titles, row, strict=True)) for row in cells]


def row_of(sheet: Worksheet, name: str) -> dict[str, Any]:
    return next(row for row in rows(sheet) if name in str(row["Indicator"].value))


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_each_thing_has_a_sheet_named_in_the_language(books: dict[str, bytes], lang: str) -> None:
    assert read(books[f"04-CTr-HU.{lang}"]).sheetnames == NAMES[lang]


def test_what_the_demo_has_more_of_has_sheets_too(books: dict[str, bytes]) -> None:
    names = read(books["demo.en"]).sheetnames
    assert {"Trends", "Changes", "Units"} < set(names)


def test_a_sheet_holds_one_marked_up_table_with_a_header_and_nothing_merged(book: Workbook) -> None:
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        first, last = table.ref.split(":")
        assert first == f"A{HEADER}"
        assert last == sheet.cell(sheet.max_row, sheet.max_column).coordinate
        titles = [cell.value for cell in sheet[HEADER]]
        assert titles == table.column_names
        assert len(set(titles)) == len(titles)
        assert table.autoFilter is None
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value and sheet["A2"].value and sheet["A3"].value
        filled = [any(cell.value for cell in row) for row in sheet.iter_rows(min_row=HEADER)]
        assert all(filled)


def test_the_first_sheet_leads_to_the_others(book: Workbook) -> None:
    sheet, *others = book.worksheets
    cells = [row[0] for row in sheet.iter_rows(min_row=HEADER + 1)]
    links = {cell.hyperlink.location for cell in cells if cell.hyperlink}
    assert links == {f"'{other.title}'!A1" for other in others}


def test_every_mark_of_a_note_leads_to_a_note_and_every_note_has_a_mark(book: Workbook) -> None:
    *sheets, notes = book.worksheets
    marks = {
        mark
        for sheet in sheets
        for row in sheet.iter_rows(min_row=HEADER + 1)
        for cell in row
        for mark in re.findall(r"\[[^\]]+ \d+\]", str(cell.value))
    }
    there = {str(row[0].value) for row in notes.iter_rows(min_row=HEADER + 1)}
    assert there
    assert marks == there


def test_headers_stay_in_view(book: Workbook) -> None:
    _, *others = book.worksheets
    assert {sheet.freeze_panes for sheet in others} == {f"A{HEADER + 1}"}


def test_the_workbook_says_its_title_and_language(books: dict[str, bytes]) -> None:
    book = read(books["04-CTr-HU.vi"])
    assert str(book.properties.title).startswith("Nâng cao năng lực lãnh đạo")
    assert book.custom_doc_props["Language"].value == "vi"  # type: ignore[attr-defined] # The stubs lack it.


def test_numbers_are_numbers_with_the_decimals_of_print(books: dict[str, bytes]) -> None:
    sheet = read(books["04-CTr-HU.en"])["Office table"]
    cell = row_of(sheet, "by rating")["Same period last year"]
    assert (cell.value, cell.number_format) == (93.75, "#,##0.00")
    cell = row_of(sheet, "postgraduate")["% of plan"]
    assert (cell.value, cell.number_format) == (214.25, "#,##0.0")


def test_over_a_number_is_shown_as_over_and_stays_a_number(books: dict[str, bytes]) -> None:
    cell = row_of(read(books["04-CTr-HU.en"])["Scorecard"], "completed well")["Figure"]
    assert (cell.value, cell.number_format) == (89, '"over "#,##0')


def test_an_estimate_and_a_sum_with_it_are_marked_and_stay_numbers(tmp_path: Path) -> None:
    figures: list[Row] = [{"period": str(n), "value": 10} for n in range(2021, 2025)]
    figures.append({"period": "2025-01/2025-06", "value": 6, "obs_status": "E"})
    figures[-1]["reported_on"] = "2025-06-25"
    review = small(tmp_path, figures, TONNES | {"additive": "true"})
    row = row_of(read(as_workbook(Report(review, "en")))["Office table"], "Indicator x")
    told = {name: (row[name].value, row[name].number_format) for name in row}
    assert told["This period"] == (6, '#,##0" (estimated)"')
    assert told["Cumulative"] == (46, '#,##0" (estimated)"')
    assert told["Same period last year"][1] == "General"


def test_silences_have_their_words(books: dict[str, bytes]) -> None:
    sheet = read(books["04-CTr-HU.en"])["Office table"]
    assert row_of(sheet, "intermediate")["Plan"].value == "the source does not say"
    admitted = row_of(sheet, "admitted")
    assert (admitted["This period"].value, admitted["Cumulative"].value) == ("not entered", 460)


def test_a_ceiling_that_is_kept_with_room_is_not_called_exceeded(books: dict[str, bytes]) -> None:
    book = read(books["demo.en"])
    for name in ("Scorecard", "Targets"):
        told = [row for row in book[name].values if row[0] == "Poor households"]
        assert any("better than asked" in row for row in told)
        assert not any("exceeded" in row for row in told)


def test_a_text_that_begins_like_a_formula_is_a_text(programme: Path) -> None:
    path = programme / "figures.csv"
    text = path.read_text("utf-8").replace("The percent sign is missing in print.", "=1+1")
    path.write_text(text, "utf-8")
    changed = load(str(programme), "latest", "", programme)
    *_, notes = read(as_workbook(Report(changed, "en"))).worksheets
    found = [c for row in notes.iter_rows() for c in row if str(c.value) == "=1+1"]
    assert [cell.data_type for cell in found] == ["s"]


def test_the_same_report_gives_the_same_bytes(books: dict[str, bytes], review: Review) -> None:
    anew = load("04-CTr-HU", "2023-03-14", "", RAW)
    assert as_workbook(Report(anew, "en")) == books["04-CTr-HU.en"]


def test_made_up_figures_are_said_to_be_so_on_every_sheet(books: dict[str, bytes]) -> None:
    book = read(books["demo.en"])
    assert all("Made-up figures" in str(sheet["A2"].value) for sheet in book.worksheets)


def test_what_was_handed_to_a_review_is_what_the_workbook_shows(review: Review) -> None:
    other = Review(review.known)
    other.hand(latest=review.latest.head(2))
    sheet = read(as_workbook(Report(other, "en")))["Scorecard"]
    assert len(rows(sheet)) == 2


def test_a_number_keeps_off_the_text_beside_it(book: Workbook) -> None:
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    numbers = [cell.alignment for cell in cells if isinstance(cell.value, int | float)]
    assert {(way.horizontal, way.indent) for way in numbers} == {("right", 1)}


def widths(sheet: Worksheet) -> dict[int, float]:
    # Neighbours of one width stand under the first of them.
    return {
        column: each.width
        for each in sheet.column_dimensions.values()
        for column in range(each.min or 0, (each.max or 0) + 1)
    }


def test_wide_sheets_are_printed_on_their_side_and_large_enough_to_be_read(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        for column, cell in enumerate(sheet[HEADER], 1):
            assert max(map(len, str(cell.value).split())) + 3 <= widths(sheet)[column]
        # A letter of Calibri in 11 points is 7/96 of an inch wide, a page of A4 11.7 inches.
        room = 11.7 - sheet.page_margins.left - sheet.page_margins.right
        assert 11 * room / (sum(widths(sheet).values()) * 7 / 96) > 7, sheet.title


def test_every_column_shows_its_numbers_whole(book: Workbook) -> None:
    for sheet in book.worksheets:
        own = widths(sheet)
        for row in sheet.iter_rows(min_row=HEADER + 1):
            for cell in row:
                if isinstance(cell.value, int | float):
                    decimals = len("".join(re.findall(r"0\.(0+)", cell.number_format)))
                    around = sum(map(len, re.findall('"([^"]*)"', cell.number_format)))
                    needed = len(f"{cell.value:,.{decimals}f}") + around
                    assert own[cell.column] > needed, (sheet.title, cell.coordinate)
