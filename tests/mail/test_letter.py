from datetime import datetime

import pytest
from postoffice import REPORT

from giaoban.mail import describe, next_steps
from giaoban.mail.letter import STATES, Delivery

HOA = "hoa@example.vn"


@pytest.mark.parametrize("state", STATES)
def test_what_has_become_of_a_delivery_is_told_in_a_line_with_what_the_server_said(
    state: str,
) -> None:
    plain, answered = (
        describe(Delivery(REPORT, HOA, state, said, "2023-03-14 08:00:00", 0)).told("en")
        for said in ("", "550 no such user")
    )
    assert plain == f"{REPORT} {HOA}: {STATES[state]}"
    assert answered == f"{plain} (550 no such user)"


def test_of_what_was_put_off_it_is_told_when_it_is_tried_next_by_the_clock_of_the_place() -> None:
    then = datetime(2023, 3, 14, 8, 30, 5).astimezone()
    delivery = Delivery(REPORT, HOA, "deferred", "451 {later}", "", then.timestamp())
    assert describe(delivery).told("en") == (
        f"{REPORT} {HOA}: put off by the server (451 {{later}}), next try at 08:30:05"
    )
    assert describe(delivery).told("vi") == (
        f"{REPORT} {HOA}: máy chủ hẹn lại (451 {{later}}), thử lại lúc 08:30:05"
    )


def test_what_is_to_be_done_is_told_once_for_each_state_that_asks_for_something() -> None:
    states = ("sent", "uncertain", "refused", "refused", "sending")
    found = next_steps(Delivery(REPORT, HOA, state, "", "", 0) for state in states)
    refused, uncertain = (text.told("en") for text in found)
    assert refused.startswith("refused: mend what the server says, then `giaoban outbox --send-")
    assert uncertain.startswith("uncertain: ask there whether it has arrived")


@pytest.mark.parametrize("state", ["queued", "deferred"])
def test_what_was_not_sent_goes_with_the_same_command(state: str) -> None:
    (step,) = next_steps([Delivery(REPORT, HOA, state, "", "", 0)])
    assert step.told("en") == (f"{STATES[state]}: give the command that was to send it once more")
