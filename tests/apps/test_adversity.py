"""A disk that is full and a clock that goes back, for real: what was there stays whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browsers import program
from kills import corrected, files
from places import RAW

pytestmark = pytest.mark.slow
GIAOBAN = Path(sys.executable).with_name("giaoban")
REPORT = f"{GIAOBAN} report 04-CTr-HU --lang vi --raw"
# A disk of its own, of so many kilobytes, with an earlier report on it; kept when it goes.
ON_A_SMALL_DISK = """
mkdir disk && mount -t tmpfs -o size={size}k none disk && cp -r earlier/. disk
code=0; {report} {raw} --out disk 2> said || code=$?
echo $code > code; cp -r disk/. left
"""


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what a report left behind."""
    out = tmp_path_factory.mktemp("earlier")
    subprocess.run([*REPORT.split(), RAW, "--out", out], check=True, capture_output=True)
    return out


@pytest.mark.parametrize("room", [20, 60])
def test_a_full_disk_leaves_each_file_as_it_was_or_as_it_is_to_be(
    earlier: Path, programme: Path, tmp_path: Path, room: int
) -> None:
    shutil.copytree(earlier, tmp_path / "earlier")
    raw = corrected(programme).parent
    subprocess.run([*REPORT.split(), raw, "--out", tmp_path / "whole"], check=True)
    # A file takes whole pages of 4 kB there, and so does a folder.
    used = sum(-(-len(content) // 4096) * 4 for content in files(earlier).values())
    used += 4 * sum(path.is_dir() for path in earlier.rglob("*"))
    job = ON_A_SMALL_DISK.format(size=used + room, report=REPORT, raw=raw)
    apart = ["unshare", "--mount", "--map-root-user", "sh", "-ec", job]
    subprocess.run(apart, cwd=tmp_path, check=True)
    (line,) = [x for x in (tmp_path / "said").read_text().splitlines() if "cannot be" in x]
    assert line.endswith("(No space left on device), make room, or choose another disk")
    assert (tmp_path / "code").read_text() == "1\n"
    before, after, left = (files(tmp_path / name) for name in ("earlier", "whole", "left"))
    odd = [p for p, content in left.items() if content not in (before.get(p), after.get(p))]
    assert odd == []
    assert set(before) <= set(left)


def test_a_clock_that_goes_back_changes_nothing(earlier: Path, tmp_path: Path) -> None:
    out = shutil.copytree(earlier, tmp_path / "out")
    faketime, before = program("faketime", package="faketime"), files(out)
    for more in ("", "--force"):
        command = [faketime, "-f", "-400d", *f"{REPORT} {RAW} --out {out} {more}".split()]
        done = subprocess.run(command, env=os.environ, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert ("up to date" in done.stderr) == (not more)
        assert files(out) == before
