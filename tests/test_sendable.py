import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import RAW

from giaoban.cli import main
from giaoban.errors import GiaobanError
from giaoban.known import inputs
from giaoban.review import load
from giaoban.sendable import require_sendable


def email(*words: object) -> Result:
    return CliRunner().invoke(main, ["email", *map(str, words)])


@pytest.fixture
def out(reports: Callable[[str], Path], tmp_path: Path) -> Path:
    """Give a folder with the reports of the programme, which the copied one still is."""
    return shutil.copytree(reports("04-CTr-HU"), tmp_path / "out")


@pytest.fixture
def page(out: Path) -> Path:
    return out / "reports/04-CTr-HU/2023-03-14/my-duc.vi.html"


def test_a_draft_is_written_beside_the_report_with_the_same_bytes_each_time(
    programme: Path, out: Path, page: Path
) -> None:
    done = email(programme, "--to", "a@b.vn", "--out", out)
    draft = page.with_suffix(".eml")
    assert (done.exit_code, done.stdout) == (0, f"{draft}\n")
    first = draft.read_bytes()
    email(programme, "--to", "a@b.vn", "--out", out)
    assert draft.read_bytes() == first
    named = out / "named.eml"
    assert email(programme, "--to", "a@b.vn", "--out", out, "--draft", named).exit_code == 0
    assert named.read_bytes() == first


def test_the_page_says_what_it_rests_on(page: Path, programme: Path) -> None:
    known = load("04-CTr-HU", "2023-03-14", "", programme.parent).known
    (said,) = re.findall(r'<meta name="giaoban-inputs" content="([^"]+)">', page.read_text("utf-8"))
    assert said == inputs(known)
    assert {"figures", "targets", "programme"} <= known.digests.keys()


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("figures", {"value": "12", "as_published": "12"}),
        ("claims", {"stated": "15", "as_published": "15"}),
    ],
)
def test_a_report_older_than_its_inputs_is_refused_and_says_which(
    programme: Path,
    spoil: Callable[..., None],
    out: Path,
    page: Path,
    table: str,
    cells: dict[str, str],
) -> None:
    spoil(table, 2, **cells)
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert f"older than its inputs (changed since: {table})" in done.stderr
    assert not page.with_suffix(".eml").exists()


def test_a_report_that_says_nothing_of_its_inputs_is_refused(programme: Path, page: Path) -> None:
    page.write_text(re.sub(r"<meta name=\"giaoban-inputs\"[^>]*>", "", page.read_text("utf-8")))
    known = load("04-CTr-HU", "2023-03-14", "", programme.parent).known
    with pytest.raises(GiaobanError, match=r"changed since: claims, .*figures"):
        require_sendable(page, known, demo=False)


def test_a_report_that_failed_is_refused(programme: Path, out: Path, page: Path) -> None:
    page.with_suffix(".failed.ipynb").write_text("{}")
    done = email(programme, "--to", "a@b.vn", "--out", out)
    assert done.exit_code == 2
    assert "my-duc.vi.failed.ipynb: the report failed" in done.stderr


def test_a_report_that_is_not_there_is_refused(programme: Path, tmp_path: Path) -> None:
    done = email(programme, "--to", "a@b.vn", "--out", tmp_path)
    assert done.exit_code == 2
    assert "my-duc.vi.html: no such report, make it first with giaoban report" in done.stderr


def test_made_up_figures_go_out_with_demo_only(pages: dict[str, Path]) -> None:
    known = load("demo", "2025-07-15", "", RAW).known
    with pytest.raises(GiaobanError, match="the figures are made up"):
        require_sendable(pages["demo.en"], known, demo=False)
    require_sendable(pages["demo.en"], known, demo=True)


def test_a_malformed_address_exits_2_and_writes_nothing(
    programme: Path, out: Path, page: Path
) -> None:
    done = email(programme, "--to", "a@b.vn,c@@d.vn", "--out", out)
    assert done.exit_code == 2
    assert done.stderr.startswith("c@@d.vn: not an email address")
    assert not page.with_suffix(".eml").exists()
