from pathlib import Path

import pytest

from giaoban.errors import GiaobanError
from giaoban.files import write_atomically


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
