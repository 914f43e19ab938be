"""JupyterLab as `giaoban explore` starts it, over a copy of the project, driven by Chromium."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from browsers import program
from places import ROOT
from playwright.sync_api import Page, expect, sync_playwright

WAIT = 60
GIAOBAN = Path(sys.executable).with_name("giaoban")


@dataclass
class Lab:
    """A JupyterLab that runs: where, over which folder."""

    address: str
    token: str
    folder: Path


@dataclass
class Notebook:
    """A notebook open in JupyterLab, and what the page asked for and complained of since."""

    page: Page
    lab: Lab
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def run_all(self) -> None:
        """Run every cell by the menu, and wait until the last one has run."""
        for name in ("Run", "Run All Cells"):
            self.page.get_by_role("menuitem", name=name, exact=True).click()
        cells = self.page.locator(".jp-CodeCell")
        for place in range(cells.count()):
            prompt = cells.nth(place).locator(".jp-InputPrompt")
            prompt.filter(has_text=re.compile(r"\[\d+\]")).wait_for(
                state="attached", timeout=WAIT * 1000
            )

    @property
    def abroad(self) -> list[str]:
        """The addresses asked for that lie outside this machine."""
        ours = (self.lab.address, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(ours)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(folder: Path, command: list[str]) -> Iterator[Lab]:
    """Start a JupyterLab by a command over a copy of the project, and stop it."""
    for name in ("notebooks", "data/raw"):
        shutil.copytree(ROOT / name, folder / "project" / name)
    settings = folder / "settings"
    settings.mkdir()
    # In a container the tests may be root, whom a server does not serve by itself.
    allowed = {"ServerApp": {"allow_root": True}}
    (settings / "jupyter_server_config.json").write_text(json.dumps(allowed), "utf-8")
    # Every cell is to stand in the page, those out of sight too.
    tracker = settings / "lab/user-settings/@jupyterlab/notebook-extension"
    tracker.mkdir(parents=True)
    (tracker / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}', "utf-8")
    own = {"JUPYTER_CONFIG_DIR": str(settings), "LANGUAGE": "en"}
    own |= {"JUPYTER_DATA_DIR": str(folder / "own"), "JUPYTER_RUNTIME_DIR": str(folder / "run")}
    log = folder / "log"
    with log.open("w") as file:
        server = subprocess.Popen(
            command, cwd=folder / "project", env=os.environ | own, stdout=file, stderr=file
        )
        try:
            yield Lab(*_told(server, log), folder / "project")
        finally:
            server.terminate()
            server.wait(WAIT)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Start JupyterLab with the command, and stop it."""
    command = [str(GIAOBAN), "explore", "demo", "--no-browser", "--port", str(free_port())]
    with started(tmp_path_factory.mktemp("lab"), command) as lab:
        yield lab


def _told(server: "subprocess.Popen[bytes]", log: Path) -> tuple[str, str]:
    """Wait for the address, and the token, that the server prints, and until it listens there."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until and server.poll() is None:
        printed = r"(http://127\.0\.0\.1:(\d+)/)\S*[?]token=(\w+)"
        if found := re.search(printed, log.read_text("utf-8")):
            with suppress(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", int(found[2]))).close()
                return found[1], found[3]
        time.sleep(0.2)
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook in a page of its own; what JupyterLab is made of is fetched once."""
    path = program("chromium", "chromium-browser", package="chromium")
    numbers = count()
    sandbox = hasattr(os, "geteuid") and os.geteuid() != 0
    expect.set_options(timeout=WAIT * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=sandbox)
        context = browser.new_context()
        context.set_default_timeout(WAIT * 1000)

        def open_(name: str, view: str = "lab", width: int = 1280) -> Notebook:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 1600})
            notebook = Notebook(page, lab)
            page.on("request", lambda request: notebook.requests.append(request.url))
            page.on(
                "console",
                lambda said: (
                    notebook.complaints.append(said.text) if said.type == "error" else None
                ),
            )
            page.on("pageerror", lambda error: notebook.complaints.append(str(error)))
            # In a workspace of its own no other notebook is opened again beside it.
            place = f"{view}/workspaces/of{next(numbers)}/tree/notebooks/{name}"
            page.goto(f"{lab.address}{place}?token={lab.token}")
            page.get_by_text("| Idle").wait_for()
            return notebook

        yield open_
        browser.close()
