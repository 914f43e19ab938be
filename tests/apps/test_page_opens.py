import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from browsers import NU, Visit, npm, program


class Asked(SimpleHTTPRequestHandler):
    """Serves a folder and keeps what it was asked for."""

    def __init__(self, *args: Any, paths: list[str], **kwargs: Any) -> None:
        self.paths = paths
        super().__init__(*args, **kwargs)

    def log_request(self, *_: object) -> None:
        self.paths.append(self.path)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def served(report_page: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve the page on this machine; give its address and what the server was asked for."""
    paths: list[str] = []
    handler = partial(Asked, directory=str(report_page.parent), paths=paths)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{report_page.name}", paths
        server.shutdown()
        thread.join()


def test_a_page_from_the_file_system_asks_for_nothing_and_complains_of_nothing(
    visit: Callable[..., Visit], report_page: Path
) -> None:
    seen = visit(report_page.as_uri())
    assert seen.page.title()
    assert [url for url in seen.requests if url != report_page.as_uri()] == []
    assert seen.complaints == []


def test_a_page_from_a_server_asks_for_itself_alone(
    visit: Callable[..., Visit], served: tuple[str, list[str]]
) -> None:
    url, asked = served
    seen = visit(url)
    seen.page.wait_for_load_state("networkidle")
    assert seen.requests == [url]
    assert seen.complaints == []
    assert asked == [f"/{url.rpartition('/')[2]}"]


def test_the_server_tells_what_it_was_asked_for(served: tuple[str, list[str]]) -> None:
    url, asked = served
    with urlopen(url) as answer:  # noqa: S310
        assert answer.status == 200
    assert asked == [f"/{url.rpartition('/')[2]}"]


def test_the_nu_validator_finds_nothing_to_mend(pages: dict[str, Path]) -> None:
    java = program("java", package="default-jre-headless")
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    command: list[str | Path] = [java, "-jar", npm(NU), *options, *pages.values()]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # Other notes are of the slashes that nbconvert writes.
    told = [m for m in json.loads(said)["messages"] if m["type"] != "info" or "subType" in m]
    assert [f"{m['url']}:{m['lastLine']}: {m['message']}" for m in told] == []
