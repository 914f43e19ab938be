import shutil
from pathlib import Path

import pytest
from places import RAW
from workbooks import as_workbook

from giaoban.errors import GiaobanError
from giaoban.programme.find import (
    WORKBOOKS,
    find_programme,
    programme_name,
    programmes,
    workbook_of,
)
from giaoban.programme.read import read_package
from giaoban.render.run import Job


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Give a folder with a programme of each kind: csv, booked/booked.xlsx, alone.xlsx."""
    shutil.copytree(RAW / "04-CTr-HU", tmp_path / "csv")
    (tmp_path / "booked").mkdir()
    as_workbook(RAW / "04-CTr-HU").save(tmp_path / "booked" / "booked.xlsx")
    shutil.copy(tmp_path / "booked" / "booked.xlsx", tmp_path / "alone.xlsx")
    (tmp_path / "empty").mkdir()
    (tmp_path / "booked" / "~$booked.xlsx").write_bytes(b"lock")
    (tmp_path / "~$alone.xlsx").write_bytes(b"lock")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "where"), [("csv", "csv"), ("booked", "booked"), ("alone", "alone.xlsx")]
)
def test_a_programme_is_found_by_its_name_and_by_its_path(
    name: str, where: str, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_programme(name, raw) == raw / where
    assert find_programme(str(raw / where), "elsewhere") == raw / where
    assert read_package(raw / where).name == programme_name(raw / where) == name
    monkeypatch.chdir(raw)
    assert programme_name(find_programme(where, "elsewhere")) == name
    monkeypatch.chdir(raw / where if (raw / where).is_dir() else raw)
    job = Job(Path("." if (raw / where).is_dir() else where), "2023-03-14", "u", "vi", raw, raw)
    assert job.folder == raw / "reports" / name / "2023-03-14"


def test_a_workbook_is_found_by_its_whole_name_too(raw: Path) -> None:
    assert find_programme("alone.xlsx", raw) == raw / "alone.xlsx"
    inner = raw / "booked" / "booked.xlsx"
    assert find_programme(str(inner), raw) == inner
    assert programme_name(inner) == "booked"


def test_a_programme_that_is_not_there_names_those_that_are(raw: Path) -> None:
    with pytest.raises(GiaobanError, match=r"found none\), expected one of alone, booked, csv$"):
        find_programme("none", raw)
    with pytest.raises(GiaobanError, match="no such programme"):
        find_programme("", raw)


@pytest.mark.parametrize("where", ["empty", "csv/figures.csv"])
def test_a_path_that_holds_no_programme_says_what_would(raw: Path, where: str) -> None:
    said = "no programme, expected a folder with datapackage.json or a workbook"
    with pytest.raises(GiaobanError, match=said) as told:
        find_programme(str(raw / where), raw)
    assert str(told.value).startswith(f"{raw / where}: ")


def test_two_programmes_of_one_name_are_refused(raw: Path) -> None:
    shutil.copy(raw / "alone.xlsx", raw / "csv.xlsx")
    with pytest.raises(GiaobanError, match=r"one name \(found csv, csv.xlsx\), rename one of them"):
        find_programme("csv", raw)
    assert find_programme(str(raw / "csv"), raw) == raw / "csv"


def test_a_folder_that_is_both_is_refused(raw: Path) -> None:
    shutil.copy(raw / "alone.xlsx", raw / "csv" / "csv.xlsx")
    with pytest.raises(GiaobanError, match=r"^csv: both datapackage.json and csv.xlsx are there"):
        workbook_of(raw / "csv")


def test_a_workbook_of_another_name_beside_the_csv_files_is_none_of_ours(raw: Path) -> None:
    shutil.copy(raw / "alone.xlsx", raw / "csv" / "calculations.xlsx")
    assert workbook_of(raw / "csv") is None


def test_a_folder_with_several_workbooks_is_refused(raw: Path) -> None:
    shutil.copy(raw / "alone.xlsx", raw / "booked" / "other.XLSX")
    with pytest.raises(GiaobanError, match=r"several workbooks \(found booked.xlsx, other.XLSX\)"):
        read_package(find_programme("booked", raw))


@pytest.mark.parametrize("ending", [".xls", ".ods", ".xlsb"])
def test_a_workbook_of_another_kind_is_found_and_says_what_to_do(ending: str, raw: Path) -> None:
    (raw / "empty" / f"old{ending}").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(GiaobanError, match=rf"^old{ending}: no .xlsx workbook, open it in Excel"):
        read_package(find_programme("empty", raw))


@pytest.mark.parametrize("ending", [*WORKBOOKS, *(ending.upper() for ending in WORKBOOKS)])
def test_a_programme_may_be_a_workbook_of_either_ending_in_small_or_large_letters(
    ending: str, raw: Path
) -> None:
    path = raw / f"other{ending}"
    shutil.move(raw / "alone.xlsx", path)
    assert find_programme("other", raw) == find_programme(path.name, raw) == path
    assert read_package(path).name == programme_name(path) == "other"
    within = raw / "empty" / path.name
    shutil.move(path, within)
    assert workbook_of(find_programme("empty", raw)) == within


@pytest.mark.parametrize("ending", [".XLSX", ".xlsm", ".xls", ".ods"])
def test_every_programme_that_is_listed_is_found_by_the_name_that_it_is_listed_by(
    ending: str, raw: Path
) -> None:
    (raw / f"other{ending}").write_bytes((raw / "alone.xlsx").read_bytes())
    there = programmes(raw)
    assert there == ["alone", "booked", "csv", "other"]
    found = [find_programme(name, raw).name for name in there]
    assert found == ["alone.xlsx", "booked", "csv", f"other{ending}"]


def test_a_workbook_that_was_saved_as_xlsx_goes_before_the_old_one_beside_it(raw: Path) -> None:
    (raw / "alone.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (raw / "csv.ods").write_bytes(b"PK")
    assert find_programme("alone", raw) == raw / "alone.xlsx"
    assert find_programme("csv", raw) == raw / "csv"
