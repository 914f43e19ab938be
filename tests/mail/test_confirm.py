import re
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from places import RAW
from postoffice import REPORT, letter

from giaoban.analysis import load
from giaoban.asof.meeting import inputs
from giaoban.cli import main
from giaoban.errors import GiaobanError
from giaoban.mail.confirm import confirm, require_sendable
from giaoban.mail.letter import Letter, seal
from giaoban.mail.outbox import Outbox
from giaoban.mail.settings import Server

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
    assert done.stderr.endswith(
        "Nobody is left to send to; --again sends it once more to all of these.\n"
    )


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


def email(*words: object) -> Result:
    return CliRunner().invoke(main, ["email", *map(str, words)])


@pytest.fixture
def out(reports: Callable[[str], Path], tmp_path: Path) -> Path:
    """Give a folder with the reports of the programme, which the copied one still is."""
    return shutil.copytree(reports("04-CTr-HU"), tmp_path / "out")


@pytest.fixture
def page(out: Path) -> Path:
    return out / "reports/04-CTr-HU/2023-03-14/my-duc.vi.html"


def test_a_draft_is_written_beside_the_report_with_the_same_bytes_each_time(
    programme: Path, out: Path, page: Path
) -> None:
    done = email(programme, "--to", "a@b.vn", "--out", out)
    draft = page.with_suffix(".eml")
    assert (done.exit_code, done.stdout) == (0, f"{draft}\n")
    first = draft.read_bytes()
    email(programme, "--to", "a@b.vn", "--out", out)
    assert draft.read_bytes() == first
    named = out / "named.eml"
    assert email(programme, "--to", "a@b.vn", "--out", out, "--draft", named).exit_code == 0
    assert named.read_bytes() == first


def test_the_page_says_what_it_rests_on(page: Path, programme: Path) -> None:
    known = load("04-CTr-HU", "2023-03-14", "", programme.parent).known
    (said,) = re.findall(r'<meta name="giaoban-inputs" content="([^"]+)">', page.read_text("utf-8"))
    assert said == inputs(known)
    assert {"figures", "targets", "programme"} <= known.digests.keys()


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("figures", {"value": "12", "as_published": "12"}),
        ("claims", {"stated": "15", "as_published": "15"}),
    ],
)
def test_a_report_older_than_its_inputs_is_refused_and_says_which(
    programme: Path,
    spoil: Callable[..., None],
    out: Path,
    page: Path,
    table: str,
    cells: dict[str, str],
) -> None:
    spoil(table, 2, **cells)
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert f"older than its inputs (changed since: {table})" in done.stderr
    assert not page.with_suffix(".eml").exists()


def test_a_report_that_says_nothing_of_its_inputs_is_refused(programme: Path, page: Path) -> None:
    path = page.with_suffix(".json")
    path.write_text(re.sub('"inputs": "[^"]+"', '"inputs": ""', path.read_text("utf-8")), "utf-8")
    known = load("04-CTr-HU", "2023-03-14", "", programme.parent).known
    with pytest.raises(GiaobanError, match=r"changed since: claims, .*figures"):
        require_sendable(page, known, demo=False)


def test_a_report_that_somebody_changed_is_refused(programme: Path, out: Path, page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("97,8%", "98,7%"), "utf-8")
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert "my-duc.vi.html: changed after it was made, make the report anew" in done.stderr


def test_a_report_of_an_older_giaoban_is_refused(programme: Path, out: Path, page: Path) -> None:
    page.with_suffix(".json").unlink()
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert "my-duc.vi.html: made by an older giaoban, make it anew with giaoban rep" in done.stderr


def test_a_report_that_failed_is_refused(programme: Path, out: Path, page: Path) -> None:
    page.with_suffix(".failed.ipynb").write_text("{}")
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert "my-duc.vi.failed.ipynb: the report failed" in done.stderr


def test_a_report_that_is_not_there_is_refused(programme: Path, tmp_path: Path) -> None:
    done = email(programme, "--to", "a@b.vn", "--out", tmp_path)
    assert done.exit_code == 2
    assert "my-duc.vi.html: no such report, make it first with giaoban report" in done.stderr


def test_made_up_figures_go_out_with_demo_only(pages: dict[str, Path]) -> None:
    known = load("demo", "2025-07-15", "", RAW).known
    with pytest.raises(GiaobanError, match="the figures are made up"):
        require_sendable(pages["demo.en"], known, demo=False)
    require_sendable(pages["demo.en"], known, demo=True)


def test_a_malformed_address_exits_2_and_writes_nothing(
    programme: Path, out: Path, page: Path
) -> None:
    done = email(programme, "--to", "a@b.vn,c@@d.vn", "--out", out)
    assert done.exit_code == 2
    assert done.stderr.startswith("c@@d.vn: not an email address")
    assert not page.with_suffix(".eml").exists()
