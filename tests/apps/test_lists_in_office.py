"""Somebody fills in a workbook in LibreOffice, on a screen of its own."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import program
from openpyxl import load_workbook
from places import RAW

from giaoban.language.formatting import language
from giaoban.programme.convert import convert_programme
from giaoban.programme.read import read_texts

SECONDS = 120
# It saves a workbook as one, and does not ask.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Save/Document">
<prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


class Office:
    """LibreOffice with a workbook open, and the hands of who works with it."""

    def __init__(self, screen: dict[str, str], book: Path) -> None:
        self.screen, self.book = screen, book
        self.main = self.new_window(set(), book.name)

    def hand(self, *words: str) -> str:
        command = [program("xdotool", package="xdotool"), *words]
        return subprocess.run(command, env=self.screen, capture_output=True, text=True).stdout

    def windows(self, name: str = "") -> set[str]:
        return set(self.hand("search", "--onlyvisible", "--name", name).split())

    def new_window(self, before: set[str], name: str = "") -> str:
        """Wait until a window opens."""
        return self.until(lambda: next(iter(self.windows(name) - before), ""))

    def until(self, seen: Callable[[], str]) -> str:
        for _ in range(SECONDS * 4):
            if found := seen():
                return found
            time.sleep(0.25)
        raise AssertionError("it did not come about")

    def press(self, *keys: str) -> None:
        self.hand("key", "--delay", "100", *keys)

    def enter(self, text: str) -> None:
        self.hand("type", "--delay", "50", text)

    def saved(self) -> None:
        before = self.book.stat().st_mtime_ns
        self.press("ctrl+s")
        self.until(lambda: str(self.book.stat().st_mtime_ns - before).strip("0"))


@pytest.fixture
def office(screen: dict[str, str], tmp_path: Path) -> Iterator[Office]:
    """Open the programme `demo` as a workbook."""
    book = tmp_path / "demo.xlsx"
    convert_programme(RAW / "demo", book, language("vi"))
    settings = tmp_path / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    command = [program("soffice", package="libreoffice-calc"), "--norestore", "--nologo"]
    command += [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--calc", str(book)]
    log = subprocess.DEVNULL
    running = subprocess.Popen(command, env=screen, stdout=log, stderr=log, start_new_session=True)
    try:
        yield Office(screen, book)
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(SECONDS)


def go_to_the_first_empty_row_of_figures(office: Office) -> None:
    office.hand("windowfocus", "--sync", office.main)
    office.press("Escape", *["ctrl+Next"] * 4, "ctrl+Down", "Down")


def test_a_title_is_chosen_from_the_list_and_no_other_is_taken(office: Office) -> None:
    go_to_the_first_empty_row_of_figures(office)
    before = office.windows()
    office.press("alt+Down")
    office.new_window(before)
    office.press("Down", "Down", "Return")
    office.until(lambda: "closed" if office.windows() <= before else "")
    office.press("Tab")
    office.enter("nowhere")
    office.press("Return")
    alert = office.new_window(before)
    office.hand("windowfocus", "--sync", alert)
    office.press("Return")
    office.until(lambda: "closed" if office.windows() <= before else "")
    office.hand("windowfocus", "--sync", office.main)
    office.press("Escape")
    office.saved()
    book = load_workbook(office.book)
    sheet = book["Số liệu"]
    assert sheet.cell(sheet.max_row, 1).value == book["Các chỉ số"].cell(7, 2).value
    assert sheet.cell(sheet.max_row, 2).value is None


def test_what_is_typed_is_read_as_it_was_meant(office: Office) -> None:
    go_to_the_first_empty_row_of_figures(office)
    office.press("Right", "Right")
    office.enter("2019")
    office.press("Tab")
    office.enter("97.8%")
    office.press("Tab", *["Right"] * 6)
    office.enter("97,8 %")
    office.press("Tab")
    office.saved()
    read = read_texts(office.book).tables["figures"].frame.iloc[-1]
    printed = read[["period", "value", "as_published"]].tolist()
    assert printed == ["2019", "97.8", "97,8 %"]
