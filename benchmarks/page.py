"""The page docs/benchmarks.md: what was seen, as tables and a chart."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd

from benchmarks.ways import ALONE, COMMAND_LINES
from giaoban.charts import svg_text, target_chart
from giaoban.files import write_atomically

CHART = "benchmarks"
ORDER = ("one", "many", "memory", "imports")
Seen = dict[str, Any]

HEAD = """# Benchmarks

What a report costs, made by giaoban and by what one would use instead: the same notebook, side by
side in one run. `make bench` measures it anew and writes this page; `benchmarks/` says how.
"""
ONE = f"""## One report

The bundled programme, in Vietnamese, from the start of the command to files on disk.

![Processor time of each way, in percent of the command lines](pictures/{CHART}.svg)
"""
MANY = f"""## Many reports

The communes of the demo, a page each. All is per report; the start is shared among them.
*{ALONE}* is what the analysis and the charts cost: no kernel, no notebook, no page.
"""
MEMORY = """## Batches: memory, and a second run

A district of as many communes, 2 workers. Memory is of the program, what forks its kernels and both
kernels together; to look at it takes time, too.
"""
IMPORTS = """## What is imported

Milliseconds of each library's own modules, from `python -X importtime`.
"""
HOW = """## How to read it

- *Processor* is the processor time of all processes together. It says what the work is; others at
  work on the machine change it less than *time*, which is what one waits. All are medians. The ways
  ran in turn, in another order each round, so that what slows the machine slows all of them.
- *×* is how many times as fast as the command lines: the median of the ratios within a round.
- *Memory* is the most that all processes held together, from a run of its own; what they share
  counts once.
- *Bytes* is the page, *hosts* how many files of other hosts it sends a browser for. giaoban's page
  also holds each chart and table as a file to take away.
- Where the load is above the number of processors, other programs were at work: then only the ratio
  of processor time says something.
- Each run begins in an empty folder, byte code compiled.
- `marimo` needs a converted notebook, and an import that its conversion forgets; both were done
  before. `quarto render` is measured where there is a `quarto`: its package on PyPI fetches the
  program from elsewhere as it is built, so a machine that reaches registries alone has none.
"""
COLUMNS = ["way", "reports", "processor", "×", "time", "×", "memory", "bytes", "hosts"]


def write_page(seen: Seen, page: Path) -> Path:
    """Write the page, and its chart beside it."""
    if rows := ways(seen["one"]["seen"]):
        chart = page.parent / "pictures" / f"{CHART}.svg"
        write_atomically(chart, svg_text(target_chart(_bars(rows)), CHART).encode())
    return write_atomically(page, page_text(seen).encode())


def page_text(seen: Seen) -> str:
    """Write what was seen as Markdown."""
    parts = [part for name in ORDER if name in seen for part in _part(name, seen[name]["seen"])]
    machines = "## The machine\n\n" + "\n".join(_machines(seen)) + "\n"
    return "\n".join(part for part in [HEAD, *parts, HOW, machines] if part)


def _part(name: str, found: Any) -> list[str]:
    if name == "memory":
        return [MEMORY, _memory(found)]
    if name == "imports":
        return [IMPORTS, _imports(found)]
    return [ONE if name == "one" else MANY, _table(ways(found)), _failed(found)]


def ways(seen: Sequence[Seen]) -> list[Seen]:
    """Give a row for each way that ran: medians per report, and ratios to the command lines."""
    ran = [way for way in seen if not way["error"]]
    yardstick = next((way for way in ran if way["name"] == COMMAND_LINES), None)
    return [_row(way, yardstick) for way in ran] if yardstick else []


def _row(way: Seen, yardstick: Seen) -> Seen:
    row, per, theirs = dict(way), way["reports"], yardstick["reports"]
    for what in ("wall", "processor"):
        pairs = zip(way[what], yardstick[what], strict=True)
        row[f"times_{what}"] = median((b / theirs) / (a / per) for a, b in pairs)
        row[what] = median(way[what]) / per
    return row


def _table(rows: Sequence[Seen]) -> str:
    lines = [_line(COLUMNS), _line(["---", *["---:"] * (len(COLUMNS) - 1)])]
    for row in rows:
        times = [
            told
            for what in ("processor", "wall")
            for told in (f"{row[what]:.2f} s", f"{row[f'times_{what}']:.1f}")
        ]
        page = [f"{row['bytes']:,.0f}", row["asks"]] if row["pages"] else ["–", "–"]
        lines.append(_line([row["name"], row["reports"], *times, _megabytes(row), *page]))
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _megabytes(seen: Seen) -> str:
    return f"{seen['peak'] / 1e6:.0f} MB"


def _bars(rows: Sequence[Seen]) -> pd.DataFrame:
    """Give each way a bar, in percent of what the command lines take."""
    share = pd.Series([100 / row["times_processor"] for row in rows])
    titles, labels = zip(*((row["name"], f"{row['processor']:.1f} s") for row in rows), strict=True)
    none = {"target": float("nan"), "target_label": "", "missed": False}
    ends = dict.fromkeys(("value", "least", "most"), share)
    return pd.DataFrame({"title": titles, "label": labels, **ends, **none})


def _failed(seen: Sequence[Seen]) -> str:
    return "\n".join(f"- {way['name']}: {way['error']}\n" for way in seen if way["error"])


def _memory(seen: Sequence[Seen]) -> str:
    columns = ["reports", "run", "made", "processor", "time", "memory"]
    lines = [_line(columns), _line(["---:", "---", *["---:"] * 4])]
    for run in seen:
        times = [f"{run[what]:.1f} s" for what in ("processor", "wall")]
        lines.append(_line([run["reports"], run["what"], run["made"], *times, _megabytes(run)]))
    return "\n".join(lines) + "\n"


def _imports(seen: dict[str, dict[str, float]]) -> str:
    lines = []
    for process, times in seen.items():
        told = ", ".join(f"{name} {time:.0f}" for name, time in times.items())
        lines.append(f"- {process}, {sum(times.values()):.0f} ms: {told}")
    return "\n".join(lines) + "\n"


def _rounds(found: Any) -> str:
    """Say in how many rounds the ways ran, where they did."""
    rounds = max((len(way.get("wall", [])) for way in found if "pages" in way), default=0)
    return f"Rounds: {rounds}. " if rounds else ""


def _machines(seen: Seen) -> Iterator[str]:
    for part, of in seen.items():
        told = of["machine"]
        versions = ", ".join(f"{name} {number}" for name, number in told["versions"].items())
        yield (
            f"- *{part}*: {told['processors']} processors ({told['processor']}), "
            f"{told['memory'] / 1e9:.0f} GB, {told['system']}; "
            f"Python {told['python']}, {versions}. "
            f"{_rounds(of['seen'])}Load before {told['load']}, after {told['load_after']}."
        )
