"""Run commands, and say what they cost: time, processor time, memory, of all their processes."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
# From linux/prctl.h: processes whose parent is gone become children of this one.
SUBREAPER = 36
# Between two looks at the memory, in seconds.
PAUSE = 0.1


@dataclass(frozen=True)
class Cost:
    """What commands took, one after the other.

    Attributes
    ----------
    wall : float
        Seconds until the last of them had ended.
    processor : float
        Seconds of processor time, of every process that they started.
    peak : int
        The most memory that these held together, in bytes; what several share counts once. 0
        where nobody looked.
    error : str
        What the first said that failed; empty where none did.
    """

    wall: float
    processor: float
    peak: int
    error: str


@contextmanager
def workplace(raw: Path) -> Iterator[Path]:
    """Give an empty folder with the review notebook and the programmes in it."""
    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as name:
        folder = Path(name)
        (folder / "data").mkdir()
        (folder / "data" / "raw").symlink_to(raw)
        (folder / "notebooks").mkdir()
        for place in (folder, folder / "notebooks"):
            shutil.copy(PROJECT / "notebooks" / "review.ipynb", place)
        yield folder


def cost(steps: Sequence[Sequence[str]], folder: Path, looked_at: bool = False) -> Cost:
    """Run commands in a folder.

    Parameters
    ----------
    steps : sequence of sequence of str
        The commands.
    folder : Path
        Where they run.
    looked_at : bool
        Whether to look at their memory meanwhile: that takes time, too.
    """
    _adopt_orphans()
    ended, peak = threading.Event(), [0]
    looking = threading.Thread(target=_look, args=(ended, peak))
    if looked_at:
        looking.start()
    wall, processor, error = 0.0, 0.0, ""
    try:
        for step in steps:
            begun = time.perf_counter()
            told, used = _run(step, folder, begun)
            wall += used[0]
            processor += used[1]
            if told:
                error = told
                break
    finally:
        ended.set()
        if looked_at:
            looking.join()
    return Cost(wall, processor, peak[0], error)


def _run(step: Sequence[str], folder: Path, begun: float) -> tuple[str, tuple[float, float]]:
    """Run a command to its end, and wait for what it leaves behind."""
    # Compiled modules are kept, as they are wherever nobody forbids it.
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(  # noqa: S603
            step, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        processor = used.ru_utime + used.ru_stime
        while True:
            try:
                _, _, used = os.wait4(-1, 0)
            except ChildProcessError:
                break
            processor += used.ru_utime + used.ru_stime
        said.seek(0)
        lines = said.read().strip().splitlines()
    failed = process.returncode != 0
    return (lines or ["failed"])[-1] if failed else "", (wall, processor)


def _adopt_orphans() -> None:
    """See that a process whose parent has ended is waited for here, so that its time counts."""
    if sys.platform != "linux":
        raise SystemExit("benchmarks look at /proc: they run on Linux")
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def _look(ended: threading.Event, peak: list[int]) -> None:
    while not ended.wait(PAUSE):
        peak[0] = max(peak[0], sum(map(_held, _descendants(os.getpid()))))


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from _descendants(child)


def _held(pid: int) -> int:
    """Give the memory of a process; of what it shares with others, its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
