import json
import signal
import threading
from pathlib import Path

import pytest
from clusters import Cluster, free_port
from places import RAW

from giaoban.errors import GiaobanError
from giaoban.render.cluster import pool
from giaoban.render.cluster.pool import batch_elsewhere
from giaoban.render.cluster.store import Store
from giaoban.render.run import Job

pytestmark = pytest.mark.slow

FOLDER = "reports/demo/2025-07-15"


def jobs(out: Path, *units: str) -> dict[Job, str]:
    return {Job(RAW / "demo", "2025-07-15", unit, "en", RAW, out): "rows" for unit in units}


def test_a_worker_that_is_lost_loses_no_report(bucket: str, cluster: Cluster) -> None:
    store = Store(bucket)

    def lose_one() -> None:
        while not any(name.endswith(".html") for name in store.names(FOLDER)):
            if done.wait(0.2):
                return
        cluster.workers[0].kill()

    done = threading.Event()
    loss = threading.Thread(target=lose_one)
    loss.start()
    wanted = jobs(Path(), "xa-01", "nowhere", "xa-02", "xa-03")
    outcomes = batch_elsewhere(wanted, 1, cluster=cluster.address, address=bucket, quiet=True)
    done.set()
    loss.join()
    states = [o.state for o in outcomes]
    assert states.pop(1) == "failed"
    # What the lost one had put into the store is found there by the other.
    assert set(states) <= {"made", "kept"}, outcomes
    assert cluster.workers[0].poll() == -signal.SIGKILL
    kept = json.loads(store.get(f"{FOLDER}/batch.json") or b"")
    assert [o["state"] for o in kept] == [o.state for o in outcomes]
    for unit in ("xa-01", "xa-02", "xa-03"):
        assert (store.get(f"{FOLDER}/{unit}.en.html") or b"").endswith(b"</html>\n")
    # The next run, here, finds them in the store.
    wanted = jobs(Path(), "xa-01", "xa-02", "xa-03")
    again = batch_elsewhere(wanted, 2, address=bucket, quiet=True)
    assert [o.state for o in again] == ["kept"] * 3
    kept = json.loads(store.get(f"{FOLDER}/batch.json") or b"")
    assert [o["state"] for o in kept] == ["kept", "failed", "kept", "kept"]


def test_without_a_store_the_files_come_back_and_what_is_here_is_sent_nowhere(
    cluster: Cluster, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (made,) = batch_elsewhere(jobs(out, "xa-04"), 1, cluster=cluster.address, quiet=True)
    assert made.state == "made"
    assert (out / FOLDER / "xa-04.en.html").is_file()
    assert (out / "data/processed/demo/2025-07-15/xa-04/scorecard.csv").is_file()
    (kept,) = batch_elsewhere(jobs(out, "xa-04"), 1, cluster=cluster.address, quiet=True)
    assert kept.state == "kept"


def test_a_scheduler_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.5)
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(GiaobanError, match=f"{address}: no scheduler answers"):
        batch_elsewhere(jobs(tmp_path, "xa-01"), 1, cluster=address, quiet=True)
