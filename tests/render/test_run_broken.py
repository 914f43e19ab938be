"""A notebook that hangs, dies, fills the memory or deletes harms nothing and is told of."""

import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from papermill.engines import papermill_engines
from places import RAW

from giaoban.errors import GiaobanError
from giaoban.render import PASSWORD, kernel, run
from giaoban.render.run import Job, render

pytestmark = pytest.mark.slow

NAMED = "GIAOBAN_BROKEN"
CHILDREN = """import os, subprocess, time
subprocess.Popen(["sleep", "600"])
os.fork() or time.sleep(600)
"""
MEMORY = """import resource
resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
filled = [bytearray(2**28) for _ in range(99)]
"""


@pytest.fixture
def earlier(tmp_path: Path) -> Job:
    """Give a report that is there from an earlier run, to be made by a notebook of its own."""
    job = Job(
        RAW / "04-CTr-HU", "2023-03-14", "my-duc", "en", RAW, tmp_path / "out", tmp_path / "n.ipynb"
    )
    job.folder.mkdir(parents=True)
    job.path("html").write_text("an earlier report")
    return job


def said_of(job: Job, source: str) -> str:
    """Make a report of a cell; give how it was told that this failed."""
    first = new_code_cell("out_dir = ''", id="first", metadata={"tags": ["parameters"]})
    kernel = {"name": "giaoban", "display_name": "giaoban", "language": "python"}
    notebook = new_notebook(cells=[first, new_code_cell(source, id="broken")])
    notebook.metadata["kernelspec"] = kernel
    assert job.notebook
    nbformat.write(notebook, job.notebook)
    with pytest.raises(GiaobanError) as error:
        render(job)
    assert error.value.exit_code == 1
    return str(error.value)


def processes(name: str) -> list[str]:
    """List the processes that have a name in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if name.encode() in (place / "environ").read_bytes():
                found.append(place.name)
        except OSError:
            continue
    return found


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import os\nos._exit(0)", "(import os) failed: DeadKernelError: the kernel ended"),
        ("import os\nos.kill(os.getpid(), 9)", "failed: DeadKernelError: the kernel ended"),
        ("import time\ntime.sleep(600)", "failed: CellTimeoutError: not done after 3 seconds"),
        (MEMORY, "cell broken (import resource) failed: MemoryError"),
    ],
    ids=["exits", "is killed", "hangs", "fills the memory"],
)
def test_a_notebook_that_breaks_off_is_told_of_and_kept_and_the_earlier_report_stays(
    earlier: Job, monkeypatch: pytest.MonkeyPatch, source: str, told: str
) -> None:
    monkeypatch.setattr(run, "SECONDS_FOR_A_CELL", 3)
    assert told in said_of(earlier, source)
    names = sorted(path.name for path in earlier.folder.iterdir())
    assert names == ["my-duc.en.failed.ipynb", "my-duc.en.html"]
    assert earlier.path("html").read_text() == "an earlier report"
    kept = nbformat.read(earlier.path("failed.ipynb"), as_version=4)
    outputs = [output for cell in kept.cells for output in cell.get("outputs", [])]
    assert [output.output_type for output in outputs] == ["error"]
    assert [cell.id for cell in kept.cells] == ["first", "injected-parameters", "broken"]


def test_a_kernel_that_ends_before_the_first_cell_is_told_of_and_the_earlier_report_stays(
    earlier: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = "--IPKernelApp.exec_lines=__import__('os')._exit(1)"
    monkeypatch.setattr(kernel, "ALONE", (*kernel.ALONE, ends))
    assert said_of(earlier, "1").startswith("the process that runs notebooks has ended, perhaps")
    assert [path.name for path in earlier.folder.iterdir()] == ["my-duc.en.html"]


def test_what_fails_while_the_kernel_lives_is_not_said_to_be_its_end(
    earlier: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_options: object) -> None:
        raise RuntimeError("Kernel didn't respond in 60 seconds")

    monkeypatch.setattr(papermill_engines, "execute_notebook_with_engine", fails)
    assert "does not answer (Kernel didn't respond in 60 seconds)" in said_of(earlier, "1")


def test_what_a_notebook_has_started_ends_with_it(
    earlier: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAMED, earlier.out_dir.as_posix())
    assert "ZeroDivisionError" in said_of(earlier, f"{CHILDREN}\n1 / 0")
    assert processes(f"{NAMED}={earlier.out_dir.as_posix()}") == []


def test_a_notebook_that_deletes_all_results_is_told_of_and_kept(earlier: Job) -> None:
    assert "ZeroDivisionError" in said_of(earlier, "import shutil\nshutil.rmtree(out_dir)\n1 / 0")
    assert [path.name for path in earlier.folder.iterdir()] == ["my-duc.en.failed.ipynb"]


def test_neither_what_is_told_nor_what_is_kept_holds_a_password_or_a_folder_of_the_machine(
    earlier: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "khong-ai-biet-7391")
    source = "import os, pandas\nprint(os.environ)\npandas.read_csv(out_dir + '/none.csv')"
    monkeypatch.setenv("HOME", str(earlier.out_dir.parent))
    told = said_of(earlier, source).removeprefix(str(earlier.path("failed.ipynb")))
    kept = earlier.path("failed.ipynb").read_text("utf-8")
    assert "…/none.csv" in told
    assert "…/none.csv" in kept
    for secret in ("khong-ai-biet-7391", f"{earlier.out_dir}", f"{RAW}", sys.prefix, "~/"):
        assert secret not in told + kept, secret
