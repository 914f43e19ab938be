"""What a benchmark ran on: figures of another machine are other figures."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from typing import Any

from benchmarks.ways import OTHERS

LIBRARIES = ("pandas", "matplotlib", "papermill", "nbconvert", "ipykernel", "jupyter-client")
ASKED = "from importlib.metadata import version as v; print(*map(v, {}))"
MORE = ("ploomber-engine", "marimo")


def machine() -> dict[str, Any]:
    """Tell processor, memory, versions, and how busy the machine is with other things."""
    told = dict(
        line.split(":", 1) for line in Path("/proc/cpuinfo").read_text().splitlines() if ":" in line
    )
    model = next(value.strip() for name, value in told.items() if name.strip() == "model name")
    more = run(  # noqa: S603
        [OTHERS / "python", "-c", ASKED.format(MORE)], capture_output=True, text=True, check=True
    )
    return {
        "processor": model,
        "processors": os.cpu_count(),
        "memory": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in LIBRARIES}
        | dict(zip(MORE, more.stdout.split(), strict=True)),
        "load": round(os.getloadavg()[0], 1),
    }
