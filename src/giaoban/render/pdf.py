"""Print a finished page to PDF, with a browser that is on this machine."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.files import write_atomically

VARIABLE = "GIAOBAN_BROWSER"
SECONDS = 120
COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
OPTIONS = (
    *("--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline"),
    *("--disable-gpu", "--disable-extensions", "--no-first-run", "--no-default-browser-check"),
    # The browser's own errands, not the page's: a page may ask for nothing anyway.
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_NODE = rb"\(node\d{8}\)"


def print_page(page: Path, meeting_date: str) -> Path:
    """Print a page as a tagged PDF with an outline, beside the page.

    Parameters
    ----------
    page : Path
        The HTML.
    meeting_date : str
        Stands in the PDF as the day it was made, so that the same page gives the same bytes.

    Returns
    -------
    Path
        The PDF.

    Raises
    ------
    GiaobanError
        Where there is no browser, or it prints nothing; the page and an earlier PDF stay.
    """
    browser = find_browser()
    # A browser in a sandbox of its own, such as a snap, reaches the page's folder and no other.
    try:
        with tempfile.TemporaryDirectory(dir=page.parent, prefix=".") as folder:
            printed = _print(browser, page.resolve(), Path(folder).resolve() / "page.pdf")
    except OSError as error:
        template = N_("{page}: cannot be printed ({why})")
        raise GiaobanError(template, page=page, why=error.strerror, exit_code=1) from error
    return write_atomically(page.with_suffix(".pdf"), _settled(printed, meeting_date))


def find_browser() -> str:
    """Find the browser that the environment names, else one where browsers are installed.

    Raises
    ------
    GiaobanError
        Where there is none.
    """
    named = os.environ.get(VARIABLE, "")
    for candidate in [named] if named else [*COMMANDS, *_places()]:
        if found := shutil.which(candidate):
            return found
    template = N_(
        "no browser to print the PDF with (looked for {names}): install Chromium, Chrome or Edge, "
        "or set {variable} to the program's path; the HTML is there"
    )
    names = named or ", ".join(COMMANDS)
    raise GiaobanError(template, names=names, variable=VARIABLE, exit_code=1)


def _places() -> list[str]:
    """Where browsers are on a Mac and on Windows, which have none on PATH."""
    roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")]
    windows = [f"{root}/{place}" for root in roots if root for place in WINDOWS]
    return [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC] + windows


def _print(browser: str, page: Path, pdf: Path) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, *OPTIONS, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium refuses to start as root with one.
        command.append(page.as_uri())
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS)  # noqa: S603
        except subprocess.TimeoutExpired:
            why = Text(N_("not done after {seconds} seconds"), seconds=SECONDS)
            raise _failure(browser, why) from None
        except OSError as error:
            raise _failure(browser, error.strerror) from error
    if not pdf.is_file():
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["–"]
        why = Text(N_("exit code {code}: {said}"), code=done.returncode, said=lines[-1].strip())
        raise _failure(browser, why)
    return pdf.read_bytes()


def _failure(browser: str, why: object) -> GiaobanError:
    template = N_(
        "{browser}: printed no PDF ({why}): try again, or set {variable} to another browser; "
        "the HTML is there"
    )
    return GiaobanError(template, browser=browser, why=why, variable=VARIABLE, exit_code=1)


def _settled(pdf: bytes, day: str) -> bytes:
    """Put in what the browser wrote of its own run, at the same length: offsets stay valid.

    The clock becomes a day. The numbers of the cells that a table's heads are tied to go on from
    whatever the browser has counted before; they count from 1, in the same order.
    """
    dated = rb"\g<1>" + f"{day.replace('-', '')}000000".encode()
    pdf = re.sub(rb"(/(?:Creation|Mod)Date ?\(D:)\d{14}", dated, pdf)
    numbers = sorted(set(re.findall(_NODE, pdf)))
    counted = {old: b"(node%08d)" % number for number, old in enumerate(numbers, start=1)}
    return re.sub(_NODE, lambda found: counted[found[0]], pdf)
