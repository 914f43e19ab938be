"""The kernel that is forked is Jupyter's own, for better and for worse."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from jupyter_core.utils import run_sync
from nbformat.v4 import new_code_cell, new_notebook
from papermill.exceptions import PapermillExecutionError
from places import RAW

from giaoban.errors import GiaobanError
from giaoban.render.kernel import ask, expect_many, kernel
from giaoban.render.provisioner import ForkServer, fork_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux alone"),
]

EXAMPLES = Path(papermill.__file__).parent / "tests/notebooks"
# One waits for somebody who interrupts it, one prints as fast as it is watched.
NOT_COMPARED = {"keyboard_interrupt", "test_autosave"}
SPEC = {"name": "giaoban", "display_name": "giaoban", "language": "python"}
# What Linux calls a process that inherits those whose parents have ended.
PR_SET_CHILD_SUBREAPER = 36
SOURCES = [
    "x = 3",
    "print('one'); print('two')\nx * 2",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>b</b>'), metadata={'m': 1})",
    "import sys\nprint('aside', file=sys.stderr)",
    "from PIL import Image\nImage.new('RGB', (2, 2), 'red')",
    "h = display('one', display_id='d')\nh.update('two')\nprint('between')",
    "h.update({'text/plain': 'three'}, raw=True)",
    "import pandas as pd\npd.Series([1, 2]).plot();",
    "pd.DataFrame([range(30)])",
    "import matplotlib.pyplot as plt\nplt.plot([1, 3]);",
    "import logging\nlogging.warning('heed')",
    # A thread of ipykernel's passes on what other programs print; what it has not read as the cell
    # ends is lost in both kernels.
    "import os, subprocess, time\nsubprocess.run(['echo', 'from outside'])\n"
    "os.system('echo from a shell')\ntime.sleep(3)",
    "import asyncio\nawait asyncio.sleep(0)\nget_ipython().kernel.implementation",
    "import warnings\nwarnings.warn('take care')",
    "__name__, __import__('__main__').x, sys.argv[0].rpartition('/')[2], sys.path[0]",
    "import numpy\nnumpy.get_printoptions()['linewidth'], plt.get_backend(), os.getcwd()",
    "import matplotlib.artist\nmatplotlib.artist.kwdoc(matplotlib.lines.Line2D)",
    "input('Who?')",
]


def ran(kernel_name: str, cells: list[str] | Path, folder: Path) -> list[list[dict[str, Any]]]:
    """Run cells, or a notebook, as far as they go, and give the outputs of each."""
    if isinstance(cells, Path):
        notebook = nbformat.read(cells, as_version=4)
    else:
        notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
        notebook.metadata["kernelspec"] = SPEC
    nbformat.write(notebook, folder / "in.ipynb")
    options = {"kernel_name": kernel_name, "progress_bar": False, "cwd": folder}
    options |= {"request_save_on_cell_execute": False}
    # Where pytest runs, ipykernel does not catch what other programs print.
    os.environ.pop("PYTEST_CURRENT_TEST", None)
    with suppress(PapermillExecutionError):
        papermill.execute_notebook(folder / "in.ipynb", folder / "out.ipynb", **options)
    return outputs(folder / "out.ipynb")


def outputs(executed: Path) -> list[list[dict[str, Any]]]:
    """Give the outputs of each cell of a notebook that papermill has run."""
    done = nbformat.read(executed, as_version=4)
    # papermill marks the cell that failed by cells of its own.
    given = [cell for cell in done.cells if "papermill-error-cell-tag" not in cell.metadata.tags]
    return [[plain(output) for output in joined(cell.get("outputs", []))] for cell in given]


def joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make one of what was printed in one go: how it is cut depends on the moment."""
    found: list[dict[str, Any]] = []
    for output in outputs:
        if (
            found
            and output["output_type"] == "stream"
            and output.get("name") == found[-1].get("name")
        ):
            found[-1]["text"] += output["text"]
        else:
            found.append(dict(output))
    return found


def plain(output: dict[str, Any]) -> dict[str, Any]:
    """Leave out what differs from run to run: process ids, addresses, times."""
    varying = r"ipykernel_\d+|0x[0-9a-f]+|\d{4}-\d\d-\d\d[T ][\d:.,]+|<pid.*?>"
    said = {**output, "traceback": "\n".join(output.get("traceback", []))}
    return {name: re.sub(varying, "…", repr(value)) for name, value in said.items()}


