"""A Dask cluster and a server that speaks S3, started on this machine for the tests alone."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from places import ROOT
from pyarrow.fs import S3FileSystem
from stopping import stop

DASK = Path(sys.executable).with_name("dask")
# moto has an environment of its own: what it builds on does not go with ours.
MOTO = ROOT / "tests/s3/.venv/bin/moto_server"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise RuntimeError(f"nobody listens at port {port}")


@dataclass
class Cluster:
    """A scheduler and its workers; each worker is a process that can be killed."""

    address: str
    workers: list["subprocess.Popen[bytes]"] = field(default_factory=list)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    port = free_port()
    plain: dict[str, Any] = {"cwd": tmp_path}
    plain |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([DASK, "scheduler", f"--port={port}", "--no-dashboard"], **plain)
    found = Cluster(f"tcp://127.0.0.1:{port}")
    worker: list[str | Path] = [
        DASK,
        "worker",
        found.address,
        "--no-nanny",
        "--nthreads=1",
        "--no-dashboard",
    ]
    try:
        wait_for(port, scheduler)
        found.workers += [subprocess.Popen(worker, **plain) for _ in range(2)]
        yield found
    finally:
        for process in [*found.workers, scheduler]:
            stop(process)


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the address of an empty bucket."""
    if not MOTO.is_file():
        pytest.skip("moto is not installed: .ci/run does it")
    port = free_port()
    server = subprocess.Popen(
        [MOTO, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, server)
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "anybody")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "anything")
        S3FileSystem(
            endpoint_override=f"127.0.0.1:{port}", scheme="http", allow_bucket_creation=True
        ).create_dir("reviews")
        yield "s3://reviews"
    finally:
        stop(server)
