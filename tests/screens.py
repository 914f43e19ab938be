"""A screen that nobody looks at, for programs that need one."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from browsers import program


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Start a screen that nobody looks at; give the environment of what is shown on it."""
    told, tell = os.pipe()
    command = [program("Xvfb", package="xvfb"), "-displayfd", str(tell)]
    # It would begin anew as often as the last program leaves it, and turn away who comes meanwhile.
    command += ["-screen", "0", "1000x1400x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
    os.close(tell)
    with os.fdopen(told) as number:
        display = f":{number.readline().strip()}"
    yield os.environ | {"DISPLAY": display}
    server.terminate()
    server.wait()
