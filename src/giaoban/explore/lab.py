"""JupyterLab on the explore notebook, on a machine that may have no way out to the net."""

import os
from collections.abc import Mapping
from pathlib import Path

from giaoban.explore.explorer import START
from giaoban.files import write_atomically
from giaoban.render import find_notebook
from giaoban.report import project_folder

NOTEBOOK = Path("notebooks", "explore.ipynb")
# Settings under which JupyterLab asks nobody for news, nor for a newer version of itself.
OFFLINE = Path(__file__).with_name("offline")


def explore_notebook(raw_dir: str | Path) -> Path:
    """Find the project's explore notebook; where it has none, put a copy of this program's there.

    Parameters
    ----------
    raw_dir : str or Path
        Where the programmes are; the project's folder is the nearest one that holds it.
    """
    path = project_folder(str(raw_dir)) / NOTEBOOK
    if not path.is_file():
        write_atomically(path, find_notebook(NOTEBOOK.name).read_bytes())
    return path


def open_lab(
    notebook: Path, start: Mapping[str, str], browser: bool = True, port: int | None = None
) -> None:
    """Run JupyterLab until somebody stops it.

    Its own safeguards stay as they are: it listens on this machine alone, and asks for its token.

    Parameters
    ----------
    notebook : Path
        What it opens; its folder's parent is what it shows.
    start : mapping of str to str
        What the controls begin with: ``programme``, ``raw_dir``; what is left out, the notebook
        says.
    browser : bool
        Whether it opens a browser by itself.
    port : int or None
        Where it listens; JupyterLab's own choice by default.
    """
    from jupyterlab.labapp import LabApp

    others = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [str(OFFLINE), others]))
    os.environ.update({START[name]: value for name, value in start.items() if value})
    home = notebook.parents[1]
    # One document alone: beside the list of files a narrow screen has no room for it.
    address = f"/doc/tree/{notebook.relative_to(home).as_posix()}"
    # Named outright, so that the address that is printed leads there too.
    words = [f"--ServerApp.root_dir={home}", f"--LabApp.default_url={address}"]
    # The other manager asks the package index what could be installed.
    words += ["--LabApp.extension_manager=readonly"]
    words += [] if browser else ["--no-browser"]
    words += [] if port is None else [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    LabApp.launch_instance(argv=words)