def test_its_outputs_are_those_of_the_python_kernel(tmp_path: Path) -> None:
    ours, theirs = (ran(name, SOURCES, tmp_path) for name in ("giaoban", "python3"))
    assert ours == theirs
    silent = [source for source, outputs in zip(SOURCES, ours, strict=True) if not outputs]
    assert silent == ["x = 3", "h.update({'text/plain': 'three'}, raw=True)"]


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(EXAMPLES.glob("*.ipynb")) if path.stem not in NOT_COMPARED],
    ids=lambda path: path.stem,
)
def test_papermills_own_notebooks_run_in_it_as_in_the_python_kernel(
    path: Path, tmp_path: Path
) -> None:
    ours, theirs = (ran(name, path, tmp_path) for name in ("giaoban", "python3"))
    assert ours == theirs


def test_a_cell_has_a_time_limit(tmp_path: Path) -> None:
    cells = new_notebook(cells=[new_code_cell("import time\ntime.sleep(60)")])
    cells.metadata["kernelspec"] = SPEC
    nbformat.write(cells, tmp_path / "in.ipynb")
    with pytest.raises(Exception, match="timed out"):
        papermill.execute_notebook(
            tmp_path / "in.ipynb", None, progress_bar=False, execution_timeout=1
        )


def test_no_two_kernels_draw_the_same_numbers_or_know_of_each_other(tmp_path: Path) -> None:
    draw = "import random, numpy\nprint(random.random(), numpy.random.rand())"
    leave = "import pandas, matplotlib\npandas.options.display.precision = 1\nleft = 1"
    look = "print(pandas.options.display.precision, 'left' in globals())"
    first = ran("giaoban", [draw, leave], tmp_path)
    second = ran("giaoban", [draw, "import pandas", look], tmp_path)
    assert first[0] != second[0]
    assert "6 False" in second[2][0]["text"]


def started(folder: Path, source: str) -> tuple[int, subprocess.Popen[str]]:
    """Let another process run a cell that tells its process id first."""
    program = f"""
import papermill
from nbformat.v4 import new_code_cell, new_notebook
cells = [new_code_cell({source!r})]
notebook = new_notebook(cells=cells, metadata={{"kernelspec": {SPEC}}})
papermill.execute_notebook(notebook, None, progress_bar=False)
"""
    process = subprocess.Popen([sys.executable, "-c", program], cwd=folder, text=True)
    told = folder / "told"
    wait_until(lambda: told.is_file() and bool(told.read_text()))
    return int(told.read_text()), process


def wait_until(true: Any) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


TELL = (
    "import os, time, pathlib\npathlib.Path('told').write_text(str(os.getpid()))\ntime.sleep(600)"
)


def test_a_kernel_ends_when_whoever_asked_for_it_is_killed(tmp_path: Path) -> None:
    pid, process = started(tmp_path, TELL)
    process.kill()
    process.wait()
    wait_until(lambda: not is_running(pid))


def process_of(manager: Any) -> int:
    return int(manager.provisioner.pid)


def test_a_kernel_ends_with_the_process_that_forked_it_and_the_next_comes_from_a_new_one(
    tmp_path: Path,
) -> None:
    with kernel() as manager:
        pid = process_of(manager)
        server = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(server, signal.SIGKILL)
        wait_until(lambda: not is_running(pid))
    assert ran("giaoban", ["1 + 1"], tmp_path)[0][0]["data"] == repr({"text/plain": "2"})


def test_so_does_one_whose_server_was_killed_before_it_had_begun(tmp_path: Path) -> None:
    # Nobody but process 1 must inherit it for Jupyter's own watch to see that.
    be_subreaper = f"import ctypes; ctypes.CDLL(None).prctl({PR_SET_CHILD_SUBREAPER}, 1)"
    program = f"""{be_subreaper}
import os, signal
from giaoban.render.forkserver import Wanted
from giaoban.render.provisioner import ForkServer
server = ForkServer()
kernel = server.fork(Wanted(["-f", "connection.json"], dict(os.environ), "."))
os.kill(server._process.pid, signal.SIGKILL)
server._process.wait()
_, status = os.waitpid(kernel.pid, 0)
print(status)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() in {str(int(signal.SIGKILL)), str(1 << 8)}, done.stderr


def test_what_forks_has_no_thread_but_that_of_arrows_memory() -> None:
    server = ForkServer()
    pid = server.ask("os:getpid")
    server.ask("giaoban.render.forkserver:imported_for_many")
    names = [
        task.joinpath("comm").read_text().strip() for task in Path(f"/proc/{pid}/task").iterdir()
    ]
    server.close()
    assert len(names) - names.count("jemalloc_bg_thd") == 1


def test_the_program_forks_a_second_of_itself_to_fork_kernels_whose_outputs_are_the_same(
    tmp_path: Path,
) -> None:
    theirs = ran("python3", SOURCES, tmp_path)
    program = f"""
