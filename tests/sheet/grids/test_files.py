import os
import zipfile
from pathlib import Path

import pytest
from officesheets import SCHOOL

from giaoban.errors import GiaobanError
from giaoban.sheet.grids.files import read_grids
from giaoban.sheet.grids.grid import Grid

MADE = Path(__file__).parents[2] / "sheets"


def texts(grid: Grid) -> list[list[str]]:
    """Give what stands in the rows of the table, numbers as they are."""
    rows = [[_plain(cell.text) if cell.begins else "" for cell in row[:9]] for row in grid.rows]
    return [row for row in rows if row[0] and any(row[1:])]


def _plain(text: str) -> str:
    return text.replace(".", ",").removesuffix(",0")


def test_each_kind_of_file_gives_the_same_table(tmp_path: Path) -> None:
    (wanted,) = read_grids(SCHOOL.xlsx(tmp_path / "a.xlsx"))
    assert len(texts(wanted)) == 7
    files = [
        SCHOOL.csv(tmp_path / "b.csv"),
        SCHOOL.docx(tmp_path / "c.docx"),
        *(MADE / f"school.{kind}" for kind in ("ods", "xls", "docx")),
    ]
    for file in files:
        (grid,) = read_grids(file)
        assert texts(grid) == texts(wanted), file


def test_an_ods_file_keeps_what_its_cells_show() -> None:
    (grid,) = read_grids(MADE / "school.ods")
    assert [cell.text for cell in grid.rows[6]][2:8] == [
        "94.3",
        "95.5",
        "96.5",
        "97.0",
        "98.0",
        "101,0",
    ]


def test_a_place_in_a_word_table_is_counted_from_its_first_row(tmp_path: Path) -> None:
    (grid,) = read_grids(SCHOOL.docx(tmp_path / "a.docx"))
    assert (grid.above, grid.place(grid.above + 2, 2)) == (3, "table 1!C3")


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a"])
def test_another_kind_of_file_is_refused_with_those_that_are_read(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).touch()
    with pytest.raises(GiaobanError, match=r"expected one of \.xlsx"):
        read_grids(tmp_path / name)


@pytest.mark.parametrize("kind", ["ods", "docx", "xlsx", "xls"])
def test_what_only_bears_the_name_of_a_kind_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_text("no such file", "utf-8")
    with pytest.raises(GiaobanError, match=f"a.{kind}"):
        read_grids(path)
    with pytest.raises(GiaobanError, match="no such file"):
        read_grids(tmp_path / f"b.{kind}")


@pytest.mark.parametrize("text", ["T? l? h? nghèo", "Tá»· lá»‡", "Tû lÖ hé nghÌo"])
def test_lost_letters_are_told_with_their_cell(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"STT;Chỉ tiêu;2024\n1;{text};3\n", "utf-8")
    with pytest.raises(GiaobanError, match=r"a!B2: letters were lost"):
        read_grids(path)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            '<R table:number-rows-repeated="1000">' + "<C/>" * 2 + "</R>",
            r"\[.+\]: more than 1000000 cells, delete the rows",
        ),
        (
            "<R>" + "<C/>" * 18 + "</R>",
            r"\[.+\]: more than 16384 columns, delete those beyond the table$",
        ),
        ('<R table:number-rows-repeated="x"><C/></R>', r": damaged \(invalid literal"),
    ],
)
def test_rows_and_columns_repeated_without_end_fill_no_memory(
    row: str, told: str, tmp_path: Path
) -> None:
    cell = "<table:table-cell table:number-columns-repeated='1000'><text:p>x</text:p></table:table-cell>"
    row = (
        row.replace("<C/>", cell)
        .replace("<R", "<table:table-row")
        .replace("/R>", "/table:table-row>")
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(MADE / "school.ods") as made, zipfile.ZipFile(path, "w") as spoilt:
        for name in made.namelist():
            content = made.read(name).decode("utf-8", "surrogateescape")
            content = content.replace("</table:table>", f"{row}</table:table>", 1)
            spoilt.writestr(name, content.encode("utf-8", "surrogateescape"))
    with pytest.raises(GiaobanError, match=rf"^a\.ods{told}"):
        read_grids(path)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("ods", b'office:value="41"', b'office:value="4 1"', r": damaged .* in LibreOffice and"),
        ("ods", b"</table:table>", b"", r": damaged .* in LibreOffice and"),
        ("docx", b"</w:tbl>", b"", r": damaged .* in Word and save it anew"),
        ("docx", b"word/document.xml", b"word/document.xmk", r": no \.docx file, open it in Word"),
        ("ods", b"content.xml", b"content.xmk", r": no \.ods file, open it in LibreOffice"),
    ],
)
def test_what_is_damaged_is_told_with_the_program_to_open_it_in(
    name: str, old: bytes, new: bytes, told: str, tmp_path: Path
) -> None:
    path, spoils = tmp_path / f"a.{name}", 0
    with zipfile.ZipFile(MADE / f"school.{name}") as made, zipfile.ZipFile(path, "w") as spoilt:
        for part in made.namelist():
            content = made.read(part)
            spoils += (old in content) + (old.decode() in part)
            spoilt.writestr(part.replace(old.decode(), new.decode()), content.replace(old, new))
    assert spoils
    with pytest.raises(GiaobanError, match=rf"^a\.{name}{told}"):
        read_grids(path)


def test_a_csv_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Tỷ lệ".encode("utf-16-le"))
    with pytest.raises(GiaobanError, match="save it as CSV UTF-8"):
        read_grids(path)
    path.write_bytes("STT;Chỉ tiêu\n".encode("utf-16"))
    assert read_grids(path)[0].rows[0][1].text == "Chỉ tiêu"


@pytest.mark.parametrize("sign", [";", "|", "\t"])
def test_decimal_commas_do_not_separate_cells(sign: str, tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "2023", "2024"], ["Hộ nghèo, cận nghèo, thoát nghèo", "2,5", "2,41"]]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(sign.join(row) for row in rows), "utf-8")
    assert [[cell.text for cell in row] for row in read_grids(path)[0].rows] == rows


def test_what_is_far_larger_than_any_sheet_that_people_read_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "long.csv"
    sheet.write_text("Chỉ tiêu,2021,2022\n" + "A,1,2\n" * 20_000, "utf-8")
    with pytest.raises(
        GiaobanError, match=r"^long\.csv: 60003 cells, .* at most 50000: copy what is needed"
    ):
        read_grids(sheet)
    os.truncate(sheet, 10**9)
    with pytest.raises(
        GiaobanError, match=r"^long\.csv: 1000 MB, expected at most 50 MB: copy what is needed"
    ):
        read_grids(sheet)
