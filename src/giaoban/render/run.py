"""Run the review notebook with papermill, turn it into HTML with nbconvert, put both in place."""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.programme import WORKBOOKS, programme_name
from giaoban.report import PARAMETERS, find_notebook

# What the executed notebook keeps of its parameters: never a folder of this machine.
PARAMETERS_KEPT = ("programme", "meeting_date", "unit", "lang")


@dataclass(frozen=True)
class Job:
    """One report to be made; the meeting and the unit are given outright."""

    programme: Path
    meeting_date: str
    unit: str
    lang: str
    raw_dir: Path
    out_dir: Path

    @property
    def folder(self) -> Path:
        """Where the report goes."""
        return self.out_dir / "reports" / programme_name(self.programme) / self.meeting_date

    def path(self, ending: str) -> Path:
        """Name one of the report's files."""
        return self.folder / f"{self.unit}.{self.lang}.{ending}"


def render(job: Job) -> list[Path]:
    """Make one report: its HTML, what that says as data, and its executed notebook.

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
    try:
        key = {"unique_key": f"{job.unit}.{job.lang}"}
        html, resources = GiaobanExporter().from_notebook_node(notebook, key)
    except GiaobanError as error:
        kept = _keep(job, executed)
        raise GiaobanError("{file}: {error}", exit_code=1, file=kept, error=error) from None
    same = job.path("html").is_file() and job.path("html").read_bytes() == html.encode()
    written = [
        write_atomically(job.path("ipynb"), f"{nbformat.writes(notebook)}\n".encode()),
        write_atomically(job.path("html"), html.encode()),
    ]
    for name, content in resources.get("outputs", {}).items():
        write_atomically(job.folder / name, content)
    job.path("failed.ipynb").unlink(missing_ok=True)
    if not same:
        # It was printed of the page before.
        job.path("pdf").unlink(missing_ok=True)
    return written[::-1]


def run(job: Job) -> NotebookNode:
    """Execute the review notebook for a job; where a cell fails, the rest is not run."""
    from IPython.core.interactiveshell import InteractiveShell
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    values = [job.programme.resolve(), job.meeting_date, job.unit, job.lang]
    values += [job.raw_dir.resolve(), job.out_dir.resolve()]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "review.ipynb"
        try:
            return execute_notebook(
                find_notebook("review.ipynb"),
                output,
                dict(zip(PARAMETERS, map(str, values), strict=True)),
                # A running IPython has a shell of its own, which the quick engine must not take.
                engine_name=None if InteractiveShell.initialized() else "giaoban",
                progress_bar=False,
            )
        except PapermillExecutionError:
            return nbformat.read(output, as_version=4)


def _require_success(job: Job, notebook: NotebookNode) -> None:
    """Keep a notebook that failed, and say which cell it was and why."""
    for cell in notebook.cells:
        for error in [o for o in cell.get("outputs", []) if o.output_type == "error"]:
            first = cell.source.strip().splitlines()[0]
            said = re.sub(r"\s+", " ", f"{error.ename}: {error.evalue}").strip()
            raise GiaobanError(
                N_("{file}: cell {cell} ({line}) failed: {error}"),
                exit_code=1,
                file=_keep(job, notebook),
                cell=cell.id,
                line=first,
                error=said,
            )


def _keep(job: Job, notebook: NotebookNode) -> Path:
    text = f"{nbformat.writes(notebook)}\n"
    return write_atomically(job.path("failed.ipynb"), text.encode())


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Take from an executed notebook all that differs from run to run or machine to machine."""
    kernel = notebook.metadata.kernelspec
    language = NotebookNode({"name": "python"})
    notebook.metadata = NotebookNode({"kernelspec": kernel, "language_info": language})
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
    named = [path.sub(r'\1\2"', line) for line in lines]
    return "\n".join(["# Parameters", *named])
