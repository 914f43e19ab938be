"""The picture of a workbook in LibreOffice, on a screen of its own, for `pictures.py`."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from giaoban.workbook.writer import FILLED_IN

SECONDS = 120
SCREEN = "1000x640x24"
Screen = dict[str, str]


def workbook(_: Page, folder: Path, lang: str) -> bytes:
    """Show the sheet of the figures, with the list of indicators open in the first free row."""
    book = folder / lang / "demo.xlsx"
    words = ["convert", "demo", str(book), "--lang", lang, "--quiet"]
    command = [str(Path(sys.executable).parent / "giaoban"), *words]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    with screen() as shown, office(shown, book):
        hand(shown, "key", "--delay", "300", "Escape", *["ctrl+Next"] * FILLED_IN.index("figures"))
        hand(shown, "key", "--delay", "300", "ctrl+Down", "Down", "alt+Down")
        time.sleep(2)
        return subprocess.check_output(["import", "-window", "root", "png:-"], env=shown)  # noqa: S607


def hand(shown: Screen, *words: str) -> str:
    """Type, press keys, or look for windows."""
    command = ["xdotool", *words]
    return subprocess.run(command, env=shown, capture_output=True, text=True).stdout  # noqa: S603


@contextmanager
def screen() -> Iterator[Screen]:
    """Start a screen; give the environment of what is shown on it."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen([*command, "-noreset"], pass_fds=[tell])  # noqa: S603
    os.close(tell)
    with os.fdopen(told) as number:
        display = f":{number.readline().strip()}"
    try:
        yield os.environ | {"DISPLAY": display}
    finally:
        server.terminate()
        server.wait()


@contextmanager
def office(shown: Screen, book: Path) -> Iterator[None]:
    """Open a workbook over the whole screen."""
    profile = (book.parent / "profile").as_uri()
    command = ["soffice", "--norestore", "--nologo", f"-env:UserInstallation={profile}"]
    running = subprocess.Popen(  # noqa: S603
        [*command, "--calc", str(book)], env=shown, start_new_session=True
    )
    try:
        window = wait_for_window(shown, book.name)
        width, height = SCREEN.split("x")[:2]
        hand(shown, "windowmove", window, "0", "0")
        hand(shown, "windowsize", "--sync", window, width, height)
        hand(shown, "windowfocus", "--sync", window)
        time.sleep(3)
        yield
    finally:
        os.killpg(running.pid, 15)
        running.wait()


def wait_for_window(shown: Screen, name: str) -> str:
    """Wait until a window has opened, and give its number."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if found := hand(shown, "search", "--onlyvisible", "--name", name).split():
            return found[0]
        time.sleep(0.5)
    raise TimeoutError(name)
