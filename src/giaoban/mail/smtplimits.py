"""SMTP with a server that is not to be believed: no answer is endless, and none takes for ever."""

import select
import smtplib
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO, Any

# RFC 5321 has answers of a few lines; what a server can do fills no more than some dozens.
MOST_LINES = 1_000
# A server that names itself first does so within a few; one that is encrypted from the start waits.
SECONDS_OF_SILENCE = 15


class SilentError(OSError):
    """A server took the call, and does not say who it is."""


class _Lines:
    """What a server says: so many lines an answer, and no more."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.left = file, MOST_LINES
        self.close: Callable[[], None] = file.close

    def readline(self, size: int) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise OSError("an answer without an end")
        return self._file.readline(size)


class BoundedSMTP(smtplib.SMTP):
    """Hangs up on a server whose answer, or whose part in a handshake, takes too long.

    The time-out of a socket alone counts anew with each byte that drips in: here it holds for an
    answer as a whole.
    """

    sock: Any
    file: Any
    _line: Any = None

    def getreply(self) -> tuple[int, bytes]:
        """Read an answer."""
        if self.file is None:
            self.file = _Lines(self.sock.makefile("rb"))
        self.file.left = MOST_LINES
        with self._in_time():
            return super().getreply()

    def starttls(self, *args: Any, **options: Any) -> tuple[int, bytes]:
        """Begin to encrypt."""
        with self._in_time():
            return super().starttls(*args, **options)

    def close(self) -> None:
        """Close the connection."""
        super().close()
        if self._line:
            self._line.close()

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        # typeshed leaves out what SMTP_SSL overrides, too.
        opened = super()._get_socket(host, port, timeout)  # type: ignore[misc]
        # Another handle of the same connection, which stays ours where TLS takes this one over.
        self._line = opened.dup()
        try:
            return self._secured(opened)
        except BaseException:
            self._line.close()
            raise

    def _secured(self, opened: socket.socket) -> socket.socket:
        if not select.select([opened], [], [], SECONDS_OF_SILENCE)[0]:
            opened.close()
            raise SilentError
        return opened

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        timer = Timer((self.sock or self._line).gettimeout(), _hang_up, [self._line])
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


class BoundedSMTPS(BoundedSMTP):
    """The same, encrypted from the start."""

    def __init__(self, *args: Any, context: Any, **options: Any) -> None:
        self._context = context
        super().__init__(*args, **options)

    def _secured(self, opened: socket.socket) -> socket.socket:
        with self._in_time():
            host = self._host  # type: ignore[attr-defined] # typeshed leaves it out.
            return self._context.wrap_socket(opened, server_hostname=host)


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
