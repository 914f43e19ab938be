"""What the first cells of a notebook call."""

import ast
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from IPython.core.getipython import get_ipython
from matplotlib.figure import Figure

from giaoban.analysis import load
from giaoban.catalogues import N_
from giaoban.charts import spoken, told_by, use_style
from giaoban.errors import GiaobanError, nearest
from giaoban.language import Parameter, language, typed
from giaoban.report.page import Report

PARAMETERS = ["programme", "meeting_date", "unit", "lang", "raw_dir", "out_dir"]


def open_report(
    programme: Parameter,
    meeting_date: Parameter,
    unit: Parameter,
    lang: str,
    raw_dir: Parameter,
    out_dir: Parameter,
) -> Report:
    """Load what was known at a meeting, and start a report; charts of one's own look like it.

    Parameters
    ----------
    programme : str or number
        Name of a folder or workbook under ``raw_dir``, or a path to one.
    meeting_date : str or number
        ISO date, ``latest`` or ``next``.
    unit : str or number
        A unit id; empty for the programme's own.
    lang : str
        A language code such as ``vi`` or ``en``.
    raw_dir, out_dir : str or number
        Where the programmes are and where results go; relative to the project's folder.

    Raises
    ------
    GiaobanError
        Where the package has faults, or a parameter says something that is not there.
    """
    refuse_unknown_parameters()
    language(lang)
    home = project_folder(typed(raw_dir))
    review = load(programme, meeting_date, unit, home / typed(raw_dir))
    use_style()
    _describe_pictures(lang)
    _show_every_column()
    return Report(review, lang, home / typed(out_dir))


def _describe_pictures(lang: str) -> None:
    """Let each figure that a cell draws speak the language, and carry its words for the page."""

    def bundle(figure: Figure, **_: object) -> tuple[dict[str, str], dict[str, object]]:
        spoken(figure, lang)
        return {}, {"image/png": {"alt": told_by(figure)}}

    shell = get_ipython()
    if shell is not None and shell.display_formatter is not None:
        shell.display_formatter.mimebundle_formatter.for_type(Figure, bundle)


def _show_every_column() -> None:
    """Let a notebook show every column of a frame: JupyterLab and the page let it scroll."""
    if get_ipython() is not None:
        pd.set_option("display.max_columns", None)


def project_folder(raw_dir: str) -> Path:
    """Find the nearest folder, from here upwards, that holds ``raw_dir``; else stay here.

    A scheduler runs notebooks in a folder of its own: after those comes the project that this
    program is of.
    """
    here = Path.cwd()
    folders = (here, *here.parents, Path(__file__).parents[3])
    return next((folder for folder in folders if (folder / raw_dir).is_dir()), here)


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
