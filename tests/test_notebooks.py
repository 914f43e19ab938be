import asyncio
import re
from contextlib import chdir
from pathlib import Path

import nbformat
import pytest
import vscode
from fragments import SECTIONS
from nbformat import NotebookNode
from papermill import execute_notebook
from papermill.exceptions import PapermillExecutionError
from places import RAW, ROOT

import giaoban.report
from giaoban.explore.screen import show
from giaoban.prepare.preparation import TO_PREPARE
from giaoban.report.html import Fragment
from giaoban.report.notebook import PARAMETERS

pytestmark = pytest.mark.slow

# What a notebook asks for, where it is not what the report does.
ASKED = {"prepare": TO_PREPARE}
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda p: p.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def notebook(path: Path) -> NotebookNode:
    found = nbformat.read(path, as_version=4)
    nbformat.validate(found)
    return found


@pytest.fixture
def copied(path: Path, project: Path) -> Path:
    """Give the notebook in a copy of the project."""
    return project / "notebooks" / path.name


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_outputs_are_stripped_and_the_kernel_is_named(notebook: NotebookNode) -> None:
    assert [c.id for c in code(notebook) if c.outputs or c.execution_count] == []
    assert notebook.metadata.kernelspec.name == "python3"


def test_cells_are_thin_and_define_nothing(notebook: NotebookNode) -> None:
    assert [c.id for c in code(notebook) if len(c.source.splitlines()) > 12] == []
    assert [c.id for c in code(notebook) if re.search(r"^\s*(def|class) ", c.source, re.M)] == []


def test_one_cell_holds_the_parameters_each_a_literal_with_a_comment(
    path: Path, notebook: NotebookNode
) -> None:
    (cell,) = (c for c in code(notebook) if "parameters" in c.metadata.get("tags", []))
    lines = [re.fullmatch(r'(\w+) = "[^"]*"  # \S.*', line) for line in cell.source.splitlines()]
    assert all(lines)
    assert [line[1] for line in lines if line] == ASKED.get(path.stem, PARAMETERS)


def test_a_comment_beside_a_parameter_is_in_both_languages_where_it_has_words(
    notebook: NotebookNode,
) -> None:
    (cell,) = (c for c in code(notebook) if "parameters" in c.metadata.get("tags", []))
    comments = [line.split("  # ")[1] for line in cell.source.splitlines()]
    worded = [text for text in comments if re.search(r"[a-z]", re.sub('"[^"]*"', "", text))]
    assert [text for text in worded if text.count(" / ") != 1 or text.isascii()] == []
    assert len(worded) > 3


def test_the_report_has_every_section_that_there_is_once() -> None:
    offered = [getattr(giaoban.report, name) for name in giaoban.report.__all__]
    written = [f for f in offered if getattr(f, "__annotations__", {}).get("return") is Fragment]
    assert sorted(s.__name__ for s in SECTIONS) == sorted(f.__name__ for f in written)


def test_every_markdown_cell_stands_in_vietnamese_and_in_english(notebook: NotebookNode) -> None:
    tags = [c.metadata.tags for c in notebook.cells if c.cell_type == "markdown"]
    by_language = [[t for t in tags if t[0] == f"lang-{code}"] for code in ("vi", "en")]
    assert by_language[0] == [[t[0].replace("en", "vi"), *t[1:]] for t in by_language[1]]
    assert {name for t in tags for name in t[1:]} <= {"annex", "first", "lab"}
    assert sum(map(len, by_language)) == len(tags)
    assert len({len(found) for found in by_language}) == 1


def papermill(path: Path, kernel: str = "python3", **parameters: str) -> NotebookNode:
    output = path.with_name("out.ipynb")
    options = {"kernel_name": kernel, "progress_bar": False}
    with chdir(path.parent):
        return execute_notebook(path.name, output.name, parameters, **options)


@pytest.mark.parametrize("kernel", ["python3", "giaoban"])
def test_a_notebook_runs_on_its_defaults_from_its_own_folder(copied: Path, kernel: str) -> None:
    run = papermill(copied, kernel)
    assert all(c.execution_count for c in code(run) if c.source)


def test_a_parameter_that_a_notebook_does_not_know_is_refused(copied: Path) -> None:
    told = re.escape("unknown parameter (found langg), did you mean lang?")
    with pytest.raises(PapermillExecutionError, match=told):
        papermill(copied, "giaoban", langg="vi")


def test_a_notebook_runs_cell_by_cell_as_vs_code_runs_it(
    copied: Path, notebook: NotebookNode
) -> None:
    said = asyncio.run(vscode.run(copied, [cell.source for cell in code(notebook)]))
    assert [message for message in said if message["msg_type"] == "error"] == []
    assert len([m for m in said if m["msg_type"] == "execute_input"]) == len(code(notebook))


def test_what_an_analyst_sets_below_the_parameters_is_no_parameter(
    copied: Path, notebook: NotebookNode
) -> None:
    first, *others = (cell.source for cell in code(notebook))
    cells = [first, 'colour = "red"', *others]
    said = asyncio.run(vscode.run(copied, cells, kernel="giaoban"))
    assert [message for message in said if message["msg_type"] == "error"] == []


def test_in_vs_code_a_control_that_is_moved_changes_what_is_shown(project: Path) -> None:
    path = project / "notebooks/explore.ipynb"
    cells = [cell.source for cell in code(nbformat.read(path, as_version=4))]
    said = asyncio.run(vscode.run(path, cells, {"description": "Ngôn ngữ"}, {"index": 1}))
    last = [text for text in vscode.pictures(said) if "<table" in text][-1]
    assert last == show("04-CTr-HU", lang="en", raw_dir=str(RAW)).html
