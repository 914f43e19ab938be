"""The line to the mail server: one connection, opened anew after it was lost."""

import smtplib
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType

from giaoban.catalogues import N_
from giaoban.connection import connect
from giaoban.errors import GiaobanError, one_line
from giaoban.server import Server

BROKEN = (OSError, smtplib.SMTPException)


class Line:
    """A line to a server.

    Parameters
    ----------
    server : Server
        Where to.
    pauses : sequence of float
        Seconds to wait between tries where a server that was there is gone.
    sleep : callable
        Waits for so many seconds.

    Raises
    ------
    GiaobanError
        Where there is no getting through.
    """

    def __init__(
        self, server: Server, pauses: Sequence[float], sleep: Callable[[float], object]
    ) -> None:
        self._server, self._pauses, self._sleep = server, pauses, sleep
        self._open: smtplib.SMTP | None = self._reach(())

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._say_goodbye()
        self.drop()

    @property
    def connection(self) -> smtplib.SMTP:
        """The connection, opened where it is not."""
        if self._open is None:
            self._open = self._reach(self._pauses)
        return self._open

    @property
    def largest(self) -> int:
        """How many bytes the server takes in one message, as it says."""
        said = self.connection.esmtp_features.get("size", "")
        return int(said) if said.isdecimal() and int(said) else sys.maxsize

    def reset(self) -> None:
        """Leave a message that the server did not take."""
        if self._open:
            try:
                self._open.rset()
            except BROKEN:
                self.drop()

    def rest(self, seconds: float) -> None:
        """Wait, without keeping the server waiting."""
        if seconds > 0:
            self._say_goodbye()
            self.drop()
            self._sleep(seconds)

    def drop(self) -> None:
        """Close the connection, in the middle of whatever was going on."""
        if self._open:
            self._open.close()
            self._open = None

    def _say_goodbye(self) -> None:
        if self._open:
            with suppress(*BROKEN):
                self._open.quit()

    def _reach(self, pauses: Sequence[float]) -> smtplib.SMTP:
        """Connect; try again after pauses, and where the server says that it is busy."""
        waits, busy = iter(pauses), iter(self._pauses)
        while True:
            try:
                return connect(self._server)
            except BROKEN as error:
                pause = next(waits, None)
                if pause is None and _is_busy(error):
                    pause = next(busy, None)
                if pause is None:
                    raise self._failure(error) from None
            self._sleep(pause)

    def _failure(self, error: Exception) -> GiaobanError:
        form = N_(
            "{host}:{port}: cannot be reached ({why}); what was not sent waits in the outbox: "
            "give the same command again later"
        )
        host, port = self._server.host, self._server.port
        return GiaobanError(form, exit_code=1, host=host, port=port, why=one_line(str(error)))


def _is_busy(error: Exception) -> bool:
    """Say whether a server has answered, and what it refuses only for now."""
    return isinstance(error, smtplib.SMTPResponseException) and 400 <= error.smtp_code < 500
