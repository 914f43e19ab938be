import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from postoffice import USER, PostOffice

from giaoban.errors import GiaobanError
from giaoban.mail import settings, smtplimits
from giaoban.mail.settings import Server
from giaoban.mail.smtp import BROKEN, Connection, connect

Open = Callable[..., PostOffice]
WayTo = Callable[..., Server]


@pytest.mark.parametrize("implicit", [False, True])
def test_what_is_said_is_encrypted_and_signed_in(
    open_office: Open, way_to: WayTo, implicit: bool
) -> None:
    office = open_office(implicit=implicit)
    with closing(connect(way_to(office, implicit))) as connection:
        assert connection.sock is not None
        assert "TLS" in connection.sock.version()  # type: ignore[attr-defined] # A TLS socket has it.
        assert connection.mail("lan@example.vn")[0] == 250
    assert office.logins == [USER.encode()]


@pytest.mark.parametrize("implicit", [False, True])
def test_a_certificate_of_an_unknown_authority_is_refused(
    open_office: Open, way_to: WayTo, implicit: bool
) -> None:
    server = replace(way_to(open_office(implicit=implicit), implicit), ca=None)
    with pytest.raises(GiaobanError, match=r"no safe connection \(unable to get local issuer"):
        connect(server)


@pytest.mark.parametrize("implicit", [False, True])
def test_a_certificate_for_another_name_is_refused(
    open_office: Open, way_to: WayTo, implicit: bool
) -> None:
    server = replace(way_to(open_office(implicit=implicit), implicit), host="127.0.0.1")
    with pytest.raises(GiaobanError, match="IP address mismatch"):
        connect(server)


def test_a_server_without_encryption_hears_no_password(open_office: Open, way_to: WayTo) -> None:
    office = open_office(starttls=False)
    with pytest.raises(GiaobanError, match="offers no encryption"):
        connect(way_to(office))
    assert office.logins == []


def test_starttls_is_not_begun_with_a_server_that_is_encrypted_from_the_start(
    office: PostOffice, way_to: WayTo
) -> None:
    with pytest.raises(GiaobanError, match=r"no safe connection.* try smtp:// .* often 587$"):
        connect(way_to(office, implicit=True))


def test_a_server_that_waits_to_be_spoken_to_is_left_soon_and_the_other_way_named(
    open_office: Open, way_to: WayTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtplimits, "SECONDS_OF_SILENCE", 0.2)
    with pytest.raises(GiaobanError, match=r"says nothing; .* try smtps:// .* often 465"):
        Connection(way_to(open_office(implicit=True)), [], time.sleep)


def test_a_server_that_breaks_off_may_be_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def break_off() -> None:
            listening.accept()[0].close()

        answering = threading.Thread(target=break_off)
        answering.start()
        with pytest.raises(BROKEN):
            connect(Server("127.0.0.1", listening.getsockname()[1], True, ""))
        answering.join()


def test_a_wrong_password_is_told_without_it(
    office: PostOffice, way_to: WayTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = way_to(office)
    monkeypatch.setenv(settings.PASSWORD, "wrong-2846")
    with pytest.raises(
        GiaobanError,
        match=r"user lan@example\.vn with this password .* 535.* GIAOBAN_SMTP_PASSWORD or with "
        r"`keyring set giaoban lan@example\.vn@localhost`",
    ) as error:
        connect(server)
    assert "wrong-2846" not in repr(error.value) + str(error.value)
    assert (error.value.__cause__, error.value.__suppress_context__) == (None, True)


def test_a_server_that_asks_nobody_needs_no_password(
    open_office: Open, way_to: WayTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = way_to(open_office(auth_required=False), user="")
    monkeypatch.delenv(settings.PASSWORD)
    connect(server).close()


def test_an_authority_that_cannot_be_read_is_named(office: PostOffice, way_to: WayTo) -> None:
    server = way_to(office)
    assert server.ca is not None
    with pytest.raises(GiaobanError, match=r"nowhere\.pem: cannot be read"):
        connect(replace(server, ca=server.ca.with_name("nowhere.pem")))


def test_nothing_of_the_talk_is_printed(
    office: PostOffice, way_to: WayTo, capfd: pytest.CaptureFixture[str]
) -> None:
    connect(way_to(office)).close()
    assert capfd.readouterr() == ("", "")
