"""Measure, side by side, and write what was seen into docs/benchmarks.md.

Run it by ``make bench`` on a machine that does nothing else; ``--page`` writes the page anew from
what was seen last.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.cost import PROJECT, Cost, cost, workplace
from benchmarks.imports import import_times
from benchmarks.machine import machine
from benchmarks.package import change_a_figure, write_package
from benchmarks.page import write_page
from benchmarks.ways import Way, batch_of, for_many, for_one

SEEN = PROJECT / "benchmarks" / "seen.json"
RAW = PROJECT / "data" / "raw"
LATEST = "2025-07-15"
# The two sizes of a batch whose memory is looked at.
SIZES = (100, 300)


def main() -> None:
    """Measure what is asked for, keep it, write the page."""
    reader = argparse.ArgumentParser(prog="make bench", description=__doc__)
    reader.add_argument("--rounds", type=int, default=5, help="of one report; of many, half of it")
    reader.add_argument("--fewer", type=int, default=6, help="reports that the slow ways make")
    reader.add_argument("--only", default="one many memory imports", help="parts to measure anew")
    reader.add_argument("--page", action="store_true", help="measure nothing")
    asked = reader.parse_args()
    seen = json.loads(SEEN.read_text()) if SEEN.is_file() else {}
    fewer = (asked.rounds + 1) // 2
    parts = {
        "one": lambda: in_turn(for_one(), asked.rounds),
        "many": lambda: in_turn(for_many(_communes(), asked.fewer, LATEST), fewer),
        "memory": memory,
        "imports": imports,
    }
    for name in [] if asked.page else asked.only.split():
        before = machine()
        seen[name] = {"machine": before, "seen": parts[name]()}
        seen[name]["machine"]["load_after"] = machine()["load"]
        SEEN.write_text(json.dumps(seen, ensure_ascii=False, indent=1) + "\n")
    print(write_page(seen, PROJECT / "docs" / "benchmarks.md"))


def in_turn(ways: Sequence[Way], rounds: int) -> list[dict[str, Any]]:
    """Run each way once for its memory and its pages, then all of them round by round, shuffled."""
    found = [{"name": way.name, "reports": way.reports} | _first(way) for way in ways]
    order = list(range(len(ways)))
    times: dict[int, list[Cost]] = {n: [] for n in order if not found[n]["error"]}
    for _ in range(rounds):
        random.shuffle(order)
        for n in order:
            if n in times:
                _tell(ways[n].name)
                with workplace(RAW) as folder:
                    _prepare(ways[n], folder)
                    times[n].append(cost(ways[n].steps, folder))
    for n, costs in times.items():
        found[n]["wall"] = [round(c.wall, 3) for c in costs]
        found[n]["processor"] = [round(c.processor, 3) for c in costs]
    return found


def _first(way: Way) -> dict[str, Any]:
    _tell(f"{way.name}: memory")
    with workplace(RAW) as folder:
        if error := _prepare(way, folder):
            return {"error": error}
        once = cost(way.steps, folder, looked_at=True)
        pages = [page.read_text() for page in folder.glob(way.page)]
        sizes = [len(page.encode()) for page in pages]
    asks = [page.count('src="http') + page.count('href="http') for page in pages]
    return {
        "error": once.error,
        "peak": once.peak,
        "bytes": median(sizes) if sizes else 0,
        "pages": len(pages),
        "asks": max(asks, default=0),
    }


def _prepare(way: Way, folder: Path) -> str:
    return cost(way.before, folder).error if way.before else ""


def _communes() -> list[str]:
    with (RAW / "demo" / "units.csv").open(newline="", encoding="utf-8-sig") as file:
        return [row["unit"] for row in csv.DictReader(file) if row["parent"] == "mau"]


def memory() -> list[dict[str, Any]]:
    """Look at the memory of two batches, and at what a second run does when a figure changed."""
    found = []
    for size in SIZES:
        with TemporaryDirectory() as raw, workplace(Path(raw)) as folder:
            package = write_package(Path(raw, "large"), size)
            batch = batch_of("large", size)
            for what in ("all", "nothing changed", "one figure changed"):
                _tell(f"{size} reports: {what}")
                if what == "one figure changed":
                    change_a_figure(package)
                once = cost(batch.steps, folder, looked_at=True)
                found.append({"reports": size, "what": what, "made": _made(folder), **asdict(once)})
    return found


def _made(folder: Path) -> int:
    (told,) = folder.glob("reports/*/*/batch.json")
    return sum(report["state"] == "made" for report in json.loads(told.read_text()))


def imports() -> dict[str, dict[str, float]]:
    """See what is imported, and how long it takes."""
    _tell("imports")
    with workplace(RAW) as folder:
        return import_times(3, folder)


def _tell(*words: Iterable[str]) -> None:
    print(*words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
