"""The README's commands, run as they stand in a copy of the project."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()
]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what git keeps, and lend the copy the set-up that runs these tests."""
    folder = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def run(clone: Path, command: str) -> subprocess.CompletedProcess[str]:
    # These tests run under `make test`; the commands are those of somebody who types them.
    typed = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    environment = typed | {"PATH": f"{clone / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        command,
        shell=True,
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_the_two_commands_come_first() -> None:
    assert COMMANDS[:2] == ["make report", "make test"]


def test_make_alone_lists_every_target_with_a_line(clone: Path) -> None:
    said = run(clone, "make").stdout.splitlines()
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.M)
    assert [line.split()[1] for line in said] == targets
    assert all(len(line.split()) > 3 for line in said)


def test_make_report_says_where_the_report_is(clone: Path) -> None:
    (clone / ".venv/ready").touch()
    done = run(clone, "make report")
    assert done.returncode == 0, done.stderr
    pages = [line for line in done.stdout.splitlines() if line.endswith(".html")]
    made = [f"reports/04-CTr-HU/2023-03-14/my-duc.{code}.html" for code in ("vi", "en")]
    assert pages == [*made, "reports/index.html"]
    assert all((clone / page).is_file() for page in pages)


# `make test` is what runs this file.
@pytest.mark.parametrize("command", COMMANDS[2:])
def test_a_command_runs_as_it_stands(clone: Path, command: str) -> None:
    done = run(clone, command)
    assert done.returncode == 0, done.stderr


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:src|notebooks|docs)/[\w./]+)`|\]\(([\w./]+)\)", README)
    assert named
    assert [a or b for a, b in named if not (ROOT / (a or b)).exists()] == []
