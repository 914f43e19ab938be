import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban import files
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically, write_folder


@pytest.fixture(autouse=True, params=["without a name", "named"])
def handles(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as where files need no name until they take their place, and as elsewhere."""
    if request.param == "named":
        monkeypatch.setattr(files, "HANDLES", Path("/nowhere"))


def test_a_file_is_closed_before_it_is_put_in_place_as_windows_demands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_open: list[bool] = []
    put_in_place = Path.replace

    def replace(self: Path, target: Path) -> Path:
        links = list(Path("/proc/self/fd").iterdir())
        is_open.append(self in [link.readlink() for link in links if link.is_symlink()])
        return put_in_place(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(tmp_path / "a.csv", b"a")
    assert is_open == [False]
    assert (tmp_path / "a.csv").read_bytes() == b"a"


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(GiaobanError, match="cannot be written"):
        write_atomically(tmp_path / "a.csv", b"a")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    write_folder(tmp_path / "p", {"a.csv": b"1", "b.csv": b"1", "mine.txt": b"mine"})
    return tmp_path / "p"


def test_a_folder_is_written_whole_and_keeps_what_is_not_written(old: Path) -> None:
    (old / "notes").mkdir()
    (old / "notes/mine.txt").write_text("mine")
    same = (old / "a.csv").stat().st_mtime_ns
    written = write_folder(old, {"a.csv": b"1", "c.csv": b"2"}, gone=["b.csv", "x.csv"])
    assert written == [old / "a.csv", old / "c.csv"]
    assert content(old) == {"a.csv": b"1", "c.csv": b"2", "mine.txt": b"mine"}
    assert (old / "notes/mine.txt").read_text() == "mine"
    assert (old / "a.csv").stat().st_mtime_ns == same
    assert [path.name for path in old.parent.iterdir()] == ["p"]


def test_a_folder_in_it_is_made_where_a_file_is_to_stand_there(old: Path) -> None:
    written = write_folder(old, {"a.csv": b"2", "2023-03-14/my-duc/a.csv": b"3"})
    assert [path.read_bytes() for path in written] == [b"2", b"3"]
    assert written[1] == old / "2023-03-14" / "my-duc" / "a.csv"


def test_a_file_that_cannot_be_written_leaves_all_of_the_folder_as_it_was(old: Path) -> None:
    (old / "c.csv").mkdir()
    before = content(old)
    with pytest.raises(GiaobanError, match=r"p/c\.csv: cannot be written"):
        write_folder(old, {"a.csv": b"2", "c.csv": b"2"}, gone=["b.csv"])
    assert content(old) == before
    assert [path.name for path in old.parent.iterdir()] == ["p"]


@pytest.mark.parametrize("last", ["a.csv", "c.csv", "d.csv"])
def test_a_stop_while_files_take_their_places_brings_the_old_ones_back(
    old: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    before, replace = content(old), Path.replace
    stopped: list[Path] = []

    def stop(self: Path, target: Path) -> Path:
        if target.name == last and not stopped:
            stopped.append(target)
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_folder(old, {"a.csv": b"2", "c.csv": b"2", "d.csv": b"2"}, gone=["b.csv"])
    assert stopped == [old / last]
    assert content(old) == before


def test_a_file_that_cannot_be_taken_away_brings_the_old_ones_back(old: Path) -> None:
    (old / "c.csv").mkdir()
    before = content(old)
    with pytest.raises(GiaobanError, match=r"p/c\.csv: cannot be written"):
        write_folder(old, {"a.csv": b"2"}, gone=["b.csv", "c.csv"])
    assert content(old) == before


def test_who_stands_in_the_folder_still_stands_there(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(old)
    write_folder(Path(), {"a.csv": b"2"}, gone=["b.csv"])
    assert content(Path()) == {"a.csv": b"2", "mine.txt": b"mine"}


def test_a_full_disk_leaves_what_was_there_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, most = content(old), resource.getrlimit(resource.RLIMIT_FSIZE)
    # Without this the system ends who writes more than it may.
    monkeypatch.setattr(signal, "SIGXFSZ", signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most[1]))
    try:
        with pytest.raises(
            GiaobanError, match=r"c\.csv: cannot be written \(File too large\)"
        ) as error:
            write_folder(old, {"a.csv": b"2", "c.csv": b"3" * 200_000}, gone=["b.csv"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert error.value.exit_code == 1
    assert content(old) == before


def test_files_are_written_while_the_program_ends(old: Path) -> None:
    program = f"""
import threading, time
from pathlib import Path
from giaoban.files import write_folder

def late():
    threading.main_thread().join()
    time.sleep(0.2)  # From here on Python begins no thread of a pool.
    write_folder(Path({str(old)!r}), {{"a.csv": b"2", "c.csv": b"2"}})

threading.Thread(target=late).start()
"""
    subprocess.run([sys.executable, "-c", program], check=True)
    assert content(old) == {"a.csv": b"2", "b.csv": b"1", "c.csv": b"2", "mine.txt": b"mine"}
