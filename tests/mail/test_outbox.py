from collections.abc import Iterator
from contextlib import closing
from email.utils import parsedate_to_datetime
from pathlib import Path
from sqlite3 import connect

import pytest
from postoffice import REPORT, letter

from giaoban.errors import GiaobanError
from giaoban.mail.letter import STATES, seal
from giaoban.mail.outbox import DATABASE, Outbox

HOA, MAI = "hoa@example.vn", "mai@example.vn"


@pytest.fixture
def second(outbox: Outbox) -> Iterator[Outbox]:
    """Open the same outbox once more, as another program would."""
    with Outbox(outbox.path.parent) as second:
        yield second


def states(outbox: Outbox) -> dict[str, str]:
    return {delivery.address: delivery.state for delivery in outbox.deliveries()}


def test_what_is_put_in_is_there_for_the_next_program(outbox: Outbox, second: Outbox) -> None:
    sealed = seal(letter(HOA, MAI))
    outbox.put([sealed])
    assert states(second) == {HOA: "queued", MAI: "queued"}
    for delivery in second.deliveries():
        assert delivery.report == REPORT
        assert second.message(delivery) == ("lan@example.vn", sealed.content)


@pytest.mark.parametrize("state", STATES)
def test_a_state_lasts(outbox: Outbox, second: Outbox, state: str) -> None:
    outbox.put([seal(letter(HOA))])
    with outbox.sole_sender():
        changed = outbox.change(outbox.deliveries()[0], state, "451 later", 17.5)
        assert second.deliveries() == [changed]
        assert (changed.state, changed.said, changed.next_try) == (state, "451 later", 17.5)


@pytest.mark.parametrize(
    ("state", "kept", "with_again"),
    [
        ("queued", "queued", "queued"),
        ("deferred", "queued", "queued"),
        ("sent", "sent", "queued"),
        ("refused", "refused", "queued"),
        ("uncertain", "uncertain", "queued"),
    ],
)
def test_only_who_waits_is_queued_anew_unless_again(
    outbox: Outbox, state: str, kept: str, with_again: str
) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], state)
    outbox.put([seal(letter(HOA))])
    assert states(outbox) == {HOA: kept}
    outbox.put([seal(letter(HOA))], again=True)
    assert states(outbox) == {HOA: with_again}


def test_who_waits_gets_the_report_as_it_is_now(outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA, MAI, text="old"))])
    hoa, mai = outbox.deliveries()
    outbox.change(hoa, "sent")
    outbox.put([seal(letter(HOA, MAI, text="new"))])
    assert b"old" in outbox.message(hoa)[1]
    assert b"new" in outbox.message(mai)[1]


@pytest.mark.parametrize("state", ["queued", "deferred", "refused", "sent", "uncertain"])
def test_a_message_is_dated_by_the_run_that_sends_it_and_keeps_its_bytes_once_one_may_have_it(
    outbox: Outbox, state: str
) -> None:
    first, second = seal(letter(HOA)), seal(letter(HOA))
    dated = second.content.replace(b"Date: ", b"Date: later than ")
    assert first.digest == second.digest
    outbox.put([first])
    outbox.change(outbox.deliveries()[0], state)
    outbox.put([type(second)(**vars(second) | {"content": dated})])
    kept = first.content if state in ("sent", "uncertain") else dated
    assert outbox.message(outbox.deliveries()[0])[1] == kept


def test_a_report_is_known_by_its_person_whatever_the_case(outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.put([seal(letter(HOA.upper()))])
    assert [d.address for d in outbox.of([letter(HOA.title())])] == [HOA]


def test_two_programs_do_not_send_at_once(outbox: Outbox, second: Outbox) -> None:
    with (
        outbox.sole_sender(),
        pytest.raises(GiaobanError, match="another giaoban is sending from it"),
        second.sole_sender(),
    ):
        pass
    with second.sole_sender():
        pass


def test_what_a_living_run_is_sending_is_left_alone(outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA))])
    with outbox.sole_sender():
        outbox.change(outbox.deliveries()[0], "sending")
        with Outbox(outbox.path.parent) as other:
            assert states(other) == {HOA: "sending"}


def test_what_a_dead_run_was_sending_is_uncertain(outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA, MAI))])
    outbox.change(outbox.deliveries()[0], "sending")
    with Outbox(outbox.path.parent) as other:
        assert states(other) == {HOA: "uncertain", MAI: "queued"}


