"""Which mail server to send through and as whom: from the environment or a config file."""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.headerregistry import Address
from pathlib import Path
from urllib.parse import unquote, urlsplit

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, nearest, one_line
from giaoban.mail.addresses import encoded_domain, read_address
from giaoban.mail.trust import certificates, own_folder, require_trusted
from giaoban.render import PASSWORD as PASSWORD

URL, SENDER, CA = "GIAOBAN_SMTP_URL", "GIAOBAN_FROM", "GIAOBAN_SMTP_CA"
CONFIG = "giaoban.toml"
SETTINGS = {"server": URL, "from": SENDER, "ca": CA}
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
    pem : bytes
        These certificates as somebody said yes to them; empty where they are read when used.
    """

    host: str
    port: int
    implicit: bool
    user: str
    ca: Path | None = None
    pem: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class _Settings:
    """What one place says: a server and the certificates that prove it belong together."""

    where: str
    server: Server | None
    sender: str

    @property
    def ca(self) -> Path | None:
        return self.server.ca if self.server else None

    def shown(self) -> dict[str, str]:
        """Give what the place says, for somebody to look at."""
        shown = {"from": one_line(self.sender), "ca": one_line(str(self.ca or ""))}
        if self.server:
            # The host stands alone and whole: a user may be spelled like one.
            server = {"server": f"{self.server.host}:{self.server.port}"}
            shown = server | {"user": one_line(self.server.user)} | shown
        return {key: text for key, text in shown.items() if text}


def read_server(*, ask: bool) -> Server:
    """Read which server there is to send through.

    Parameters
    ----------
    ask : bool
        Whether there is somebody to say whether this folder's own settings may be followed.

    Raises
    ------
    GiaobanError
        Where none is set, it cannot be read, or only a folder's settings name it that nobody has
        said yes to. A message never repeats the URL, which may hold a password by mistake.
    """
    for settings in _places(ask):
        if settings.server:
            return settings.server
    template = N_(
        "no mail server is set: set {variable} to one such as smtp://lan@mail.example.vn:587, "
        "or write it into {config}"
    )
    raise GiaobanError(template, variable=URL, config=CONFIG)


def read_sender(*, ask: bool) -> Address:
    """Read whom the messages come from.

    Parameters
    ----------
    ask : bool
        As for `read_server`.

    Raises
    ------
    GiaobanError
        Where none is set, it is malformed, or as for `read_server`.
    """
    for settings in _places(ask):
        if settings.sender:
            try:
                return read_address(settings.sender)
            except GiaobanError as error:
                raise GiaobanError("{where}: {error}", where=settings.where, error=error) from None
    template = N_(
        "no sender is set: set {variable} to one such as Lan <lan@example.vn>, "
        "or write it into {config}"
    )
    raise GiaobanError(template, variable=SENDER, config=CONFIG)


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


def _places(ask: bool) -> Iterator[_Settings]:
    """Read the environment, then this folder's file, then the user's own."""
    yield _from_environment()
    here, own = Path(CONFIG), own_folder() / CONFIG
    if here.is_file() and here.resolve() != own.resolve():
        content = here.read_bytes()
        settings = _from_config(here, content)
        pem = certificates(settings.ca)
        require_trusted(here, [content, pem], settings.shown(), ask=ask)
        if settings.server:
            settings = replace(settings, server=replace(settings.server, pem=pem))
        yield settings
    if own.is_file():
        yield _from_config(own, own.read_bytes())


def _from_environment() -> _Settings:
    found = {key: os.environ.get(variable, "") for key, variable in SETTINGS.items()}
    server, ca = found["server"], found["ca"]
    where = URL if server else SENDER
    parsed = _parsed(server, where, Path(ca) if ca else None) if server else None
    return _Settings(where, parsed, found["from"])


def _from_config(path: Path, content: bytes) -> _Settings:
    found = _read_config(path, content)
    server, ca = found.get("server", ""), found.get("ca", "")
    if ca and not server:
        template = N_(
            "{path}: ca without server: certificates belong to a server, name it here too"
        )
        raise GiaobanError(template, path=path)
    parsed = _parsed(server, str(path), path.parent / ca if ca else None) if server else None
    return _Settings(str(path), parsed, found.get("from", ""))


def _read_config(path: Path, content: bytes) -> dict[str, str]:
    try:
        settings = tomllib.loads(content.decode("utf-8"))["email"]
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
    if not (user.isascii() and user.isprintable()) or " " in user:
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
