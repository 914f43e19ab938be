"""What the first cells of a notebook call."""

import ast
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from IPython.core.getipython import get_ipython

from giaoban.analysis import load, save_tables
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, nearest
from giaoban.language import language
from giaoban.report.page import Report

PARAMETERS = ["programme", "meeting_date", "unit", "lang", "raw_dir", "out_dir"]


def open_report(
    programme: str, meeting_date: str, unit: str, lang: str, raw_dir: str, out_dir: str
) -> Report:
    """Load what was known at a meeting, write the processed tables, and start a report.

    Parameters
    ----------
    programme : str
        Name of a folder or workbook under ``raw_dir``, or a path to one.
    meeting_date : str
        ISO date, ``latest`` or ``next``.
    unit : str
        A unit id; empty for the programme's own.
    lang : str
        A language code such as ``vi`` or ``en``.
    raw_dir, out_dir : str
        Where the programmes are and where results go; relative to the project's folder.

    Raises
    ------
    GiaobanError
        Where the package has faults, or a parameter says something that is not there.
    """
    refuse_unknown_parameters()
    language(lang)
    home = project_folder(raw_dir)
    review = load(programme, meeting_date, unit, home / raw_dir)
    save_tables(review, home / out_dir)
    return Report(review, lang, home / out_dir)


def project_folder(raw_dir: str) -> Path:
    """Find the nearest folder, from here upwards, that holds ``raw_dir``; else stay here.

    A scheduler runs notebooks in a folder of its own: after those comes the project that this
    program is of.
    """
    here = Path.cwd()
    folders = (here, *here.parents, Path(__file__).parents[3])
    return next((folder for folder in folders if (folder / raw_dir).is_dir()), here)


def find_notebook(name: str) -> Path:
    """Find a notebook: the one of the folder we are in, else the one of this program."""
    home = Path(__file__).parents[1]
    for folder in (Path.cwd(), home.parents[1], home):
        if (folder / "notebooks" / name).is_file():
            return folder / "notebooks" / name
    template = N_("notebooks/{name} is missing: put it back from the project")
    raise GiaobanError(template, name=name)


def refuse_unknown_parameters(known: Sequence[str] = PARAMETERS) -> None:
    """Refuse a parameter that was put in and that the notebook does not know.

    Parameters
    ----------
    known : sequence of str
        The parameters that the notebook has.

    Raises
    ------
    GiaobanError
        With the nearest known name.
    """
    for name in [name for cell in _injected() for name in _assigned(cell)]:
        if name not in known:
            template = N_("unknown parameter (found {found}), {expected}")
            raise GiaobanError(template, found=name, expected=nearest(name, list(known)))


def _injected() -> list[str]:
    """Find what papermill put in, with a heading, or jupyter-scheduler after the parameters."""
    shell = get_ipython()
    cells = shell.user_ns.get("In", []) if shell else []
    headed = [cell for cell in cells if cell.startswith("# Parameters\n")]
    if headed or _by_hand(shell):
        return headed
    # The first cell that was run is the second here; it holds the parameters themselves.
    return [cell for cell in cells[2:3] if _only_assigns(cell)]


def _by_hand(shell: Any) -> bool:
    """Say whether somebody runs the cells: JupyterLab and VS Code then tell which cell it is."""
    kernel = getattr(shell, "kernel", None)
    return kernel is not None and "cellId" in kernel.get_parent("shell").get("metadata", {})


def _only_assigns(cell: str) -> bool:
    try:
        return all(isinstance(statement, ast.Assign) for statement in ast.parse(cell).body)
    except SyntaxError:
        return False


def _assigned(cell: str) -> list[str]:
    targets = [t for s in ast.parse(cell).body if isinstance(s, ast.Assign) for t in s.targets]
    return [t.id for t in targets if isinstance(t, ast.Name)]
