"""The wheel alone, as pipx and uvx install it, makes a report from any folder."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from places import RAW, ROOT

pytestmark = pytest.mark.slow
TEMPLATES = "share/jupyter/nbconvert/templates"


def pip(*words: str | Path) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    command = [sys.executable, "-m", "pip", *map(str, words), "--no-deps", *quiet]
    subprocess.run(command, check=True)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Install the wheel into an environment that has what it depends on, and nothing of ours."""
    pip("wheel", "--no-build-isolation", "--wheel-dir", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "environment"
    venv.create(place, with_pip=False, symlinks=True)
    own = place / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    # A path alone: what is installed there editable stays out of it.
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    pip("--python", place / "bin/python", "install", "--no-index", wheel)
    for template in Path(sys.prefix, TEMPLATES).iterdir():
        if template.name != "giaoban":
            (place / TEMPLATES / template.name).symlink_to(template)
    return place


def test_the_analysts_pages_say_so_with_the_same_lines() -> None:
    said = [(ROOT / "docs" / page).read_text("utf-8") for page in ("analyst.md", "analyst.vi.md")]
    lines = [re.findall(r"^(?:uvx|uv|pipx) .*FOLDER.*$", text, re.M) for text in said]
    assert lines[0] == lines[1]
    assert {line.split()[0] for line in lines[0]} == {"uvx", "uv", "pipx"}


def test_it_makes_a_report_from_another_folder(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Mỹ Đức"
    shutil.copytree(RAW / "04-CTr-HU", folder / "data/raw/04-CTr-HU")
    done = subprocess.run(
        [installed / "bin/giaoban", "report", "04-CTr-HU", "--lang", "vi"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    page = folder / "reports/04-CTr-HU/2023-03-14/my-duc.vi.html"
    assert "89%" in page.read_text("utf-8")
