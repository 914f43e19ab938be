"""JupyterLab, started by the function that the command calls."""

import ast
import json
import socket
import sys
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from lab import WAIT, free_port, started
from places import RAW, ROOT

from giaoban.explore import explore_notebook, show

OPEN = """
from pathlib import Path
from giaoban.explore import open_lab

open_lab(Path.cwd() / "notebooks/explore.ipynb", {start}, browser=False, port={port})
"""
EXPLORE = """
from giaoban.explore import explorer

box = explorer("", "latest", "", "en", "", "")
"""


def test_where_a_folder_has_no_notebook_it_gets_a_copy_and_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data/raw").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    path = explore_notebook("data/raw")
    assert path == tmp_path / "notebooks/explore.ipynb"
    assert path.read_bytes() == (ROOT / "notebooks/explore.ipynb").read_bytes()
    path.write_text("my own", "utf-8")
    assert explore_notebook("data/raw").read_text("utf-8") == "my own"


def command(port: int, start: dict[str, str]) -> list[str]:
    return [sys.executable, "-c", OPEN.format(start=start, port=port)]


def asked(port: int, path: str, key: str, body: dict[str, str] | None = None) -> tuple[int, Any]:
    """Ask the server for something, or to make something, as a program with a token does."""
    connection = HTTPConnection("127.0.0.1", port, timeout=WAIT)
    method, data = ("GET", None) if body is None else ("POST", json.dumps(body))
    connection.request(method, path, data, {"Authorization": f"token {key}"})
    answer = connection.getresponse()
    status, content = answer.status, json.load(answer)
    connection.close()
    return status, content


@pytest.mark.slow
def test_the_lab_listens_where_it_is_told_to_and_shows_the_project_to_who_has_its_token(
    tmp_path: Path,
) -> None:
    port = free_port()
    with started(tmp_path, command(port, {})) as lab:
        assert lab.address == f"http://127.0.0.1:{port}/"
        assert "/doc/tree/notebooks/explore.ipynb?token=" in (tmp_path / "log").read_text("utf-8")
        _, listed = asked(port, "/api/contents/", lab.token)
        assert {item["name"] for item in listed["content"]} == {"data", "notebooks"}
        status, _ = asked(port, "/api/contents/", "guessed")
        assert status == 403


@pytest.mark.slow
@pytest.mark.parametrize(("start", "programme"), [("demo", "demo"), ("", "04-CTr-HU")])
def test_a_notebook_begins_with_the_programme_asked_for_or_else_with_the_first(
    tmp_path: Path, start: str, programme: str
) -> None:
    port = free_port()
    with started(tmp_path, command(port, {"programme": start, "raw_dir": ""})) as lab:
        _, kernel = asked(port, "/api/kernels", lab.token, {"path": "notebooks"})
        file = tmp_path / f"run/kernel-{kernel['id']}.json"
        client = BlockingKernelClient(connection_file=str(file))
        client.load_connection_file()
        client.start_channels()
        try:
            asks = {"shown": "box.children[1].value"}
            reply = client.execute(EXPLORE, user_expressions=asks, reply=True, timeout=WAIT)
        finally:
            client.stop_channels()
    shown = reply["content"]["user_expressions"]["shown"]["data"]["text/plain"]
    assert ast.literal_eval(shown) == show(programme, lang="en", raw_dir=str(RAW)).html


@pytest.mark.slow
def test_where_the_port_is_taken_no_other_is(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(AssertionError, match=f"The port {port} is already in use"),
            started(tmp_path, command(port, {})),
        ):
            pass
