"""What the pages of the documentation have a reader do, done in a copy of the project.

A page is followed from top to bottom. What it has the reader do is written so:

- a block ```` ```sh ```` : commands, one a line;
- a block with a file's path after its language, such as ```` ```csv recipients.csv ```` : that
  file, whole;
- a table right after a paragraph that names one ``FILE.csv`` and ends in a colon: rows to add;
- one after a paragraph that names one ``FILE.xlsx``: on which sheet to type what under which header;
- a block ```` ```python NOTEBOOK: HEADING ````: a cell to add under a heading of a notebook.

Anything else (```` ```text ````, ```` ```bat ````) is only read.

The first command of a page is a process of its own, as are those of other programs; further calls
of `giaoban` are made in this process, which has all of it loaded.
"""

import csv
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
import set_up
from click.testing import CliRunner
from filling import add_cell, fill_in
from kernels import with_languages_of
from places import ROOT

from giaoban import catalogues
from giaoban.cli import main

# The README, and the same in Vietnamese.
READMES = (ROOT / "README.md", ROOT / "README.vi.md")
PAGES = [*READMES, *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$"
ROWS = r"`(?P<file>[\w./-]+\.(?:csv|xlsx))`[^`|]*:\n\n(?P<table>(?:\|[^\n]*\n)+)"
GIAOBAN = re.compile(r"(?P<settings>(?:\w+=\w+ )*)(?:\.venv/bin/)?giaoban (?P<words>.+)")
# What runs these tests.
OURSELVES = "make test"
SECONDS = 600


Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Step:
    """Something to do: a command to give, a file to write, rows or a cell to add to one."""

    kind: str
    text: str
    file: str = ""


def steps(page: Path) -> Iterator[Step]:
    """Find what a page has its reader do, in order."""
    for found in re.finditer(f"{FENCE}|{ROWS}", page.read_text("utf-8"), re.M | re.S):
        language, _, file = (found["info"] or "").partition(" ")
        if found["table"]:
            kind = "sheets" if found["file"].endswith(".xlsx") else "rows"
            yield Step(kind, found["table"], found["file"])
        elif language == "python" and file:
            yield Step("cell", found["body"], file)
        elif file:
            yield Step("file", found["body"], file)
        elif language == "sh":
            yield from (Step("command", line) for line in found["body"].splitlines())


def commands(page: Path) -> list[str]:
    """List the commands that a page has its reader give."""
    return [step.text for step in steps(page) if step.kind == "command"]


def follow(page: Path, folder: Path) -> dict[str, Done]:
    """Do all that a page says, in a copy of the project; give what came of each command."""
    first = next(iter(commands(page)), "")
    done: dict[str, Done] = {}
    for step in steps(page):
        if step.kind != "command":
            _do(step, folder)
        elif step.text != OURSELVES:
            run = (give if step.text == first else give_quickly)(folder, step.text)
            assert run.returncode == 0, f"{step.text}\n{run.stdout}{run.stderr}"
            done[step.text] = run
    return done


def _do(step: Step, folder: Path) -> None:
    path = folder / step.file
    if step.kind == "file":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, "utf-8")
    elif step.kind == "sheets":
        fill_in(path, step.text)
    elif step.kind == "cell":
        add_cell(folder, step.file, step.text)
    else:
        _add_rows(path, step.text)


def _add_rows(path: Path, table: str) -> None:
    """Type the rows of a table under their columns; what it does not show stays empty."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    columns, _, *rows = lines
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert set(columns) <= set(header), f"{path.name} has no column {set(columns) - set(header)}"
    with path.open("a", encoding="utf-8", newline="") as file:
        for row in rows:
            typed = dict(zip(columns, row, strict=True))
            csv.writer(file, lineterminator="\n").writerow([typed.get(c, "") for c in header])


def give(folder: Path, command: str) -> Done:
    """Give a command in a copy of the project, as somebody who types it there."""
    # These tests run under `make test`.
    typed = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=typed
        | {
            "PATH": f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "src"),
        },
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


def give_quickly(folder: Path, command: str) -> Done:
    """Give a command; where it is one of ours, call the program without starting it."""
    ours = GIAOBAN.fullmatch(command)
    if ours is None:
        return give(folder, command)
    settings = dict(setting.split("=") for setting in ours["settings"].split())
    with chdir(folder), pytest.MonkeyPatch.context() as patched:
        # The program of the copy has the languages of the copy.
        patched.setattr(catalogues, "FOLDER", folder / "src/giaoban/locale")
        home = folder.with_name(f"{folder.name}-home")
        patched.setenv("IPYTHONDIR", with_languages_of(catalogues.FOLDER, home))
        program = CliRunner(catch_exceptions=False)
        done = program.invoke(main, shlex.split(ours["words"]), env=settings)
    return subprocess.CompletedProcess(command, done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give what copies all that git keeps, and lends the copy the set-up that runs these tests."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]

    def copy(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        for listed_name in names:
            (folder / listed_name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / listed_name, folder / listed_name)
        (folder / ".venv").mkdir()
        for lent in set((ROOT / ".venv").iterdir()) - {ROOT / ".venv/ready"}:
            (folder / ".venv" / lent.name).symlink_to(lent)
        ready = set_up.made_from(folder, "requirements-dev.txt")
        (folder / ".venv/ready").write_text("\n".join(ready), "utf-8")
        return folder

    return copy
