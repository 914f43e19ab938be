"""A folder from somebody else who would like to be asked: each of its files leaves a mark when it is."""

import json
import sys
from pathlib import Path

STARTS = ("sitecustomize", "usercustomize", "ipython_config", "jupyter_config", "conftest")
KERNEL = {"display_name": "giaoban", "language": "python"}
MATPLOTLIB = (
    "lines.linewidth: 30\naxes.unicode_minus: False\nxtick.labelsize: 40\ntext.usetex: True\n"
)
ENTRY_POINTS = """
[papermill.engine]
foreign = foreign:Engine
[nbconvert.exporters]
giaoban = foreign:Exporter
[jupyter_client.kernel_provisioners]
giaoban = foreign:Provisioner
"""


def lay(folder: Path) -> Path:
    """Lay it out, and give the file that the marks are in; it is there once somebody was asked."""
    mark = folder.with_name(f"{folder.name}.marks")
    mark.unlink(missing_ok=True)

    def leave(name: str) -> str:
        return f"open({str(mark)!r}, 'a').write({name!r} + '\\n')\n"

    loaded = {name.partition(".")[0] for name in sys.modules} - {"giaoban"}
    modules = {f"{name}.py" for name in {*sys.stdlib_module_names, *loaded, *STARTS, "foreign"}}
    files = {name: leave(name) for name in modules} | {
        "matplotlibrc": MATPLOTLIB,
        "foreign-1.0.dist-info/METADATA": "Name: foreign\nVersion: 1.0\n",
        "foreign-1.0.dist-info/entry_points.txt": ENTRY_POINTS,
        "jupyter_nbconvert_config.py": leave("jupyter_nbconvert_config"),
        "ipython_kernel_config.py": leave("ipython_kernel_config"),
        ".ipython/profile_default/startup/00.py": leave("startup"),
        ".jupyter/jupyter_config.py": leave("jupyter_config"),
        "giaoban/index.html.j2": "a foreign page",
        "giaoban/__init__.py": leave("giaoban"),
    }
    for place in ("kernels", "share/jupyter/kernels"):
        command = {"argv": ["sh", "-c", f"echo kernel >> {mark}; exit 1"]}
        files[f"{place}/giaoban/kernel.json"] = json.dumps(KERNEL | command)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for program in ("git", "chromium", "inkscape", "latex", "soffice"):
        path = folder / program
        path.write_text(f"#!/bin/sh\necho {program} >> {mark}\n")
        path.chmod(0o755)
    return mark
