"""A connection to the mail server: encrypted, its certificate checked, signed in."""

import smtplib
import ssl

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.server import Server, read_password

SECONDS = 60
# What this computer calls itself: its own name may hold letters that SMTP cannot carry.
HERE = "[127.0.0.1]"
# RFC 5321, 4.5.3.2.6: a server may take its time over a message that it has got whole.
SECONDS_FOR_AN_ANSWER = 600


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
    except ssl.SSLEOFError:
        raise  # It broke off, and may be there again later.
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason
        form = N_(
            "{host}: no safe connection ({why}); if the office makes its own "
            "certificates, name the file of its authority as ca in giaoban.toml"
        )
        raise GiaobanError(form, exit_code=1, host=server.host, why=why) from None


def _trust(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca:
        try:
            context.load_verify_locations(server.ca)
        except OSError:
            form = N_("{path}: cannot be read, expected certificates as PEM")
            raise GiaobanError(form, path=server.ca) from None
    return context


def _open(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.implicit:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=SECONDS, context=context, local_hostname=HERE
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=SECONDS, local_hostname=HERE)
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
        form = N_(
            "{host}: offers no encryption (STARTTLS), and without it nothing is sent; try smtps:// "
            "with the port for it, often 465"
        )
        raise GiaobanError(form, exit_code=1, host=server.host)
    connection.starttls(context=context)
    connection.ehlo()


def _sign_in(connection: smtplib.SMTP, server: Server) -> None:
    password = read_password(server)
    try:
        connection.login(server.user, password)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code < 500:
            raise
        form = N_("{host}: does not accept the user {user} with this password (it answers {code})")
        raise GiaobanError(
            form, exit_code=1, host=server.host, user=server.user, code=error.smtp_code
        ) from None
    except smtplib.SMTPNotSupportedError:
        form = N_("{host}: asks for no password, or in no way known here; leave the user out")
        raise GiaobanError(form, exit_code=1, host=server.host) from None
