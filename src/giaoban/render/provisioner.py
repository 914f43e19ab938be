"""How Jupyter comes by a kernel that is forked: kernelspec ``giaoban``, where there are forks."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from giaoban.catalogues import N_, user_language
from giaoban.errors import GiaobanError
from giaoban.render.forkserver import Wanted, main

# A process that forks has one thread, and these libraries start theirs as they are imported.
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OPENBLAS", "OMP", "MKL", "NUMEXPR")}
# Charts go into the notebook, as they do from a kernel that was started by itself.
INLINE = {"MPLBACKEND": "module://matplotlib_inline.backend_inline"}
# So long Jupyter waits for a kernel that it has killed.
SECONDS_TO_END = 5
ENDED = N_(
    "the process that runs notebooks has ended, perhaps for want of memory; what it said stands "
    "above: close other programs, then give the command once more"
)
SILENT = N_(
    "the process that runs notebooks does not answer ({error}): close other programs, then give "
    "the command once more"
)


class ForkServer:
    """A process that forks kernels, and ends with this one; see `giaoban.render.forkserver`.

    Parameters
    ----------
    forked : bool
        Whether it may be forked itself, and so has what this process has imported: where that is
        nobody's but ours.
    """

    def __init__(self, forked: bool = False) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            if forked and _is_alone():
                self._process: Any = _Forked(theirs, ours)
            else:
                self._process = _started(theirs.fileno())
        self._connection = Connection(ours.detach())
        self._lock = threading.Lock()
        self._ended: dict[int, int] = {}

    @property
    def runs(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, function: str, *arguments: Any) -> Any:
        """Call a function there, so that each kernel has what the function remembers.

        Raises
        ------
        GiaobanError
            Where the function does.
        """
        done, *given = self._exchange((function, arguments, user_language()))
        if done == "refused":
            raise GiaobanError("{error}", exit_code=given[0], error=given[1])
        return given[0]

    def fork(self, wanted: Wanted) -> "ForkedKernel":
        """Start a kernel."""
        _, pid = self._exchange(wanted)
        return ForkedKernel(self, pid)

    def _exchange(self, request: Any) -> Any:
        with self._lock:
            try:
                self._connection.send(request)
                while (answer := self._connection.recv())[0] == "ended":
                    self._ended[answer[1]] = answer[2]
            except (EOFError, ConnectionError):
                raise GiaobanError(ENDED, exit_code=1) from None
            return answer

    def close(self) -> None:
        """End it, and with it its kernels."""
        self._connection.close()
        self._process.wait()

    def exit_code(self, pid: int) -> int | None:
        """Give the exit code of a kernel; None while it runs."""
        with self._lock:
            try:
                while pid not in self._ended and self._connection.poll():
                    _, ended, code = self._connection.recv()
                    self._ended[ended] = code
            except (EOFError, ConnectionResetError):
                # Its kernels end with it.
                return -signal.SIGKILL
            return self._ended.get(pid)


@cache
def _servers() -> tuple[threading.Lock, list[ForkServer]]:
    return threading.Lock(), []


def fork_server(forked: bool = False) -> ForkServer:
    """Give this process's server; the first call starts it, and does not wait until it is ready."""
    lock, servers = _servers()
    with lock:
        if not servers or not servers[0].runs:
            servers[:] = [ForkServer(forked)]
        return servers[0]


def _is_alone() -> bool:
    """Say whether this process can be forked: no threads, NumPy's among them."""
    return len([*Path("/proc/self/task").iterdir()]) == 1 and "numpy" not in sys.modules


def _started(descriptor: int) -> subprocess.Popen[bytes]:
    program = f"from giaoban.render.forkserver import main; main({descriptor})"
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-c", program],
        env=os.environ | ONE_THREAD | INLINE,
        pass_fds=[descriptor],
        stdin=subprocess.DEVNULL,
        # Of what a process prints beside its cells nothing is a result.
        stdout=subprocess.DEVNULL,
        # What interrupts this process from its terminal is not meant for that one.
        start_new_session=True,
    )


class _Forked:
    """The server as a second of this process, all else as `_started` has it."""

    def __init__(self, theirs: socket.socket, ours: socket.socket) -> None:
        self.pid = os.fork()
        if not self.pid:
            ours.close()
            self._serve(theirs.fileno())

    @staticmethod
    def _serve(descriptor: int) -> None:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.environ.update(ONE_THREAD | INLINE)
        if not sys.flags.safe_path:
            del sys.path[0]
        _servers.cache_clear()
        try:
            main(descriptor)
        except Exception:
            sys.excepthook(*sys.exc_info())
        finally:
            # What this process has begun is the other's to end.
            os._exit(0)

    def poll(self) -> int | None:
        """Give something else than None once it has ended."""
        try:
            return os.waitpid(self.pid, os.WNOHANG)[0] or None
        except ChildProcessError:  # It was waited for before.
            return self.pid

    def wait(self) -> None:
        """Wait for its end."""
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


class ForkedKernel:
    """The process of a kernel, as `subprocess.Popen` would give it."""

    stdin = stdout = stderr = None

    def __init__(self, server: ForkServer, pid: int) -> None:
        self.server, self.pid = server, pid

    def poll(self) -> int | None:
        """Give its exit code; None while it runs."""
        return self.server.exit_code(self.pid)

    def wait(self) -> int:
        """Wait for its end, and give its exit code."""
        while (code := self.poll()) is None:
            time.sleep(0.005)
        return code

    def send_signal(self, signum: int) -> None:
        """Signal it alone; where it has ended nobody hears it."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signum)


class ForkProvisioner(LocalProvisioner):
    """Forks a kernel where Jupyter's own would start a program; all else is as there."""

    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel for ``python -m ipykernel_launcher …``."""
        folder = str(kwargs.get("cwd") or Path.cwd())
        environment = dict(kwargs.get("env") or os.environ)
        self.process = fork_server().fork(Wanted(cmd[3:], environment, folder))
        self.pid = self.pgid = self.process.pid
        self.cwd = folder
        return self.connection_info

    async def wait(self) -> int | None:
        """Wait for its end."""
        await self._ended()
        return await super().wait()

    async def kill(self, restart: bool = False) -> None:
        """End it; Jupyter would look for its end only after a tenth of a second."""
        await super().kill(restart)
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._ended(), SECONDS_TO_END)

    async def _ended(self) -> None:
        while self.process and self.process.poll() is None:
            await asyncio.sleep(0.005)
