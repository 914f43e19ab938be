"""SMTP: a connection that is encrypted, checked and signed in, opened anew after it was lost."""

import smtplib
import ssl
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line
from giaoban.mail.settings import Server, read_password
from giaoban.mail.smtplimits import BoundedSMTP, BoundedSMTPS, SilentError

SECONDS = 60
# What this computer calls itself: its own name may hold letters that SMTP cannot carry.
HERE = "[127.0.0.1]"
# RFC 5321, 4.5.3.2.6: a server may take its time over a message that it has got whole.
SECONDS_FOR_AN_ANSWER = 600
BROKEN = (OSError, smtplib.SMTPException)


def connect(server: Server) -> smtplib.SMTP:
    """Connect and sign in.

    Raises
    ------
    GiaobanError
        Where encryption, the certificate or the password is not as it must be.
    OSError, smtplib.SMTPException
        Where the server cannot be reached or breaks off.
    """
    context = _trust(server)
    try:
        return _open(server, context)
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason
        if not why or isinstance(error, ssl.SSLEOFError):
            raise  # It broke off, and may be there again later.
        template, parts = _unsafe(server, error)
        raise GiaobanError(template, exit_code=1, host=server.host, why=why, **parts) from None


def _unsafe(server: Server, error: ssl.SSLError) -> tuple[str, dict[str, object]]:
    """Say what to try where there is no safe connection, and what fills it in."""
    if isinstance(error, ssl.SSLCertVerificationError):
        template = N_(
            "{host}: no safe connection ({why}); if the office makes its own "
            "certificates, name the file of its authority as ca in giaoban.toml"
        )
        return template, {}
    template = N_(
        "{host}: no safe connection ({why}); it may begin encryption in the other way: try "
        "{scheme}:// with the port for it, often {port}"
    )
    scheme, port = ("smtp", 587) if server.implicit else ("smtps", 465)
    return template, {"scheme": scheme, "port": port}


def _trust(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca:
        try:
            if server.pem:
                context.load_verify_locations(cadata=server.pem.decode("ascii"))
            else:
                context.load_verify_locations(server.ca)
        except (OSError, ValueError):
            template = N_("{path}: cannot be read, expected certificates as PEM")
            raise GiaobanError(template, path=server.ca) from None
    return context


def _open(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.implicit:
        connection: smtplib.SMTP = BoundedSMTPS(
            server.host, server.port, timeout=SECONDS, context=context, local_hostname=HERE
        )
    else:
        connection = BoundedSMTP(server.host, server.port, timeout=SECONDS, local_hostname=HERE)
    try:
        connection.ehlo_or_helo_if_needed()
        if not server.implicit:
            _encrypt(connection, server, context)
        if server.user:
            _sign_in(connection, server)
    except BaseException:
        connection.close()
        raise
    if connection.sock:
        connection.sock.settimeout(SECONDS_FOR_AN_ANSWER)
    return connection


def _encrypt(connection: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    if not connection.has_extn("starttls"):
        template = N_(
            "{host}: offers no encryption (STARTTLS), and without it nothing is sent; try smtps:// "
            "with the port for it, often 465"
        )
        raise GiaobanError(template, exit_code=1, host=server.host)
    connection.starttls(context=context)
    connection.ehlo()


def _sign_in(connection: smtplib.SMTP, server: Server) -> None:
    password = read_password(server)
    try:
        connection.login(server.user, password)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code < 500:
            raise
        template = N_(
            "{host}: does not accept the user {user} with this password (it answers {code}): set "
            "the right one in GIAOBAN_SMTP_PASSWORD or with `keyring set giaoban {user}@{host}`; "
            "with a two-step sign-in it is one made for this application"
        )
        raise GiaobanError(
            template, exit_code=1, host=server.host, user=server.user, code=error.smtp_code
        ) from None
    except smtplib.SMTPNotSupportedError:
        template = N_("{host}: asks for no password, or in no way known here; leave the user out")
        raise GiaobanError(template, exit_code=1, host=server.host) from None


class Connection:
    """A connection to a server, opened anew after it was lost.

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

    def __enter__(self) -> "Connection":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._say_goodbye()
        self.drop()

    @property
    def smtp(self) -> smtplib.SMTP:
        """What talks to the server, opened where it is not."""
        if self._open is None:
            self._open = self._reach(self._pauses)
        return self._open

    @property
    def largest(self) -> int:
        """How many bytes the server takes in one message, as it says."""
        size = self.smtp.esmtp_features.get("size", "")
        return int(size) if size.isdecimal() and int(size) else sys.maxsize

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
        template = N_(
            "{host}:{port}: cannot be reached ({why}); what was not sent waits in the outbox: "
            "give the same command again later"
        )
        if isinstance(error, SilentError):
            template = N_(
                "{host}:{port}: takes the call and says nothing; it may be encrypted from the "
                "start: try smtps:// with the port for it, often 465; what was not sent waits in "
                "the outbox"
            )
        host, port = self._server.host, self._server.port
        return GiaobanError(template, exit_code=1, host=host, port=port, why=one_line(str(error)))


def _is_busy(error: Exception) -> bool:
    """Say whether a server has answered, and what it refuses only for now."""
    return isinstance(error, smtplib.SMTPResponseException) and 400 <= error.smtp_code < 500
