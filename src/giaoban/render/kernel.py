"""The kernels that reports are made in: a new one for each, forked, or started before its time."""

import atexit
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from queue import Empty
from typing import Any

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.client import KernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_path
from jupyter_core.utils import ensure_event_loop, run_sync

from giaoban.render.provisioner import fork_server

# What a kernel that is started ahead does meanwhile; it leaves no name behind.
IMPORT = "__import__('giaoban.render.forkserver', fromlist=['imported']).imported()"
# It keeps nothing, takes no modules from the folder that somebody stands in, and does not rest
# after each cell, as it does for clients that listen to its answers alone.
ALONE = (
    "--HistoryManager.enabled=False",
    "--InteractiveShellApp.ignore_cwd=True",
    "--Kernel._execute_sleep=0",
)
# What no notebook has to know, nor what it may print: the way to send mail.
PASSWORD = "GIAOBAN_SMTP_PASSWORD"  # noqa: S105
# Where no kernel listens yet, ZeroMQ would call again after 100.
MILLISECONDS_TO_CALL_AGAIN = 2
# A longer name of a socket is refused by the system.
LONGEST = 90


def warm_up() -> None:
    """See that a kernel will soon be there; to be called before this process imports the rest.

    What forks kernels is a second of this process where that has no threads yet: then it has what
    both need.
    """
    if _forks():
        fork_server(forked=True)
    elif not _ahead():
        _ahead().append(_Kernel())


def ask(function: str, *arguments: object) -> Any:
    """Call a function where the kernels come from, so that they have what it remembers.

    Parameters
    ----------
    function : str
        Its module and name, such as ``giaoban.asof:occasions``: this process need not import it.
    *arguments : object
        What it takes.

    Raises
    ------
    GiaobanError
        Where the function does.
    """
    if _forks():
        return fork_server().ask(function, *arguments)
    return resolve_name(function)(*arguments)


def expect_many() -> None:
    """Have the process that forks kernels import, too, what not every report needs."""
    if _forks():
        ask("giaoban.render.forkserver:imported_for_many")


@contextmanager
def kernel() -> Iterator["_Manager"]:
    """Give the manager of a kernel that runs; afterwards the kernel is ended."""
    try:
        taken = _ahead().pop()
    except IndexError:  # None waits, or another thread has just taken it.
        taken = _Kernel()
    try:
        yield taken.manager
    finally:
        taken.end()


def _forks() -> bool:
    """Say whether kernels are forked; ``GIAOBAN_KERNELS``, ``fork`` or ``ahead``, decides, too.

    macOS can fork, but libraries there do not survive it.
    """
    return sys.platform == "linux" and os.environ.get("GIAOBAN_KERNELS", "fork") == "fork"


@cache
def _ahead() -> list["_Kernel"]:
    """Hold the kernels that were started ahead and that nobody has taken yet."""
    waiting: list[_Kernel] = []

    def end() -> None:
        for kernel in waiting:
            kernel.end()

    atexit.register(end)
    return waiting


def _environment() -> dict[str, str]:
    """Give what a kernel is to know of this process's own environment."""
    known = {name: value for name, value in os.environ.items() if name != PASSWORD}
    return known | {"PYTHONSAFEPATH": "1"}


class _Client(AsyncKernelClient):
    """Jupyter's client; it takes a kernel to be ready as soon as it says so.

    Jupyter's own then waits until for a fifth of a second nothing more has come.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel has answered, and until what it does is heard, too."""
        begun = time.monotonic()
        while not await self._hears(self.kernel_info()):
            if not await self.is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if timeout is not None and time.monotonic() - begun > timeout:
                raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    async def _hears(self, asked: str) -> bool:
        """Say whether the answer comes, and the news that the kernel is at rest after it."""
        state = ""
        try:
            answer = await self.get_shell_msg(timeout=1)
            while not _is_of(asked, answer):
                answer = await self.get_shell_msg(timeout=1)
            while state != "idle":
                news = await self.get_iopub_msg(timeout=0.2)
                state = news["content"].get("execution_state") if _is_of(asked, news) else state
        except Empty:
            return False
        self._handle_kernel_info_reply(answer)
        return True


def _is_of(asked: str, message: dict[str, Any]) -> bool:
    """Say whether a kernel's message is about what was asked of it."""
    return bool(message["parent_header"].get("msg_id") == asked)


class _Manager(AsyncKernelManager):
    """Jupyter's manager; it remembers who talks to its kernel, to hang up in the end."""

    talking: KernelClient | None = None

    def client(self, **options: Any) -> Any:
        self.talking = super().client(**options)
        self.talking.context.setsockopt(zmq.RECONNECT_IVL, MILLISECONDS_TO_CALL_AGAIN)
        return self.talking

    def runs(self) -> bool:
        """Say whether its kernel does."""
        return bool(run_sync(self.is_alive)())


class _Kernel:
    """A kernel, started; on Linux nobody but its user can reach it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="giaoban-")
        file = Path(self._folder.name, "kernel.json")
        private = sys.platform == "linux" and len(str(file)) < LONGEST
        self.manager = _Manager(
            kernel_name="giaoban" if _forks() else "python3",
            client_factory=_Client,
            connection_file=str(file),
            transport="ipc" if private else "tcp",
            # Else it imports IPython, to ask where that once kept kernels.
            kernel_spec_manager=KernelSpecManager(kernel_dirs=jupyter_path("kernels")),
        )
        meanwhile = [] if _forks() else [f"--IPKernelApp.exec_lines={IMPORT}"]
        start = run_sync(self.manager.start_kernel)
        start(extra_arguments=[*ALONE, *meanwhile], env=_environment())

    def end(self) -> None:
        if self.manager.talking:
            self.manager.talking.stop_channels()
        run_sync(self.manager.shutdown_kernel)(now=True)
        self._folder.cleanup()
        if threading.current_thread() is not threading.main_thread():
            # Jupyter opens a loop for each thread, and closes none.
            ensure_event_loop().close()
