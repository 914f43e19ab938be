"""Many reports of one meeting, several at a time: one that fails stops no other."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from giaoban.catalogues import N_, read_catalogues
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.files import write_atomically
from giaoban.render.coldstart import import_without
from giaoban.render.kernel import expect_many
from giaoban.render.recipe import is_up_to_date, program_digest, recipe_of
from giaoban.render.run import Job, render

FILE = "batch.json"
Given = TypeVar("Given")
# What the bar says of them.
STATES = {"made": N_("made"), "kept": N_("unchanged"), "failed": N_("failed")}


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(sep=" ", timespec="seconds")


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
    when : str
        When that was known: reports of one meeting may be of several runs.
    """

    unit: str
    lang: str
    state: str
    seconds: float = 0.0
    error: str = ""
    when: str = field(default_factory=_now)


def get_ready() -> None:
    """Do what the first report of a process needs, while its kernel or what forks it begins."""
    from nbformat.v4 import new_notebook

    import_without("papermill.iorw")
    read_catalogues()
    program_digest()
    # nbformat compiles the schema of notebooks for the first that it sees.
    new_notebook()


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
    expect_many()
    with ThreadPoolExecutor(workers) as pool:
        begun = {pool.submit(timed, job, stamp, force): job for job, stamp in jobs.items()}
        outcomes = in_order(jobs, follow(begun, quiet, lambda _, outcome: outcome))
    note(jobs, outcomes)
    return outcomes


def follow(
    begun: dict[Future[Given], Job], quiet: bool, receive: Callable[[Job, Given], Outcome]
) -> dict[Job, Outcome]:
    """Show what becomes of reports, and receive each as it is done, until all are, or a stop."""
    found: dict[Job, Outcome] = {}
    counted: Counter[str] = Counter()
    unit = str(Text(N_("report")))
    bar = tqdm(total=len(begun), disable=quiet, unit=unit, dynamic_ncols=True)
    with bar:
        try:
            for future in as_completed(list(begun)):
                # Let go of it: what it holds may be large.
                job = begun.pop(future)
                found[job] = _outcome(job, future, receive)
                counted[str(Text(STATES[found[job].state]))] += 1
                bar.set_postfix(dict(sorted(counted.items())), refresh=False)
                bar.update()
        except KeyboardInterrupt:
            running = [future for future in begun if not future.cancel()]
            if running and not quiet:
                template = N_("stopping once those that were begun are done: {number}")
                bar.write(str(Text(template, number=len(running))), file=sys.stderr)
            found |= {begun[f]: _outcome(begun[f], f, receive) for f in running}
    return found


def _outcome(job: Job, future: Future[Given], receive: Callable[[Job, Given], Outcome]) -> Outcome:
    try:
        return receive(job, future.result())
    except Exception as error:  # the loss of one report is to stop no other
        return Outcome(job.unit, job.lang, "failed", error=_reason(error))


def _reason(error: Exception) -> str:
    """Say why a report failed: what the user can mend in its own words, a bug by its kind too."""
    if isinstance(error, GiaobanError):
        return str(error)
    return one_line(f"{type(error).__name__}: {error}")


def in_order(jobs: Iterable[Job], found: dict[Job, Outcome]) -> list[Outcome]:
    """Give what became of each report, those that were not begun among them."""
    return [found.get(job, Outcome(job.unit, job.lang, "left")) for job in jobs]


def note(jobs: Iterable[Job], outcomes: list[Outcome]) -> None:
    """Write ``batch.json`` beside the pages."""
    for path in {job.folder / FILE for job in jobs}:
        before = path.read_bytes() if path.is_file() else b""
        write_atomically(path, as_json(outcomes, before))


def as_json(outcomes: list[Outcome], before: bytes) -> bytes:
    """Write what became of reports, and what earlier runs said of those that were not begun."""
    told: dict[tuple[str, str], dict[str, object]] = {}
    with suppress(ValueError, TypeError, KeyError):  # A file that was damaged says nothing.
        told = {(entry["unit"], entry["lang"]): entry for entry in json.loads(before)}
    for outcome in outcomes:
        key = outcome.unit, outcome.lang
        if outcome.state != "left" or key not in told:
            told[key] = asdict(outcome)
    text = json.dumps([*told.values()], ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def timed(job: Job, stamp: str, force: bool) -> Outcome:
    """Make a report unless it is up to date, and say what became of it."""
    begun, why = time.monotonic(), ""
    try:
        _, made = up_to_date_or_made(job, stamp, force)
        state = "made" if made else "kept"
    except Exception as error:  # a bug in one report is to stop no other
        # Whoever reads it need not have this folder.
        state, why = (
            "failed",
            _reason(error).replace(str(job.folder), f"{job.folder.relative_to(job.out_dir)}"),
        )
    return Outcome(job.unit, job.lang, state, round(time.monotonic() - begun, 2), why)
