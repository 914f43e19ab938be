"""Real inputs for the tests: the bundled programme, whole or with one thing changed."""

import csv
import gc
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import settings
from matplotlib import rc_context
from places import RAW, ROOT

from giaoban.analysis import Review, load
from giaoban.render import provisioner
from giaoban.render.forkserver import COLLECTED_AFTER
from giaoban.report.page import Report

pytest_plugins = [
    "no_skips",
    "once",
    "browsers",
    "clusters",
    "postoffice",
    "mailhost",
    "screens",
    "lab",
    "workplace",
    "guide",
]

# What takes seconds to make or to start.
SLOW = {"copies", "demo", "demo_review", "empties", "frictionless", "lab", "mailhost"}
SLOW |= {"project", "reports", "screen", "start", "workplace"}

# How long a case takes says nothing of its being right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, and let the files with most of them begin: none is to end alone."""
    for item in items:
        if item.path.parent.name == "apps" or SLOW.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    items.sort(key=lambda item: slow[item.path], reverse=True)


def pytest_collection_finish() -> None:
    """Leave alone, in looking for what may be thrown away, what stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)


@pytest.fixture(scope="session", autouse=True)
def _texts_as_in_a_kernel() -> Iterator[None]:
    """Let pandas keep texts as it does where reports are made."""
    with pd.option_context("mode.string_storage", "python"):
        yield


@pytest.fixture(scope="session", autouse=True)
def english() -> Iterator[None]:
    """Let the program speak English, wherever the tests run."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("LANGUAGE", "en")
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_server_left() -> Iterator[None]:
    """End what forks kernels, where a test has started it."""
    yield
    _, servers = provisioner._servers()
    for server in servers:
        server.close()


@pytest.fixture(autouse=True)
def _plain_charts() -> Iterator[None]:
    """Let no test leave its look of charts to the next."""
    with rc_context():
        yield


@pytest.fixture(scope="session")
def review() -> Review:
    return load("04-CTr-HU", "2023-03-14", "", RAW)


@pytest.fixture(params=["vi", "en"])
def report(request: pytest.FixtureRequest, review: Review, tmp_path: Path) -> Report:
    return Report(review, request.param, tmp_path)


@pytest.fixture(scope="session")
def demo_review() -> Review:
    return load("demo", "latest", "", RAW)


@pytest.fixture(params=["vi", "en"])
def demo(request: pytest.FixtureRequest, demo_review: Review, tmp_path: Path) -> Report:
    return Report(demo_review, request.param, tmp_path)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """Give a copy of the bundled programme that a test may spoil."""
    return shutil.copytree(RAW / "04-CTr-HU", tmp_path / "raw" / "04-CTr-HU")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a copy of the notebooks and of the data, in which results may be written."""
    for name in ("notebooks", "data/raw"):
        shutil.copytree(ROOT / name, tmp_path / "project" / name)
    return tmp_path / "project"


@pytest.fixture
def spoil(programme: Path) -> Callable[..., None]:
    """Set cells of one row of a table; rows count as in a spreadsheet, the header being row 1."""

    def change(table: str, row: int, **cells: str) -> None:
        path = programme / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for column, cell in cells.items():
            rows[row - 1][rows[0].index(column)] = cell
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    return change


@pytest.fixture
def append(programme: Path) -> Callable[..., None]:
    """Add a row to a table; the columns not given stay empty."""

    def add(table: str, **cells: str) -> None:
        path = programme / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert set(cells) <= set(header)
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow([cells.get(column, "") for column in header])

    return add


@pytest.fixture
def frictionless() -> Callable[[Path], dict[str, Any]]:
    """Let the program `frictionless` validate a data package, and give what it says."""

    def validate(folder: Path) -> dict[str, Any]:
        # As a library it would change how Python reads CSV for the tests that follow.
        program = Path(sys.executable).with_name("frictionless")
        described = folder / "datapackage.json"
        command: list[str | Path] = [program, "validate", "--json", described]
        done = subprocess.run(command, capture_output=True, text=True)
        said: dict[str, Any] = json.loads(done.stdout)
        return said

    return validate
