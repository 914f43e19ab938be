"""What is written is read back with openpyxl and calamine, and opened in LibreOffice."""

from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import saved
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from places import RAW
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import quote_sheetname

from giaoban.errors import GiaobanError
from giaoban.language.formatting import Language, language, languages
from giaoban.programme.contents import read_contents
from giaoban.programme.new import new_workbook
from giaoban.tables.contents import Contents, cell_texts
from giaoban.tables.meant import id_columns
from giaoban.tables.metadata import OtherKey
from giaoban.tables.schema import TABLES, columns, foreign_keys, table_schema
from giaoban.tables.spoken import kept_in
from giaoban.tables.titles import (
    PROGRAMME,
    code_titles,
    column_description,
    column_title,
    table_title,
)
from giaoban.workbook.validation import shown_ids
from giaoban.workbook.writer import sheet_name, write_workbook

pytestmark = pytest.mark.slow

ALL = (PROGRAMME, *TABLES)
EXPLANATION, HEADER, FIRST = 3, 4, 5
TYPES = {"string": "@", "boolean": "@", "integer": "0", "number": "General"}
DATES = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}


@pytest.fixture(params=languages())
def lang(request: pytest.FixtureRequest) -> Language:
    return language(request.param)


@pytest.fixture
def empty(tmp_path: Path, lang: Language) -> Path:
    return new_workbook(tmp_path / "abc", {}, lang)


def rules(sheet: Worksheet) -> dict[str, tuple[str, str]]:
    """Give the kind and the formula of what may be entered in the first row, by header."""
    return {
        str(sheet.cell(HEADER, area.min_col).value): (rule.type, str(rule.formula1))
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        if area.min_row == FIRST
    }


def sources(title: str) -> Contents:
    frame = pd.DataFrame({"source": ["s"], "title": [title]}, index=[2], dtype="str")
    return Contents({}, {"sources": frame})


def test_the_sheets_stand_in_the_order_in_which_they_are_filled_in(
    empty: Path, lang: Language
) -> None:
    first = [PROGRAMME, "units", "sources", "indicators", "figures", "targets", "meetings"]
    order = [*first, *(table for table in TABLES if table not in first)]
    assert load_workbook(empty).sheetnames == [table_title(t, lang.code) for t in order]


@pytest.mark.parametrize("table", ALL)
def test_each_column_has_its_title_its_explanation_and_its_format(
    empty: Path, lang: Language, table: str
) -> None:
    sheet = load_workbook(empty)[sheet_name(table, lang)]
    fields = table_schema(table)["fields"]
    for n, field in enumerate(fields, 1):
        header, explanation = sheet.cell(HEADER, n), sheet.cell(EXPLANATION, n)
        assert header.value == column_title(table, field["name"], lang.code)
        assert explanation.value == column_description(table, field["name"], lang.code)
        assert explanation.alignment.wrap_text
        widths = sheet.column_dimensions.values()
        (shown,) = [d for d in widths if d.min and d.max and d.min <= n <= d.max]
        assert shown.number_format == TYPES.get(field["type"], DATES[lang.code])
    assert sheet.max_column == len(fields)
    assert sheet.freeze_panes == f"A{FIRST}"


def test_each_sheet_is_one_marked_up_table_without_merged_cells(
    tmp_path: Path, empty: Path, lang: Language
) -> None:
    demo = write_workbook(tmp_path / "demo.xlsx", read_contents(RAW / "demo"), lang)
    for book in map(load_workbook, (empty, demo)):
        for sheet in book.worksheets:
            (table,) = sheet.tables.values()
            assert table.ref.startswith(f"A{HEADER}:")
            assert table.ref.endswith(f"{max(sheet.max_row, FIRST)}")
            assert not sheet.merged_cells.ranges


def test_what_must_be_filled_in_is_marked_by_its_colour(empty: Path, lang: Language) -> None:
    sheet = load_workbook(empty)[sheet_name("figures", lang)]
    colours = [sheet.cell(HEADER, n).fill.start_color.rgb for n in range(1, sheet.max_column + 1)]
    fields = table_schema("figures")["fields"]
    must = [bool(field.get("constraints", {}).get("required")) for field in fields]
    assert len(set(zip(must, colours, strict=True))) == 2


