"""Debian's Chromium and Firefox, driven over the finished pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from once import Made
from places import RAW, ROOT
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from giaoban.render.run import Job, render

Scheme = Literal["light", "dark"]
REPORTS = {
    "04-CTr-HU.vi": ("04-CTr-HU", "2023-03-14", "my-duc", "vi"),
    "04-CTr-HU.en": ("04-CTr-HU", "2023-03-14", "my-duc", "en"),
    "demo.en": ("demo", "2025-07-15", "mau", "en"),
}
BROWSERS = {"chromium": ("chromium", "chromium-browser"), "firefox": ("firefox-esr", "firefox")}
NPM = ROOT / "tests/browser/node_modules"
AXE = NPM / "axe-core/axe.min.js"
NU = NPM / "vnu-jar/build/dist/vnu.jar"


def program(*names: str, package: str) -> str:
    """Find a program, or skip the test and say how to get it."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is missing: apt-get install {package}")


def npm(path: Path) -> Path:
    """Find a file that npm brings, or skip the test and say how to get it."""
    if not path.is_file():
        pytest.skip(f"{path.name} is missing: npm ci --ignore-scripts --prefix tests/browser")
    return path


@pytest.fixture(scope="session")
def reports(once: Made) -> Callable[[str], Path]:
    """Give the folder with the reports of a bundled programme, made once, to be read only."""

    def made(programme: str) -> Path:
        def make(out: Path) -> None:
            for name, meeting, unit, lang in REPORTS.values():
                if name == programme:
                    render(Job(RAW / name, meeting, unit, lang, RAW, out))

        return once(programme, make)

    return made


@pytest.fixture(scope="session")
def pages(reports: Callable[[str], Path]) -> dict[str, Path]:
    """Give each page that a browser opens."""
    return {
        name: reports(programme) / f"reports/{programme}/{meeting}/{unit}.{lang}.html"
        for name, (programme, meeting, unit, lang) in REPORTS.items()
    }


@pytest.fixture(params=REPORTS)
def report_page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> Path:
    """Give one finished page after the other."""
    return pages[request.param]


@dataclass
class Visit:
    """An open page, and what the browser asked for and complained of since."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


# A browser holds an event loop, which the notebooks of other tests must not meet: it ends with
# its file of tests.
@pytest.fixture(scope="module")
def start(pages: dict[str, Path]) -> Iterator[Callable[[str, Scheme], Browser]]:
    """Start a browser, or lend the one that runs."""
    assert pages
    running: dict[tuple[str, Scheme], Browser] = {}
    with sync_playwright() as playwright:

        def started(name: str, scheme: Scheme) -> Browser:
            if (name, scheme) not in running:
                running[name, scheme] = _launch(playwright, name, scheme)
            return running[name, scheme]

        yield started
        for browser in running.values():
            browser.close()


def _launch(playwright: Playwright, name: str, scheme: Scheme) -> Browser:
    path = program(*BROWSERS[name], package="firefox-esr" if name == "firefox" else name)
    if name == "chromium":
        return playwright.chromium.launch(
            executable_path=path, chromium_sandbox=hasattr(os, "geteuid") and os.geteuid() != 0
        )
    # Its driver has no word for the colour scheme.
    override = "layout.css.prefers-color-scheme.content-override"
    return playwright.firefox.launch(
        executable_path=path,
        channel="moz-firefox",
        firefox_user_prefs={override: 0 if scheme == "dark" else 1},
    )


def opened(
    browser: Browser, url: str, width: int = 1280, height: int = 800, scheme: Scheme = "light"
) -> Visit:
    """Open an address in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    visit = Visit(context.new_page())
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("console", lambda message: visit.complaints.append(message.text))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.goto(url)
    return visit


@pytest.fixture(params=BROWSERS)
def visit(
    request: pytest.FixtureRequest, start: Callable[[str, Scheme], Browser]
) -> Iterator[Callable[..., Visit]]:
    """Open an address in one browser after the other."""
    visits = []

    def visit(url: str, scheme: Scheme = "light", **size: int) -> Visit:
        visits.append(opened(start(request.param, scheme), url, scheme=scheme, **size))
        return visits[-1]

    yield visit
    for seen in visits:
        seen.page.context.close()
