"""Many reports of one meeting, several at a time: one that fails stops no other."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path

from tqdm import tqdm

from giaoban.errors import GiaobanError, one_line
from giaoban.files import write_atomically
from giaoban.render.recipe import is_up_to_date, recipe_of
from giaoban.render.run import Job, render

FILE = "batch.json"


@dataclass(frozen=True)
class Outcome:
    """What became of a report.

    Attributes
    ----------
    unit, lang : str
        Which report.
    state : str
        ``made``; ``kept``: what it is made from is as it was; ``failed``; ``left``: not begun.
    seconds : float
        How long it took.
    error : str
        Why it failed.
    """

    unit: str
    lang: str
    state: str
    seconds: float = 0.0
    error: str = ""


def up_to_date_or_made(job: Job, stamp: str, force: bool = False) -> tuple[list[Path], bool]:
    """Make a report unless it is there as it would be made.

    Parameters
    ----------
    job : Job
        The report.
    stamp : str
        Of its rows: `giaoban.asof.Occasion`.
    force : bool
        Whether it is made in any case.

    Returns
    -------
    paths : list of Path
        The HTML and the notebook.
    made : bool
        Whether it was made now.
    """
    recipe = recipe_of(job, stamp)
    if not force and is_up_to_date(job, recipe):
        return [job.path("html"), job.path("ipynb")], False
    return render(job, recipe), True


def batch(
    jobs: dict[Job, str], workers: int, *, force: bool = False, quiet: bool = False
) -> list[Outcome]:
    """Make reports side by side, and keep what became of each in ``batch.json`` beside them.

    What interrupts it lets those that were begun be finished; the next run goes on from there.

    Parameters
    ----------
    jobs : dict of Job to str
        The reports, all of one programme and meeting, each with the stamp of its rows.
    workers : int
        How many at a time.
    force : bool
        Whether those are made, too, whose recipe is as it was.
    quiet : bool
        Whether to show no bar.
    """
    found: dict[Job, Outcome] = {}
    bar = tqdm(total=len(jobs), disable=quiet, unit="report", dynamic_ncols=True)
    with ThreadPoolExecutor(workers) as pool, bar:
        waiting = {pool.submit(_timed, job, stamp, force): job for job, stamp in jobs.items()}
        try:
            for job, outcome in _as_completed(waiting):
                found[job] = outcome
                counted = Counter(o.state for o in found.values())
                bar.set_postfix(dict(sorted(counted.items())), refresh=False)
                bar.update()
        except KeyboardInterrupt:
            pool.shutdown(wait=True, cancel_futures=True)
            done = [future for future in waiting if future.done() and not future.cancelled()]
            found |= {waiting[future]: future.result() for future in done}
    outcomes = [found.get(job, Outcome(job.unit, job.lang, "left")) for job in jobs]
    for folder in {job.folder for job in jobs}:
        text = json.dumps([asdict(o) for o in outcomes], ensure_ascii=False, indent=1)
        write_atomically(folder / FILE, f"{text}\n".encode())
    return outcomes


def _as_completed(waiting: dict[Future[Outcome], Job]) -> Iterator[tuple[Job, Outcome]]:
    for future in as_completed(waiting):
        yield waiting[future], future.result()


def _timed(job: Job, stamp: str, force: bool) -> Outcome:
    begun = time.monotonic()

    def outcome(state: str, error: str = "") -> Outcome:
        return Outcome(job.unit, job.lang, state, round(time.monotonic() - begun, 2), error)

    try:
        _, made = up_to_date_or_made(job, stamp, force)
    except GiaobanError as error:
        return outcome("failed", str(error))
    except Exception as error:  # a bug in one report is to stop no other
        return outcome("failed", one_line(f"{type(error).__name__}: {error}"))
    return outcome("made" if made else "kept")
