"""Hand the reports of a batch to the workers of a Dask cluster, or put them at an address."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.render.batch import FILE, Outcome, as_json, follow, in_order, note
from giaoban.render.cluster.store import Store
from giaoban.render.cluster.there import Made, Sent, make_there
from giaoban.render.recipe import is_up_to_date, recipe_of
from giaoban.render.run import Job, put_in_place

# How long a scheduler and its first worker may take to answer, in seconds.
PATIENCE = 30


def batch_elsewhere(
    jobs: dict[Job, str],
    workers: int,
    *,
    cluster: str = "",
    address: str = "",
    force: bool = False,
    quiet: bool = False,
) -> list[Outcome]:
    """Make reports as `giaoban.render.batch` does, on a cluster, into a store, or both.

    A worker that is lost loses nothing: another makes what it had begun.

    Parameters
    ----------
    jobs : dict of Job to str
        The reports, all of one programme and meeting, each with the stamp of its rows.
    workers : int
        How many at a time, where there is no cluster.
    cluster : str
        The address of a Dask scheduler, such as ``tcp://10.0.0.1:8786``; empty for this machine.
    address : str
        The store that the files go to (`Store`); empty for the jobs’ own folder.
    force : bool
        Whether those are made, too, whose recipe is as it was.
    quiet : bool
        Whether to show no bar.

    Raises
    ------
    GiaobanError
        Where there is no such cluster or store, or it has no worker.
    """
    store = Store(address) if address else None
    found = {} if store or force else _kept(jobs)
    if store:
        # Before any work is done: the store may refuse it.
        _note(store, jobs, in_order(jobs, found))
    if left := [job for job in jobs if job not in found]:
        with _pool(cluster, workers, Sent.of(left[0].programme)) as (pool, passed):
            begun = {
                pool.submit(make_there, passed, job, jobs[job], force, address): job for job in left
            }
            found |= follow(begun, quiet, _received)
    outcomes = in_order(jobs, found)
    if store:
        _note(store, jobs, outcomes)
    else:
        note(jobs, outcomes)
    return outcomes


def _note(store: Store, jobs: Iterable[Job], outcomes: list[Outcome]) -> None:
    for folder in {job.folder.relative_to(job.out_dir).as_posix() for job in jobs}:
        path = f"{folder}/{FILE}"
        store.put(path, as_json(outcomes, store.get(path) or b""))


def _kept(jobs: dict[Job, str]) -> dict[Job, Outcome]:
    """Find what is here already: it is sent nowhere."""
    there = [job for job, stamp in jobs.items() if is_up_to_date(job, recipe_of(job, stamp))]
    return {job: Outcome(job.unit, job.lang, "kept") for job in there}


def _received(job: Job, made: Made) -> Outcome:
    put_in_place(job, {Path(name): content for name, content in made.files.items()})
    return made.outcome


@contextmanager
def _pool(cluster: str, workers: int, sent: Sent) -> Iterator[tuple[Executor, Any]]:
    """Give what runs the work, and what it knows the programme by."""
    if not cluster:
        with ThreadPoolExecutor(workers) as pool:
            yield pool, sent
        return
    try:
        from distributed import Client
    except ModuleNotFoundError:
        template = N_("distributed is missing: .venv/bin/python -m pip install distributed")
        raise GiaobanError(template) from None
    try:
        client = Client(cluster, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        template = N_("{address}: no scheduler answers ({reason}), start one with dask scheduler")
        raise GiaobanError(template, exit_code=1, address=cluster, reason=error) from None
    with client:
        try:
            # On every worker: what is lost with one is there on the others.
            passed = client.scatter(sent, broadcast=True, timeout=PATIENCE)
        except TimeoutError:
            template = N_("{address}: has no worker, start some with dask worker {address}")
            raise GiaobanError(template, exit_code=1, address=cluster) from None
        yield client.get_executor(pure=False), passed
