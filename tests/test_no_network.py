"""All but sending is done where there is no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import RAW, ROOT

PROGRAM = Path(sys.executable).with_name("giaoban")
JOB = """
set -e
giaoban check 04-CTr-HU
giaoban convert 04-CTr-HU as.xlsx
giaoban extract ITEM --programme 04-CTr-HU --draft item.csv
giaoban report 04-CTr-HU --lang en --pdf --docx --xlsx --png
giaoban email 04-CTr-HU --lang en --pdf --to a@b.vn --draft message.eml
giaoban batch 04-CTr-HU --units my-duc
"""
MADE = ("as.xlsx", "item.csv", "message.eml", "reports/index.html")
BESIDE = ("html", "ipynb", "json", "pdf", "docx", "xlsx")


@pytest.mark.slow
def test_every_step_of_the_job_is_done_without_a_network(tmp_path: Path) -> None:
    item = next((ROOT / "tests/press").glob("*.txt"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/raw").symlink_to(RAW)
    done = subprocess.run(
        # A network namespace of its own has no interface but a loopback that is down.
        ["unshare", "--net", "--map-root-user", "sh", "-c", JOB.replace("ITEM", str(item))],
        cwd=tmp_path,
        env=os.environ | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "reports/04-CTr-HU/2023-03-14"
    made = [tmp_path / name for name in MADE] + [folder / "my-duc.vi.html"]
    made += [folder / f"my-duc.en.{ending}" for ending in BESIDE]
    assert [path for path in made if not path.is_file()] == []
