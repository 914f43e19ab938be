"""Which mail server to send through and as whom: from the environment or a config file."""

import os
import tomllib
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, nearest
from giaoban.mail.addresses import encoded_domain, read_address

URL, SENDER, PASSWORD = "GIAOBAN_SMTP_URL", "GIAOBAN_FROM", "GIAOBAN_SMTP_PASSWORD"
CONFIG = "giaoban.toml"
SETTINGS = {"server": URL, "from": SENDER, "ca": None}
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Server:
    """A mail server; what is said to it is always encrypted.

    Attributes
    ----------
    host, port : str, int
        Where it is.
    implicit : bool
        Whether encryption is there from the start, or asked for by STARTTLS.
    user : str
        Whom it knows us as; empty where it asks nobody.
    ca : Path or None
        Certificates of authorities to trust beside the system's.
    """

    host: str
    port: int
    implicit: bool
    user: str
    ca: Path | None = None


def read_server() -> Server:
    """Read which server there is to send through.

    Raises
    ------
    GiaobanError
        Where none is set, or it cannot be read. A message never repeats the URL, which may hold
        a password by mistake.
    """
    template = N_(
        "no mail server is set: set {variable} to one such as smtp://lan@mail.example.vn:587, "
        "or write it into {config}"
    )
    where, url = _required("server", template)
    ca, named = _setting("ca")
    return _parsed(url, where, Path(ca).parent / named if named else None)


def read_sender() -> Address:
    """Read whom the messages come from.

    Raises
    ------
    GiaobanError
        Where none is set, or it is malformed.
    """
    template = N_(
        "no sender is set: set {variable} to one such as Lan <lan@example.vn>, "
        "or write it into {config}"
    )
    where, sender = _required("from", template)
    try:
        return read_address(sender)
    except GiaobanError as error:
        raise GiaobanError("{where}: {error}", where=where, error=error) from None


def read_password(server: Server) -> str:
    """Read the user's password from the environment, else from the system's keyring.

    Raises
    ------
    GiaobanError
        Where there is none, or SMTP cannot carry it.
    """
    password = os.environ.get(PASSWORD) or _from_keyring(server)
    if not password:
        template = N_(
            "no password for {user} at {host}: set {variable}, or store it by "
            "`pip install keyring` and `keyring set giaoban {user}@{host}`"
        )
        raise GiaobanError(template, user=server.user, host=server.host, variable=PASSWORD)
    if not password.isascii():
        template = N_("the password for {host} has letters with accents, which SMTP cannot carry")
        raise GiaobanError(template, host=server.host)
    return password


def _required(key: str, form: str) -> tuple[str, str]:
    """Find a setting that must be there; the form says what to do where it is not."""
    where, text = _setting(key)
    if not text:
        raise GiaobanError(form, variable=SETTINGS[key], config=CONFIG)
    return where, text


def _setting(key: str) -> tuple[str, str]:
    """Find a setting: where it stands, and what it is; both empty where there is none."""
    variable = SETTINGS[key]
    if variable and os.environ.get(variable):
        return variable, os.environ[variable]
    for path in (Path(CONFIG), Path(click.get_app_dir("giaoban"), CONFIG)):
        if path.is_file():
            return str(path), _read_config(path).get(key, "")
    return "", ""


def _read_config(path: Path) -> dict[str, str]:
    try:
        settings = tomllib.loads(path.read_text("utf-8"))["email"]
        texts = {key: value for key, value in settings.items() if isinstance(value, str)}
    except (ValueError, KeyError, AttributeError):
        template = N_(
            "{path}: cannot be read, expected TOML: [email], then lines such as from = '…'"
        )
        raise GiaobanError(template, path=path) from None
    for key in settings:
        if key not in SETTINGS:
            template = N_("{path}: unknown setting (found {found}), {expected}")
            raise GiaobanError(
                template, path=path, found=key, expected=nearest(key, list(SETTINGS))
            )
    return texts


def _parsed(url: str, where: str, ca: Path | None) -> Server:
    template = N_(
        "{where}: not a mail server, expected one such as smtp://lan@mail.example.vn:587 "
        "(STARTTLS) or smtps://lan@mail.example.vn:465 (TLS from the start)"
    )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise GiaobanError(template, where=where) from None
    if parts.password is not None:
        template = N_("{where}: a password stands in it: take it out, and set {variable} instead")
        raise GiaobanError(template, where=where, variable=PASSWORD)
    host, user = encoded_domain(parts.hostname or ""), unquote(parts.username or "")
    more = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme not in PORTS or not host or more or not url.isprintable():
        raise GiaobanError(template, where=where)
    if not (user.isascii() and user.isprintable()):
        template = N_(
            "{where}: the user holds letters with accents or signs that cannot be printed"
        )
        raise GiaobanError(template, where=where)
    port = port or PORTS[parts.scheme]
    return Server(host, port, parts.scheme == "smtps", user, ca)


def _from_keyring(server: Server) -> str | None:
    try:
        import keyring.errors
    except ImportError:
        return None
    try:
        return keyring.get_password("giaoban", f"{server.user}@{server.host}")
    except keyring.errors.KeyringError:
        return None