from giaoban.render import ask, warm_up
warm_up()
from pathlib import Path
ours, server = Path("/proc/self"), Path(f"/proc/{{ask('os:getpid')}}")
print((ours / "cmdline").read_bytes() == (server / "cmdline").read_bytes())
print(sum("jemalloc" not in p.joinpath("comm").read_text() for p in (server / "task").iterdir()))
import os, papermill, signal
from contextlib import suppress
with suppress(papermill.PapermillExecutionError):
    papermill.execute_notebook("in.ipynb", "out.ipynb", kernel_name="giaoban", progress_bar=False,
                               cwd={str(tmp_path)!r}, request_save_on_cell_execute=False)
os.kill(int(server.name), signal.SIGKILL)
os.waitpid(int(server.name), 0)
print(ask("os:getpid") != int(server.name))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "1", "True"]
    assert outputs(tmp_path / "out.ipynb") == theirs


def test_who_comes_too_late_for_the_kernel_that_waits_gets_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class JustTaken(list[Any]):
        """What a thread sees that looks before another takes the last one."""

        def __bool__(self) -> bool:
            return True

    monkeypatch.setattr("giaoban.render.kernel._ahead", JustTaken)
    with kernel() as manager:
        assert manager.runs()


def test_where_many_are_made_a_kernel_has_imported_what_only_some_need(tmp_path: Path) -> None:
    look = "import sys\nprint('scipy.special' in sys.modules)"
    expect_many()
    assert ran("giaoban", [look], tmp_path)[0][0]["text"] == repr("True\n")


def test_a_kernel_forked_after_one_programme_was_read_reads_another(tmp_path: Path) -> None:
    ask("giaoban.asof:occasions", RAW / "04-CTr-HU", "latest", [""])
    read = f"import giaoban\nprint(giaoban.load('demo', 'latest', '', {str(RAW)!r}).date)"
    assert ran("giaoban", [read], tmp_path)[0][0]["text"] == repr("2025-07-15\n")


def test_it_is_told_that_what_forks_has_ended() -> None:
    server = ForkServer()
    server._process.kill()
    with pytest.raises(GiaobanError, match="the process that runs notebooks has ended"):
        server.ask("os:getpid")
    server.close()


@pytest.mark.parametrize(
    ("sent", "told"), [(signal.SIGKILL, "died before replying"), (signal.SIGSTOP, "in 0.5 seconds")]
)
def test_one_that_does_not_answer_is_not_waited_for_beyond_its_end_or_a_time(
    sent: signal.Signals, told: str
) -> None:
    with kernel() as manager:
        os.kill(process_of(manager), sent)
        client = manager.client()
        client.start_channels()
        with pytest.raises(RuntimeError, match=told):
            run_sync(client.wait_for_ready)(timeout=0.5)


def test_what_its_first_cell_prints_is_heard_from_the_first_word_on(tmp_path: Path) -> None:
    notebook = new_notebook(cells=[new_code_cell("print('one'); print('two')")])
    notebook.metadata["kernelspec"] = SPEC
    nbformat.write(notebook, tmp_path / "in.ipynb")
    for _ in range(5):
        with kernel() as manager:
            papermill.execute_notebook(
                tmp_path / "in.ipynb", tmp_path / "out.ipynb", progress_bar=False, km=manager
            )
        assert outputs(tmp_path / "out.ipynb")[0][0]["text"] == repr("one\ntwo\n")


def test_a_kernel_that_has_ended_is_no_zombie() -> None:
    with kernel() as manager:
        pid = process_of(manager)
        assert is_running(pid)
    wait_until(lambda: not Path(f"/proc/{pid}").exists())
    assert fork_server().runs
