"""The review notebook as a job of jupyter-scheduler, through the server that JupyterLab starts."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from places import ROOT
from workplace import NEXT, forget_the_meetings_ahead, set_up

from giaoban.cli import main
from giaoban.render.exporter import GiaobanExporter

Ask = Callable[..., Any]
SECONDS = 60


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def workplace(home: Path) -> Path:
    """Give each test a workplace of its own in the folder of the server."""
    folder = set_up(Path(tempfile.mkdtemp(dir=home)))
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="module")
def ask(home: Path) -> Iterator[Ask]:
    """Start a Jupyter server; give what asks it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = {f"JUPYTER_{n}_DIR": str(home / n.lower()) for n in ("DATA", "RUNTIME", "CONFIG")}
    places |= {"HOME": str(home)}
    options = [f"--port={port}", "--no-browser", "--allow-root", "--IdentityProvider.token=secret"]
    options += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={home}"]
    command = [sys.executable, "-m", "jupyter", "lab", *options]

    def asked(path: str, /, **body: object) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/scheduler/{path}",
            json.dumps(body).encode() if body else None,
            {"Authorization": "token secret", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return json.load(answer)

    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=home, env=os.environ | places, stdout=log, stderr=log
        )
        try:
            wait_for(asked, server)
            yield asked
        finally:
            server.terminate()
            server.wait(SECONDS)


def wait_for(ask: Ask, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + SECONDS
    while True:
        try:
            ask("runtime_environments")
            return
        except urllib.error.URLError:
            assert server.poll() is None
            assert time.monotonic() < until
            time.sleep(0.2)


def job(ask: Ask, workplace: Path, **parameters: str) -> dict[str, Any]:
    """Say what a job is made of; a text stands in quotes, as in the form."""
    notebook = workplace / "notebooks/review.ipynb"
    (environment, *_) = ask("runtime_environments")
    return {
        "name": "each morning",
        "input_uri": str(notebook.relative_to(workplace.parents[1])),
        "runtime_environment_name": environment["name"],
        "output_formats": ["ipynb", "html"],
        "parameters": {name: f'"{value}"' for name, value in parameters.items()},
    }


def ended(ask: Ask, job_id: str) -> dict[str, Any]:
    until = time.monotonic() + SECONDS
    told: dict[str, Any] = {}
    # One that waits is called stopped.
    while told.get("status") not in ("COMPLETED", "FAILED") and time.monotonic() < until:
        time.sleep(0.5)
        told = ask(f"jobs/{job_id}")
    return told


def outputs(home: Path, job_id: str) -> dict[str, Path]:
    folder = home / "data/scheduler_staging_area" / job_id
    return {path.suffix: path for path in folder.iterdir() if path.name != "review.ipynb"}


def test_a_job_runs_the_review_notebook_with_its_own_parameters(
    ask: Ask, home: Path, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"raw_dir": str(workplace / "data/raw"), "out_dir": str(workplace)}
    sent = job(ask, workplace, programme="04-CTr-HU", meeting_date="next", lang="en", **places)
    job_id = ask("jobs", **sent)["job_id"]
    told = ended(ask, job_id)
    assert told["status"] == "COMPLETED", told
    made = outputs(home, job_id)
    assert set(made) == {".ipynb", ".html"}
    assert (workplace / f"data/processed/04-CTr-HU/{NEXT}/my-duc/scorecard.csv").is_file()
    monkeypatch.chdir(workplace)
    CliRunner().invoke(main, ["report", "04-CTr-HU", "--meeting", "next", "--lang", "en"])
    page = workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.en.html"
    turned, _ = GiaobanExporter().from_filename(str(made[".ipynb"]))
    assert turned.encode() == page.read_bytes()


def test_a_job_without_folders_takes_the_data_of_the_project(
    ask: Ask, workplace: Path, tmp_path: Path
) -> None:
    job_id = ask("jobs", **job(ask, workplace, programme="04-CTr-HU", out_dir=str(tmp_path)))[
        "job_id"
    ]
    assert ended(ask, job_id)["status"] == "COMPLETED"
    assert (tmp_path / "data/processed/04-CTr-HU/2023-03-14/my-duc/scorecard.csv").is_file()


def test_a_definition_runs_on_its_schedule_in_the_time_of_the_office(
    ask: Ask, workplace: Path
) -> None:
    when = {"schedule": "30 6 * * *", "timezone": "Asia/Ho_Chi_Minh"}
    sent = job(
        ask,
        workplace,
        programme="04-CTr-HU",
        meeting_date="next",
        raw_dir=str(workplace / "data/raw"),
    )
    made = ask("job_definitions", **sent, **when)["job_definition_id"]
    told = ask(f"job_definitions/{made}")
    assert told["active"]
    assert told["parameters"] == sent["parameters"]
    assert (told["schedule"], told["timezone"]) == tuple(when.values())


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"meeting": "next"}, "unknown parameter (found meeting), did you mean meeting_date?"),
        ({"meeting_date": "next"}, "no meeting lies ahead"),
    ],
)
def test_a_job_that_cannot_be_done_fails_and_says_why(
    ask: Ask, workplace: Path, parameters: dict[str, str], told: str
) -> None:
    forget_the_meetings_ahead(workplace)
    places = {"raw_dir": str(workplace / "data/raw"), "out_dir": str(workplace)}
    done = ended(ask, ask("jobs", **job(ask, workplace, **places, **parameters))["job_id"])
    assert done["status"] == "FAILED"
    assert told in done["status_message"]
    assert not (workplace / "data/processed").exists()
