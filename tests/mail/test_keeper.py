from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import quote

import pytest
from postoffice import USER, PostOffice

from giaoban.errors import GiaobanError
from giaoban.mail.keeper import Keeper
from giaoban.mail.settings import CA, SENDER, URL, Server

FAILED = ["xa-07.vi: figures.csv:8: hỏng"]


@pytest.fixture
def keeper(office: PostOffice, server: Server, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    monkeypatch.setenv(URL, f"smtp://{quote(USER, safe='')}@{server.host}:{office.port}")
    monkeypatch.setenv(SENDER, USER)
    monkeypatch.setenv(CA, str(server.ca))
    return Keeper.of("hoa@example.vn")


def test_a_keeper_is_told_what_failed_and_why(
    keeper: Keeper, office: PostOffice, tmp_path: Path
) -> None:
    keeper.told("demo/2025-07-15", FAILED, tmp_path)
    ((person, content),) = office.received
    message = message_from_bytes(content, policy=policy.default)
    assert person == "hoa@example.vn"
    assert "demo/2025-07-15" in message["Subject"]
    body = message.get_body()
    assert body is not None
    assert body.get_content().splitlines() == FAILED


def test_the_same_failure_is_told_once_and_another_is_told_anew(
    keeper: Keeper, office: PostOffice, tmp_path: Path
) -> None:
    for failures in (FAILED, FAILED, [*FAILED, "xa-08.vi: hỏng"]):
        keeper.told("demo/2025-07-15", failures, tmp_path)
    assert office.per_person() == {"hoa@example.vn": 2}


def test_what_is_no_address_is_refused_before_anything_is_made() -> None:
    with pytest.raises(GiaobanError):
        Keeper.of("hoa")
