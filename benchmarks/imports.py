"""What a report's processes import as they start, and how long each library takes."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import median

# A line of ``python -X importtime``.
LINE = re.compile(r"import time: +(\d+) \| +\d+ \| +([\w.]+)")
SHOWN = 10
KERNELS = "from giaoban.render.forkserver import imported; imported()"


def import_times(rounds: int, folder: Path) -> dict[str, dict[str, float]]:
    """Give the milliseconds of each library, by process: the program, and what forks its kernels.

    A library's time is that of its own modules, without those of others that it imports.
    """
    report = ["-m", "giaoban", "report", "04-CTr-HU", "--lang", "vi", "-q", "--force"]
    processes = {"the program": report, "what forks the kernels": ["-c", KERNELS]}
    found = {name: [_times(run, folder) for _ in range(rounds)] for name, run in processes.items()}
    return {name: _median(times) for name, times in found.items()}


def _times(run: list[str], folder: Path) -> Counter[str]:
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-X", "importtime", *run],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    times: Counter[str] = Counter()
    for microseconds, module in LINE.findall(told.stderr):
        library = module.partition(".")[0]
        own = library if library not in sys.stdlib_module_names else "Python's own"
        times[own] += int(microseconds)
    return times


def _median(times: list[Counter[str]]) -> dict[str, float]:
    middle = {n: median(found[n] for found in times) / 1000 for n in set().union(*times)}
    largest = sorted(middle, key=lambda name: -middle[name])
    shown = {name: round(middle[name], 1) for name in largest[:SHOWN]}
    return shown | {"all others": round(sum(middle[name] for name in largest[SHOWN:]), 1)}
