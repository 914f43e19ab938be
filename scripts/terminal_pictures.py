"""Pictures of what the program says and is told in a terminal, for `pictures.py`."""

import os
import pty
import re
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Page

COLUMNS = 104
STYLE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px 20px; background: #1e2430; width: max-content }
pre { margin: 0; font: 15px/1.6 "DejaVu Sans", sans-serif; color: #e6e6e6 }
b { color: #8fd18f; font-weight: normal }</style><pre>"""
SCHOOL = Path(__file__).parents[1] / "tests/sheets/school.ods"
SAID = {
    "en": ("14/3/2025", "Year report 2024", "UBND huyện"),
    "vi": ("14/3/2025", "Báo cáo tổng kết năm 2024", "UBND huyện"),
}


def shown(page: Page, command: str, said: str) -> bytes:
    """Draw a command and what came of it."""
    page.goto("about:blank")
    text = escape(said.lstrip("\n").rstrip())
    page.set_content(f"{STYLE}<b>$ {escape(command)}</b>\n{text}</pre>")
    return page.locator("body").screenshot()


def menu(page: Page, folder: Path, lang: str) -> bytes:
    """Show the menu, and the first of its things done."""
    return shown(page, "giaoban menu", typed(folder, lang, ["3", "1", ""], "menu"))


def imported(page: Page, folder: Path, lang: str) -> bytes:
    """Show what an office's sheet is taken for, and the first questions."""
    sheet = folder / SCHOOL.name
    sheet.write_bytes(SCHOOL.read_bytes())
    command = ("import", sheet.name, "data/raw/school")
    return shown(page, " ".join(("giaoban", *command)), typed(folder, lang, SAID[lang], *command))


def typed(folder: Path, lang: str, answers: "list[str] | tuple[str, ...]", *words: str) -> str:
    """Run the program in a terminal and type the answers as it asks; give all that stands there."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(folder)
        os.environ |= {"LANGUAGE": lang, "COLUMNS": str(COLUMNS), "TERM": "dumb"}
        program = str(Path(sys.executable).parent / "giaoban")
        os.execv(program, [program, *words])  # noqa: S606 - our own program
    said = b""
    for answer in answers:
        while not re.search(rb"[:?\]] ?$", said):
            said += os.read(terminal, 4096)
        os.write(terminal, f"{answer}\n".encode())
        said += os.read(terminal, len(f"{answer}\r\n".encode()))
    os.close(terminal)
    os.waitpid(process, 0)
    return said.decode().replace("\r", "")