@pytest.mark.parametrize("table", ALL)
@pytest.mark.parametrize("by", ["as written", "as LibreOffice saves it"])
def test_every_enumerated_column_and_every_id_has_its_list(
    empties: dict[str, dict[str, Path]], table: str, by: str
) -> None:
    for code, books in empties.items():
        lang = language(code)
        sheet = load_workbook(books[by])[sheet_name(table, lang)]
        found = rules(sheet)
        for field in table_schema(table)["fields"]:
            kind, formula = found.get(column_title(table, field["name"], code), ("", ""))
            if field["name"] in foreign_keys(table):
                target, key = foreign_keys(table)[field["name"]]
                shown = {"meetings": key, "sources": "title"}.get(target, f"title_{kept_in(code)}")
                letter = "ABCDEFGHIJKLMNOP"[columns(target).index(shown)]
                first = f"{quote_sheetname(sheet_name(target, lang))}!${letter}${FIRST}"
                assert kind == "list"
                assert formula.startswith(f"OFFSET({first},")
            elif field["type"] == "boolean" or "enum" in field.get("constraints", {}):
                known = code_titles(field, code).values()
                assert (kind, formula) == ("list", f'"{",".join(known)}"')
            else:
                types = {"integer": "whole", "number": "decimal", "date": "date"}
                assert kind == types.get(field["type"], "")


@pytest.fixture(scope="module")
def empties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """Write an empty workbook in each language, and let LibreOffice save it."""
    made = {}
    for code in languages():
        folder = tmp_path_factory.mktemp(code)
        written = new_workbook(folder / "abc", {}, language(code))
        by_office = saved(written, folder)
        made[code] = {"as written": written, "as LibreOffice saves it": by_office}
    return made


def test_libreoffice_lists_the_titles_that_stand_on_the_other_sheet(tmp_path: Path) -> None:
    contents = read_contents(RAW / "demo")
    book = load_workbook(write_workbook(tmp_path / "demo.xlsx", contents, language("vi")))
    lists = {
        (table, column): rules(book[sheet_name(table, language("vi"))])[
            column_title(table, column, "vi")
        ][1]
        for table in contents.tables
        for column in foreign_keys(table)
        if column in contents.tables[table]
    }
    probe = book.create_sheet("probe", 0)
    for formula in lists.values():
        probe.append([f'=_xlfn.TEXTJOIN("|",TRUE,{formula})'])
    book.save(tmp_path / "probe.xlsx")
    by_office = load_workbook(saved(tmp_path / "probe.xlsx", tmp_path / "saved"), data_only=True)
    listed = [str(row[0].value).split("|") for row in by_office["probe"]]
    for titles, (table, column) in zip(listed, lists, strict=True):
        target, key = foreign_keys(table)[column]
        if key == "meeting_date":
            assert len(titles) == len(contents.tables[target])
        else:
            shown = "title" if target == "sources" else "title_vi"
            assert titles == cell_texts(contents.tables[target][shown])


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_every_cell_is_written_as_what_it_is(tmp_path: Path, name: str, lang: Language) -> None:
    contents = read_contents(RAW / name)
    book = load_workbook(write_workbook(tmp_path / f"{name}.xlsx", contents, lang))
    for table, frame in contents.tables.items():
        sheet = book[sheet_name(table, lang)]
        fields = {field["name"]: field for field in table_schema(table)["fields"]}
        assert sheet.max_row == FIRST + len(frame) - 1
        for n, column in enumerate(frame, 1):
            cells = [sheet.cell(row, n) for row in range(FIRST, sheet.max_row + 1)]
            for cell, text in zip(cells, cell_texts(frame[column]), strict=True):
                match fields[column]["type"]:
                    case _ if not text:
                        assert cell.value is None
                    case "number" | "integer":
                        assert cell.value == float(text)
                    case "date":
                        day = datetime.fromisoformat(text)
                        assert (cell.data_type, cell.value) == ("d", day)
                    case _:
                        said = code_titles(fields[column], lang.code).get(text, text)
                        if column in id_columns(table):
                            said = titled(contents, *id_columns(table)[column], text, lang)
                        assert (cell.data_type, cell.value) == ("s", said)


def test_an_empty_workbook_holds_no_blank_cells(empty: Path, lang: Language) -> None:
    for table in TABLES:
        assert load_workbook(empty)[sheet_name(table, lang)].max_row == HEADER
    assert empty.stat().st_size < 40_000


def test_the_same_call_gives_the_same_bytes(tmp_path: Path, lang: Language) -> None:
    contents = read_contents(RAW / "demo")
    one = write_workbook(tmp_path / "1/demo.xlsx", contents, lang).read_bytes()
    assert one == write_workbook(tmp_path / "2/demo.xlsx", contents, lang).read_bytes()


def test_names_of_sheets_are_names_that_a_workbook_takes() -> None:
    for code in languages():
        names = [sheet_name(table, language(code)) for table in ALL]
        assert len({name.casefold() for name in names}) == len(names)
        assert max(map(len, names)) <= 31


