"""What is double clicked sets giaoban up as make does, and opens the menu, wherever it lies."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import set_up
from places import ROOT

BAT, COMMAND = ROOT / "giaoban.bat", ROOT / "giaoban.command"


@pytest.mark.slow
@pytest.mark.parametrize("path", [os.environ["PATH"], "programs"], ids=["python", "none"])
def test_the_menu_opens_in_a_folder_with_spaces_and_vietnamese_letters(
    tmp_path: Path, path: str
) -> None:
    folder = tmp_path / "Giao ban huyện Mỹ Đức"
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    (folder / COMMAND.name).write_bytes(COMMAND.read_bytes())
    (folder / "scripts").mkdir()
    for name in ("scripts/set_up.py", "pyproject.toml", "requirements.txt"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    ready = set_up.made_from(folder, "requirements.txt")
    (folder / ".venv/ready").write_text("\n".join(ready), "utf-8")
    # Python may lie where only the environment that it made knows of.
    (folder / "programs").mkdir()
    (folder / "programs/dirname").symlink_to(shutil.which("dirname") or "")
    done = subprocess.run(
        [shutil.which("bash") or "", folder / COMMAND.name],
        input="\n",
        env=os.environ | {"LANGUAGE": "vi", "PYTHONIOENCODING": "cp1258", "PATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="cp1258",
    )
    assert (done.returncode, done.stderr) == (0, "")
    # A console of cp1258 has no sign for ậ.
    assert "1  Nh?p bi" in done.stdout


@pytest.mark.parametrize("file", [BAT, COMMAND], ids=lambda file: file.name)
def test_the_set_up_is_that_of_make(file: Path) -> None:
    called = re.compile(r"scripts[/\\]set_up\.py(?= \|\||$)", re.M)
    assert called.search((ROOT / "Makefile").read_text("utf-8"))
    assert called.search(file.read_text("utf-8"))


def test_windows_reads_its_file_line_by_line_and_goes_to_labels_that_are_there() -> None:
    written = BAT.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    text = written.decode("ascii")
    labels = set(re.findall(r"^:(\w+)\r?$", text, re.M))
    assert {*re.findall(r"goto (\w+)", text)} == labels
    assert 'pushd "%~dp0"' in text
    # Where a machine expands !NAME! in files, a folder called so would be another one.
    assert text.index("DisableDelayedExpansion") < text.index("%~dp0")


def test_windows_is_told_of_its_letters_before_any_and_quotes_what_may_hold_spaces() -> None:
    lines = BAT.read_text("ascii").splitlines()
    said = [n for n, line in enumerate(lines) if line.startswith("echo ")]
    assert lines.index("chcp 65001 >nul") < min(said)
    assert "%~dp0" not in BAT.read_text("ascii").replace('"%~dp0"', "")


@pytest.mark.parametrize("file", [BAT, COMMAND], ids=lambda file: file.name)
def test_a_python_that_the_libraries_are_not_made_for_is_passed_over(file: Path) -> None:
    (asked,) = re.findall(r"import sys; (sys\.exit\(.*?\))[\"']", file.read_text("utf-8"))
    for version, code in (((3, 10), 1), ((3, 11), 0), ((3, 13, 9), 0), ((3, 14), 1)):
        told = subprocess.run(
            [sys.executable, "-c", f"import sys; sys.version_info = {version}; {asked}"]
        )
        assert told.returncode == code, version


def test_macos_may_start_its_file() -> None:
    assert os.access(COMMAND, os.X_OK)
