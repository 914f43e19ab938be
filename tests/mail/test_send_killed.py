"""A run is killed at moments that nobody chose; nobody gets a message twice, nobody none."""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from postoffice import PASSWORD, PostOffice
from stopping import SECONDS

from giaoban.mail import settings
from giaoban.mail.outbox import Outbox
from giaoban.mail.settings import Server

PEOPLE = [f"can-bo-{number}@example.vn" for number in range(200)]
KILLS = 6
RUN = """
import sys
from pathlib import Path

from postoffice import letter

from giaoban.errors import GiaobanError
from giaoban.mail.outbox import Outbox
from giaoban.mail.send import send
from giaoban.mail.settings import Server

out, port, ca, *people = sys.argv[1:]
server = Server("localhost", int(port), False, "lan@example.vn", Path(ca))
try:
    with Outbox(Path(out)) as outbox:
        send([letter(*people)], outbox, server, pauses=(0, 0, 0))
except GiaobanError as error:
    sys.exit(str(error))
"""


Running = subprocess.Popen[str]


@pytest.fixture
def start(server: Server, tmp_path: Path) -> Iterator[Callable[[list[str]], Running]]:
    """Start runs that send to some people; none outlives the test."""
    runs: list[Running] = []

    def started(people: list[str]) -> Running:
        run = subprocess.Popen(
            [sys.executable, "-c", RUN, str(tmp_path), str(server.port), str(server.ca), *people],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), settings.PASSWORD: PASSWORD},
            stderr=subprocess.PIPE,
            text=True,
        )
        runs.append(run)
        return run

    yield started
    for run in runs:
        run.kill()
        run.wait(SECONDS)


def end(run: Running) -> tuple[str, int]:
    """Wait for the end of a run; give what it complained of, and its exit status."""
    _, said = run.communicate(timeout=SECONDS)
    return said, run.returncode


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
            assert self._changed.wait_for(lambda: len(self._office.received) >= number, SECONDS)


def answer_from(office: PostOffice, out: Path) -> int:
    """Say of each uncertain delivery what the server knows; give how many there were."""
    until = time.monotonic() + SECONDS
    while office.open_connections:
        assert time.monotonic() < until
        time.sleep(0.01)
    with Outbox(out) as outbox:
        left = [d.address for d in outbox.deliveries() if d.state == "uncertain"]
        for address in left:
            outbox.settle(address, arrived=address in office.per_person())
        assert not any(d.state == "sending" for d in outbox.deliveries())
    return len(left)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_every_kill_and_rerun_each_person_has_the_message_once(
    office: PostOffice, start: Callable[[list[str]], Running], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    came = Counted(office)
    for after in sorted(chance.sample(range(1, 120), KILLS)):
        run = start(PEOPLE)
        came.wait_for(max(after, len(office.received) + 1))
        time.sleep(chance.uniform(0, 0.03))
        run.kill()
        assert end(run) == ("", -9)
        assert answer_from(office, tmp_path) <= 1
    assert end(start(PEOPLE)) == ("", 0)
    assert office.per_person() == Counter(PEOPLE)


@pytest.mark.parametrize("arrived", [True, False])
def test_a_run_killed_between_the_dot_and_the_answer_leaves_one_uncertain(
    office: PostOffice, start: Callable[[list[str]], Running], tmp_path: Path, arrived: bool
) -> None:
    running: list[Running] = []

    def kill() -> None:
        if len(office.received) == 7:
            running[0].kill()
            if not arrived:
                office.received.pop()

    office.on_message = kill
    running.append(start(PEOPLE[:10]))
    assert end(running[0]) == ("", -9)
    office.on_message = lambda: None
    assert answer_from(office, tmp_path) == 1
    assert end(start(PEOPLE[:10])) == ("", 0)
    assert office.per_person() == Counter(PEOPLE[:10])


def test_two_runs_at_once_send_each_message_once(
    office: PostOffice, start: Callable[[list[str]], Running]
) -> None:
    ended = [end(run) for run in [start(PEOPLE[:10]), start(PEOPLE[:10])]]
    assert sorted(status for _, status in ended) in ([0, 0], [0, 1])
    for said, status in ended:
        assert ("another giaoban is sending" in said) == bool(status)
    assert office.per_person() == Counter(PEOPLE[:10])
