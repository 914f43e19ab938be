import email
import email.policy
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from postoffice import PASSWORD, REPORT, PostOffice, letter

from giaoban.errors import GiaobanError, Text
from giaoban.mail.letter import Letter, seal
from giaoban.mail.outbox import Outbox
from giaoban.mail.send import send
from giaoban.mail.settings import Server

HOA, MAI, NAM = "hoa@example.vn", "mai@example.vn", "nam@example.vn"


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def post(outbox: Outbox, server: Server, pauses: list[float]) -> Callable[..., dict[str, str]]:
    """Send letters without waiting, and give each person's state."""

    def posted(*letters: Letter, **options: Any) -> dict[str, str]:
        done = send(letters, outbox, server, **{"sleep": pauses.append} | options)
        return {delivery.address: delivery.state for delivery in done}

    return posted


Post = Callable[..., dict[str, str]]


def test_each_person_gets_the_message_once(post: Post, office: PostOffice) -> None:
    assert post(letter(HOA, MAI)) == {HOA: "sent", MAI: "sent"}
    assert office.per_person() == {HOA: 1, MAI: 1}
    assert office.connections == 1


def test_what_arrives_is_the_message_with_a_date(post: Post, office: PostOffice) -> None:
    sent = letter(HOA)
    post(sent)
    (_, content) = office.received[0]
    assert content.isascii()
    got = email.message_from_bytes(content, policy=email.policy.default)
    assert parsedate_to_datetime(got["Date"]).tzinfo
    for name in ("From", "To", "Subject", "Message-ID"):
        assert str(got[name]) == str(sent.message[name])
    parts = [(part.get_content_type(), part.get_content()) for part in got.iter_parts()]
    assert parts == [(p.get_content_type(), p.get_content()) for p in sent.message.iter_parts()]
    assert max(map(len, content.splitlines())) <= 998


def test_a_line_that_is_a_dot_does_not_end_the_message(post: Post, office: PostOffice) -> None:
    post(letter(HOA, text="first\n.\n..two dots\nlast\n"))
    (_, content) = office.received[0]
    assert b"\r\nfirst\r\n.\r\n..two dots\r\nlast\r\n" in content


def test_bcc_is_never_on_the_wire(post: Post, office: PostOffice) -> None:
    hidden = letter(HOA, MAI)
    hidden.message["Bcc"] = MAI
    post(hidden)
    assert office.per_person() == {HOA: 1, MAI: 1}
    assert not any(MAI.encode() in content or b"Bcc" in content for _, content in office.received)


def test_a_second_run_sends_nothing_even_in_another_company(post: Post, office: PostOffice) -> None:
    post(letter(HOA))
    post(letter(HOA.title(), MAI))
    assert office.per_person() == {HOA: 1, MAI: 1}


def test_again_sends_it_once_more(post: Post, office: PostOffice) -> None:
    post(letter(HOA))
    assert post(letter(HOA), again=True) == {HOA: "sent"}
    assert office.per_person() == {HOA: 2}


def test_another_report_goes_to_the_same_person(post: Post, office: PostOffice) -> None:
    post(letter(HOA))
    post(letter(HOA, report="demo/2025-07-15/mau.en"))
    assert office.per_person() == {HOA: 2}


def test_one_refused_address_does_not_stop_the_others(
    post: Post, office: PostOffice, outbox: Outbox
) -> None:
    office.answers[MAI] = ["550 no such mailbox"]
    told: list[Text] = []
    done = post(letter(HOA, MAI, NAM), tell=told.append)
    assert done == {HOA: "sent", MAI: "refused", NAM: "sent"}
    assert [str(text) for text in told] == [
        f"{REPORT} {HOA}: sent (250 OK)",
        f"{REPORT} {MAI}: refused (550 no such mailbox)",
        f"{REPORT} {NAM}: sent (250 OK)",
    ]
    assert office.connections == 1


def test_a_refused_message_is_not_tried_again_until_asked(post: Post, office: PostOffice) -> None:
    office.verdicts[HOA] = ["554 looks like spam"]
    assert post(letter(HOA)) == {HOA: "refused"}
    assert post(letter(HOA)) == {HOA: "refused"}
    assert office.received == []


def test_what_is_put_off_is_tried_again_after_growing_pauses(
    post: Post, office: PostOffice, pauses: list[float]
) -> None:
    office.answers[HOA] = ["451 come back later"]
    office.verdicts[HOA] = ["452 disk full"]
    assert post(letter(HOA, MAI)) == {HOA: "sent", MAI: "sent"}
    assert [address for address, _ in office.received] == [MAI, HOA]
    assert [round(pause, -1) for pause in pauses] == [60, 300]


