"""What feeds readers with bytes of its own making comes to its end, and tells of what it finds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# It is made for one system; elsewhere there is nothing to try.
pytest.importorskip("atheris")
pytestmark = pytest.mark.slow

FINDING_IT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
WITH_A_FAULT = """
import fuzz_readers
read = fuzz_readers.readings
fuzz_readers.readings = lambda text: 1 / 0 if "²" in text else read(text)
fuzz_readers.main("numbers", 20_000)
"""


@pytest.mark.parametrize(
    ("reader", "runs"), [("numbers", 1000), ("periods", 20_000), ("workbook", 100)]
)
def test_a_reader_answers_or_refuses_whatever_it_is_fed(
    reader: str, runs: int, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fuzz_readers", reader, str(runs)],
        cwd=tmp_path,
        env=FINDING_IT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert f"Done {runs} runs" in done.stderr
    assert not [*tmp_path.iterdir()]


def test_what_makes_a_reader_fail_is_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_A_FAULT],
        cwd=tmp_path,
        env=FINDING_IT,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "ZeroDivisionError" in done.stdout
    assert len([*tmp_path.glob("crash-*")]) == 1
