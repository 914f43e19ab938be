import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from mailhost import MailHost
from postoffice import PASSWORD, letter

from giaoban.errors import GiaobanError
from giaoban.mail import settings
from giaoban.mail.outbox import Outbox
from giaoban.mail.send import send

ADDRESSES = ("hoa@example.vn", "mai@example.vn", "nam@example.vn")


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.PASSWORD, PASSWORD)


def parts(message: EmailMessage) -> list[tuple[str, str | None, object]]:
    """List a message's parts: their types, names and contents."""
    return [
        (part.get_content_type(), part.get_filename(), part.get_content())
        for part in message.walk()
        if not part.is_multipart()
    ]


@pytest.mark.parametrize("implicit", [False, True])
def test_what_is_fetched_is_what_was_sent_part_by_part(
    mailhost: MailHost, tmp_path: Path, implicit: bool
) -> None:
    sent = letter(*ADDRESSES, size=200_000, report=f"demo/2025-07-15/mau.{implicit}")
    before = {person: len(mailhost.messages(person)) for person in ("hoa", "mai", "nam")}
    with Outbox(tmp_path) as outbox:
        done = send([sent], outbox, mailhost.way(implicit))
        assert {delivery.state for delivery in done} == {"sent"}
        wire = outbox.message(done[0])[1]
    for person, number in before.items():
        raw = mailhost.wait_for(person, number + 1)
        assert len(raw) == number + 1
        assert raw[-1].endswith(wire)
        fetched = email.message_from_bytes(raw[-1], policy=email.policy.default)
        assert isinstance(fetched, EmailMessage)
        assert parts(fetched) == parts(sent.message)
        for name in ("From", "To", "Subject", "Message-ID"):
            assert str(fetched[name]) == str(sent.message[name])
        assert b"mai@" not in wire


def test_a_mailbox_that_is_not_there_is_refused_and_the_others_get_theirs(
    mailhost: MailHost, tmp_path: Path
) -> None:
    number = len(mailhost.messages("nam"))
    with Outbox(tmp_path) as outbox:
        done = send([letter("khong-co@example.vn", "nam@example.vn")], outbox, mailhost.way(False))
    assert [delivery.state for delivery in done] == ["refused", "sent"]
    assert done[0].said.startswith("550 5.1.1 <khong-co@example.vn>: Recipient address rejected")
    assert len(mailhost.wait_for("nam", number + 1)) == number + 1


def test_a_wrong_password_is_refused_by_dovecot(
    mailhost: MailHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.PASSWORD, "wrong-2846")
    with Outbox(tmp_path) as outbox, pytest.raises(GiaobanError, match=r"it answers 535"):
        send([letter("hoa@example.vn")], outbox, mailhost.way(False))


def test_the_size_that_postfix_takes_is_kept_to(mailhost: MailHost, tmp_path: Path) -> None:
    with Outbox(tmp_path) as outbox, pytest.raises(GiaobanError, match="localhost takes 10240000"):
        send([letter("hoa@example.vn", size=9_000_000)], outbox, mailhost.way(True))
