"""A run is killed at moments that nobody chose; nobody gets a message twice, nobody none."""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT
from postoffice import PASSWORD, PostOffice

from giaoban import server as settings
from giaoban.outbox import Outbox
from giaoban.server import Server

PEOPLE = [f"can-bo-{number}@example.vn" for number in range(200)]
KILLS = 6
RUN = """
import sys
from pathlib import Path

from postoffice import letter

from giaoban.errors import GiaobanError
from giaoban.outbox import Outbox
from giaoban.post import send
from giaoban.server import Server

out, port, ca, *people = sys.argv[1:]
server = Server("localhost", int(port), False, "lan@example.vn", Path(ca))
try:
    with Outbox(Path(out)) as outbox:
        send([letter(*people)], outbox, server, pauses=(0, 0, 0))
except GiaobanError as error:
    sys.exit(str(error))
"""


def start(out: Path, server: Server, people: list[str] = PEOPLE) -> "subprocess.Popen[str]":
    """Start a run."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, str(out), str(server.port), str(server.ca), *people],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tests"), settings.PASSWORD: PASSWORD},
        stderr=subprocess.PIPE,
        text=True,
    )


class Counted:
    """Lets the tests wait until so many messages have come."""

    def __init__(self, office: PostOffice) -> None:
        self._office, self._changed = office, threading.Condition()
        office.on_message = self._came

    def _came(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, number: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self._office.received) >= number, timeout=60)


def answer_from(office: PostOffice, out: Path) -> int:
    """Say of each uncertain delivery what the server knows; give how many there were."""
    while office.open_connections:
        time.sleep(0.01)
    with Outbox(out) as outbox:
        left = [d.address for d in outbox.deliveries() if d.state == "uncertain"]
        for address in left:
            outbox.settle(address, arrived=address in office.per_person())
        assert not any(d.state == "sending" for d in outbox.deliveries())
    return len(left)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_every_kill_and_rerun_each_person_has_the_message_once(
    office: PostOffice, server: Server, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    came = Counted(office)
    for after in sorted(chance.sample(range(1, 120), KILLS)):
        run = start(tmp_path, server)
        came.wait_for(max(after, len(office.received) + 1))
        time.sleep(chance.uniform(0, 0.03))
        run.kill()
        _, said = run.communicate()
        assert (run.returncode, said) == (-9, "")
        assert answer_from(office, tmp_path) <= 1
    run = start(tmp_path, server)
    assert (run.communicate()[1], run.returncode) == ("", 0)
    assert office.per_person() == Counter(PEOPLE)


@pytest.mark.parametrize("arrived", [True, False])
def test_a_run_killed_between_the_dot_and_the_answer_leaves_one_uncertain(
    office: PostOffice, server: Server, tmp_path: Path, arrived: bool
) -> None:
    running: list[subprocess.Popen[str]] = []

    def kill() -> None:
        if len(office.received) == 7:
            running[0].kill()
            if not arrived:
                office.received.pop()

    office.on_message = kill
    running.append(start(tmp_path, server, PEOPLE[:10]))
    running[0].communicate()
    office.on_message = lambda: None
    assert answer_from(office, tmp_path) == 1
    assert start(tmp_path, server, PEOPLE[:10]).communicate()[1] == ""
    assert office.per_person() == Counter(PEOPLE[:10])


def test_two_runs_at_once_send_each_message_once(
    office: PostOffice, server: Server, tmp_path: Path
) -> None:
    runs = [start(tmp_path, server, PEOPLE[:10]) for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert sorted(run.returncode for run in runs) in ([0, 0], [0, 1])
    for run, text in zip(runs, said, strict=True):
        assert ("another giaoban is sending" in text) == bool(run.returncode)
    assert office.per_person() == Counter(PEOPLE[:10])
