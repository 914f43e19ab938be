import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from giaoban.mail import smtp
from giaoban.mail.settings import Server
from giaoban.mail.smtp import BROKEN, connect

GREETING = b"220 here\r\n"
OFFER = b"250-here\r\n250 STARTTLS\r\n"
# A record of a handshake that says how much is to come, and then drips.
RECORD = b"\x16\x03\x03\x40\x00"


def served(say: Callable[[socket.socket], None]) -> Iterator[int]:
    """Let a server say something to whoever comes, until that one hangs up; give its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            caller, _ = listening.accept()
            with caller, suppress(OSError):
                say(caller)

        talking = threading.Thread(target=talk)
        talking.start()
        yield listening.getsockname()[1]
        talking.join(30)
        assert not talking.is_alive()


def endlessly(caller: socket.socket) -> None:
    while True:
        caller.sendall(b"220-welcome\r\n" * 1000)


def dripping(caller: socket.socket, *said: bytes) -> None:
    """Say something, hear what is answered to all of it but the last, and go on byte by byte."""
    for number, words in enumerate(said):
        if number:
            caller.recv(4096)
        caller.sendall(words)
    heard = threading.Event()
    while not heard.wait(0.05):
        caller.sendall(b"x")


@pytest.mark.parametrize(
    ("implicit", "say"),
    [
        (False, endlessly),
        (False, dripping),
        (False, lambda caller: dripping(caller, GREETING, b"250-")),
        (False, lambda caller: dripping(caller, GREETING, OFFER, GREETING, RECORD)),
        (True, lambda caller: dripping(caller, RECORD)),
    ],
    ids=["endless banner", "dripping banner", "dripping answer", "dripping STARTTLS", "TLS"],
)
def test_a_server_that_never_comes_to_an_end_is_hung_up_on(
    monkeypatch: pytest.MonkeyPatch, implicit: bool, say: Callable[[socket.socket], None]
) -> None:
    monkeypatch.setattr(smtp, "SECONDS", 0.3)
    for port in served(say):
        with pytest.raises(BROKEN):
            connect(Server("127.0.0.1", port, implicit, ""))
