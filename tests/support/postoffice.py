"""Real mail servers on this machine, with TLS and passwords, and letters to send through them."""

import asyncio
import ssl
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from stopping import SECONDS

from giaoban.mail import settings
from giaoban.mail.letter import Letter
from giaoban.mail.outbox import Outbox
from giaoban.mail.settings import Server

USER, PASSWORD = "lan@example.vn", "khong-ai-biet-7391"
REPORT = "demo/2025-07-15/mau.vi"


class Protocol(SMTP):
    """Breaks off where its office is told to."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.event_handler.open_connections.add(self)
        if self.event_handler.gone:
            self.break_off()

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.event_handler.open_connections.discard(self)

    def break_off(self) -> None:
        assert isinstance(self.transport, asyncio.Transport)
        self.transport.abort()

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - so called by aiosmtpd
        if self.event_handler.breaks.pop("in the message", None):
            await self.push("354 go on")
            await self._reader.readline()
            self.break_off()
        elif self.event_handler.breaks.pop("without taking the message", None):
            await self.push("250 what message?")
        elif self.event_handler.breaks.pop("before the message", None):
            self.break_off()
        else:
            await super().smtp_DATA(arg)


class PostOffice:
    """A mail server that keeps what it gets.

    Attributes
    ----------
    received : list of (address, message)
        What was delivered to whom.
    logins : list of bytes
        Who tried to sign in.
    answers : dict of address to list
        What to answer to a recipient, once each, before it is accepted.
    verdicts : dict of address to list
        The same for a message that is there whole.
    breaks : dict
        Where to break off the connection, once.
    busy : int
        How many times it puts a sign-in off; each try to sign in has two ways.
    gone : bool
        Whether it breaks off every connection at once.
    """

    def __init__(
        self,
        certificate: trustme.LeafCert,
        implicit: bool = False,
        starttls: bool = True,
        **options: Any,
    ) -> None:
        self.received: list[tuple[str, bytes]] = []
        self.logins: list[bytes] = []
        self.answers: dict[str, list[str]] = defaultdict(list)
        self.verdicts: dict[str, list[str]] = defaultdict(list)
        self.breaks: dict[str, bool] = {}
        self.connections, self.gone, self.busy = 0, False, 0
        self.open_connections: set[Protocol] = set()
        self.on_message: Callable[[], object] = lambda: None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(context)
        self._options: dict[str, Any] = {"authenticator": self._known} | options
        self._implicit = context if implicit else None
        if starttls and not implicit:
            self._options |= {"tls_context": context, "require_starttls": True}
            self._options["auth_required"] = True
        else:
            self._options |= {"auth_require_tls": False}

    def _known(self, *words: Any) -> AuthResult:
        login = words[-1]
        assert isinstance(login, LoginPassword)
        self.logins.append(login.login)
        if self.busy:
            self.busy -= 1
            return AuthResult(success=False, handled=False, message="454 4.7.0 come back later")
        known = (login.login, login.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=known, handled=False)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answers[address]:
            return self.answers[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        (address,) = envelope.rcpt_tos
        if self.verdicts[address]:
            return self.verdicts[address].pop(0)
        assert envelope.original_content is not None
        self.received.append((address, envelope.original_content))
        self.on_message()
        if self.breaks.pop("after the dot", None):
            assert isinstance(server, Protocol)
            server.break_off()
        return "250 OK"

    def _protocol(self) -> Protocol:
        self.connections += 1
        return Protocol(self, hostname="localhost", loop=self._loop, **self._options)

    def start(self) -> "PostOffice":
        self._loop = asyncio.new_event_loop()
        listening = self._loop.create_server(self._protocol, "127.0.0.1", 0, ssl=self._implicit)
        self._server = self._loop.run_until_complete(listening)
        self.port = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        return self

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def per_person(self) -> Counter[str]:
        return Counter(address for address, _ in self.received)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the certificate of an authority that no system knows."""
    return tmp_path_factory.mktemp("authority") / "office.pem"


@pytest.fixture(scope="session")
def certificate(authority: Path) -> trustme.LeafCert:
    maker = trustme.CA()
    maker.cert_pem.write_to_path(str(authority))
    return maker.issue_cert("localhost")


@pytest.fixture
def open_office(certificate: trustme.LeafCert) -> Iterator[Callable[..., PostOffice]]:
    offices = []

    def opened(**options: Any) -> PostOffice:
        offices.append(PostOffice(certificate, **options).start())
        return offices[-1]

    yield opened
    for office in offices:
        office.stop()


@pytest.fixture
def office(open_office: Callable[..., PostOffice]) -> PostOffice:
    return open_office()


@pytest.fixture
def way_to(monkeypatch: pytest.MonkeyPatch, authority: Path) -> Callable[..., Server]:
    """Say how to get to an office, the password being in the environment."""
    monkeypatch.setenv(settings.PASSWORD, PASSWORD)

    def to(office: PostOffice, implicit: bool = False, user: str = USER) -> Server:
        return Server("localhost", office.port, implicit, user, authority)

    return to


@pytest.fixture
def server(office: PostOffice, way_to: Callable[..., Server]) -> Server:
    return way_to(office)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "out") as outbox:
        yield outbox


def letter(*recipients: str, report: str = REPORT, size: int = 0, text: str = "") -> Letter:
    """Write a letter with an attachment of so many bytes."""
    message = EmailMessage()
    message["From"] = "Phòng Nội vụ <lan@example.vn>"
    message["To"] = "hoa@example.vn"
    message["Subject"] = "Báo cáo giao ban: tiến độ thực hiện chương trình số 04-CTr/HU"
    message["Message-ID"] = f"<{report.replace('/', '.')}@example.vn>"
    message.set_content(text or "Kính gửi các đồng chí,\n")
    message.add_attachment(b"x" * size, "text", "html", filename="báo cáo.html")
    message.set_boundary("=====giaoban=====")
    return Letter(report, message, recipients)