def test_the_tries_have_a_bound_and_the_next_run_starts_at_once(
    post: Post, office: PostOffice, pauses: list[float]
) -> None:
    office.answers[HOA] = ["451 come back later"] * 4
    assert post(letter(HOA)) == {HOA: "deferred"}
    assert len(pauses) == 3
    assert post(letter(HOA)) == {HOA: "sent"}
    assert len(pauses) == 3


@pytest.mark.parametrize(("busy", "expected"), [(2, 1), (99, None)])
def test_a_server_that_is_busy_is_asked_again_a_few_times(
    post: Post, office: PostOffice, pauses: list[float], busy: int, expected: int | None
) -> None:
    office.busy = busy
    if expected is None:
        with pytest.raises(GiaobanError, match=r"cannot be reached \(\(454"):
            post(letter(HOA))
        assert len(pauses) == 3
    else:
        assert post(letter(HOA)) == {HOA: "sent"}
        assert len(pauses) == expected


def test_who_was_put_off_is_waited_for_by_the_next_run_too(
    post: Post, office: PostOffice, outbox: Outbox, pauses: list[float]
) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "deferred", "451 later", time.time() + 1000)
    assert post(letter(HOA, MAI)) == {MAI: "sent", HOA: "sent"}
    assert [round(pause, -2) for pause in pauses] == [1000]


@pytest.mark.slow
@pytest.mark.parametrize(
    "where", ["before the message", "in the message", "without taking the message"]
)
def test_what_breaks_off_before_the_dot_is_tried_again(
    post: Post, office: PostOffice, where: str
) -> None:
    office.breaks[where] = True
    assert post(letter(HOA, MAI, size=8_000_000)) == {HOA: "sent", MAI: "sent"}
    assert office.per_person() == {HOA: 1, MAI: 1}


def test_a_connection_lost_after_the_dot_is_uncertain_and_not_repeated(
    post: Post, office: PostOffice
) -> None:
    office.breaks["after the dot"] = True
    assert post(letter(HOA, MAI)) == {HOA: "uncertain", MAI: "sent"}
    assert post(letter(HOA, MAI)) == {HOA: "uncertain", MAI: "sent"}
    assert office.per_person() == {HOA: 1, MAI: 1}


def test_what_is_uncertain_goes_again_where_the_user_says_so(
    post: Post, office: PostOffice, outbox: Outbox
) -> None:
    office.breaks["after the dot"] = True
    post(letter(HOA))
    outbox.settle(HOA, arrived=False)
    assert post(letter(HOA)) == {HOA: "sent"}


def test_a_server_that_goes_away_is_waited_for_and_the_rest_stays(
    post: Post, office: PostOffice, outbox: Outbox, pauses: list[float]
) -> None:
    office.breaks["before the message"] = True
    office.answers[MAI] = ["451 later"]

    def leave(seconds: float) -> None:
        pauses.append(seconds)
        office.gone = True

    with pytest.raises(GiaobanError, match=r"cannot be reached .* waits in the outbox"):
        post(letter(HOA, MAI), sleep=leave)
    assert len(pauses) == 4
    office.gone = False
    assert post(letter(HOA, MAI)) == {HOA: "sent", MAI: "sent"}


def test_a_message_over_20_mb_is_refused_before_anything_is_sent(
    post: Post, office: PostOffice
) -> None:
    with pytest.raises(GiaobanError, match="giaoban takes 20000000: nothing was sent"):
        post(letter(HOA), letter(HOA, report="demo/2025-07-15/mau.en", size=16_000_000))
    assert (office.received, office.connections) == ([], 0)


def test_a_message_over_the_servers_size_is_refused_before_anything_is_sent(
    open_office: Callable[..., PostOffice],
    way_to: Callable[..., Server],
    outbox: Outbox,
) -> None:
    office = open_office(data_size_limit=100_000)
    letters = [letter(HOA), letter(HOA, report="demo/2025-07-15/mau.en", size=100_000)]
    with pytest.raises(GiaobanError, match="localhost takes 100000: nothing was sent"):
        send(letters, outbox, way_to(office))
    assert office.received == []


def test_a_sender_whom_the_server_refuses_is_nobody_elses_fault(
    open_office: Callable[..., PostOffice], way_to: Callable[..., Server], outbox: Outbox
) -> None:
    office = open_office()
    with pytest.raises(GiaobanError, match=r"lan@example.vn: .* let this address send \(530"):
        send([letter(HOA)], outbox, way_to(office, user=""))
    assert [delivery.state for delivery in outbox.deliveries()] == ["queued"]


def test_the_password_is_not_in_the_outbox(post: Post, outbox: Outbox) -> None:
    post(letter(HOA))
    assert PASSWORD.encode() not in outbox.path.read_bytes()
    assert outbox.path.stat().st_mode & 0o077 == 0
