"""What is picked can be asked for again: as a line of code, as a command."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from places import RAW

from giaoban.cli import main
from giaoban.explore.choice import Choice
from giaoban.explore.screen import show
from giaoban.report.html import Fragment

CHOSEN = {
    "programme": "demo",
    "meeting_date": "2025-07-15",
    "unit": "mau",
    "indicator": "cadres-theory",
    "lang": "en",
    "raw_dir": str(RAW),
}
CHOICES = [
    Choice(**CHOSEN),  # type: ignore[arg-type]
    Choice(**(CHOSEN | {"lang": "vi", "years": (2021, 2023)})),  # type: ignore[arg-type]
    Choice(**(CHOSEN | {"what_if": 92.5, "qualifier": ">="})),  # type: ignore[arg-type]
]


@pytest.mark.slow
@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_line_of_code_shows_the_very_same(choice: Choice) -> None:
    *before, last = choice.code.split("; ", 1)
    names: dict[str, object] = {}
    exec(before[0], names)  # noqa: S102 - what a notebook does with it
    fragment = eval(last, names)  # noqa: S307
    assert isinstance(fragment, Fragment)
    # An office narrows what is picked from, not what is shown.
    assert fragment.html == show(**{n: v for n, v in vars(choice).items() if n != "office"}).html
    assert "\n" not in choice.code


@pytest.mark.slow
def test_the_command_writes_the_report_of_what_is_picked(tmp_path: Path) -> None:
    choice = Choice("demo", "2024-03-12", "xa-24", "orgs-rated", "en", (), None, "=", str(RAW))
    words = shlex.split(choice.command)
    done = CliRunner().invoke(main, [*words[1:], "--out", str(tmp_path)])
    assert (words[0], done.exit_code) == ("giaoban", 0)
    assert (tmp_path / "reports/demo/2024-03-12/xa-24.en.html").is_file()


def test_papermill_gets_the_notebooks_own_parameters() -> None:
    choice = Choice("demo", "2024-03-12", "xa-24", "orgs-rated", "en", out_dir="a b")
    assert choice.papermill == (
        "papermill notebooks/review.ipynb out.ipynb -r programme demo -r meeting_date 2024-03-12 "
        "-r unit xa-24 -r lang en -r out_dir 'a b'"
    )
