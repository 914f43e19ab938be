import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from places import RAW
from workbooks import as_workbook

from giaoban.errors import GiaobanError
from giaoban.programme import kept
from giaoban.programme.kept import INDEX, keep_tables
from giaoban.programme.read import (
    Examined,
    Package,
    _digest,
    _read_once,
    read_package,
    without_faults,
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let another folder be the one for what programs keep."""
    monkeypatch.setattr(kept, "user_cache_path", lambda name, **_: tmp_path / "kept" / name)
    return tmp_path / "kept"


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a programme, and let it have many rows."""
    monkeypatch.setattr(kept, "FEW_ROWS", 1)
    return shutil.copytree(RAW / "04-CTr-HU", tmp_path / "raw/04-CTr-HU")


def anew(path: Path) -> Package:
    """Read as another process does."""
    _read_once.cache_clear()
    return read_package(path)


def checked(place: Path) -> Path:
    """Give the one folder that was kept."""
    (folder,) = (place / "giaoban/checked").iterdir()
    return folder


@pytest.mark.parametrize("name", sorted(folder.name for folder in RAW.iterdir()))
def test_what_was_kept_is_what_would_be_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FEW_ROWS", 1)
    folder = shutil.copytree(RAW / name, tmp_path / "raw" / name)
    own = without_faults(folder).package
    keep_tables(folder, _digest(folder), own.tables)
    with monkeypatch.context() as patched:
        patched.setattr("giaoban.programme.read.without_faults", None)
        again = anew(folder)
    assert (again.name, list(again.tables)) == (own.name, list(own.tables))
    assert again.programme.equals(own.programme)
    for table, frame in own.tables.items():
        pd.testing.assert_frame_equal(again.tables[table], frame)


def test_a_figure_that_was_changed_is_read_as_it_is_now(large: Path) -> None:
    def values() -> list[float]:
        return anew(large).tables["figures"]["value"].tolist()

    assert 93.75 in values()
    file = large / "figures.csv"
    file.write_text(
        file.read_text("utf-8").replace("93.75", "97.8").replace("93,75", "97,8"), "utf-8"
    )
    assert 93.75 not in values()
    assert 93.75 not in values()
    assert 97.8 in values()


def test_another_program_reads_it_anew(
    large: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew(large)
    told = (checked(place) / INDEX).read_bytes()
    monkeypatch.setattr(kept, "_program", lambda: "another")
    anew(large)
    assert (checked(place) / INDEX).read_bytes() != told


@pytest.mark.parametrize("file", [INDEX, "figures.parquet", "units.parquet"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"PAR1", None])
def test_what_is_damaged_is_passed_over_and_written_anew(
    file: str, damage: bytes | None, large: Path, place: Path
) -> None:
    own = anew(large)
    path = checked(place) / file
    whole = path.read_bytes()
    path.unlink() if damage is None else path.write_bytes(damage)
    pd.testing.assert_frame_equal(anew(large).tables["figures"], own.tables["figures"])
    assert path.read_bytes() == whole


def test_a_programme_with_faults_is_not_kept(large: Path, place: Path) -> None:
    file = large / "figures.csv"
    file.write_text(file.read_text("utf-8").replace("93.75", "many"), "utf-8")
    for _ in range(2):
        with pytest.raises(GiaobanError, match="not a number"):
            anew(large)
    assert not place.exists()


def test_few_rows_are_not_kept(large: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FEW_ROWS", 10_000)
    anew(large)
    assert not place.exists()


def test_a_copy_of_a_programme_is_checked_itself(large: Path, place: Path, tmp_path: Path) -> None:
    anew(large)
    anew(shutil.copytree(large, tmp_path / "from somebody else"))
    assert len([*(place / "giaoban/checked").iterdir()]) == 2


def test_two_runs_at_once_keep_what_one_keeps(large: Path, place: Path) -> None:
    package, digest = without_faults(large).package, _digest(large)
    with ThreadPoolExecutor(4) as pool:
        keeping = [pool.submit(keep_tables, large, digest, package.tables) for _ in range(8)]
    assert [one.result() for one in keeping] == [None] * 8
    pd.testing.assert_frame_equal(anew(large).tables["figures"], package.tables["figures"])
    assert len(list(checked(place).iterdir())) == len(package.tables) + 1


def test_where_nothing_can_be_written_it_is_read_all_the_same(large: Path, place: Path) -> None:
    place.write_text("a file")
    assert len(anew(large).tables["figures"])


def test_what_changes_while_it_is_read_is_not_kept(
    large: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = large / "figures.csv"
    sound = file.read_text("utf-8")
    examine = without_faults

    def meanwhile(path: Path) -> Examined:
        file.write_text(sound.replace("93.75", "97.8").replace("93,75", "97,8"), "utf-8")
        return examine(path)

    monkeypatch.setattr("giaoban.programme.read.without_faults", meanwhile)
    anew(large)
    assert not place.exists()


def test_a_workbook_is_read_each_time(large: Path, place: Path, tmp_path: Path) -> None:
    book = tmp_path / "04-CTr-HU.xlsx"
    as_workbook(large).save(book)
    for _ in range(2):
        assert len(anew(book).tables["figures"])
    assert not place.exists()


def test_nobody_else_reads_what_is_kept_and_the_oldest_goes(
    large: Path, place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 1)
    anew(large)
    first = checked(place)
    assert first.stat().st_mode & 0o777 == 0o700
    anew(shutil.copytree(large, tmp_path / "another"))
    assert checked(place) != first
