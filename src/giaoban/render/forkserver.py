"""A process that has imported what a report needs, and forks a kernel when it is asked for one.

`giaoban.render.provisioner` starts it. It has no event loop, no thread and no chart of ours, for
these do not survive a fork; what Arrow has of its own it sets up anew after one.
"""

import ctypes
import gc
import importlib.util
import os
import random
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, suppress
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, NamedTuple

from giaoban.catalogues import read_catalogues
from giaoban.errors import GiaobanError

# Folders of which a report's cells use what they offer; what else `giaoban` itself offers is for
# notebooks on screen.
OFFERING = ("giaoban.analysis", "giaoban.asof", "giaoban.charts", "giaoban.report")
# What else they use. Matplotlib's backend is not among it: it asks for a shell.
IMPORTED = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "pandas",
)
# What some reports use besides, and what takes a tenth of a second or two to import.
SOMETIMES = ("matplotlib.style", "pandas.io.formats.html", "scipy.special")
# What Linux calls the signal that a process gets when the one that forked it ends.
PR_SET_PDEATHSIG = 1
# How many new objects, and rounds, a kernel's collector waits for; Python's own are 700, 10, 10.
COLLECTED_AFTER = (500_000, 20, 20)


class Wanted(NamedTuple):
    """A kernel that is asked for: what follows its program's name, its environment and folder."""

    arguments: list[str]
    environment: dict[str, str]
    folder: str


def serve(connection: Connection) -> Wanted | None:
    """Answer until nobody asks any more; what comes back is, in a new process, the kernel to be.

    An answer to a `Wanted` is the kernel's process id; to a function's name with its arguments,
    which is called here so that what it remembers is there in each kernel: ``done`` and what it
    gives, or ``refused``, the exit code and the message of a `GiaobanError` in the language asked.
    Of a kernel that has ended it says so unasked: ``ended``, its process id and exit code.
    """
    woken, waker = socket.socketpair()
    woken.setblocking(False)
    waker.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    kernels: set[int] = set()
    server = os.getpid()
    while True:
        asked = wait([connection, woken])
        with suppress(BlockingIOError):
            woken.recv(1024)
        _bury(kernels, connection)
        if connection not in asked:
            continue
        try:
            request = connection.recv()
        except (EOFError, ConnectionResetError):
            _end(kernels)
            return None
        if not isinstance(request, Wanted):
            connection.send(_answer(*request))
            _finish()  # Whoever asked has its own to do before it wants a kernel.
            continue
        _finish()
        if (kernel := os.fork()) == 0:
            _end_with(server)
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setpgid(0, 0)
            return request
        with suppress(PermissionError, ProcessLookupError):
            # Whichever of the two comes first: a signal to the kernel is to reach what it started.
            os.setpgid(kernel, kernel)
        kernels.add(kernel)
        connection.send(("started", kernel))


def _answer(function: str, arguments: tuple[Any, ...], language: str) -> tuple[Any, ...]:
    try:
        return "done", resolve_name(function)(*arguments)
    except GiaobanError as error:
        return "refused", error.exit_code, error.told(language)


def _bury(kernels: set[int], connection: Connection) -> None:
    """Take leave of the kernels that have ended, so that none stays a zombie."""
    for kernel in list(kernels):
        ended, status = os.waitpid(kernel, os.WNOHANG)
        if ended:
            kernels.discard(kernel)
            with suppress(BrokenPipeError):
                connection.send(("ended", kernel, os.waitstatus_to_exitcode(status)))


def _end(kernels: set[int]) -> None:
    """End the kernels, and what they have started, when whoever asked for them is gone."""
    for kernel in kernels:
        with suppress(ProcessLookupError):
            os.killpg(kernel, signal.SIGKILL)


def _end_with(parent: int) -> None:
    """Have Linux end this process with its parent, be that gone by now.

    Elsewhere Jupyter's own watch does: it looks for process 1 in the parent's place, where on
    Linux another one may be.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def become_kernel(wanted: Wanted) -> None:
    """Be the kernel that was asked for, as if ``python -m ipykernel_launcher`` had started it."""
    os.environ.clear()
    os.environ.update(wanted.environment)
    os.chdir(wanted.folder)
    _draw_lots_anew()
    _expect_few_rows()

    from ipykernel.kernelapp import IPKernelApp

    launcher = importlib.util.find_spec("ipykernel_launcher")
    sys.argv = [str(launcher and launcher.origin), *wanted.arguments]
    IPKernelApp.launch_instance(argv=wanted.arguments)


def _draw_lots_anew() -> None:
    """Seed what was seeded as it was imported: each kernel would draw the same numbers."""
    import numpy as np

    random.seed()
    np.random.seed()


def _expect_few_rows() -> None:
    """Hold new texts as Python's own, like the tables of `giaoban.asof.Known`; it saves a third.

    A package of a million rows is read before, in the process that forks: there Arrow's are better.
    """
    importlib.import_module("pandas").set_option("mode.string_storage", "python")


def imported() -> None:
    """Import what a report needs, and read its words."""
    _begin()
    _finish()


def _begin() -> None:
    """Import what a programme is read with, and what a report is drawn with."""
    # No report is debugged, and each kernel would import a debugger: a tenth of a second.
    sys.modules["debugpy"] = None  # type: ignore[assignment] # An import of it then fails.
    importlib.import_module("ipykernel.debugger")
    del sys.modules["debugpy"]
    # What is imported is not to read settings of the folder that somebody stands in.
    with chdir(Path(__file__).parent), _undocumented_artists():
        for folder in OFFERING:
            module = importlib.import_module(folder)
            for name in module.__all__:
                getattr(module, name)
        for name in IMPORTED:
            importlib.import_module(name)
    pandas = importlib.import_module("pandas")
    # pandas takes a process without a shell for a terminal, and would fit tables to its width.
    pandas.set_option("display.max_columns", 20)
    # Of tables as small as ours, each step through Arrow's texts takes longer than the work itself.
    pandas.set_option("mode.string_storage", "python")


@contextmanager
def _undocumented_artists() -> Iterator[None]:
    """Have Matplotlib list no properties in its documentation: a third of its import is that."""
    artist: Any = importlib.import_module("matplotlib.artist")
    listed, artist.kwdoc = artist.kwdoc, lambda _artist: ""
    try:
        yield
    finally:
        artist.kwdoc = listed


@cache
def _finish() -> None:
    """Import and read the rest of what a report needs."""
    importlib.import_module("pyarrow.parquet")
    read_catalogues()


def imported_for_many() -> None:
    """Import what some reports use, too: where many are made, each kernel would."""
    for name in SOMETIMES:
        importlib.import_module(name)


def main(descriptor: int) -> None:
    """Serve at a socket that is open, and, in each process that is forked, be a kernel."""
    connection = Connection(descriptor)
    gc.set_threshold(*COLLECTED_AFTER)
    _begin()
    # What is here already is shared by all kernels: their collector is to leave it alone.
    gc.freeze()
    wanted = serve(connection)
    if wanted is not None:
        connection.close()
        become_kernel(wanted)