def titled(contents: Contents, table: str, key: str, id_: str, lang: Language) -> str:
    """Give what stands in a workbook for an id."""
    rows = contents.tables[table].set_index(key)
    return str(rows.at[id_, "title" if table == "sources" else f"title_{lang.code}"])


@pytest.mark.parametrize(
    "titles",
    [
        ["Xã Mẫu", "Xã Mẫu"],
        ["Xã Mẫu", "xa-01"],
        ["A", "two\nlines"],
        ["Named in English alone", ""],
    ],
)
def test_rows_whose_titles_are_not_clear_are_chosen_by_their_ids(titles: list[str]) -> None:
    rows = pd.DataFrame({"unit": ["xa-01", "xa-02"], "title_vi": titles}, dtype="str")
    assert shown_ids(rows, "unit", language("vi")) == ("unit", {"xa-01": "xa-01", "xa-02": "xa-02"})
    clear = rows.assign(title_vi=["Xã Mẫu 1", "Xã Mẫu 2"])
    by, shown = shown_ids(clear, "unit", language("en"))
    assert (by, shown["xa-02"]) == ("title_vi", "Xã Mẫu 2")


SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
PIECES = st.one_of(
    SIGNS, st.sampled_from(["_x000D_", "_x", "=", "<r>", "\n", "\r\n", "\t", "&#10;"])
)


@given(title=st.lists(PIECES, min_size=1, max_size=6).map("".join))
def test_every_text_comes_back_as_it_was_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    path = tmp_path_factory.mktemp("book") / "b.xlsx"
    try:
        write_workbook(path, sources(title), language("en"))
    except GiaobanError:
        assert "_x000D_x" in title.replace("D__x", "D_x") or title.startswith("<r>")
        return
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Sources").to_python()
    assert rows[-1][1] == title


@pytest.mark.parametrize(
    "title", ["a" * 32_767, "=1+1", "-5", "'a", "\u00a0a\u00a0b", "2023-01-01"]
)
def test_a_text_stays_one(tmp_path: Path, title: str) -> None:
    path = write_workbook(tmp_path / "b.xlsx", sources(title), language("en"))
    cell = load_workbook(path)["Sources"].cell(FIRST, 2)
    assert (cell.data_type, cell.value) == ("s", title)


@pytest.mark.parametrize(
    "title", ["a" * 32_768, "\U0001f600" * 16_384, "_x000D_x000D_", "<r>a</r>"]
)
def test_a_text_that_no_workbook_holds_is_named(tmp_path: Path, title: str) -> None:
    with pytest.raises(GiaobanError, match=r"sources\.csv:2:title: no workbook holds this text"):
        write_workbook(tmp_path / "b.xlsx", sources(title), language("en"))
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path) -> None:
    frame = pd.DataFrame({"source": ["s"]}, dtype="str").loc[[0] * 1_048_573]
    with pytest.raises(GiaobanError, match="sources: too many rows"):
        write_workbook(tmp_path / "b.xlsx", Contents({}, {"sources": frame}), language("en"))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("84.6", "n"),
        ("0.000000000001", "n"),
        ("123456789.123456", "n"),
        ("1.2345678901234567", "s"),
    ],
)
def test_a_number_keeps_all_its_digits(tmp_path: Path, number: str, kind: str) -> None:
    frame = pd.DataFrame({"unit": ["u"], "value": [number]}, index=[2], dtype="str")
    path = write_workbook(tmp_path / "b.xlsx", Contents({}, {"figures": frame}), language("en"))
    cell = load_workbook(path)["Figures"].cell(FIRST, 2)
    assert (cell.data_type, float(str(cell.value))) == (kind, float(number))


def test_a_day_on_which_spreadsheets_differ_is_written_as_text(tmp_path: Path) -> None:
    days = ["1900-02-28", "1900-03-01"]
    frame = pd.DataFrame({"source": ["a", "b"], "published_on": days}, dtype="str")
    path = write_workbook(tmp_path / "b.xlsx", Contents({}, {"sources": frame}), language("en"))
    sheet = load_workbook(path)["Sources"]
    assert sheet.cell(FIRST, 2).value == "1900-02-28"
    assert sheet.cell(FIRST + 1, 2).value == datetime(1900, 3, 1)


def test_other_keys_of_the_data_package_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    others = [OtherKey("", "keywords", ["giao ban", "đảng"]), OtherKey("figures", "title", "T")]
    path = write_workbook(tmp_path / "b.xlsx", Contents({}, {}, others), language("en"))
    sheet = load_workbook(path)["datapackage"]
    assert sheet.sheet_state == "hidden"
    rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows == [
        ("table", "key", "value"),
        ("", "keywords", '["giao ban", "đảng"]'),
        ("figures", "title", '"T"'),
    ]
