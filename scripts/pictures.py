"""Make the pictures of the documentation from the real thing: python scripts/pictures.py [NAME …].

Each is ``docs/pictures/NAME.LANG.png``, or ``NAME.png`` where every language shows the same.
Chromium, JupyterLab, LibreOffice and the fonts of this machine draw them: another machine draws
other bytes. On one machine a second run gives the same bytes, but for what programs on a screen
show in their own time: ``workbook`` (a blinking cursor) and those of JupyterLab may differ in a few.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from email import message_from_bytes, policy
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import lab_pictures
import office_picture
import terminal_pictures
from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
LANGUAGES = ("vi", "en")
COLOURS = 56
WIDTH = 1000
SHOWN = ("To", "Subject")


def run(folder: Path, lang: str, *words: str) -> str:
    """Run the program in a copy of the project; give all that it says."""
    done = subprocess.run(  # noqa: S603 - our own program
        [Path(sys.executable).parent / "giaoban", *words],
        cwd=folder,
        env=os.environ | {"LANGUAGE": lang, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def report(page: Page, folder: Path, lang: str) -> bytes:
    """Show a report from its title to its scorecard."""
    page.set_viewport_size({"width": WIDTH, "height": 1400})
    page.goto((folder / f"reports/04-CTr-HU/2023-03-14/my-duc.{lang}.html").as_uri())
    return page.screenshot()


def not_comparable(page: Page, folder: Path, lang: str) -> bytes:
    """Show the chart of figures that may not be compared."""
    report(page, folder, lang)
    chart = page.locator("figure", has=page.locator("[aria-labelledby^=trend-orgs-rated]"))
    return chart.first.screenshot()


def reports(page: Page, folder: Path, lang: str) -> bytes:
    """Show the list of all reports."""
    page.set_viewport_size({"width": WIDTH, "height": 420})
    page.goto((folder / "reports/index.html").as_uri())
    return page.screenshot()


def draft(page: Page, folder: Path, lang: str) -> bytes:
    """Show the body of a draft, under its subject and its recipients."""
    run(folder, lang, "email", "04-CTr-HU", "--lang", lang, "--to", "Lan <lan@example.vn>")
    written = (folder / f"reports/04-CTr-HU/2023-03-14/my-duc.{lang}.eml").read_bytes()
    message = message_from_bytes(written, policy=policy.default)
    html, *_ = (p.get_content() for p in message.walk() if p.get_content_type() == "text/html")
    for part in message.walk():
        if part.get_content_maintype() == "image":
            data = f"data:image/png;base64,{b64encode(part.get_content()).decode()}"
            html = html.replace(f"cid:{part['Content-ID'].strip('<>')}", data)
    lines = "".join(f"<div><b>{n}:</b> {escape(str(message[n]))}</div>" for n in SHOWN)
    head = f'<div style="font:15px/1.6 sans-serif;padding:12px 20px;background:#eee">{lines}</div>'
    shown = folder / "draft.html"
    shown.write_text(re.sub(r"(<body[^>]*>)", rf"\1{head}", html), "utf-8")
    page.goto(shown.as_uri())
    return page.screenshot()


def faults(page: Page, folder: Path, lang: str) -> bytes:
    """Show what the check says of a year without its day and a value that is no number."""
    programme = shutil.copytree(folder / "data/raw/04-CTr-HU", folder / f"{lang}/04-CTr-HU")
    figures = programme / "figures.csv"
    spoilt = figures.read_text("utf-8").replace(",93.75,", ",93.75O,", 1)
    figures.write_text(spoilt.replace(",2023-03-14,", ",14-3,", 1), "utf-8")
    words = ("check", "04-CTr-HU")
    said = run(folder, lang, *words, "--raw", lang)
    return terminal_pictures.shown(page, f"giaoban {' '.join(words)}", said)


SHOTS: dict[str, Callable[[Page, Path, str], bytes]] = {
    "report": report,
    "not-comparable": not_comparable,
    "reports": reports,
    "draft": draft,
    "faults": faults,
    "menu": terminal_pictures.menu,
    "import": terminal_pictures.imported,
    "notebook": lab_pictures.review,
    "explore": lab_pictures.explore,
    "prepare": lab_pictures.prepare,
    "marked": lab_pictures.marked,
    "workbook": office_picture.workbook,
}
# The same in every language.
SHARED = ("reports",)


def files(name: str) -> dict[str, str]:
    """Name the files of a picture, each with the language that it is made in."""
    if name in SHARED:
        return {f"{name}.png": LANGUAGES[0]}
    return {f"{name}.{lang}.png": lang for lang in LANGUAGES}


def save(picture: bytes, path: Path) -> None:
    """Write a picture with few colours, which is light."""
    light = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
    light.save(path, optimize=True)


def copy_of_the_project(folder: Path) -> Path:
    """Copy the programme and the notebooks, and make the reports that pictures show."""
    for name in ("data/raw", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    run(folder, "en", "report", "04-CTr-HU")
    return folder


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = copy_of_the_project(Path(place))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=os.geteuid() != 0
        )
        for name in names or SHOTS:
            for file, lang in files(name).items():
                page = browser.new_page(viewport={"width": WIDTH, "height": 520})
                save(SHOTS[name](page, folder, lang), PICTURES / file)
                page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
