"""A draft is opened in Thunderbird, on a screen of its own."""

import re
import subprocess
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import program
from matplotlib.image import imread
from stopping import stop

from giaoban.mail.brief import brief
from giaoban.mail.message import compose, write_draft
from giaoban.mail.recipients import recipients

# An account, without which it writes no message, and no greetings that hide the window.
PREFERENCES = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account2",
    "mail.accountmanager.localfoldersserver": "server1",
    "mail.account.account1.server": "server1",
    "mail.account.account2.server": "server2",
    "mail.account.account2.identities": "id1",
    "mail.identity.id1.useremail": "office@example.vn",
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.smtpservers": "smtp1",
    "mail.smtpserver.smtp1.hostname": "localhost",
    "mail.server.server1.hostname": "Local Folders",
    "mail.server.server1.type": "none",
    "mail.server.server1.userName": "nobody",
    "mail.server.server2.hostname": "localhost",
    "mail.server.server2.type": "pop3",
    "mail.server.server2.userName": "office",
    "mail.server.server2.login_at_startup": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.shell.checkDefaultClient": False,
    "mail.spellcheck.inline": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "app.update.enabled": False,
}
SECONDS = 300


@pytest.fixture
def opened(screen: dict[str, str], tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Open a file in Thunderbird, with a new profile."""
    profile, running = tmp_path / "profile", []
    profile.mkdir()
    spoken = {True: "true", False: "false"}
    lines = [
        f'user_pref("{n}", {spoken[v] if isinstance(v, bool) else f"{v!r}"});\n'
        for n, v in PREFERENCES.items()
    ]
    (profile / "user.js").write_text("".join(lines))

    def start(file: Path) -> None:
        command = [program("thunderbird", package="thunderbird"), "--no-remote"]
        environment = screen | {"HOME": str(tmp_path)}
        log = subprocess.DEVNULL
        command += ["--profile", str(profile), str(file)]
        running.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))

    yield start
    for process in running:
        stop(process)


def windows(screen: dict[str, str]) -> list[str]:
    search = [program("xdotool", package="xdotool"), "search", "--onlyvisible", "--name", "."]
    done = subprocess.run(
        [*search, "getwindowname", "%@"],
        env=screen,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    return done.stdout.splitlines()


def fill_the_screen(screen: dict[str, str], name: str) -> None:
    move = ["search", "--onlyvisible", "--name", name, "windowmove", "0", "0"]
    command = [program("xdotool", package="xdotool"), *move, "windowsize", "1000", "1400"]
    subprocess.run(command, env=screen, check=True, timeout=SECONDS)


def read(screen: dict[str, str], picture: Path) -> str:
    """Take a picture of the screen and read the letters on it."""
    take: list[str | Path] = [
        program("import", package="imagemagick"),
        "-window",
        "root",
        "-resize",
        "200%",
        picture,
    ]
    subprocess.run(take, env=screen, check=True, timeout=SECONDS)
    recognise: list[str | Path] = [
        program("tesseract", package="tesseract-ocr"),
        picture,
        "-",
        "-l",
        "vie",
    ]
    done = subprocess.run(recognise, capture_output=True, text=True, check=True, timeout=SECONDS)
    return done.stdout


def letters(text: str) -> str:
    """Keep the bare letters: reading a screen may miss an accent."""
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)).replace(
        "đ", "d"
    )


def test_a_draft_opens_as_a_message_to_be_sent_that_shows_the_summary(
    screen: dict[str, str],
    opened: Callable[[Path], None],
    pages: dict[str, Path],
    tmp_path: Path,
) -> None:
    page = pages["04-CTr-HU.vi"]
    people = recipients("Nguyễn Văn A <a@b.vn>", "", "hidden@example.vn")
    letter = compose(page, None, people)
    opened(write_draft(letter, people.bcc, tmp_path / "draft.eml"))
    told, picture, seen = brief(page), tmp_path / "screen.png", ""
    (line,) = (said for _, said in told.page.summary if said.startswith("Đảng viên mới kết nạp"))
    until = time.monotonic() + SECONDS
    wanted = {letters(text) for text in (line, "hidden@example.vn", page.name.partition(".")[2])}
    while not all(text in letters(seen) for text in wanted) and time.monotonic() < until:
        time.sleep(2)
        if any(name.startswith("Write: ") for name in windows(screen)):
            fill_the_screen(screen, "^Write: ")
            seen = read(screen, picture)
    assert [text for text in wanted if text not in letters(seen)] == []
    assert any(str(letter.message["Subject"]) in name for name in windows(screen))
    ink = imread(picture)[..., :3]
    assert 0.01 < (abs(ink - ink[0, 0]) > 0.3).any(axis=-1).mean() < 0.9
