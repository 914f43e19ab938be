import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from nbformat import NotebookNode

from giaoban.notebook import PARAMETERS, TO_PREPARE

# What a notebook asks for, where it is not what the report does.
ASKED = {"prepare": TO_PREPARE}
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda p: p.stem)
def notebook(request: pytest.FixtureRequest) -> NotebookNode:
    found = nbformat.read(request.param, as_version=4)
    nbformat.validate(found)
    return found


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_outputs_are_stripped_and_the_kernel_is_named(notebook: NotebookNode) -> None:
    assert [c.id for c in code(notebook) if c.outputs or c.execution_count] == []
    assert notebook.metadata.kernelspec.name == "python3"


def test_cells_are_thin_and_define_nothing(notebook: NotebookNode) -> None:
    assert [c.id for c in code(notebook) if len(c.source.splitlines()) > 12] == []
    assert [c.id for c in code(notebook) if re.search(r"^\s*(def|class) ", c.source, re.M)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_one_cell_holds_the_parameters_each_a_literal_with_a_comment(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (c for c in code(notebook) if "parameters" in c.metadata.get("tags", []))
    lines = [re.fullmatch(r'(\w+) = "[^"]*"  # \S.*', line) for line in cell.source.splitlines()]
    assert all(lines)
    assert [line[1] for line in lines if line] == ASKED.get(path.stem, PARAMETERS)


def test_every_markdown_cell_stands_in_vietnamese_and_in_english(notebook: NotebookNode) -> None:
    tags = [c.metadata.tags for c in notebook.cells if c.cell_type == "markdown"]
    by_language = [[t for t in tags if t == [f"lang-{code}"]] for code in ("vi", "en")]
    assert sum(map(len, by_language)) == len(tags)
    assert len({len(found) for found in by_language}) == 1


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_runs_on_its_defaults_from_its_own_folder(path: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "papermill",
        path.name,
        tmp_path / "out.ipynb",
    ]
    options: list[str | Path] = ["--no-progress-bar", "-p", "out_dir", tmp_path]
    done = subprocess.run([*command, *options], cwd=path.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    run = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert all(c.execution_count for c in code(run) if c.source)
