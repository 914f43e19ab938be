"""The processed tables of a review, as files, and a Data Package that describes them."""

import json
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_object_dtype

from giaoban.analysis.ahead import ESTIMATE_COLUMNS
from giaoban.analysis.asks import ASK_COLUMNS
from giaoban.analysis.claims import CLAIMS_CSV, with_ranges
from giaoban.analysis.definitions import BREAK_COLUMNS
from giaoban.analysis.history import HISTORY_COLUMNS
from giaoban.analysis.latest import SCORECARD_CSV
from giaoban.analysis.review import Review
from giaoban.analysis.targets import NEED_COLUMNS, OUTLOOK_COLUMNS, PACES_CSV, TARGETS_CSV
from giaoban.analysis.trends import PROJECTION_COLUMNS, TRENDS_CSV
from giaoban.analysis.units import (
    CONTRIBUTION_COLUMNS,
    PEER_COLUMNS,
    RECAST_CSV,
    beside_recast,
)
from giaoban.asof import CHANGES_CSV
from giaoban.datapackage import AS_WRITTEN
from giaoban.files import write_atomically, write_folder
from giaoban.language import defused
from giaoban.programme import Package
from giaoban.tables import FILE, frame_schema

# Whoever asks for one unit of millions of figures reads those rows alone that stand with its own.
AT_ONCE = 100_000
FIGURES: Final = "figures.parquet"
# As figures.csv has them.
FIGURES_CSV: Final = [
    "indicator",
    "title_vi",
    "title_en",
    "unit",
    "unit_title_vi",
    "unit_title_en",
    "period",
    "start",
    "end",
    "value",
    "value_to",
    "unit_measure",
    "qualifier",
    "definition",
    "obs_status",
    "numerator",
    "denominator",
    "as_published",
    "reported_on",
    "source",
    "note_vi",
    "note_en",
]
# Of each file, what the review calls its frame, and its columns.
FILES: Final = {
    "scorecard": ("latest", SCORECARD_CSV),
    "targets": ("verdicts", TARGETS_CSV),
    "foreseen": ("foreseen", TARGETS_CSV),
    "trends": ("trends", TRENDS_CSV),
    "paces": ("paces", PACES_CSV),
    "needs": ("needs", NEED_COLUMNS[:-1]),
    "outlook": ("outlook", OUTLOOK_COLUMNS[:-1]),
    "projections": ("projections", PROJECTION_COLUMNS),
    "estimates": ("estimates", ESTIMATE_COLUMNS),
    "breaks": ("breaks", BREAK_COLUMNS[:-1]),
    "claims": ("claims", CLAIMS_CSV),
    "changes": ("changes", CHANGES_CSV),
    "history": ("history", HISTORY_COLUMNS),
    "contributions": ("contributions", CONTRIBUTION_COLUMNS[:-2]),
    "peers": ("peers", PEER_COLUMNS[:-1]),
    "asks": ("asks", ASK_COLUMNS),
    "recast": ("recast", RECAST_CSV),
    "figures": ("figures", FIGURES_CSV),
}


def save_tables(review: Review, out_dir: str | Path) -> list[Path]:
    """Write the processed tables under ``data/processed``.

    Returns
    -------
    list of Path
        ``figures.parquet`` (all figures of the programme, every revision) and, for the meeting
        and unit, the files of `FILES`, and ``datapackage.json``, which describes them column by
        column for any Frictionless tool. Text that a spreadsheet would take for a formula has an
        apostrophe before it.
    """
    of = Path(review.date, review.known.unit)
    files = {FIGURES: _figures(review.known.package)}
    for name, (frame, columns) in FILES.items():
        table = known_figures(review) if frame == "figures" else getattr(review, frame)
        if name == "claims":
            table = table.assign(detail=with_ranges(table))
        if name == "scorecard":
            table = beside_recast(table, review.recast, review.since_merger)
        files[str(of / f"{name}.csv")] = as_csv(table[columns]).encode()
    text = json.dumps(_described(review), ensure_ascii=False, indent=2)
    files[str(of / FILE)] = f"{text}\n".encode()
    return write_folder(_folder(review.known.package, out_dir), files)


def known_figures(review: Review) -> pd.DataFrame:
    """List every figure known at the meeting, of the unit and of those below, with its titles.

    Returns
    -------
    DataFrame
        The columns of `FIGURES_CSV`, a row for each indicator, unit and period.
    """
    tables = review.tables
    figures = pd.concat([tables["figures"], tables["figures_below"]])
    titles = ["title_vi", "title_en"]
    indicators = tables["indicators"][["indicator", *titles, "unit_measure"]]
    # Of what no figure of this unit is about, the tables as known say nothing.
    units = review.known.package.tables["units"][["unit", *titles]]
    units = units.rename(columns={name: f"unit_{name}" for name in titles})
    titled = figures.merge(indicators, "left", "indicator").merge(units, "left", "unit")
    return titled[FIGURES_CSV]


def as_csv(table: pd.DataFrame) -> str:
    """Write a frame as CSV: truth as true and false, nothing that a spreadsheet would run."""
    told = {str(name): _as_told(str(name), cells) for name, cells in table.items()}
    return pd.DataFrame(told).to_csv(index=False, lineterminator="\n")


def _as_told(name: str, cells: pd.Series) -> pd.Series:
    if name in ("numerator", "denominator"):
        return cells.astype("Int64")
    if name in ("predecessors", "missing"):
        return cells.map(" ".join)
    if name == "stretches":
        return cells.map(lambda pairs: " ".join(": ".join(pair) for pair in pairs))
    if is_bool_dtype(cells):
        return cells.map({True: "true", False: "false"})
    texts = isinstance(cells.dtype, pd.StringDtype) or is_object_dtype(cells)
    return cells.map(defused) if texts else cells


def _described(review: Review) -> dict[str, object]:
    """Describe the files of a meeting and unit as a Data Package."""
    programme = review.known.package.programme
    resources = [
        {"name": name, "path": f"{name}.csv", **AS_WRITTEN, **frame_schema(frame, columns)}
        for name, (frame, columns) in FILES.items()
    ]
    return {
        "name": f"{review.name}-{review.date}-{review.known.unit}".lower(),
        "title": f"{programme['code']}, {review.date}, {review.known.unit}",
        "description": "What was known of a unit at a meeting, and what it shows.",
        "resources": resources,
    }


def save_figures(package: Package, out_dir: str | Path) -> Path:
    """Write ``figures.parquet``: all figures of a programme, every revision."""
    return write_atomically(_folder(package, out_dir) / FIGURES, _figures(package))


def _folder(package: Package, out_dir: str | Path) -> Path:
    return Path(out_dir) / "data" / "processed" / package.name


def _figures(package: Package) -> bytes:
    figures = package.tables["figures"]
    # However this process keeps texts, the file is the same.
    texts: pd.DataFrame = figures.select_dtypes("str").astype(pd.StringDtype("pyarrow", np.nan))
    kept = figures.assign(**dict(texts.items()))
    return bytes(kept.to_parquet(index=False, row_group_size=AT_ONCE))
