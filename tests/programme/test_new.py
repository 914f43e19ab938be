import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import RAW

from giaoban.errors import GiaobanError
from giaoban.language.formatting import language
from giaoban.programme.new import new_package, new_workbook
from giaoban.programme.read import check_package
from giaoban.tables.schema import COMPULSORY, TABLES, columns

KNOWN = {"code": "05-CTr/HU", "title_vi": "Tên", "title_en": "Name", "period": "2021/2025"}


def test_a_new_package_has_every_column_of_every_table_and_no_row(tmp_path: Path) -> None:
    new_package(tmp_path / "abc", {})
    for table in TABLES:
        text = (tmp_path / f"abc/{table}.csv").read_text("utf-8-sig")
        assert text == ",".join(columns(table)) + "\n"


def test_the_frictionless_program_finds_a_new_package_valid(
    frictionless: Callable[[Path], dict[str, Any]], tmp_path: Path
) -> None:
    new_package(tmp_path / "abc", {})
    said = frictionless(tmp_path / "abc")
    assert said["valid"], said
    assert {task["name"] for task in said["tasks"]} == set(TABLES)


def test_check_lists_just_what_is_to_be_filled_in(tmp_path: Path) -> None:
    new_package(tmp_path / "abc", {})
    said = [str(fault).split(",")[0] for fault in check_package(tmp_path / "abc")[1]]
    asked = ("code", "title_vi", "period", "unit")
    assert said == [
        *(f"datapackage.json:giaoban:{key}: missing value" for key in asked),
        *(f"{table}.csv:-:-: no row" for table in COMPULSORY),
    ]


def test_check_is_content_when_all_that_is_filled_in_be_it_in_no_english(tmp_path: Path) -> None:
    new_package(tmp_path / "abc", KNOWN | {"unit": "my-duc"})
    told = [str(fault) for fault in check_package(tmp_path / "abc")[1]]
    assert told[0].startswith("datapackage.json:giaoban:unit: broken foreign key (found my-duc)")
    rows = {
        "units": "my-duc,Huyện Mỹ Đức,,,,,",
        "indicators": "a,Tên,,count,,,,up,,,,,,",
        "figures": "a,my-duc,2022,9,,,,,,,,2023-03-14,s,,",
        "sources": "s,Tin,,,,",
        "meetings": "2023-03-14,Hội nghị,,",
    }
    for table, row in rows.items():
        with (tmp_path / f"abc/{table}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    told = [str(fault) for fault in check_package(tmp_path / "abc")[1]]
    assert told == []


def test_what_is_known_stands_in_the_description(tmp_path: Path) -> None:
    new_package(tmp_path / "abc", KNOWN)
    described = json.loads((tmp_path / "abc/datapackage.json").read_text("utf-8"))
    assert list(described["giaoban"]) == columns("programme")
    assert {k: v for k, v in described["giaoban"].items() if v} == KNOWN


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "abc").mkdir()
    assert new_workbook(tmp_path / "abc", {}, language("vi")) == tmp_path / "abc/abc.xlsx"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_nothing_is_written_over(programme: Path, form: str) -> None:
    before = {path: path.read_bytes() for path in programme.iterdir()}
    with pytest.raises(GiaobanError, match="is there already and not empty"):
        if form == "csv":
            new_package(programme, {})
        else:
            new_workbook(programme, {}, language("en"))
    assert {path: path.read_bytes() for path in programme.iterdir()} == before


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "abc").write_text("mine")
    with pytest.raises(GiaobanError, match="is there already"):
        new_package(tmp_path / "abc", {})


@pytest.mark.parametrize("name", ["chương-trình", "a b", "con", "-a", "a" * 65])
def test_a_name_that_is_no_safe_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GiaobanError, match="not a safe id"):
        new_package(tmp_path / name, {})
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_workbook_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    told = r"abc\.xlsx: is to be a folder, give .*abc;"
    with pytest.raises(GiaobanError, match=told):
        new_package(tmp_path / "abc.xlsx", {})
    with pytest.raises(GiaobanError, match=told):
        new_workbook(tmp_path / "abc.xlsx", {}, language("vi"))
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_wrong_in_the_call_is_told_by_its_option(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError) as raised:
        new_package(tmp_path / "abc", {"period": "2025/2021", "unit": "Mỹ Đức"})
    said = str(raised.value).splitlines()
    assert [line.split(" (")[0] for line in said] == [
        "--unit: not a safe id",
        "--period: the end stands before the start",
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_bundled_programme_is_a_folder_of_the_same_kind(tmp_path: Path) -> None:
    new_package(tmp_path / "abc", {})
    bundled = json.loads((RAW / "demo/datapackage.json").read_text("utf-8"))
    made = json.loads((tmp_path / "abc/datapackage.json").read_text("utf-8"))
    assert list(made) == list(bundled)
