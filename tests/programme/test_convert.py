import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from anypackage import INDICATORS, Row, figure, titled, unique, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import saved
from openpyxl import load_workbook
from places import RAW

from giaoban.errors import GiaobanError
from giaoban.language.formatting import language, languages
from giaoban.programme.convert import convert_programme
from giaoban.programme.read import check_package, read_package
from giaoban.tables.asread import flaw
from giaoban.tables.schema import table_schema

pytestmark = pytest.mark.slow

Change = Callable[..., None]


def converted(source: Path, target: Path, code: str = "vi") -> Path:
    convert_programme(source, target, language(code))
    return target


def there_and_back(source: Path, folder: Path, code: str) -> tuple[dict[str, bytes], ...]:
    """Give the files of a package as it is first written, and after the way by a workbook."""
    first = converted(source, folder / "1" / "abc")
    book = converted(first, folder / "abc.xlsx", code)
    back = converted(book, folder / "2" / "abc")
    return tuple({p.name: p.read_bytes() for p in f.iterdir()} for f in (first, back))


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
@pytest.mark.parametrize("code", languages())
def test_nothing_is_lost_on_the_way_to_a_workbook_and_back(
    tmp_path: Path, name: str, code: str
) -> None:
    first, back = there_and_back(RAW / name, tmp_path, code)
    assert first == back


def test_what_was_answered_about_a_sheet_goes_along(programme: Path, tmp_path: Path) -> None:
    said = '{\n  "set-by": "UBND huyện"\n}\n'.encode()
    (programme / "import.json").write_bytes(said)
    book = converted(programme, tmp_path / "book.xlsx")
    back = converted(book, tmp_path / "back")
    assert (tmp_path / "book.import.json").read_bytes() == said
    assert (back / "import.json").read_bytes() == said


def test_a_workbook_written_anew_is_the_same(tmp_path: Path) -> None:
    one = converted(RAW / "demo", tmp_path / "demo.xlsx")
    two = converted(one, tmp_path / "2/demo.xlsx")
    assert one.read_bytes() == two.read_bytes()


def test_a_workbook_made_in_one_language_is_turned_into_the_other(tmp_path: Path) -> None:
    vi = converted(RAW / "demo", tmp_path / "demo.xlsx", "vi")
    en = converted(vi, tmp_path / "en/demo.xlsx", "en")
    assert en.read_bytes() == converted(RAW / "demo", tmp_path / "2/demo.xlsx", "en").read_bytes()


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
@pytest.mark.parametrize("code", languages())
def test_nothing_is_lost_where_libreoffice_saves_the_workbook(
    tmp_path: Path, name: str, code: str
) -> None:
    first = converted(RAW / name, tmp_path / "1" / name)
    book = converted(RAW / name, tmp_path / f"{name}.xlsx", code)
    back = converted(saved(book, tmp_path / "office"), tmp_path / "2" / name)
    for path in first.iterdir():
        assert (back / path.name).read_text("utf-8-sig") == path.read_text("utf-8-sig")


def test_a_workbook_has_no_fault_and_no_remark(tmp_path: Path) -> None:
    package, faults = check_package(converted(RAW / "demo", tmp_path / "demo.xlsx"))
    assert (faults, package.notes) == ([], [])


def test_columns_that_somebody_added_come_back(programme: Path, tmp_path: Path) -> None:
    file = programme / "units.csv"
    header, *rows = file.read_text("utf-8-sig").splitlines()
    added = ["Lan,1.5,007,1", "=A1,12,1.50,2023-03-14", ",-0.25,0.1,", '"a,b",,x,TRUE']
    lines = [f"{row},{added[n % 4]}" for n, row in enumerate(rows)]
    file.write_text("\n".join([f"{header},checked_by,Tự tính,Mã,Ngày soát", *lines]), "utf-8")
    first, back = there_and_back(programme, tmp_path, "vi")
    assert first == back
    assert "checked_by,Tự tính,Mã,Ngày soát\n" in first["units.csv"].decode()
    assert "Tự tính" in first["datapackage.json"].decode()
    assert check_package(tmp_path / "2" / "abc")[1] == []


