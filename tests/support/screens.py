"""A screen that nobody looks at, for programs that need one."""

import os
import select
import subprocess
from collections.abc import Iterator

import pytest
from browsers import program
from stopping import SECONDS, stop


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Start a screen that nobody looks at; give the environment of what is shown on it."""
    told, tell = os.pipe()
    command = [program("Xvfb", package="xvfb"), "-displayfd", str(tell)]
    # It would begin anew as often as the last program leaves it, and turn away who comes meanwhile.
    command += ["-screen", "0", "1000x1400x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(told) as answer:
            ready, _, _ = select.select([answer], [], [], SECONDS)
            number = answer.readline().strip() if ready else ""
        assert number, "Xvfb does not say which screen it is"
        yield os.environ | {"DISPLAY": f":{number}"}
    finally:
        stop(server)
