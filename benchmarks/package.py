"""Make a programme of as many communes as wanted, from the bundled demo."""

import csv
import json
import shutil
from pathlib import Path

from benchmarks.cost import PROJECT

DEMO = PROJECT / "data" / "raw" / "demo"
# As many of the demo's communes are copied in turn as were there in all years.
COPIED = 18


def write_package(folder: Path, communes: int) -> Path:
    """Write a district with communes whose figures are those of the demo's, in turn.

    None of them ever merged or was divided.
    """
    shutil.copytree(DEMO, folder)
    (folder / "unit_changes.csv").unlink()
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    about["resources"] = [r for r in about["resources"] if r["name"] != "unit_changes"]
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    for name in ("units", "figures", "targets", "claims", "events"):
        file = folder / f"{name}.csv"
        with file.open(newline="", encoding="utf-8-sig") as read:
            header, *rows = csv.reader(read)
        place = header.index("unit")
        kept = [row for row in rows if not row[place].startswith("xa-")]
        for number in range(1, communes + 1):
            like = f"xa-{(number - 1) % COPIED + 1:02}"
            kept += [_renamed(row, place, number) for row in rows if row[place] == like]
        with file.open("w", newline="", encoding="utf-8") as written:
            csv.writer(written, lineterminator="\n").writerows([header, *kept])
    return folder


def change_a_figure(folder: Path) -> None:
    """Correct the last commune's last figure by a little, as a clerk would."""
    file = folder / "figures.csv"
    *rest, last = file.read_text(encoding="utf-8").splitlines()
    cells = next(csv.reader([last]))
    header = next(csv.reader(rest))
    value, printed = header.index("value"), header.index("as_published")
    cells[value] = f"{float(cells[value]) + 1:g}"
    cells[printed] = ""
    with file.open("w", newline="", encoding="utf-8") as written:
        written.write("\n".join(rest) + "\n")
        csv.writer(written, lineterminator="\n").writerow(cells)


def _renamed(row: list[str], place: int, number: int) -> list[str]:
    """Give a commune's row another id, and its name another number."""
    old, new = row[place][3:], f"{number:04}"
    named = [c.replace(old, new) if c.endswith(f" {old}") else c for c in row]
    named[place] = f"xa-{new}"
    return named