def test_the_other_keys_of_a_data_package_come_back(programme: Path, tmp_path: Path) -> None:
    path = programme / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    described |= {"name": "reviews", "keywords": ["giao ban"], "homepage": None, "": ""}
    described["resources"][0] |= {"title": "Chỉ số", "licenses": [{"name": "CC0-1.0"}]}
    path.write_text(json.dumps(described), "utf-8")
    first, back = there_and_back(programme, tmp_path, "en")
    assert first == back
    written = json.loads(first["datapackage.json"])
    assert (written["name"], written["keywords"]) == ("reviews", ["giao ban"])
    assert (written["homepage"], written[""]) == (None, "")
    assert written["resources"][0]["title"] == "Chỉ số"
    assert check_package(tmp_path / "abc.xlsx")[0].notes == []


def test_other_keys_that_were_spoilt_are_told(programme: Path, tmp_path: Path) -> None:
    path = programme / "datapackage.json"
    described = json.loads(path.read_text("utf-8")) | {"keywords": ["giao ban"]}
    path.write_text(json.dumps(described), "utf-8")
    book = converted(programme, tmp_path / "abc.xlsx")
    wrong = load_workbook(book)
    wrong["datapackage"]["C2"] = "giao ban"
    wrong.save(book)
    with pytest.raises(GiaobanError, match=r"abc.xlsx\[datapackage\]:A2: cannot be read"):
        converted(book, tmp_path / "abc")


NOTE = next(f for f in table_schema("figures")["fields"] if f["name"] == "note_vi")
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
PIECES = st.sampled_from(
    ["=", "-", "+", '"', "\n", "\r\n", "\t", "_x000D_", "\u00a0", "'", "97,8%"]
)
NOTES = st.lists(SIGNS | PIECES, max_size=6).map("".join).filter(lambda note: not flaw(note, NOTE))
# In the order of their columns; a table has those of its rows.
LEFT_OUT = ["note_en", "note_vi", "as_published", "definition", "numerator", "denominator"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(figure(), NOTES, NOTES), min_size=1, max_size=6),
    st.sets(st.sampled_from(LEFT_OUT)),
    st.sampled_from(languages()),
    st.randoms(use_true_random=False),
)
def test_nothing_is_lost_of_any_table(
    tmp_path_factory: pytest.TempPathFactory,
    figures: list[tuple[Row, str, str]],
    left_out: set[str],
    code: str,
    order: Random,
) -> None:
    rows = [row | {"note_vi": vi, "note_en": en} for row, vi, en in figures]
    names = sorted({name for row in rows for name in row} - left_out)
    order.shuffle(names)
    tables = {
        "indicators": [
            titled(i, indicator=i, unit_measure=m, better="up") for i, m in INDICATORS.items()
        ],
        "figures": [
            {name: row.get(name, "") for name in names}
            for row in unique(rows, "indicator", "unit", "period", "reported_on")
        ],
        "meetings": [titled("m", meeting_date="2022-03-01")],
    }
    folder = tmp_path_factory.mktemp("any")
    (folder / "p").mkdir()
    write(folder / "p", tables)
    first, back = there_and_back(folder / "p", folder, code)
    assert first == back


def test_a_source_with_faults_is_refused_with_all_of_them(
    programme: Path, spoil: Change, tmp_path: Path
) -> None:
    spoil("figures", 2, value="many")
    spoil("figures", 3, reported_on="")
    with pytest.raises(GiaobanError, match=r"figures.csv:2:value(?s:.*)figures.csv:3:reported_on"):
        converted(programme, tmp_path / "abc.xlsx")
    assert not (tmp_path / "abc.xlsx").exists()


def test_a_workbook_is_written_over_only_when_told_so(tmp_path: Path) -> None:
    book = tmp_path / "abc.xlsx"
    book.write_text("mine")
    with pytest.raises(GiaobanError, match="--force"):
        converted(RAW / "demo", book)
    assert book.read_text() == "mine"
    convert_programme(RAW / "demo", book, language("vi"), force=True)
    assert check_package(book)[1] == []


