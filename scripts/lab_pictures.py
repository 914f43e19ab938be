"""Pictures of the notebooks in JupyterLab, for `pictures.py`."""

import csv
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page

SECONDS = 60
WIDTH = 1000
STATUS_BAR = 24
MARGIN = 12
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false"},
    "notebook-extension/tracker": {"windowingMode": "none"},
}


def review(page: Page, folder: Path, lang: str) -> bytes:
    """Show the review notebook, run from top to bottom."""
    with opened(page, folder, "review", 728, lang=lang):
        page.locator(".jp-RenderedHTML h1").first.wait_for()
        return shot(page)


def explore(page: Page, folder: Path, lang: str) -> bytes:
    """Show the explore notebook with a value supposed for the next year."""
    with opened(page, folder, "explore", 2100, lang=lang, programme="demo"):
        indicator = page.get_by_label(re.compile("^(Chỉ số|Indicator)$"))
        indicator.select_option(label=title_of("cadres-theory", folder, lang))
        box = page.locator(".widget-text input")
        box.fill("92" if lang == "en" else "92,0")
        box.press("Enter")
        page.locator(".widget-html-content", has_text=re.compile("supposed|giả định")).wait_for()
        titled = re.compile("Figures over the years|Số liệu qua các năm")
        table = page.locator("table", has=page.locator("caption", has_text=titled)).first
        table.scroll_into_view_if_needed()
        return shot(page, table)


def prepare(page: Page, folder: Path, lang: str) -> bytes:
    """Show the end of the prepare notebook over a programme with two faults."""
    with opened(page, folder, "prepare", 560, lang=lang, programme=spoilt(folder)):
        page.locator(".jp-CodeCell").last.scroll_into_view_if_needed()
        return shot(page, page.locator(".jp-CodeCell").last.locator("table").last)


def marked(page: Page, folder: Path, lang: str) -> bytes:
    """Show the faults marked where they stand, to which the links at the end lead."""
    with opened(page, folder, "prepare", 560, lang=lang, programme=spoilt(folder)):
        page.locator("tbody th a[href^='#']").last.click()
        return shot(page)


def title_of(indicator: str, folder: Path, lang: str) -> str:
    """Read the title of an indicator of the programme `demo`."""
    with (folder / "data/raw/demo/indicators.csv").open(encoding="utf-8") as file:
        return next(r[f"title_{lang}"] for r in csv.DictReader(file) if r["indicator"] == indicator)


def spoilt(folder: Path) -> str:
    """Put a programme with two faults beside the others."""
    place = shutil.copytree(
        folder / "data/raw/04-CTr-HU", folder / "data/raw/05-CTr-HU", dirs_exist_ok=True
    )
    figures = (place / "figures.csv").read_text("utf-8").replace(",93.75,", ",93.75O,", 1)
    (place / "figures.csv").write_text(figures.replace(",2023-03-14,", ",14-3,", 1), "utf-8")
    return place.name


def shot(page: Page, last: Locator | None = None) -> bytes:
    """Take the window, or what stands above the end of its last part, once nothing moves."""
    page.get_by_text("| Idle").wait_for()
    page.wait_for_timeout(1000)
    size, box = page.viewport_size, last.bounding_box() if last else None
    height = (size["height"] if size else 0) - STATUS_BAR
    end = min(box["y"] + box["height"] + MARGIN, height) if box else height
    return page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": end})


@contextmanager
def opened(page: Page, folder: Path, name: str, height: int, **said: str) -> Iterator[None]:
    """Open a notebook with parameters in JupyterLab, without the list of files, and run it."""
    file = folder / f"notebooks/{name}.ipynb"
    source = file.read_text("utf-8")
    for parameter, value in said.items():
        source = re.sub(rf'("{parameter} = )\\"[^"]*\\"', rf'\1\\"{value}\\"', source)
    file.write_text(source, "utf-8")
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.set_default_timeout(SECONDS * 1000)
    with laboratory(folder) as address:
        page.goto(f"{address}/lab/tree/notebooks/{file.name}?reset&token=picture")
        page.get_by_text("| Idle").wait_for()
        page.keyboard.press("Control+b")
        for item in ("Run", "Run All Cells"):
            page.get_by_role("menuitem", name=item, exact=True).click()
        last = page.locator(".jp-CodeCell").last.locator(".jp-InputPrompt")
        last.filter(has_text=re.compile(r"\[\d+\]")).wait_for(state="attached")
        page.locator(".jp-Notebook .jp-CodeCell").first.click()
        page.keyboard.press("Escape")
        yield


@contextmanager
def laboratory(folder: Path) -> Iterator[str]:
    """Start JupyterLab over a copy of the project; give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    places = {f"JUPYTER_{n}_DIR": str(folder / n.lower()) for n in ("DATA", "RUNTIME", "CONFIG")}
    for name, setting in SETTINGS.items():
        path = folder / f"config/lab/user-settings/@jupyterlab/{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(setting), "utf-8")
    command = [sys.executable, "-m", "jupyter", "lab", f"--port={address.rpartition(':')[2]}"]
    command += ["--no-browser", "--allow-root", "--IdentityProvider.token=picture"]
    command += ["--LabApp.extension_manager=readonly", "--ServerApp.log_level=40"]
    server = subprocess.Popen(command, cwd=folder, env=os.environ | places)  # noqa: S603
    try:
        wait_for(f"{address}/api?token=picture")
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
            return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(address)
