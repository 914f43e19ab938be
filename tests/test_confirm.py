from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result
from postoffice import REPORT, letter

from giaoban.confirm import confirm
from giaoban.letter import Letter
from giaoban.outbox import Outbox
from giaoban.sealed import seal
from giaoban.server import Server

HOA, MAI = "hoa@example.vn", "mai@example.vn"
SERVER = Server("mail.example.vn", 587, False, "lan")


@pytest.fixture
def ask(outbox: Outbox) -> Callable[..., Result]:
    """Ask about letters as a command does, and type the answers."""

    def asked(*letters: Letter, typed: str = "", again: bool = False, yes: bool = False) -> Result:
        command = click.command()(lambda: confirm(letters, outbox, SERVER, again=again, yes=yes))
        return CliRunner().invoke(command, input=typed)

    return asked


Ask = Callable[..., Result]


def test_it_shows_who_would_get_what(ask: Ask) -> None:
    done = ask(letter(HOA, MAI, size=84_000), yes=True)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        f"{REPORT}: Báo cáo giao ban: tiến độ thực hiện chương trình số 04-CTr/HU",
        "  attached: báo cáo.html, 84 kB",
        "  from: Phòng Nội vụ <lan@example.vn>",
        f"  to: {HOA}",
        f"  to: {MAI}",
        "through: mail.example.vn:587 lan",
    ]


@pytest.mark.parametrize("typed", ["yes\n", " YES \n"])
def test_it_goes_on_at_yes(ask: Ask, typed: str) -> None:
    done = ask(letter(HOA, MAI), typed=typed)
    assert done.exit_code == 0
    assert "Send 2 messages? Type yes to send: " in done.stderr


@pytest.mark.parametrize("typed", ["\n", "y\n", "no\n", ""])
def test_it_goes_on_at_nothing_else(ask: Ask, typed: str) -> None:
    assert ask(letter(HOA), typed=typed).exit_code == 1


def test_who_has_got_it_is_shown_as_left_out(ask: Ask, outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA, MAI))])
    sent = outbox.change(outbox.deliveries()[0], "sent")
    done = ask(letter(HOA, MAI), typed="yes\n")
    assert f"  not to: {HOA} (sent, {sent.changed})\n  to: {MAI}\n" in done.stderr
    assert "Send 1 messages?" in done.stderr
    assert f"  to: {HOA}\n" in ask(letter(HOA, MAI), again=True, yes=True).stderr


def test_where_all_have_got_it_nothing_is_asked(ask: Ask, outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "sent")
    done = ask(letter(HOA))
    assert done.exit_code == 0
    assert done.stderr.endswith("Nobody is left to send to; --again sends it once more.\n")


@pytest.mark.parametrize(
    ("typed", "state"), [("yes\n", "sent"), ("no\nyes\n", "queued"), ("\n", "uncertain")]
)
def test_what_is_uncertain_is_asked_about(ask: Ask, outbox: Outbox, typed: str, state: str) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "uncertain")
    done = ask(letter(HOA), typed=typed)
    assert f"{REPORT} may have reached {HOA} on " in done.stderr
    assert (done.exit_code, outbox.deliveries()[0].state) == (0, state)


def test_what_is_uncertain_stays_so_where_nobody_is_asked(ask: Ask, outbox: Outbox) -> None:
    outbox.put([seal(letter(HOA))])
    outbox.change(outbox.deliveries()[0], "uncertain")
    assert f"  not to: {HOA} (uncertain, " in ask(letter(HOA), yes=True).stderr
    assert outbox.deliveries()[0].state == "uncertain"