def test_a_package_is_written_over_only_when_told_so(programme: Path) -> None:
    before = {path: path.read_bytes() for path in programme.iterdir()}
    with pytest.raises(GiaobanError, match="--force"):
        converted(RAW / "demo", programme)
    assert {path: path.read_bytes() for path in programme.iterdir()} == before
    convert_programme(RAW / "demo", programme, language("vi"), force=True)
    assert check_package(programme)[1] == []
    assert (programme / "rules.csv").exists()


def test_what_else_lies_in_a_package_stays_there(programme: Path) -> None:
    (programme / "README.md").write_text("mine")
    convert_programme(RAW / "demo", programme, language("vi"), force=True)
    assert (programme / "README.md").read_text() == "mine"
    assert check_package(programme)[1] == []


def test_what_is_hidden_in_the_source_is_said_with_what_was_written(tmp_path: Path) -> None:
    book = load_workbook(converted(RAW / "demo", tmp_path / "demo.xlsx", "en"))
    book["Figures"].row_dimensions[7].hidden = True
    book.save(tmp_path / "demo.xlsx")
    done = convert_programme(tmp_path / "demo.xlsx", tmp_path / "demo", language("en"))
    assert [str(note) for note in done.notes] == ["demo.xlsx[Figures]: hidden rows were read: 7"]
    assert {path.name for path in done.written} == {p.name for p in (tmp_path / "demo").iterdir()}


def test_a_folder_that_holds_something_else_is_never_written_into(tmp_path: Path) -> None:
    mine = tmp_path / "rules.csv"
    mine.write_text("mine")
    with pytest.raises(GiaobanError, match="holds no such programme"):
        convert_programme(RAW / "04-CTr-HU", tmp_path, language("vi"), force=True)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_a_workbook_of_another_kind_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="workbooks are written as"):
        converted(RAW / "demo", tmp_path / "abc.xlsm")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_never_holds_a_programme_in_two_forms(programme: Path, tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="in another form"):
        convert_programme(programme, programme / "x.xlsx", language("vi"), force=True)
    book = converted(programme, tmp_path / "abc/abc.xlsx")
    with pytest.raises(GiaobanError, match="in another form"):
        convert_programme(book, tmp_path / "abc", language("vi"), force=True)
    assert [path.name for path in (tmp_path / "abc").iterdir()] == ["abc.xlsx"]


def test_a_folder_whose_name_is_no_safe_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="not a safe id"):
        converted(RAW / "demo", tmp_path / "chương-trình")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_may_be_called_as_its_owner_likes(programme: Path, tmp_path: Path) -> None:
    book = converted(programme, tmp_path / "Số liệu 2023.xlsx")
    assert read_package(book).name == "Số liệu 2023"
    figures, ours = (read_package(p).tables["figures"] for p in (book, programme))
    assert figures.to_csv(index=False) == ours.to_csv(index=False)


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_nothing_is_lost_on_the_way_to_parquet_and_back(tmp_path: Path, name: str) -> None:
    first, folder = converted(RAW / name, tmp_path / "1" / name), tmp_path / "2" / name
    done = convert_programme(first, folder, language("vi"), parquet=True)
    assert {path.suffix for path in done.written} == {".parquet", ".json"}
    package, faults = check_package(folder)
    assert (faults, package.notes) == ([], [])
    back = converted(folder, tmp_path / "3" / name)
    assert [p.read_bytes() for p in sorted(first.iterdir())] == [
        p.read_bytes() for p in sorted(back.iterdir())
    ]


def test_a_package_is_kept_in_one_form(programme: Path) -> None:
    convert_programme(RAW / "demo", programme, language("vi"), force=True, parquet=True)
    assert {path.suffix for path in programme.iterdir()} == {".parquet", ".json"}
    convert_programme(RAW / "demo", programme, language("vi"), force=True)
    assert {path.suffix for path in programme.iterdir()} == {".csv", ".json"}


def test_a_workbook_is_no_parquet(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match=r"abc\.xlsx: is a workbook, give a folder"):
        convert_programme(RAW / "demo", tmp_path / "abc.xlsx", language("vi"), parquet=True)
    assert list(tmp_path.iterdir()) == []
