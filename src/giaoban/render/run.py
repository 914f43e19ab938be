"""Run the review notebook with papermill, turn it into HTML with nbconvert, put both in place."""

from giaoban.render.coldstart import import_without  # noqa: I001 # before what it spares a part

import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.files import write_atomically, write_folder
from giaoban.programme import WORKBOOKS, programme_name
from giaoban.render.kernel import kernel
from giaoban.render.provisioner import ENDED, SILENT
from giaoban.render.word import discard_docx

NOTEBOOK = "review.ipynb"
PACKAGE = Path(__file__).parents[1]
# What takes longer hangs; the largest report's slowest cell takes some seconds.
SECONDS_FOR_A_CELL = 1_800
# What the executed notebook keeps of its parameters: never a folder of this machine.
PARAMETERS_KEPT = ("programme", "meeting_date", "unit", "lang")


@dataclass(frozen=True)
class Job:
    """One report to be made; the meeting and the unit are given outright.

    Without a notebook it is made by the one that `find_notebook` finds.
    """

    programme: Path
    meeting_date: str
    unit: str
    lang: str
    raw_dir: Path
    out_dir: Path
    notebook: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the report goes."""
        return self.out_dir / "reports" / programme_name(self.programme) / self.meeting_date

    def path(self, ending: str) -> Path:
        """Name one of the report's files."""
        return self.folder / f"{self.unit}.{self.lang}.{ending}"


def render(job: Job, recipe: str = "") -> list[Path]:
    """Make one report: its HTML, what that says as data, and its executed notebook.

    Parameters
    ----------
    job : Job
        The report.
    recipe : str
        What it is made from, from `recipe_of`; kept in the notebook.

    Returns
    -------
    list of Path
        The HTML and the notebook.

    Raises
    ------
    GiaobanError
        Where a cell fails. The failed notebook is kept as ``U.L.failed.ipynb``; an earlier
        report stays as it was.
    """
    from giaoban.render.exporter import GiaobanExporter

    executed = run(job)
    _require_success(job, executed)
    notebook = tidy(executed)
    if recipe:
        notebook.metadata["giaoban"] = {"recipe": recipe}
    try:
        key = {"unique_key": f"{job.unit}.{job.lang}"}
        # Whoever configures nbconvert has its preprocessors; here none has anything to do, and
        # what they leave would be held against a schema that takes its time to be compiled.
        exporter = GiaobanExporter(default_preprocessors=[], optimistic_validation=False)
        html, resources = exporter.from_notebook_node(notebook, key)
    except GiaobanError as error:
        kept = _keep(job, executed)
        raise GiaobanError("{file}: {error}", exit_code=1, file=kept, error=error) from None
    files = {job.path("html"): html.encode()}
    files |= {job.folder / name: text for name, text in resources.get("outputs", {}).items()}
    # The notebook comes last: it tells that the others are there.
    files |= {job.path("ipynb"): f"{nbformat.writes(notebook)}\n".encode()}
    put_in_place(job, {path.relative_to(job.out_dir): text for path, text in files.items()})
    return [job.path("html"), job.path("ipynb")]


def put_in_place(job: Job, files: dict[Path, bytes]) -> None:
    """Put the files of a report in place, in their order; what was made of another page goes.

    Parameters
    ----------
    job : Job
        The report.
    files : dict of Path to bytes
        What each is to hold, by its path below the folder of all results.

    Raises
    ------
    GiaobanError
        Where one cannot be written.
    """
    page = job.path("html")
    before = page.read_bytes() if page.is_file() else None
    write_folder(job.out_dir, {str(path): content for path, content in files.items()})
    made = files.get(page.relative_to(job.out_dir))
    if made is None:
        return
    job.path("failed.ipynb").unlink(missing_ok=True)
    if made != before:
        job.path("pdf").unlink(missing_ok=True)
        discard_docx(page)
        job.path("xlsx").unlink(missing_ok=True)


