"""The programmes that the benchmarks make, and what they change in them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.__main__ import SEEN
from benchmarks.package import change_a_figure, write_package
from benchmarks.page import write_page
from benchmarks.province import write_province
from places import ROOT

from giaoban.asof import occasions
from giaoban.programme import check_package


@pytest.mark.parametrize(
    "write",
    [lambda folder: write_package(folder, 25), lambda folder: write_province(folder, [2, 3])],
    ids=["communes of the demo", "a province"],
)
def test_a_programme_to_measure_with_has_no_fault(
    write: Callable[[Path], Path], tmp_path: Path
) -> None:
    _, faults = check_package(write(tmp_path / "large"))
    assert not len(faults)


def test_every_commune_of_a_batch_that_is_measured_has_a_report(tmp_path: Path) -> None:
    made = occasions(write_package(tmp_path / "large", 40), "latest", "below")
    assert [one.unit for one in made] == [f"xa-{number:04}" for number in range(1, 41)]


def test_the_page_says_what_was_seen_last(tmp_path: Path) -> None:
    page = write_page(json.loads(SEEN.read_text()), tmp_path / "benchmarks.md")
    assert page.read_text() == (ROOT / "docs/benchmarks.md").read_text()
    assert (tmp_path / "pictures/benchmarks.svg").is_file()


def test_a_figure_that_is_changed_changes_one_row(tmp_path: Path) -> None:
    before, _ = check_package(write_package(tmp_path / "large", 2))
    change_a_figure(tmp_path / "large")
    after, faults = check_package(tmp_path / "large")
    values = [known.tables["figures"]["value"].fillna(-1) for known in (before, after)]
    assert not len(faults) and values[0].ne(values[1]).sum() == 1
