"""The page of the functions: every one is there, its example gives what stands there."""

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import matplotlib
import pandas as pd
import pytest
from api_columns import PAGE, page
from bs4 import BeautifulSoup
from places import ROOT

import giaoban

pytestmark = pytest.mark.slow

TEXT = PAGE.read_text("utf-8")
SECTIONS = re.findall(r"^### (\w+)\n(.*?)(?=^##)", TEXT, re.M | re.S)


def test_every_function_has_its_section_its_example_and_its_docstring() -> None:
    assert {name for name, _ in SECTIONS} == set(giaoban.__all__)
    for name, section in SECTIONS:
        assert name in "".join(re.findall(r"^```pycon\n(.*?)^```", section, re.M | re.S))
        assert re.search(rf"^::: giaoban\.([a-z.]+\.)?{name}$", section, re.M)


@pytest.fixture
def plainly() -> Iterator[None]:
    """Draw on no screen, print frames as they are printed where nobody has set anything."""
    with matplotlib.rc_context(), pd.option_context("display.width", 80):
        yield


@pytest.mark.usefixtures("plainly")
def test_every_example_gives_what_stands_under_it() -> None:
    code = "\n".join(re.findall(r"^```pycon\n(.*?)^```", TEXT, re.M | re.S))
    test = doctest.DocTestParser().get_doctest(code, {}, "docs/api.md", None, 0)
    wrong: list[str] = []
    with chdir(ROOT):
        found = doctest.DocTestRunner().run(test, out=wrong.append)
    assert "".join(wrong) == ""
    assert found.attempted > 40


def test_the_columns_of_every_frame_stand_there_as_they_are_described() -> None:
    assert page(TEXT) == TEXT


def test_the_site_has_the_parameters_of_every_function(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("mkdocs")
    command: list[str | Path] = [program, "build", "--strict", "--quiet", "--site-dir", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    html = (tmp_path / "api/index.html").read_text("utf-8")
    assert ":::" not in html
    assert html.count("Parameters:") >= len(SECTIONS) - 1
    shown = BeautifulSoup(html, "html.parser")
    asked = [tag.get("src") or tag.get("href") for tag in shown.select("script, link, img")]
    assert [str(place) for place in asked if str(place).startswith(("http", "//"))] == []
