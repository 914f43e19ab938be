import io
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from places import RAW
from workbooks import as_workbook, change

from giaoban.errors import GiaobanError
from giaoban.workbook import sheetxml
from giaoban.workbook.archive import MOST_BYTES, OLE
from giaoban.workbook.sheetxml import SheetMarks
from giaoban.workbook.xlsx import Sheet, read_sheets


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "programme.xlsx"
    as_workbook(RAW / "04-CTr-HU").save(path)
    return path


def refused(path: Path) -> str:
    with pytest.raises(GiaobanError) as told:
        read_sheets(path)
    assert told.value.exit_code == 2
    return str(told.value)


def put(path: Path, part: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | {part: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)


OTHER_FILES = {
    "an old workbook": OLE + bytes(600),
    "a page": b"<html><table><tr><td>1</td></tr></table></html>",
    "text": b"indicator;value\na;1\n",
    "nothing": b"",
}


@pytest.mark.parametrize("content", OTHER_FILES.values(), ids=OTHER_FILES)
def test_what_is_no_workbook_is_refused_and_says_what_to_do(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    assert refused(path) == (
        "programme.xlsx: no .xlsx workbook, open it in Excel or LibreOffice and save it as .xlsx"
    )


def test_another_packed_file_is_no_workbook_either(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "no .xlsx workbook" in refused(path)


def test_a_protected_workbook_asks_for_one_without_a_password(path: Path) -> None:
    path.write_bytes(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refused(path) == "programme.xlsx: protected by a password, save it without one"


def test_a_damaged_workbook_is_told_of(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = content.index(b"xl/worksheets/sheet3.xml") + 200
    content[middle : middle + 40] = bytes(40)
    path.write_bytes(content)
    assert refused(path).startswith("programme.xlsx: damaged (")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_xml_that_ends_too_soon_is_damage(part: str, path: Path) -> None:
    put(path, part, b"<worksheet><sheetData><row>")
    assert refused(path).startswith("programme.xlsx: damaged (")


@pytest.mark.parametrize("encoding", [b"NaN", b"utf-7", b"utf-32", b"base64"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_xml_of_no_encoding_of_its_kind_is_damage(part: str, encoding: bytes, path: Path) -> None:
    put(path, part, b'<?xml version="1.0" encoding="' + encoding + b'"?><worksheet/>')
    assert refused(path).startswith("programme.xlsx: damaged (")


def test_what_is_damaged_is_told_in_a_line_however_long_it_is(path: Path) -> None:
    endless = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="' + b"x" * 5000 + b'"><v>1</v></c></row>'
    )
    put(path, "xl/worksheets/sheet3.xml", endless + b"</sheetData></worksheet>")
    assert refused(path).startswith("programme.xlsx: damaged (")
    assert len(refused(path)) < 300


def test_a_part_that_is_not_there_is_damage(path: Path) -> None:
    put(path, "xl/_rels/workbook.xml.rels", b"<Relationships/>")
    assert refused(path).startswith("programme.xlsx: damaged (")


def test_hiding_all_columns_that_there_could_be_takes_no_time(path: Path) -> None:
    put(
        path,
        "xl/worksheets/sheet3.xml",
        b'<worksheet><cols><col min="1" max="999999999999" hidden="1"/></cols></worksheet>',
    )
    assert max(read_sheets(path)[2].marks.hidden_columns) == 16_384


@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/sharedStrings.xml"])
def test_entities_are_refused_before_they_are_read(part: str, path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    put(path, part, bomb)
    assert "declares a document type" in refused(path)


def test_a_file_that_unpacks_to_too_much_is_refused_unopened(path: Path) -> None:
    put(path, "xl/media/picture.png", bytes(MOST_BYTES))
    assert path.stat().st_size < 1_000_000
    assert refused(path) == (
        "programme.xlsx: 257 MB when unpacked, expected at most 256 MB: copy what is needed into a "
        "new file"
    )


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_so_is_one_that_names_a_million_styles_names_or_sheets(part: str, path: Path) -> None:
    put(path, part, b"<a/>" * 5_000_000)
    assert refused(path) == (
        "programme.xlsx: 20 MB when unpacked, expected at most 16 MB: copy what is needed into a "
        "new file"
    )


def test_so_is_one_of_more_parts_than_anybody_writes(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(5_000):
            archive.writestr(f"xl/worksheets/more{number}.xml", b"")
    assert refused(path).endswith(
        " parts, expected at most 5000: copy what is needed into a new file"
    )


def test_two_sheets_in_one_part_are_damage(path: Path) -> None:
    change(path, "xl/_rels/workbook.xml.rels", b"sheet3.xml", b"sheet2.xml")
    assert refused(path).startswith("programme.xlsx: damaged (")


def test_more_hidden_columns_than_a_sheet_has_are_refused(path: Path) -> None:
    twice = b'<cols><col min="1" max="16384" hidden="1"/><col min="1" max="1" hidden="1"/></cols>'
    change(path, "xl/worksheets/sheet3.xml", b"<sheetData>", twice + b"<sheetData>")
    assert (
        refused(path)
        == "programme.xlsx[figures]: more than 16384 hidden columns, show them and save it anew"
    )


@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/styles.xml"])
def test_a_part_that_says_it_is_small_and_is_not_is_damage(part: str, path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        held = archive.read(part)
    put(path, part, held + b" " * 30_000_000)
    content = bytearray(path.read_bytes())
    listed = content.rindex(part.encode()) - 46
    for size in (listed + 24, content.index(part.encode()) - 30 + 22):
        content[size : size + 4] = len(held).to_bytes(4, "little")
    path.write_bytes(content)
    assert len(content) < 100_000
    assert refused(path).startswith("programme.xlsx: damaged (")


def test_millions_of_empty_cells_are_not_gone_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheetxml, "MOST_CELLS", 1000)
    read_sheets(path)
    cells = b"<row>" + b"<c/>" * 1001 + b"</row></sheetData>"
    change(path, "xl/worksheets/sheet3.xml", b"</sheetData>", cells)
    assert refused(path) == (
        "programme.xlsx[figures]: more than 1000 cells, delete the rows and columns beyond the table"
    )


def test_one_cell_far_away_does_not_fill_the_memory(path: Path) -> None:
    book = as_workbook(RAW / "04-CTr-HU")
    book["figures"]["XFD1048576"] = "."
    book.save(path)
    assert refused(path) == (
        "programme.xlsx[figures]: the cells reach to XFD1048576, clear those beyond the table"
    )


@pytest.mark.parametrize("name", ["XFD1048576", "xfd1048576"])
def test_neither_does_one_that_its_row_does_not_tell_of(name: str, path: Path) -> None:
    change(path, "xl/worksheets/sheet3.xml", b'r="B2"', f'r="{name}"'.encode())
    assert "the cells reach to XFD1048576" in refused(path)


def test_a_format_far_away_is_no_cell(path: Path) -> None:
    book = as_workbook(RAW / "04-CTr-HU")
    book["figures"]["XFD1048576"].number_format = "0%"
    book.save(path)
    (figures,) = [sheet for sheet in read_sheets(path) if sheet.name == "figures"]
    assert (len(figures.rows), figures.marks.rows) == (12, 12)


def test_a_file_that_may_not_be_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert refused(tmp_path / "folder.xlsx").startswith("folder.xlsx: cannot be read (")


def test_a_workbook_with_macros_is_read_as_any(path: Path) -> None:
    shutil.move(path, path.with_suffix(".xlsm"))
    assert [s.name for s in read_sheets(path.with_suffix(".xlsm"))][:2] == [
        "programme",
        "indicators",
    ]


def test_a_workbook_saved_as_strict_open_xml_is_read_as_any(path: Path) -> None:
    plain = read_sheets(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for name, held in parts.items():
        for end in (b"spreadsheetml/2006/main", b"officeDocument/2006/relationships"):
            held = held.replace(usual + end, strict + end.replace(b"2006/", b""))
        put(path, name, held)
    assert read_sheets(path) == plain


def test_names_of_sheets_are_those_of_the_file(tmp_path: Path) -> None:
    book, packed = Workbook(), io.BytesIO()
    book.worksheets[0].title = "A & B <c> 'd'"
    book.save(packed)
    (tmp_path / "x.xlsx").write_bytes(packed.getvalue())
    assert [sheet.name for sheet in read_sheets(tmp_path / "x.xlsx")] == ["A & B <c> 'd'"]


def test_a_sheet_has_its_values_as_the_file_types_them_and_what_they_do_not_tell(
    tmp_path: Path,
) -> None:
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet("Ẩn")
    second.sheet_state = "hidden"
    first.title = "Số liệu"
    for row in (
        ["Chỉ số", "Giá trị", "Ngày"],
        ["a", 0.978, date(2023, 3, 14)],
        ["b", "#REF!", None],
    ):
        first.append(row)
    first["B2"].number_format = "0.0%"
    first["B3"].data_type = "e"
    first["A4"] = "=1+1"
    first.merge_cells("A5:B6")
    first.row_dimensions[3].hidden = True
    first.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    read, hidden = read_sheets(tmp_path / "a.xlsx")
    assert (read.name, read.hidden, hidden.name, hidden.hidden) == ("Số liệu", False, "Ẩn", True)
    assert read.rows[:3] == [
        ["Chỉ số", "Giá trị", "Ngày"],
        ["a", 0.978, date(2023, 3, 14)],
        ["b", "", ""],
    ]
    assert read.merged == [((4, 0), (5, 1))]
    marks = read.marks
    assert (marks.percents, marks.errors) == ({(2, 2)}, {(3, 2): "#REF!"})
    assert marks.uncalculated == {(4, 1): "=1+1"}
    assert (marks.hidden_rows, marks.hidden_columns) == ({3}, {3})
    assert hidden == Sheet("Ẩn", True, [], [], SheetMarks())
