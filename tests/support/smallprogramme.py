"""A programme of one district with the rows that a test names, read as any other is."""

import csv
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from places import RAW

from giaoban.analysis import Review, load

Row = dict[str, object]
_KEPT = ("meetings", "units", "sources", "datapackage")
_DEFAULTS: dict[str, Row] = {
    "indicators": {"indicator": "x", "title_vi": "Chỉ tiêu x", "title_en": "Indicator x"},
    "definitions": {"title_vi": "nội dung", "title_en": "contents"},
}
_TOLD: Row = {
    "indicator": "x",
    "unit": "mau",
    "qualifier": "=",
    "obs_status": "A",
    "set_by": "tinh",
    "reported_on": "2025-07-15",
    "source": "demo",
}
TONNES: Row = {"unit_measure": "number", "unit_vi": "tấn", "unit_en": "tonnes", "better": "up"}
DONG: Row = {"unit_measure": "number", "unit_vi": "đồng", "unit_en": "dong", "better": "up"}


def small(
    folder: Path,
    figures: Sequence[Row],
    about: Row | Sequence[Row],
    programme: Row | None = None,
    **tables: Sequence[Row],
) -> Review:
    """Read the figures of indicator ``x``, or of the several that ``about`` tells of.

    Parameters
    ----------
    folder : Path
        Where the programme is written, beside what a test keeps there.
    figures, about : sequence of dict
        Rows of figures and of indicators; what they leave out takes a default.
    programme : dict
        What is said of the programme beside its tables: ``targets``, ``period``.
    **tables : sequence of dict
        Rows of other tables: ``targets``, ``claims``, ``definitions``; ``meetings`` in place of
        those of the demo.
    """
    made = shutil.copytree(RAW / "demo", folder / "small", dirs_exist_ok=True)
    rows = {"figures": figures, "indicators": [about] if isinstance(about, dict) else about}
    for path in made.glob("*.csv"):
        if path.stem not in _KEPT or path.stem in tables:
            _write(path, [*(rows | tables).get(path.stem, [])])
    described = made / "datapackage.json"
    kept = json.loads(described.read_text("utf-8"))
    kept["giaoban"] |= programme or {}
    described.write_text(json.dumps(kept), "utf-8")
    return load(str(made), "latest", "", folder)


def _write(path: Path, rows: list[Row]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, header, extrasaction="ignore")
        table.writeheader()
        table.writerows(_TOLD | _DEFAULTS.get(path.stem, {}) | row for row in rows)