def run(job: Job) -> NotebookNode:
    """Execute the review notebook for a job; where a cell fails, the rest is not run."""
    parameters = {
        "programme": str(job.programme.resolve()),
        "meeting_date": job.meeting_date,
        "unit": job.unit,
        "lang": job.lang,
        "raw_dir": str(job.raw_dir.resolve()),
        "out_dir": str(job.out_dir.resolve()),
    }
    with kernel() as manager:
        # Imported while the kernel starts, where it was not before.
        import_without("papermill.iorw")
        from nbclient.exceptions import CellTimeoutError, DeadKernelError
        from papermill.engines import papermill_engines
        from papermill.iorw import load_notebook_node
        from papermill.parameterize import parameterize_notebook

        # Step by step as `papermill.execute_notebook` goes, which writes a file besides.
        path = job.notebook or find_notebook(NOTEBOOK)
        notebook = parameterize_notebook(load_notebook_node(str(path)), parameters)
        begun: list[NotebookNode] = []
        try:
            papermill_engines.execute_notebook_with_engine(
                None,
                notebook,
                manager.kernel_name,
                progress_bar=False,
                execution_timeout=SECONDS_FOR_A_CELL,
                on_cell_start=lambda cell, cell_index: begun.append(cell),
                km=manager,
            )
        except (DeadKernelError, CellTimeoutError) as error:
            begun[-1].outputs.append(_broken_off(error))
        except RuntimeError as error:
            if begun:
                raise
            raise GiaobanError(SILENT if manager.runs() else ENDED, 1, error=error) from None
        return notebook


def _broken_off(error: Exception) -> NotebookNode:
    """Say why a cell was not run to its end, as an error of the cell."""
    why = Text(N_("the kernel ended: the cell ended it, or it was out of memory"))
    if isinstance(error, TimeoutError):
        why = Text(N_("not done after {seconds} seconds"), seconds=SECONDS_FOR_A_CELL)
    return new_output("error", ename=type(error).__name__, evalue=str(why), traceback=[str(why)])


def find_notebook(name: str) -> Path:
    """Find a notebook: the one of the folder we are in, else the one of this program."""
    for folder in (Path.cwd(), PACKAGE.parents[1], PACKAGE):
        if (folder / "notebooks" / name).is_file():
            return folder / "notebooks" / name
    raise GiaobanError(N_("notebooks/{name} is missing: put it back from the project"), name=name)


def _require_success(job: Job, notebook: NotebookNode) -> None:
    """Keep a notebook that failed, and say which cell it was and why."""
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        told = [f"{o.ename}: {o.evalue}" for o in outputs if o.output_type == "error"]
        if not told and cell.metadata.get("papermill", {}).get("exception"):
            # A magic that does not exist is only told on standard error.
            told = [o.text for o in outputs if o.output_type == "stream"]
        for failure in told:
            raise GiaobanError(
                N_("{file}: cell {cell} ({line}) failed: {error}"),
                exit_code=1,
                file=_keep(job, notebook),
                cell=cell.id,
                line=cell.source.strip().splitlines()[0],
                error=_without_folders(job, re.sub(r"\s+", " ", failure).strip()),
            )


def _keep(job: Job, notebook: NotebookNode) -> Path:
    text = _without_folders(job, f"{nbformat.writes(tidy(notebook))}\n")
    return write_atomically(job.path("failed.ipynb"), text.encode())


def _without_folders(job: Job, text: str) -> str:
    """Take out of a text where things are on this machine; what they are called stays."""
    home, places = Path.home(), [job.out_dir, job.raw_dir, job.programme.parent, Path()]
    named = {str(place) for folder in places for place in (folder, folder.resolve())} - {"."}
    named |= {sys.prefix, sys.base_prefix, str(PACKAGE.parent), tempfile.gettempdir(), str(home)}
    # IPython writes ~ for the home; JSON doubles the backslashes of Windows.
    named |= {re.sub(f"^{re.escape(str(home))}(?=.)", "~", name) for name in named}
    ways = sorted({json.dumps(n)[1:-1] for n in named} | named, key=len, reverse=True)
    return re.sub("|".join(rf"{re.escape(way)}(?=[/\\])" for way in ways), "…", text)


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Take from an executed notebook all that differs from run to run or machine to machine."""
    kept = {"kernelspec": notebook.metadata.kernelspec, "language_info": {"name": "python"}}
    notebook.metadata = NotebookNode(kept)
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode({"tags": tags} if tags else {})
        if "injected-parameters" in tags:
            cell.id = "injected-parameters"
            cell.source = _shown_parameters(cell.source)
    return notebook


def _shown_parameters(source: str) -> str:
    """Keep the parameters that say what the report is, and of a path the programme's name."""
    lines = re.findall(rf"^(?:{'|'.join(PARAMETERS_KEPT)}) = .*$", source, re.M)
    endings = "|".join(re.escape(ending) for ending in WORKBOOKS)
    path = re.compile(rf'^(programme = ")(?:.*[/\\])?(.*?)(?i:{endings})?"$')
    return "\n".join(["# Parameters", *(path.sub(r'\1\2"', line) for line in lines)])