@pytest.mark.parametrize(("arrived", "state"), [(True, "sent"), (False, "queued")])
def test_the_users_word_settles_what_is_uncertain(
    outbox: Outbox, arrived: bool, state: str
) -> None:
    outbox.put([seal(letter(HOA, MAI))])
    outbox.change(outbox.deliveries()[0], "uncertain")
    outbox.settle(HOA.upper(), arrived)
    assert states(outbox) == {HOA: state, MAI: "queued"}


def test_one_report_of_a_person_is_settled_by_its_name(outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA)), seal(letter(HOA, report="demo/2025-07-15/mau.en"))])
    for delivery in outbox.deliveries():
        outbox.change(delivery, "uncertain")
    outbox.settle(HOA, True, "demo/2025-07-15/mau.en")
    assert [delivery.state for delivery in outbox.deliveries()] == ["uncertain", "sent"]


def test_what_was_refused_goes_again_where_the_user_says_so_and_has_not_arrived(
    outbox: Outbox,
) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "refused")
    with pytest.raises(GiaobanError, match="nothing about it is open"):
        outbox.settle(HOA, arrived=True)
    outbox.settle(HOA, arrived=False)
    assert states(outbox) == {HOA: "queued"}


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("address", [HOA, "nobody@example.vn"])
def test_what_is_settled_already_cannot_be_settled_again(
    outbox: Outbox, arrived: bool, address: str
) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "sent")
    with pytest.raises(GiaobanError, match="nothing about it is open"):
        outbox.settle(address, arrived)
    assert states(outbox) == {HOA: "sent"}


def test_an_outbox_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("this is no database, it is a letter")
    with pytest.raises(GiaobanError, match=r"outbox\.sqlite: cannot be used as an outbox"):
        Outbox(tmp_path)


def test_an_outbox_that_another_program_holds_is_named_after_a_while(outbox: Outbox) -> None:
    with Outbox(outbox.path.parent, patience=0.1) as hasty, closing(connect(outbox.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GiaobanError, match=r"outbox\.sqlite: cannot be written .*try again"):
            hasty.put([seal(letter(HOA))])
    assert outbox.deliveries() == []


def test_a_sealed_letter_is_dated_with_the_clock_of_the_place() -> None:
    (first, *_) = seal(letter(HOA)).content.splitlines()
    assert parsedate_to_datetime(first.decode().removeprefix("Date: ")).tzinfo


ANOTHER_VERSION = (
    "ALTER TABLE delivery ADD COLUMN priority",
    "ALTER TABLE message RENAME COLUMN sender TO envelope",
    "DROP TABLE message",
    "CREATE TABLE address (name)",
)


@pytest.mark.parametrize("change", ANOTHER_VERSION)
def test_an_outbox_of_another_version_is_refused_and_left_as_it_is(
    outbox: Outbox, change: str
) -> None:
    outbox.put([seal(letter(HOA))])
    with closing(connect(outbox.path)) as newer:
        newer.execute(change)
    before = outbox.path.read_bytes()
    with pytest.raises(GiaobanError, match=r"outbox\.sqlite: is the outbox of another version"):
        Outbox(outbox.path.parent)
    assert outbox.path.read_bytes() == before


@pytest.mark.parametrize("where", range(5))
def test_a_damaged_outbox_is_told_in_a_sentence_and_left_as_it_is(
    outbox: Outbox, where: int
) -> None:
    outbox.put([seal(letter(f"nguoi-{number}@example.vn", size=9000)) for number in range(9)])
    whole = outbox.path.read_bytes()
    page = 4096 * (where * (len(whole) // 4096 - 1) // 4)
    damaged = whole[: page + 100] + b"\xff" * 3996 + whole[page + 4096 :]
    outbox.path.write_bytes(damaged)

    def use() -> None:
        with Outbox(outbox.path.parent) as again:
            for delivery in again.deliveries():
                again.message(delivery)
            again.put([seal(letter(HOA, size=9000))])

    try:
        use()
    except GiaobanError as error:
        assert "\n" not in str(error)
        assert outbox.path.read_bytes() == damaged
    else:
        assert where


def test_a_damaged_lock_of_an_outbox_is_told(outbox: Outbox) -> None:
    Path(f"{outbox.path}-lock").write_text("this is no lock, it is a letter of some length " * 99)
    with (
        pytest.raises(GiaobanError, match=r"sqlite-lock: cannot be used .*not a database"),
        outbox.sole_sender(),
    ):
        pass


def test_an_outbox_that_is_held_as_it_is_opened_is_named_after_a_while(outbox: Outbox) -> None:
    with closing(connect(outbox.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GiaobanError, match=r"cannot be used as an outbox .*locked"):
            Outbox(outbox.path.parent, patience=0.1)
