"""The processed tables of a review, as files."""

from pathlib import Path
from typing import Final

from giaoban.analysis.claims import CLAIMS_CSV
from giaoban.analysis.latest import SCORECARD_CSV
from giaoban.analysis.review import Review
from giaoban.analysis.trends import TRENDS_CSV
from giaoban.asof import CHANGES_CSV
from giaoban.files import write_atomically
from giaoban.programme import Package

# Of each file, what the review calls its frame, and its columns.
FILES: Final = {
    "scorecard": ("latest", SCORECARD_CSV),
    "trends": ("trends", TRENDS_CSV),
    "claims": ("claims", CLAIMS_CSV),
    "changes": ("changes", CHANGES_CSV),
}


def save_tables(review: Review, out_dir: str | Path) -> list[Path]:
    """Write the processed tables under ``data/processed``.

    Returns
    -------
    list of Path
        ``figures.parquet`` (all figures of the programme, every revision) and, for the meeting
        and unit, ``scorecard.csv``, ``trends.csv``, ``claims.csv`` and ``changes.csv``.
    """
    written = [save_figures(review.known.package, out_dir)]
    folder = written[0].parent / review.date / review.known.unit
    for name, (frame, columns) in FILES.items():
        table = getattr(review, frame)[columns]
        truth = (
            table.select_dtypes("boolean").astype("object").replace({True: "true", False: "false"})
        )
        text = table.assign(**truth).to_csv(index=False, lineterminator="\n")
        written.append(write_atomically(folder / f"{name}.csv", text.encode()))
    return written


def save_figures(package: Package, out_dir: str | Path) -> Path:
    """Write ``figures.parquet``: all figures of a programme, every revision."""
    path = Path(out_dir) / "data" / "processed" / package.name / "figures.parquet"
    return write_atomically(path, package.tables["figures"].to_parquet(index=False))
