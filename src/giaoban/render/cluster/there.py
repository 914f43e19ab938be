"""Make a report on a machine that has neither the programme nor the folder that it goes to."""

import atexit
import hashlib
import shutil
import tempfile
import threading
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.render.batch import Outcome, timed
from giaoban.render.cluster.store import Store
from giaoban.render.kernel import ask, expect_many
from giaoban.render.recipe import program_digest
from giaoban.render.run import NOTEBOOK, Job, find_notebook


@dataclass(frozen=True)
class Sent:
    """What the reports of one programme are made from.

    Attributes
    ----------
    name : str
        The programme's folder or workbook.
    files : dict of str to bytes
        Its files; of a workbook the one.
    notebook : bytes
        The review notebook.
    program : str
        The digest of the program that sends it.
    """

    name: str
    files: dict[str, bytes]
    notebook: bytes
    program: str

    @classmethod
    def of(cls, programme: Path) -> "Sent":
        """Pack a programme, and the notebook that its reports are made by here."""
        files = sorted(programme.iterdir()) if programme.is_dir() else [programme]
        contents = {file.name: file.read_bytes() for file in files if file.is_file()}
        return cls(programme.name, contents, find_notebook(NOTEBOOK).read_bytes(), program_digest())

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all of it."""
        whole = hashlib.sha256(f"{self.name}\n{self.program}\n".encode() + self.notebook)
        for name, content in sorted(self.files.items()):
            whole.update(f"\n{name}\n".encode() + hashlib.sha256(content).digest())
        return whole.hexdigest()


@dataclass(frozen=True)
class Made:
    """What became of a report, and its files by name where no store has taken them."""

    outcome: Outcome
    files: dict[str, bytes]


def make_there(sent: Sent, job: Job, stamp: str, force: bool, address: str) -> Made:
    """Make a report from what was sent.

    Parameters
    ----------
    sent : Sent
        The programme.
    job : Job
        The report; its folders mean nothing here.
    stamp : str
        Of its rows: `giaoban.asof.Occasion`.
    force : bool
        Whether it is made in any case.
    address : str
        The store that the files go to; empty where they are given back.
    """
    with tempfile.TemporaryDirectory(prefix="giaoban-") as folder:
        try:
            place = _unpacked(sent, job.meeting_date)
            here = replace(job, programme=place / sent.name, raw_dir=place, out_dir=Path(folder))
            here = replace(here, notebook=place / NOTEBOOK)
            return _make(here, stamp, force, Store(address) if address else None)
        except GiaobanError as error:
            return Made(Outcome(job.unit, job.lang, "failed", error=str(error)), {})


def _make(job: Job, stamp: str, force: bool, store: Store | None) -> Made:
    if store and not force:
        _fetch(store, job)
    before = _files(job.out_dir)
    outcome = timed(job, stamp, force)
    new = {n: content for n, content in _files(job.out_dir).items() if before.get(n) != content}
    if store is None:
        return Made(outcome, new)
    for name, content in new.items():
        store.put(name, content)
    return Made(outcome, {})


def _fetch(store: Store, job: Job) -> None:
    """Fetch what tells whether a report is up to date; of its other files, that they are there."""
    for ending in ("ipynb", "html", "json"):
        content = store.get(job.path(ending).relative_to(job.out_dir).as_posix())
        if content is None:
            return
        job.folder.mkdir(parents=True, exist_ok=True)
        job.path(ending).write_bytes(content)
    of = f"{job.folder.parent.name}/{job.meeting_date}/{job.unit}"
    for name in [*store.names(f"figures/{of}"), *store.names(f"data/processed/{of}")]:
        path = job.out_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def _files(folder: Path) -> dict[str, bytes]:
    """Read the files of a folder; last the notebook, which tells that all the others are there."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    paths.sort(key=lambda path: (path.suffix == ".ipynb", path))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _unpacked(sent: Sent, meeting_date: str) -> Path:
    """Give the folder with what was sent; kernels that start here have read it."""
    lock, places = _places()
    with lock:
        if sent.digest not in places:
            _require_same_program(sent)
            place = Path(tempfile.mkdtemp(prefix="giaoban-"))
            atexit.register(shutil.rmtree, place, ignore_errors=True)
            (place / NOTEBOOK).write_bytes(sent.notebook)
            is_workbook = set(sent.files) == {sent.name}
            folder = place if is_workbook else place / sent.name
            folder.mkdir(exist_ok=True)
            for name, content in sent.files.items():
                (folder / name).write_bytes(content)
            ask("giaoban.asof:occasions", place / sent.name, meeting_date, [""])
            expect_many()
            places[sent.digest] = place
        return places[sent.digest]


@cache
def _places() -> tuple[threading.Lock, dict[str, Path]]:
    return threading.Lock(), {}


def _require_same_program(sent: Sent) -> None:
    if sent.program != program_digest():
        template = N_("a worker runs another giaoban than this one, install the same on all")
        raise GiaobanError(template, exit_code=1)
