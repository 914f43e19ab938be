"""A folder from somebody else is stood in, without a network: nothing of it is run or changes a thing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from foreign import lay
from places import RAW

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kernels", ["fork", "ahead"])
def test_a_report_made_in_a_foreign_folder_is_the_same_and_runs_nothing_of_it(
    reports: Callable[[str], Path], tmp_path: Path, kernels: str
) -> None:
    mark = lay(tmp_path / "here")
    # A network namespace of its own has no interface but a loopback that is down.
    apart = ["unshare", "--net", "--map-root-user"]
    command = [str(Path(sys.executable).with_name("giaoban")), "report", "04-CTr-HU"]
    done = subprocess.run(
        [*apart, *command, "--lang", "en", "--raw", RAW, "--out", tmp_path / "out"],
        cwd=tmp_path / "here",
        env=os.environ | {"GIAOBAN_KERNELS": kernels},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, mark.exists()) == (0, False), done.stderr
    # The notebook tells besides by what recipe the command made it.
    for ending in ("html", "json"):
        (made,) = (tmp_path / "out").rglob(f"my-duc.en.{ending}")
        same = reports("04-CTr-HU") / made.relative_to(tmp_path / "out")
        assert made.read_bytes() == same.read_bytes(), ending
