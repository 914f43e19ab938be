"""What a user could make the same report with: giaoban, and what there is instead."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

OURS = Path(sys.executable).parent
# Made by `make bench`: giaoban's own libraries, and those that it does not need.
OTHERS = Path(__file__).parent / ".venv" / "bin"
HERE = Path(__file__).parent
MEETING = "2023-03-14"

Step = list[str]


@dataclass(frozen=True)
class Way:
    """A way to make reports.

    Attributes
    ----------
    name : str
        What it is called in the tables.
    steps : list of list of str
        Its commands, as they are run in a folder with the notebook and the programmes.
    page : str
        Which files are the pages, as a pattern.
    reports : int
        How many it makes.
    before : list of list of str
        What has to be done once, and is not measured.
    """

    name: str
    steps: list[Step]
    page: str
    reports: int = 1
    before: list[Step] = field(default_factory=list)


COMMAND_LINES = "papermill, then jupyter nbconvert"
LOOP = "Python: execute_notebook and HTMLExporter"
ALONE = "the cells alone, in one process"


def for_one() -> list[Way]:
    """Give the ways to make the report of the bundled programme, ours first."""
    notebook = "review.ipynb"
    run = [notebook, "o.ipynb", "-p", "meeting_date", MEETING, "--no-progress-bar"]
    report = ["report", "04-CTr-HU", "--meeting", MEETING, "--lang", "vi", "-q"]
    loop = [str(HERE / "loop.py"), "04-CTr-HU", MEETING, "my-duc"]
    export = ["export", "html", "review.py", "-o", "review.html", "--no-include-code"]
    convert = ["convert", notebook, "-o", "review.py"]
    ways = [
        Way("giaoban report", [[str(OURS / "giaoban"), *report]], "reports/*/*/*.html"),
        Way(COMMAND_LINES, [_other("papermill", *run), _page("o.ipynb")], "o.html"),
        Way(LOOP, [_other("python", *loop)], "*.vi.html"),
        Way("jupyter nbconvert --execute", [_page("--execute", notebook)], "review.html"),
        Way(
            "papermill --engine embedded, then jupyter nbconvert",
            [_other("papermill", "--engine", "embedded", *run), _page("o.ipynb")],
            "o.html",
        ),
        Way(
            "marimo export html",
            [_other("marimo", *export)],
            "review.html",
            before=[
                _other("marimo", *convert),
                _other("python", str(HERE / "marimo_import.py"), "review.py"),
            ],
        ),
    ]
    if quarto := shutil.which("quarto"):
        render = [quarto, "render", notebook, "--execute", "--to", "html", "-M", "echo:false"]
        ways.append(Way("quarto render", [render], "review.html"))
    return ways


def for_many(units: Sequence[str], fewer: int, meeting: str) -> list[Way]:
    """Give the ways to make the reports of some units of ``demo``; slow ones make the first few."""
    some = list(units[:fewer])
    given = ["--no-progress-bar", "-p", "programme", "demo", "-p", "meeting_date", meeting]
    lines = [
        step
        for unit in some
        for step in (
            _other("papermill", "review.ipynb", f"{unit}.ipynb", *given, "-p", "unit", unit),
            _page(f"{unit}.ipynb"),
        )
    ]
    alone = [sys.executable, str(HERE / "alone.py"), "demo", meeting, *some]
    loop = _other("python", str(HERE / "loop.py"), "demo", meeting, *some)
    return [
        batch_of("demo", len(units), meeting),
        Way(COMMAND_LINES, lines, "*.html", len(some)),
        Way(LOOP, [loop], "*.html", len(some)),
        Way(ALONE, [alone], "none", len(some)),
    ]


def batch_of(programme: str, reports: int, meeting: str = "latest") -> Way:
    """Give our own way to make the reports of all units below."""
    command = ["batch", programme, "--meeting", meeting, "--units", "below", "--lang", "vi"]
    step = [str(OURS / "giaoban"), *command, "--workers", "2", "-q"]
    return Way("giaoban batch, 2 workers", [step], "reports/*/*/*.html", reports)


def _other(name: str, *arguments: str) -> Step:
    return [str(OTHERS / name), *arguments]


def _page(*arguments: str) -> Step:
    return _other("jupyter", "nbconvert", "--to", "html", "--no-input", *arguments)
